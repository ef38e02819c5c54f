"""One sheet open in two windows: neither overwrites the other without a word."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, Page, expect

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
    key,
    put,
    status,
    warns,
)


def test_what_is_written_in_one_window_appears_in_the_other(page: Page, context: BrowserContext, site_url: str) -> None:
    put(page, site_url, a_file())
    other = context.new_page()
    other.goto(site_url + SHEET)
    other.get_by_label(WHY).fill("Salt")
    expect(page.get_by_label(WHY)).to_have_value("Salt")
    page.get_by_label(GOAL).fill("Butter")
    expect(other.get_by_label(GOAL)).to_have_value("Butter")
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Butter", "why": "Salt"}


def asleep(page: Page, site_url: str, text: str) -> None:
    """Another window keeps this without this one being told, as while it is frozen in the background."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(site_url), text])


def test_a_window_that_slept_overwrites_nothing_when_it_is_written_on(page: Page, site_url: str) -> None:
    put(page, site_url, a_file(answers={"goal": "Bread", "matters": "3", "why": "Salt"}))
    asleep(page, site_url, a_file(answers={"goal": "Cheese", "matters": "3", "know": "I sleep", "new": "?"}))
    page.get_by_label(GOAL).fill("Butter")
    whole = {"goal": "Cheese\n\nButter", "matters": "3", "know": "I sleep"}
    assert answers(page) == whole
    assert (kept(page, site_url) or {})["answers"] == {**whole, "new": "?"}
    expect(status(page)).to_contain_text("You wrote on this sheet in another window too")


def test_a_window_that_slept_and_was_not_written_on_shows_what_the_other_kept(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    asleep(page, site_url, a_file(answers={"goal": "Cheese"}))
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert answers(page) == {"goal": "Cheese"}


def test_words_not_kept_here_are_put_together_with_those_kept_in_another_window(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    other = context.new_page()
    other.goto(site_url + SHEET)
    other.get_by_label(GOAL).fill("Butter")
    keep_box(other).check()
    expect(page.get_by_label(GOAL)).to_have_value("Butter\n\nBread")
    expect(keep_box(page)).to_be_checked()
    expect(other.get_by_label(GOAL)).to_have_value("Butter\n\nBread")
    assert not warns(page)


def test_a_sheet_cleared_in_another_window_is_gone_here_too_and_does_not_come_back(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    put(page, site_url, a_file())
    other = context.new_page()
    other.goto(site_url + SHEET)
    clear(other)
    expect(status(page)).to_contain_text("cleared from this device in another window")
    assert answers(page) == {}
    assert page.locator("[data-sheet-undo]:visible").count() == 0
    page.get_by_label(GOAL).fill("Salt")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_a_sheet_forgotten_while_this_window_slept_is_not_kept_again_by_writing_and_loses_no_words(
    page: Page, site_url: str
) -> None:
    put(page, site_url, a_file())
    page.evaluate("localStorage.clear()")
    page.get_by_label(WHY).press_sequentially("Salt")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    expect(keep_box(page)).not_to_be_checked()
    assert answers(page) == {"goal": "Bread", "why": "Salt"}
    assert warns(page)


def test_undo_in_one_window_reaches_the_other(page: Page, context: BrowserContext, site_url: str) -> None:
    put(page, site_url, a_file())
    other = context.new_page()
    other.goto(site_url + SHEET)
    clear(page)
    expect(other.get_by_label(GOAL)).to_have_value("")
    page.keyboard.press("Enter")
    expect(other.get_by_label(GOAL)).to_have_value("Bread")
    assert json.loads(json.dumps(kept(other, site_url) or {}))["answers"] == {"goal": "Bread"}
