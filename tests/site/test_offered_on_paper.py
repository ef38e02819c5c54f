"""The built site offers what was made for paper: each link leads to a PDF of the size that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.paper.press import is_there
from tests.worksheets.sheets import shipped


@pytest.fixture(autouse=True)
def _engine() -> None:
    if missing := is_there():
        pytest.skip(str(missing))


def offered(page: Path) -> Iterator[tuple[Path, str]]:
    """Each PDF that a page links to, and what stands beside the link."""
    html = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    for link in html.select("main a[href$='.pdf']"):
        beside = link.find_next("span", class_="wp-quiet")
        assert beside is not None
        yield (page.parent / str(link["href"])).resolve(), beside.get_text()


def test_each_link_leads_to_a_pdf_of_the_size_beside_it(built_site: Path) -> None:
    pages = [*built_site.glob("worksheets/*/index.html"), *built_site.glob("areas/*/index.html")]
    found = 0
    for page in [*pages, built_site / "print" / "index.html"]:
        for file, beside in offered(page):
            content = file.read_bytes()
            assert content.startswith(b"%PDF-")
            assert beside == f"PDF, {round(len(content) / 1000)} kB"
            found += 1
    assert found > len(pages)


@pytest.mark.parametrize("sheet", shipped())
def test_a_worksheet_has_both_papers_two_sizes_of_letters_and_a_version_to_type_into(
    built_site: Path, sheet: str
) -> None:
    files = [file.name for file, _ in offered(built_site / "worksheets" / sheet / "index.html")]
    ways = {f"{sheet}-{paper}{size}{use}.pdf" for paper in ("letter", "a4") for size in ("", "-large") for use in ("", "-fill")}  # fmt: skip
    assert set(files) == ways
    assert files[0] == f"{sheet}-letter.pdf", "the paper of the country comes first"


def test_everything_for_all_areas_can_be_reached_from_one_page(built_site: Path) -> None:
    made = {file.resolve() for file in (built_site / "print").glob("*.pdf")}
    assert made
    assert made <= {file for file, _ in offered(built_site / "print" / "index.html")}


def test_a_page_with_pdfs_has_their_style(built_site: Path) -> None:
    for address in ("print", "areas/harbor", "worksheets/my-goal"):
        html = (built_site / address / "index.html").read_text(encoding="utf-8")
        assert "stylesheets/on-paper" in html, address
