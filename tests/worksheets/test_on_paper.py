"""The worksheets in a real Chromium, on both papers and with words typed in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.worksheets.sheets import shipped

LONG = "I want to paint again, and to sell one picture at the market in June. Zażółć gęślą jaźń, ¿por qué no? " * 4
WIDTHS = (320, 390, 768, 1280)

every_sheet = pytest.mark.parametrize("sheet_id", shipped())


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """One page for all of these tests, since each sheet is opened afresh anyway."""
    with browser.new_context() as context:
        yield context.new_page()


@every_sheet
def test_a_sheet_fits_both_sides_of_one_piece_of_paper(desk: Page, site_url: str, sheet_id: str) -> None:
    desk.goto(f"{site_url}worksheets/{sheet_id}/")
    for paper in ("A4", "Letter"):
        sides = len(re.findall(rb"/Type\s*/Page\b", desk.pdf(format=paper)))
        assert sides in (1, 2), paper


@every_sheet
def test_whatever_is_typed_shows_in_full(desk: Page, site_url: str, sheet_id: str) -> None:
    desk.goto(f"{site_url}worksheets/{sheet_id}/")
    boxes = desk.locator("form.wp-sheet textarea")
    boxes.evaluate_all("(boxes, words) => boxes.forEach(box => { box.value = words; })", LONG)
    cut = "boxes => boxes.filter(box => box.scrollHeight > box.clientHeight + 1).map(box => box.name)"
    assert boxes.evaluate_all(cut) == []
    desk.emulate_media(media="print")
    assert boxes.evaluate_all(cut) == []
    desk.emulate_media(media="screen")


@every_sheet
def test_a_sheet_needs_no_sideways_scrolling(desk: Page, site_url: str, sheet_id: str) -> None:
    desk.goto(f"{site_url}worksheets/{sheet_id}/")
    for width in WIDTHS:
        desk.set_viewport_size({"width": width, "height": 800})
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
        wide = desk.locator("form.wp-sheet table").evaluate_all(
            "tables => tables.filter(table => table.scrollWidth > table.parentElement.clientWidth + 1).length"
        )
        assert wide == 0, width


BROKEN = """cells => cells.filter(cell => {
    const range = document.createRange();
    return [...cell.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).some(node =>
        [...node.data.matchAll(/\\p{L}+/gu)].some(({ 0: word, index }) => {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        }));
}).map(cell => cell.textContent)"""


@every_sheet
def test_no_word_of_a_heading_or_question_is_broken_in_two_on_a_phone(desk: Page, site_url: str, sheet_id: str) -> None:
    desk.goto(f"{site_url}worksheets/{sheet_id}/")
    for width in WIDTHS[:2]:
        desk.set_viewport_size({"width": width, "height": 800})
        asked = desk.locator("form.wp-sheet :is(th, label, legend, .wp-q):visible")
        assert asked.evaluate_all(BROKEN) == [], width


def test_the_enter_key_sends_nothing(desk: Page, site_url: str) -> None:
    address = f"{site_url}worksheets/my-values/"
    desk.goto(address)
    left_for: list[str] = []
    desk.on("request", lambda request: left_for.append(request.url) if request.is_navigation_request() else None)
    choice = desk.locator("form.wp-sheet input").first
    choice.check()
    choice.press("Enter")
    box = desk.locator("form.wp-sheet textarea").first
    box.fill("my own value")
    box.press("Enter")
    desk.locator("form.wp-sheet").evaluate("form => form.requestSubmit()")
    desk.wait_for_timeout(200)
    assert desk.url == address
    assert left_for == []
    assert box.input_value() == "my own value\n"
    assert choice.is_checked()
