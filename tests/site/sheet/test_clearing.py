"""Clearing a sheet: asked first, here and on the device, and undone until the page is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.plan.steps import EVERYTHING_STORED, NOTHING
from tests.site.sheet.steps import (
    GOAL,
    SHEET,
    WHY,
    a_file,
    answers,
    clear,
    keep_box,
    kept,
    put,
    question,
    status,
    warns,
)


def test_clearing_asks_and_empties_the_page_and_the_device(page: Page, site_url: str) -> None:
    put(page, site_url, a_file(answers={"goal": "Bread", "sure": "3", "gone": "Old"}))
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(question(page)).to_be_focused()
    expect(question(page)).to_have_accessible_name("Clear everything you wrote on this sheet, here and on this device?")
    page.get_by_role("button", name="No, leave it").click()
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Bread", "sure": "3", "gone": "Old"}
    expect(page.get_by_role("button", name="Clear", exact=True)).to_be_focused()
    clear(page)
    assert answers(page) == {}
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    expect(keep_box(page)).not_to_be_checked()
    expect(page.locator("[data-sheet-rest]")).to_be_hidden()
    expect(status(page)).to_contain_text("Until you leave this page you can undo that")
    expect(page.locator("[data-sheet-says]").get_by_role("button", name="Undo")).to_be_focused()
    page.get_by_label(GOAL).fill("Salt")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_undo_brings_back_page_and_device(page: Page, site_url: str) -> None:
    put(page, site_url, a_file(answers={"goal": "Bread", "sure": "3", "gone": "Old"}))
    clear(page)
    page.keyboard.press("Enter")
    assert answers(page) == {"goal": "Bread", "sure": "3"}
    expect(page.locator("[data-sheet-rest]")).to_contain_text("Old")
    expect(keep_box(page)).to_be_checked()
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Bread", "sure": "3", "gone": "Old"}


def test_undo_is_there_until_the_page_is_left_and_loses_nothing_written_since(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    clear(page)
    page.get_by_label(WHY).fill("Salt")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_have_count(1)
    undo.click()
    assert answers(page) == {"goal": "Bread"}
    undo.last.click()
    assert answers(page) == {"why": "Salt"}


def test_undo_ends_when_the_page_is_left_even_if_the_browser_keeps_it(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    clear(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.locator("[data-sheet-undo]:visible").count() == 0
    assert "Bread" not in page.content()


def test_clearing_an_empty_sheet_leaves_nothing_to_undo(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    clear(page)
    assert page.locator("[data-sheet-undo]:visible").count() == 0
    assert not warns(page)


@pytest.mark.parametrize("press", ["Escape", "type"])
def test_the_question_goes_away_when_one_writes_on(page: Page, site_url: str, press: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    page.get_by_role("button", name="Clear", exact=True).click()
    if press == "type":
        page.get_by_label(WHY).press_sequentially("Sa")
        expect(page.get_by_label(WHY)).to_be_focused()
    else:
        page.keyboard.press(press)
    expect(question(page)).to_be_hidden()
    assert answers(page)["goal"] == "Bread"
