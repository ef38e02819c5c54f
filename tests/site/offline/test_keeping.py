"""Pages are kept for when there is no signal: after the visitor asked, and until they say otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.offline.host import Host
from tests.site.offline.steps import (
    A_DAY,
    GROUP,
    HELP,
    MADE,
    NAME,
    NOTHING,
    OTHER,
    PLAN,
    PRIVACY,
    SHEET,
    SHEET_NAME,
    WEEK,
    box,
    is_dressed,
    keep_pages,
    kept,
    notices,
    open_for_good,
    status,
    stored,
)


@pytest.mark.parametrize("address", [HELP, PLAN, PRIVACY])
def test_the_box_is_there_unticked_and_nothing_is_kept(page: Page, host: Host, address: str) -> None:
    page.goto(host.url + address)
    expect(box(page)).to_be_visible()
    expect(box(page)).not_to_be_checked()
    expect(page.get_by_text("Nothing is kept until you tick this")).to_be_visible()
    page.goto(host.url + GROUP)
    assert stored(page) == NOTHING
    assert not [path for path in host.asked if path.endswith("sw.js")]


def test_without_script_there_is_no_box(browser: Browser, host: Host) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(host.url + HELP)
        expect(box(page)).to_be_hidden()


def test_what_was_promised_opens_without_signal(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    host.answers = "never"
    for address, title in [("", "What matters to you?"), (HELP, "Help now"), (WEEK, "This week"), (SHEET, SHEET_NAME)]:
        page.goto(host.url + address)
        expect(page.locator("h1")).to_have_text(title)
        assert is_dressed(page)
    page.goto(host.url + PLAN)
    page.get_by_label("Add something by its name").fill(NAME)
    page.get_by_role("button", name=f"Add {NAME}").click()
    expect(page.locator(".wp-plan-item")).to_contain_text("Every Tuesday")


def test_the_finder_finds_without_signal(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    host.answers = "never"
    page.goto(host.url + "find/")
    page.locator("main").get_by_role("searchbox").fill("knit")
    expect(page.locator("main").get_by_role("link", name="Marsh End Knitters").first).to_be_visible(timeout=15_000)
    assert is_dressed(page)


def test_a_page_seen_since_then_opens_and_another_says_what_there_is(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)
    host.answers = "never"
    page.goto(host.url + GROUP)
    expect(page.locator("h1")).to_have_text(NAME)
    assert is_dressed(page)
    page.goto(host.url + OTHER)
    expect(page.locator("h1")).to_have_text("No signal just now")
    expect(page.get_by_role("region", name="Calls and texts").get_by_role("link", name="Call 988")).to_be_visible()
    there = page.get_by_role("region", name="Kept on this device").get_by_role("link")
    expect(there.filter(has_text=NAME)).to_have_count(1)
    expect(there.filter(has_text="My plan")).to_have_count(1)
    page.get_by_role("region", name="Kept on this device").get_by_role("link", name=NAME).click()
    expect(page.locator("h1")).to_have_text(NAME)


def test_the_page_on_which_one_asks_is_kept_too(page: Page, host: Host) -> None:
    page.goto(host.url + PRIVACY)
    box(page).check()
    expect(status(page)).to_contain_text("Kept.", timeout=60_000)
    open_for_good(page, host.url + PRIVACY)


def test_what_somebody_looked_for_is_not_kept(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    page.goto(host.url + WEEK + "?q=secret#more", wait_until="networkidle")
    host.answers = "never"
    page.goto(host.url + WEEK + "?q=other")
    expect(page.locator("h1")).to_have_text("This week")
    assert not [url for which in ("pages", "parts") for url in kept(page, which) if "secret" in url or "other" in url]


def test_a_copy_says_of_what_day_it_is_once_that_day_is_over(page: Page, context: BrowserContext, host: Host) -> None:
    keep_pages(page, host.url)
    host.answers = "never"
    page.goto(host.url + HELP)
    assert notices(page) == []
    context.clock.set_fixed_time(MADE + 2 * A_DAY)
    page.goto(host.url + HELP)
    expect(page.get_by_text("you see the copy that is kept on this device")).to_be_visible()
    assert "Sunday, November 22, 2026" in notices(page)[0]
    host.answers = "well"
    page.goto(host.url + HELP)
    expect(page.locator("h1")).to_have_text("Help now")
    assert notices(page) == [], "the host answered, so this is its newest page"


def test_unticking_deletes_everything_at_once_and_nothing_comes_back(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    box(page).uncheck()
    expect(status(page)).to_contain_text("All kept pages are deleted")
    assert stored(page) == NOTHING
    # This page still has its worker until it is left.
    page.evaluate("() => fetch('../assets/stylesheets/base.css')")
    page.goto(host.url + GROUP, wait_until="networkidle")
    assert stored(page) == NOTHING
    page.goto(host.url + HELP)
    expect(box(page)).not_to_be_checked()


def test_another_window_does_not_bring_it_back(page: Page, context: BrowserContext, host: Host) -> None:
    keep_pages(page, host.url)
    other = context.new_page()
    other.goto(host.url + PLAN)
    expect(box(other)).to_be_checked()
    other.get_by_role("button", name="Forget everything").click()
    expect(status(other)).to_contain_text("All kept pages are deleted")
    expect(box(other)).not_to_be_checked()
    page.bring_to_front()
    page.goto(host.url + GROUP, wait_until="networkidle")
    assert stored(page) == NOTHING


def test_another_directory_on_the_same_host_keeps_its_own(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    page.evaluate("() => caches.open('waypost:/lantern-bay/harbor/:pages')")
    box(page).uncheck()
    expect(status(page)).to_contain_text("All kept pages are deleted")
    assert stored(page) == {**NOTHING, "caches": ["waypost:/lantern-bay/harbor/:pages"]}


def test_a_visitor_who_saves_data_is_spared_the_worksheets(page: Page, host: Host) -> None:
    def thrifty(path: str, content: bytes) -> bytes:
        return content.replace(b"navigator.connection?.saveData", b"true") if path.endswith("/sw.js") else content

    host.change = thrifty
    keep_pages(page, host.url)
    assert host.url + WEEK in kept(page)
    assert not [url for url in kept(page) if "/worksheets/" in url]


def test_keeping_asks_for_each_part_once(page: Page, host: Host) -> None:
    page.goto(host.url + HELP, wait_until="networkidle")
    host.asked.clear()
    box(page).check()
    expect(status(page)).to_contain_text("Kept.", timeout=60_000)
    sheets = [path for path in host.asked if "/assets/stylesheets/" in path]
    assert sheets
    assert len(sheets) == len(set(sheets))


def test_without_signal_rows_say_which_of_their_pages_are_not_kept(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)
    page.goto(host.url + WEEK)
    marks = page.locator(".wp-not-kept")
    expect(page.locator(".wp-meeting-name").first).to_be_visible()
    expect(marks).to_have_count(0)
    host.answers = "never"
    page.goto(host.url + WEEK)
    expect(marks.first).to_have_text("needs signal")
    names = page.locator(".wp-meeting-name, .wp-doors li")
    own = names.filter(has=page.get_by_role("link", name=NAME, exact=True))
    assert own.count() > 0
    assert own.locator(".wp-not-kept").count() == 0
    assert marks.count() == names.count() - own.count()


def test_without_signal_rows_of_the_finder_say_so_too(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)
    host.answers = "never"
    page.goto(host.url + "find/")
    page.locator("main").get_by_role("searchbox").fill("tuesday talkers")
    own = page.locator(".wp-row-name").filter(has=page.get_by_role("link", name=NAME, exact=True))
    expect(own).to_be_visible(timeout=15_000)
    expect(page.locator("[data-find-list] .wp-not-kept").first).to_be_visible()
    expect(own.locator(".wp-not-kept")).to_have_count(0)
