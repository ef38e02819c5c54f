"""Nothing is kept before the visitor asks for it, and there is a way without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.plan.steps import (
    EVERYTHING_STORED,
    GROUP,
    NAME,
    NOTHING,
    OTHER_NAME,
    PLAN,
    SHEET,
    SHEET_NAME,
    a_plan,
    cards,
    keep_from_listing,
    kept,
    key,
    names,
    put,
)


def test_nothing_is_stored_before_the_visitor_says_yes(page: Page, site_url: str) -> None:
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    expect(page.get_by_text("Keep a plan on this device?")).to_be_visible()
    page.get_by_role("button", name="Not now").click()
    expect(page.get_by_text("Keep a plan on this device?")).to_be_hidden()
    page.goto(site_url + PLAN)
    page.get_by_label("What matters to me").fill("My daughter")
    page.get_by_label("Add something by its name").fill("tuesday")
    page.get_by_role("button", name=f"Add {NAME}").click()
    expect(cards(page)).to_have_count(1)
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    page.reload()
    expect(page.get_by_label("What matters to me")).to_have_value("")
    expect(cards(page)).to_have_count(0)


def test_one_yes_keeps_the_first_and_the_next_is_saved_at_once(page: Page, site_url: str) -> None:
    keep_from_listing(page, site_url + GROUP)
    expect(page.get_by_text("In my plan")).to_be_visible()
    expect(page.get_by_role("link", name="Open my plan")).to_be_focused()
    page.goto(site_url + SHEET)
    page.get_by_role("button", name="Save to my plan").click()
    page.get_by_role("link", name="Open my plan").click()
    expect(cards(page)).to_have_count(2)
    assert names(page) == [NAME, SHEET_NAME]
    expect(page.get_by_label("Keep my plan on this device")).to_be_checked()
    assert [name for name, _ in page.evaluate("Object.entries(localStorage)")] == [key(site_url)]


def test_a_listing_says_that_it_is_in_the_plan_and_can_be_taken_out_there(page: Page, site_url: str) -> None:
    keep_from_listing(page, site_url + GROUP)
    page.reload()
    expect(page.get_by_text("In my plan")).to_be_visible()
    page.get_by_role("button", name="Take out").click()
    expect(page.get_by_role("button", name="Save to my plan")).to_be_focused()
    assert (kept(page, site_url) or {})["items"] == []


def test_escape_closes_the_question_and_gives_the_focus_back(page: Page, site_url: str) -> None:
    page.goto(site_url + GROUP)
    button = page.get_by_role("button", name="Save to my plan")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Keep on this device")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_plan_can_be_opened_without_keeping_anything(page: Page, site_url: str) -> None:
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    page.get_by_role("link", name="Open a plan without keeping it").click()
    expect(cards(page)).to_have_count(1)
    assert names(page) == [NAME]
    assert page.url == site_url + PLAN, "what is in the plan does not stay in the address"
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


@pytest.mark.parametrize("part", ["add=<img src=x>", "add=nobody-has-this-id", "add=__proto__", "add=", "nonsense"])
def test_an_address_with_nonsense_adds_nothing(page: Page, site_url: str, part: str) -> None:
    page.goto(f"{site_url}{PLAN}#{part}")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    expect(cards(page)).to_have_count(0)


def test_an_address_made_by_somebody_else_cannot_add_to_a_kept_plan(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("night-owls-online"))
    page.goto("about:blank")
    page.goto(f"{site_url}{PLAN}#add=tuesday-talkers")
    expect(cards(page)).to_have_count(1)
    assert names(page) == [OTHER_NAME]
