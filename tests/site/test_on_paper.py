"""What comes out of the printer: one sheet where one was promised, crisis lines on it, no buttons."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.site.sample import PAGES

PAPERS = ("A4", "Letter")
LISTINGS = {
    name: address
    for name, address in PAGES.items()
    if address.startswith(("groups/", "services/")) and address.count("/") == 2
}


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


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
    page.emulate_media(media="print")
    assert page.locator("text=/\\b988\\b/ >> visible=true").count() >= 1
    assert page.locator("button >> visible=true").count() == 0
    for hidden in (".wp-places", ".wp-search-open", ".wp-menu"):
        assert page.locator(f"{hidden} >> visible=true").count() == 0, hidden
