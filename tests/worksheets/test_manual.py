"""The manual for those who write worksheets: its examples are real, and its pages are those of the model."""

from __future__ import annotations

import inspect
import re
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from generator.load import load
from generator.model.blocks import BLOCKS
from generator.model.worksheet import Worksheet
from generator.source.reader import read
from tests.worksheets.sheets import typed
from tools.worksheet_pages import BY_HAND, FOLDER, pages, write

ROOT = FOLDER.parents[1]
WRITING = (FOLDER / "writing.md").read_text(encoding="utf-8")


def example(text: str) -> str:
    (found,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    return str(found)


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_example_of_a_kind_is_a_sheet_of_that_kind(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "blocks.yaml"
    path.write_text("blocks:\n" + indent(example(inspect.getdoc(BLOCKS[kind]) or ""), "  "), encoding="utf-8")
    document = read(path, root=tmp_path)
    assert document.problems == ()
    blocks = document.value["blocks"]
    assert isinstance(blocks, list)
    sheet = Worksheet.model_validate(typed(*blocks))
    assert {type(block) for block in sheet.blocks} == {BLOCKS[kind]}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_page_tells_why_and_what_it_becomes(kind: str) -> None:
    page = pages()[f"{kind.replace('_', '-')}.md"]
    assert re.findall("^## (.+)$", page, re.MULTILINE) == ["Fields", "On screen", "On paper"]
    why = page.split("\n\n")[2]
    assert len(why) > 80
    for name in BLOCKS[kind].model_fields:
        assert name in ("type", "formerly") or f"| `{name}` |" in page


def test_the_printed_pages_are_up_to_date() -> None:
    printed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md") if path.name not in BY_HAND}
    assert printed == pages(), "print them again: python -m tools.worksheet_pages"


def test_a_page_of_a_kind_that_is_no_more_goes_away_and_what_was_written_by_hand_stays(tmp_path: Path) -> None:
    (tmp_path / "sliders.md").write_text("# sliders\n", encoding="utf-8")
    (tmp_path / "writing.md").write_text("# Ours\n", encoding="utf-8")
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*pages(), "writing.md"])
    assert (tmp_path / "writing.md").read_text(encoding="utf-8") == "# Ours\n"


def test_links_of_the_manual_lead_to_pages() -> None:
    for page in FOLDER.glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (FOLDER / link).exists(), f"{page.name}: {link}"


def test_the_limits_in_the_guide_are_those_of_the_model(tmp_path: Path) -> None:
    table = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", WRITING, re.MULTILINE))
    fields = pages()
    assert table["a prompt or a hint"] == "300 characters"
    assert "| up to 300 characters, needed |" in fields["lines.md"]
    assert table["an option, or words beside a box"] == "120 characters"
    assert "`name` | The word or short sentence. | up to 120 characters" in fields["checklist.md"]
    assert table["a note, or words before a part"].startswith("3,000 characters")
    assert "up to 3,000 characters, needed" in fields["note.md"]
    assert table["options in a list"] == "60"
    assert "1 to 60 of them" in fields["checklist.md"]
    assert table["rows of a table or tracker"] == "30"
    assert "1 to 30" in fields["table.md"]
    assert table["columns of a table"] == "6, of a tracker 14"
    assert "1 to 6 of them" in fields["table.md"]
    assert "1 to 14 of them" in fields["tracker.md"]


def test_nothing_is_said_against_the_example_to_copy(tmp_path: Path) -> None:
    head = """directory: {name: Lantern Bay, area_served: Lantern County, country: US, time_zone: America/New_York}
crisis: US
include: [goals.yaml, sheet.yaml]
"""
    (tmp_path / "goals.yaml").write_text((ROOT / "listings" / "goals.yaml").read_text(encoding="utf-8"), "utf-8")
    (tmp_path / "sheet.yaml").write_text(example(WRITING), encoding="utf-8")
    (tmp_path / "resources.yaml").write_text(head, encoding="utf-8")
    loaded = load(tmp_path / "resources.yaml", root=tmp_path, today=date(2026, 11, 22))
    assert loaded.errors == []
    assert [str(problem.message) for problem in loaded.problems if problem.place.path == "sheet.yaml"] == []
