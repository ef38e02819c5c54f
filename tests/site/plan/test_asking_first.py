"""Nothing is kept before the visitor asks for it, and there is a way without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.plan.steps import (
    EVERYTHING_STORED,
    GROUP,
    NAME,
    NOTHING,
    OTHER,
    OTHER_NAME,
    PLAN,
    SHEET,
    SHEET_NAME,
    a_plan,
    beside,
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
    plan = beside(page, "Open a plan without keeping it")
    expect(cards(plan)).to_have_count(1)
    assert names(plan) == [NAME]
    assert plan.url == site_url + PLAN, "what is in the plan does not stay in the address"
    assert plan.evaluate(EVERYTHING_STORED) == {**NOTHING, "name": "my-plan"}, "its name, by which it is found again"
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_a_second_listing_joins_the_plan_that_is_not_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    plan = beside(page, "Open a plan without keeping it")
    plan.get_by_label("What matters to me").fill("Bread")
    page.goto(site_url + OTHER)
    page.get_by_role("button", name="Save to my plan").click()
    page.get_by_role("link", name="Open a plan without keeping it").click()
    expect(cards(plan)).to_have_count(2)
    # Now from the plan itself, whose links lead beside it.
    more = beside(plan, "Worksheets", where="footer, .wp-menu, .wp-places")
    more.goto(site_url + SHEET)
    more.get_by_role("button", name="Save to my plan").click()
    more.get_by_role("link", name="Open a plan without keeping it").click()
    expect(cards(plan)).to_have_count(3)
    assert names(plan) == [NAME, OTHER_NAME, SHEET_NAME]
    expect(plan.get_by_label("What matters to me")).to_have_value("Bread")
    assert len(page.context.pages) == 3
    stored = {**plan.evaluate(EVERYTHING_STORED), "name": ""}
    assert stored == NOTHING


def test_leaving_takes_the_other_windows_of_the_site_along(page: Page, site_url: str) -> None:
    page.context.route("https://www.weather.gov/**", lambda route: route.fulfill(body="Weather"))
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    plan = beside(page, "Open a plan without keeping it")
    expect(cards(plan)).to_have_count(1)
    page.get_by_role("link", name="Leave this site").first.click()
    for window in (page, plan):
        window.wait_for_url("https://www.weather.gov/**")
    assert plan.evaluate("window.name") == ""


def test_links_of_an_empty_or_a_kept_plan_lead_on_in_the_same_window(page: Page, site_url: str) -> None:
    for address in ("", "kept"):
        if address:
            put(page, site_url, a_plan("night-owls-online"))
        page.goto(site_url + PLAN)
        page.get_by_role("link", name="Find support").first.click()
        page.wait_for_url(site_url + "find/**")
    assert len(page.context.pages) == 1


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
