"""Every sheet of the demonstration, filled in and printed: each word is on the paper."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.site.sheet.steps import GOAL, NAME, SHEET, a_file, open_text
from tests.worksheets.sheets import shipped

FILL = """(boxes, words) => boxes.forEach((box, number) => {
    box.value = `${(words + " ").repeat(1 + number % 4)}end${number}mark`;
    box.dispatchEvent(new Event("input", { bubbles: true }));
})"""
WORDS = "I want to paint again and sell one picture at the market in June, zażółć gęślą jaźń."


def text_of(page: Page, paper: str) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format=paper))).pages)


@pytest.mark.parametrize("worksheet", shipped())
def test_whatever_was_written_is_printed_in_full(page: Page, site_url: str, worksheet: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}worksheets/{worksheet}/")
    boxes = page.locator("form textarea")
    boxes.evaluate_all(FILL, WORDS)
    ends = {f"end{number}mark" for number in range(boxes.count())}
    assert ends
    for paper in ("A4", "Letter"):
        text = text_of(page, paper)
        assert ends <= set(re.findall(r"end\d+mark", re.sub(r"\s+", "", text))), paper
        assert text.count("Take it with you") == text.count("Fill it in here") == 0, "no controls on paper"


def test_a_text_of_several_pages_is_printed_on_several_pages(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    words = " ".join(f"word{number}" for number in range(5_000))
    page.get_by_label(GOAL).fill(words)
    page.locator("[name=have_1_what-i-can-do-and-know]").fill("\n".join(f"row{number}" for number in range(200)))
    text = text_of(page, "A4")
    found = set(re.findall(r"word\d+|row\d+", text))
    assert {f"word{number}" for number in range(5_000)} - found == set()
    assert {f"row{number}" for number in range(200)} - found == set()


def test_an_empty_box_is_printed_with_its_lines_and_a_filled_one_without(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    page.emulate_media(media="print")
    boxes = page.locator(".wp-write")
    expect(boxes.nth(0).locator(".wp-rules")).to_be_hidden()
    expect(boxes.nth(0).get_by_text("Bread")).to_be_visible()
    expect(boxes.nth(1).locator(".wp-rules")).to_be_visible()


def test_answers_without_a_place_are_printed_too(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    open_text(page, a_file(answers={"gone": "The sea"}))
    text = text_of(page, "A4")
    assert NAME in text
    assert "The sea" in text
