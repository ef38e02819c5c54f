"""Browsers that keep nothing, run no script, or cannot get the directory's data."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.plan.steps import GROUP, PLAN, a_plan, beside, cards, put, status

REFUSE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize("script", [REFUSE, FULL], ids=["refused", "full"])
def test_where_nothing_can_be_kept_the_listing_says_so_and_offers_the_way_without(
    page: Page, site_url: str, script: str
) -> None:
    page.add_init_script(script)
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    if script == FULL:
        page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_text("This browser lets no page keep anything")).to_be_visible()
    expect(cards(beside(page, "Open a plan without keeping it"))).to_have_count(1)


@pytest.mark.parametrize("script", [REFUSE, FULL], ids=["refused", "full"])
def test_where_nothing_can_be_kept_the_plan_works_and_says_so(page: Page, site_url: str, script: str) -> None:
    page.add_init_script(script)
    page.goto(site_url + PLAN)
    page.get_by_label("What matters to me").fill("Bread")
    page.get_by_label("Keep my plan on this device").click()
    expect(status(page)).to_contain_text("did not let the page keep your plan")
    expect(page.get_by_label("Keep my plan on this device")).not_to_be_checked()
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")
    page.get_by_role("button", name="Forget everything").click()
    expect(status(page)).to_contain_text("Everything is forgotten")


def test_without_the_directorys_data_the_plan_still_opens(page: Page, said: list[str], site_url: str) -> None:
    page.route("**/assets/plan/*.js", lambda route: route.abort())
    put(page, site_url, a_plan("tuesday-talkers", matters="Bread"))
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")
    expect(cards(page).first).to_contain_text("Times and places cannot be shown just now")
    expect(cards(page).first).not_to_contain_text("no longer in the directory")
    said.clear()


def test_data_that_is_no_script_does_no_harm(page: Page, said: list[str], site_url: str) -> None:
    page.route("**/assets/plan/*.js", lambda route: route.fulfill(body="<html>", content_type="text/javascript"))
    put(page, site_url, a_plan("tuesday-talkers"))
    expect(cards(page).first).to_contain_text("Times and places cannot be shown just now")
    said.clear()


def test_without_script_it_is_a_form_to_print(browser: Browser, site_url: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url + PLAN)
        for label in ("What matters to me", "My next small step", "When and where", "Who can help"):
            expect(page.get_by_label(label)).to_be_editable()
        expect(page.get_by_label("Groups, services and worksheets to try")).to_be_editable()
        expect(page.get_by_text("This browser runs no script")).to_be_visible()
        assert page.locator("form button:visible, form input:visible").count() == 0
        page.goto(site_url + GROUP)
        expect(page.get_by_role("button", name="Save to my plan")).to_be_hidden()
