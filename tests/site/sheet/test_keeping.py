"""Answers are kept on the device if the visitor says so, found again, and forgotten."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.site.plan.steps import EVERYTHING_STORED, NOTHING
from tests.site.sheet.steps import (
    GOAL,
    ID,
    NAME,
    OTHER,
    OTHER_ID,
    OTHER_NAME,
    SHEET,
    WHY,
    a_file,
    answers,
    changed,
    keep_box,
    kept,
    key,
    put,
    status,
)


def test_nothing_is_kept_until_the_box_is_ticked_and_the_box_says_on_which_devices_not(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + SHEET)
    expect(keep_box(page)).not_to_be_checked()
    assert "not on a shared computer" in page.locator("#sheet-keep-hint").inner_text()
    assert keep_box(page).get_attribute("aria-describedby") == "sheet-keep-hint"
    page.get_by_label(GOAL).fill("Bread")
    page.get_by_role("radio", name="7").first.check()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    page.reload()
    assert answers(page) == {}


def test_once_ticked_every_change_is_kept_and_there_after_a_reload(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread\nand salt")
    keep_box(page).check()
    expect(status(page)).to_contain_text("is kept on this device")
    page.get_by_label(WHY).fill('Zażółć "gęślą" <jaźń>')
    page.get_by_role("radio", name="7").first.check()
    page.get_by_label("Where", exact=True).fill("At home")
    written = answers(page)
    assert written == {
        "goal": "Bread\nand salt", "why": 'Zażółć "gęślą" <jaźń>', "matters": "7", "when_where": "At home",
    }  # fmt: skip
    assert kept(page, site_url) == {
        "format": "waypost-sheet", "version": 1, "worksheet": ID, "name": NAME, "language": "en-US", "saved": "2026-11-22",
        "answers": written,
    }  # fmt: skip
    page.reload()
    assert answers(page) == written
    expect(keep_box(page)).to_be_checked()
    expect(status(page)).to_contain_text(
        "This is what you wrote before. It was kept on this device, last on November 22"
    )


def test_each_sheet_is_kept_by_itself(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    page.goto(site_url + OTHER)
    expect(keep_box(page)).not_to_be_checked()
    assert answers(page) == {}
    page.locator("form textarea").first.fill("Salt")
    assert kept(page, site_url, OTHER_ID) is None
    keep_box(page).check()
    page.goto(site_url + SHEET)
    assert answers(page) == {"goal": "Bread"}
    keep_box(page).uncheck()
    assert kept(page, site_url) is None
    assert (kept(page, site_url, OTHER_ID) or {})["worksheet"] == OTHER_ID


def test_unticking_deletes_at_once_and_leaves_the_page(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    keep_box(page).uncheck()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    page.get_by_label(WHY).fill("Salt")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING, "writing on does not bring it back"
    assert answers(page) == {"goal": "Bread", "why": "Salt"}


def test_answers_are_found_again_after_the_sheet_has_changed(page: Page, site_url: str) -> None:
    put(page, site_url, a_file(answers={"goal": "Bread", "why": "Salt", "dream": "The sea", "plans_9__if": "It rains"}))
    # Since then one block has a new id, one is gone, one has come.
    changed(
        page,
        site_url + SHEET,
        lambda html: (
            html.replace('name="goal"', 'name="wish"')
            .replace('name="why"', 'name="reason"')
            .replace('<form class="wp-sheet"', '<form class="wp-sheet" data-formerly="hope=wish goal=wish"')
        ),
    )
    page.reload()
    assert answers(page) == {"wish": "Bread"}
    rest = page.get_by_role("region", name="Answers that have no place on this sheet: 3")
    expect(rest).to_be_visible()
    assert rest.locator("dt, dd").all_inner_texts() == [
        "why", "Salt", "dream", "The sea", "plans, 9, if", "It rains",
    ]  # fmt: skip
    page.get_by_label(GOAL).fill("Bread and butter")
    assert (kept(page, site_url) or {})["answers"] == {
        "why": "Salt", "dream": "The sea", "plans_9__if": "It rains", "wish": "Bread and butter",
    }  # fmt: skip
    page.emulate_media(media="print")
    expect(rest).to_be_visible()


def test_a_row_of_a_renamed_block_goes_with_it_and_a_newer_answer_is_not_pushed_out(page: Page, site_url: str) -> None:
    put(
        page,
        site_url,
        a_file(answers={"hurdles_1__if": "It rains", "hurdles_2__then": "I wait", "plans_2__then": "I go"}),
    )
    changed(page, site_url + SHEET, lambda html: html.replace("<form ", '<form data-formerly="hurdles=plans" '))
    page.reload()
    assert answers(page) == {"plans_1__if": "It rains", "plans_2__then": "I go"}
    expect(page.locator("[data-sheet-rest]")).to_contain_text("I wait")


@pytest.mark.parametrize("name", ["elements", "reset", "dataset", "id", "constructor", "__proto__"])
def test_a_block_may_be_called_like_a_part_of_the_browser(page: Page, site_url: str, name: str) -> None:
    changed(page, site_url + SHEET, lambda html: html.replace('name="goal"', f'name="{name}"'))
    page.goto(site_url + SHEET)
    keep_box(page).check()
    page.get_by_label(GOAL).fill("Bread")
    page.reload()
    expect(page.get_by_label(GOAL)).to_have_value("Bread")
    text = page.evaluate("key => localStorage.getItem(key)", key(site_url))
    assert json.loads(text)["answers"] == {name: "Bread"}


@pytest.mark.parametrize("address", ["worksheets/", "plan/"])
def test_kept_sheets_are_listed_with_their_day_and_can_be_forgotten(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    expect(page.locator("[data-kept-sheets]")).to_be_hidden()
    put(page, site_url, a_file(worksheet=OTHER_ID), OTHER_ID)
    put(page, site_url, a_file())
    page.goto(site_url + address)
    kept_here = page.get_by_role("region", name="Worksheets kept on this device")
    assert sorted(kept_here.get_by_role("link").all_inner_texts()) == [NAME, OTHER_NAME]
    expect(kept_here).to_contain_text("Last changed on November 3, 2026")
    kept_here.get_by_role("button", name=f"Forget: {NAME}").press("Enter")
    expect(kept_here.get_by_role("status")).to_contain_text(f"{NAME} is forgotten")
    expect(page.get_by_role("heading", name="Worksheets kept on this device")).to_be_focused()
    assert kept_here.get_by_role("link").all_inner_texts() == [OTHER_NAME]
    assert kept(page, site_url) is None
    kept_here.get_by_role("link", name=OTHER_NAME).click()
    assert page.url == site_url + OTHER
    expect(keep_box(page)).to_be_checked()


def test_a_kept_sheet_that_left_the_directory_can_still_be_saved_and_forgotten(page: Page, site_url: str) -> None:
    name = "\u202eGone\u0000 <b>sheet</b>"
    page.goto(site_url + "worksheets/")
    text = a_file(worksheet="gone", name=name)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(site_url, "gone"), text])
    page.reload()
    kept_here = page.get_by_role("region", name="Worksheets kept on this device")
    expect(kept_here.get_by_role("listitem")).to_contain_text("Gone <b>sheet</b>")
    assert "\u202e" not in kept_here.inner_text()
    assert kept_here.get_by_role("link").count() == 0
    with page.expect_download() as downloading:
        kept_here.get_by_role("button", name="Save to a file: Gone").click()
    assert json.loads(downloading.value.path().read_text(encoding="utf-8"))["answers"] == {"goal": "Bread"}
    kept_here.get_by_role("button", name="Forget: Gone").click()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_forget_everything_on_my_plan_forgets_the_sheets_too_and_no_neighbours(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    put(page, site_url, "broken", OTHER_ID)
    page.evaluate("localStorage.setItem('waypost-sheet:/another-town/:my-goal', 'theirs')")
    page.goto(site_url + "plan/")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.locator("[data-plan-status]")).to_contain_text("nothing of your plan or of your worksheets")
    assert page.evaluate("Object.keys(localStorage)") == ["waypost-sheet:/another-town/:my-goal"]
    expect(page.locator("[data-kept-sheets]")).to_be_hidden()


def test_leaving_the_site_deletes_nothing_since_the_privacy_page_says_so(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    page.route("https://www.weather.gov/**", lambda route: route.fulfill(body="weather"))
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("https://www.weather.gov/**")
    page.goto(site_url + SHEET)
    assert answers(page) == {"goal": "Bread"}


@pytest.mark.parametrize("text", ["", "nonsense", '{"format":"waypost-sheet","version":3}', "x" * 1_000_001])
def test_what_is_kept_but_cannot_be_read_is_said_left_alone_and_can_be_cleared(
    page: Page, site_url: str, text: str
) -> None:
    put(page, site_url, text)
    expect(status(page)).to_contain_text("this page cannot read it")
    page.get_by_label(GOAL).fill("Bread")
    keep_box(page).click()
    expect(status(page)).to_contain_text("this page cannot read it")
    expect(keep_box(page)).not_to_be_checked()
    assert page.evaluate("key => localStorage.getItem(key)", key(site_url)) == text
    page.goto(site_url + "worksheets/")
    expect(page.locator("[data-kept-sheets]")).to_contain_text("This page cannot read it")
    page.get_by_role("button", name=f"Forget: {NAME}").click()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
