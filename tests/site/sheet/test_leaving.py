"""Leaving with words that stand nowhere else: the browser asks, but never in the way of "Leave this site"."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Dialog, Page, expect

from tests.site.sheet.steps import (
    GOAL,
    OTHER,
    SHEET,
    a_file,
    clear,
    keep_box,
    open_text,
    put,
    saved,
    warns,
)


def test_the_browser_asks_only_while_words_stand_nowhere_else(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(site_url + SHEET)
    assert not warns(page)
    page.get_by_label(GOAL).fill("Bread")
    assert warns(page)
    page.get_by_label(GOAL).fill("  ")
    assert not warns(page), "an empty sheet has nothing to lose"
    page.get_by_label(GOAL).fill("Bread")
    saved(page, tmp_path)
    assert not warns(page), "the file has it"
    page.get_by_role("radio", name="7").first.check()
    assert warns(page), "a choice is an answer too"
    keep_box(page).check()
    assert not warns(page)
    page.get_by_label(GOAL).fill("Bread and salt")
    assert not warns(page)
    keep_box(page).uncheck()
    assert warns(page)
    clear(page)
    assert not warns(page)
    page.get_by_role("button", name="Undo").first.click()
    assert warns(page)
    page.goto("about:blank")
    put(page, site_url, a_file())
    assert not warns(page)


def test_what_was_just_opened_is_in_its_file(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    open_text(page, a_file())
    expect(page.get_by_label(GOAL)).to_have_value("Bread")
    assert not warns(page)
    page.get_by_label(GOAL).fill("Bread and salt")
    assert warns(page)


def test_the_browsers_own_question_is_asked(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", on_dialog)
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).click()
    page.keyboard.type("Bread")
    page.get_by_role("link", name="Worksheets").first.click()
    page.wait_for_url(site_url + "worksheets/")
    assert asked == ["beforeunload"]
    page.goto(site_url + OTHER)
    page.get_by_role("link", name="Worksheets").first.click()
    page.wait_for_url(site_url + "worksheets/")
    assert asked == ["beforeunload"]


def test_nothing_stands_in_the_way_of_leaving_this_site(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", on_dialog)
    page.route("https://www.weather.gov/**", lambda route: route.fulfill(body="weather"))
    for leave in ("press", "shift"):
        page.goto(site_url + SHEET)
        page.get_by_label(GOAL).click()
        page.keyboard.type("Bread")
        assert warns(page)
        if leave == "press":
            page.get_by_role("link", name="Leave this site").click()
        else:
            for _time in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url("https://www.weather.gov/**")
    assert asked == []
