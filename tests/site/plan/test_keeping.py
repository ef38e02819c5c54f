"""A plan is kept, changed in several windows, no longer kept, forgotten."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, Page, expect

from tests.site.plan.steps import (
    EVERYTHING_STORED,
    GROUP,
    NAME,
    NOTHING,
    PLAN,
    a_plan,
    cards,
    keep_from_listing,
    kept,
    key,
    put,
    status,
)


def test_what_is_written_is_there_after_a_reload(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers"))
    written = {
        "What matters to me": "Bread\nand salt",
        "My next small step": "Call",
        "When and where": "Now",
        "Who can help": "Ana",
    }
    for label, words in written.items():
        page.get_by_label(label).fill(words)
    page.get_by_label(f"My note: {NAME}").fill("Side door")
    page.reload()
    for label, words in written.items():
        expect(page.get_by_label(label)).to_have_value(words)
    expect(page.get_by_label(f"My note: {NAME}")).to_have_value("Side door")


def test_ticking_the_box_keeps_what_is_on_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    page.get_by_label("What matters to me").fill("Bread")
    page.get_by_label("Keep my plan on this device").check()
    expect(status(page)).to_contain_text("is kept on this device")
    page.reload()
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")


def test_unticking_the_box_deletes_at_once_and_leaves_the_page(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers", matters="Bread"))
    expect(cards(page)).to_have_count(1)
    page.get_by_label("Keep my plan on this device").uncheck()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")
    page.get_by_label("What matters to me").fill("Bread, and salt")
    expect(cards(page)).to_have_count(1)
    assert page.evaluate(EVERYTHING_STORED) == NOTHING, "writing on does not bring it back"


def test_one_press_forgets_everything(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers", matters="Bread", step="Bake"))
    expect(cards(page)).to_have_count(1)
    page.get_by_role("button", name="Forget everything").click()
    expect(status(page)).to_contain_text("Everything is forgotten")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    expect(cards(page)).to_have_count(0)
    expect(page.get_by_label("What matters to me")).to_have_value("")
    expect(page.get_by_label("Keep my plan on this device")).not_to_be_checked()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING
    assert "Bread" not in page.content()


def test_a_plan_added_to_elsewhere_appears_here(page: Page, context: BrowserContext, site_url: str) -> None:
    put(page, site_url, a_plan("night-owls-online"))
    other = context.new_page()
    other.goto(site_url + GROUP)
    other.get_by_role("button", name="Save to my plan").click()
    expect(cards(page)).to_have_count(2)
    page.get_by_label("What matters to me").fill("Bread")
    assert [item["id"] for item in (kept(page, site_url) or {})["items"]] == ["night-owls-online", "tuesday-talkers"]


def test_a_plan_forgotten_in_another_window_is_gone_here_too(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    put(page, site_url, a_plan("night-owls-online", matters="Bread"))
    expect(cards(page)).to_have_count(1)
    other = context.new_page()
    other.goto(site_url + PLAN)
    other.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_label("What matters to me")).to_have_value("")
    expect(cards(page)).to_have_count(0)
    page.get_by_label("What matters to me").fill("Salt")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_a_page_that_comes_back_by_the_back_button_looks_again(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("night-owls-online"))
    expect(cards(page)).to_have_count(1)
    # As when the page was asleep in the browser's memory while another page saved something.
    text = json.dumps(a_plan("night-owls-online", "tuesday-talkers"))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(site_url), text])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(cards(page)).to_have_count(2)


def test_what_was_written_without_keeping_is_put_together_with_a_plan_kept_meanwhile(
    page: Page, context: BrowserContext, site_url: str
) -> None:
    page.goto(site_url + PLAN)
    page.get_by_label("What matters to me").fill("Bread")
    other = context.new_page()
    keep_from_listing(other, site_url + GROUP)
    expect(cards(page)).to_have_count(1)
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")
    assert (kept(page, site_url) or {})["matters"] == "Bread"
