"""A curator writes a worksheet: it is a page with all its blanks at once, and a slip is told on the page while serving."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build

from tests.test_plugin import built, config_of, quiet, town
from tests.worksheets.test_manual import ROOT, WRITING, example

__all__ = ["quiet", "town"]

SHEET = "a-kind-evening"


@pytest.fixture
def typed(town: Path) -> Path:
    """The example of the guide, saved into a folder that the town includes."""
    shutil.copy(ROOT / "listings" / "goals.yaml", town / "more")
    path = town / "more" / f"{SHEET}.yaml"
    path.write_text(example(WRITING), encoding="utf-8")
    return path


def page(site: Path) -> BeautifulSoup:
    return BeautifulSoup((site / "worksheets" / SHEET / "index.html").read_text(encoding="utf-8"), "html.parser")


def blanks(site: Path) -> list[str]:
    """The names of all fields of the sheet, in order."""
    names = [str(field["name"]) for field in page(site).select("form.wp-sheet [name]")]
    return list(dict.fromkeys(names))


def test_a_worksheet_that_is_saved_is_a_page_with_all_its_blanks(town: Path, typed: Path) -> None:
    site = built(town, strict=True)
    assert page(site).select("h1")[-1].get_text() == "A kind evening"
    assert blanks(site) == [
        "helps_a-warm-drink", "helps_music", "helps_quiet", "helps__other", "away",
        "plan_1__if", "plan_1__then", "plan_2__if", "plan_2__then", "looking-forward",
    ]  # fmt: skip
    assert SHEET in (site / "worksheets" / "index.html").read_text(encoding="utf-8")


def test_while_serving_a_change_is_seen_and_a_slip_is_told_above_the_last_good_page(
    town: Path,
    typed: Path,
) -> None:
    def serve() -> Path:
        config = config_of(town, site_dir=str(town / "preview"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        assert str(typed) in config.watch
        return town / "preview"

    assert "away" in blanks(serve())
    good = typed.read_text(encoding="utf-8")

    typed.write_text(good.replace("type: lines", "type: textarea"), encoding="utf-8")
    site = serve()
    assert "away" in blanks(site), "the last good sheet"
    line = next(n for n, text in enumerate(good.splitlines(), start=1) if "type: lines" in text)
    told = page(site).get_text(" ")
    assert f"more/{SHEET}.yaml:{line}:" in told
    assert "'textarea' is not a kind of block. Did you mean 'lines'?" in told

    typed.write_text(good.replace("id: away", "id: tomorrow\n            formerly: away"), encoding="utf-8")
    names = blanks(serve())
    assert "tomorrow" in names
    assert "away" not in names
