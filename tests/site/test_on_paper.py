"""What comes out of the printer: one sheet where one was promised, crisis lines on it, no buttons."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.site.sample import PAGES

PAPERS = ("A4", "Letter")
LISTINGS = {
    name: address
    for name, address in PAGES.items()
    if address.startswith(("groups/", "services/")) and address.count("/") == 2
}


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def texts(pdf: bytes) -> list[str]:
    """What stands on each sheet."""
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("address", LISTINGS.values(), ids=LISTINGS.keys())
def test_a_listing_fits_one_sheet_with_its_qr_code(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    assert [sheets(page.pdf(format=paper)) for paper in PAPERS] == [1, 1]
    page.emulate_media(media="print")
    code = page.locator(".wp-qr svg").bounding_box()
    # 18 mm is the smallest that phones read well; a CSS pixel is 1/96 of an inch.
    assert code is not None
    assert min(code["width"], code["height"]) >= 18 / 25.4 * 96


def test_the_timetable_fits_one_sheet(page: Page, site_url: str) -> None:
    page.goto(site_url + "week/")
    assert [sheets(page.pdf(format=paper)) for paper in PAPERS] == [1, 1]


@pytest.mark.parametrize("address", ["worksheets/my-values/", "worksheets/my-goal/"])
def test_my_values_and_my_goal_fit_one_piece_of_paper(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    assert [sheets(page.pdf(format=paper)) for paper in PAPERS] == [2, 2]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_paper_shows_crisis_lines_and_nothing_to_press(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    for paper in texts(page.pdf()):
        assert re.search(r"\b988\b", paper)
    page.emulate_media(media="print")
    assert page.locator("button >> visible=true").count() == 0
    for hidden in (".wp-places", ".wp-search-open", ".wp-menu"):
        assert page.locator(f"{hidden} >> visible=true").count() == 0, hidden


@pytest.mark.parametrize("address", ["areas/harbor/", "goals/settled-home/", "find/cost/free/", "learn/hope/"])
def test_a_list_of_several_sheets_has_the_crisis_lines_once_on_each(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    found = texts(page.pdf())
    assert [sheet.count("741741") for sheet in found] == [1] * len(found)


def test_what_answers_day_and_night_stands_once_on_the_timetable_with_its_number(page: Page, site_url: str) -> None:
    page.goto(site_url + "week/")
    (sheet,) = texts(page.pdf())
    assert sheet.count("County Mobile Team") == 1
    assert "555-0133" in sheet
