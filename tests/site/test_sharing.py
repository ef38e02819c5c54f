"""What the visitor's own device does with a listing: copy, share, open in a map app, name the next dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.visitor import TOWN, Visit, visits

GROUP = "groups/tuesday-talkers/"
ADDRESS = "Peer Center, the yellow house, 8 Fern Street, Lantern Bay, ME 04992"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Mobile Safari/537.36"
)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36"

# A share sheet as the standard describes it (Web Share API): it resolves, or it rejects with the name given here.
SHEET = """
    window.shared = [];
    Object.defineProperty(navigator, "share", {configurable: true, value: (what) => {
        window.shared.push(what);
        return %s;
    }});
"""
REFUSES = """
    Object.defineProperty(navigator, "clipboard", {configurable: true, value:
        {writeText: () => Promise.reject(new DOMException("no", "NotAllowedError"))}});
"""


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visit]:
    with visits(browser, site_url) as visit:
        yield visit


def with_script(page: Page, *scripts: str) -> Page:
    for script in scripts:
        page.add_init_script(script)
    page.reload()
    return page


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def said(page: Page) -> str:
    return page.locator("[data-said]").inner_text()


MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_the_address_is_copied_and_the_page_says_so(visit: Visit) -> None:
    page = visit(GROUP, **MAY_COPY)
    page.get_by_role("button", name="Copy the address").press("Enter")
    expect(page.locator("[data-said]")).to_have_text(f"Copied: {ADDRESS}")
    assert page.locator("[data-said]").get_attribute("role") == "status"
    assert copied(page) == ADDRESS


def test_where_copying_is_refused_the_address_is_marked(visit: Visit) -> None:
    page = with_script(visit(GROUP), REFUSES)
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator("[data-said]")).to_contain_text("It is marked for you")
    marked = page.evaluate("getSelection().toString()")
    assert [line.strip() for line in marked.split("\n") if line.strip()] == [
        "Peer Center, the yellow house",
        "8 Fern Street",
        "Lantern Bay, ME 04992",
    ]


def test_a_browser_without_a_clipboard_marks_the_address_too(visit: Visit) -> None:
    gone = 'Object.defineProperty(navigator, "clipboard", {configurable: true, value: undefined});'
    page = with_script(visit(GROUP), gone)
    page.get_by_role("button", name="Copy the address").click()
    assert "8 Fern Street" in page.evaluate("getSelection().toString()")


def test_sharing_hands_the_page_to_the_devices_own_sheet(visit: Visit, site_url: str) -> None:
    page = with_script(visit(GROUP + "?from=here#when"), SHEET % "Promise.resolve()")
    page.get_by_role("button", name="Share this page").click()
    assert page.evaluate("window.shared") == [{"title": "Tuesday Talkers", "url": site_url + GROUP}]
    assert said(page) == ""


def test_who_closes_the_sheet_gets_nothing_else_instead(visit: Visit) -> None:
    page = with_script(visit(GROUP, **MAY_COPY), SHEET % 'Promise.reject(new DOMException("no", "AbortError"))')
    page.get_by_role("button", name="Share this page").click()
    assert page.evaluate("window.shared.length") == 1
    assert said(page) == ""


def test_where_the_sheet_does_not_open_the_link_is_copied(visit: Visit, site_url: str) -> None:
    page = with_script(visit(GROUP, **MAY_COPY), SHEET % 'Promise.reject(new DOMException("no", "NotAllowedError"))')
    page.get_by_role("button", name="Share this page").click()
    expect(page.locator("[data-said]")).to_have_text(f"Copied: {site_url}{GROUP}")
    assert copied(page) == site_url + GROUP


def test_a_device_without_a_sheet_offers_the_link_to_copy(visit: Visit, site_url: str) -> None:
    page = with_script(visit(GROUP, **MAY_COPY), 'Object.defineProperty(navigator, "share", {value: undefined});')
    expect(page.get_by_role("button", name="Share this page")).to_have_count(0)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("[data-said]")).to_have_text(f"Copied: {site_url}{GROUP}")


def test_where_nothing_may_be_copied_the_link_stands_there_marked(visit: Visit, site_url: str) -> None:
    page = with_script(
        visit(GROUP, timers=True), REFUSES, 'Object.defineProperty(navigator, "share", {value: undefined});'
    )
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#link-to-copy")).to_have_text(site_url + GROUP)
    assert page.evaluate("getSelection().toString()") == site_url + GROUP
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("agent", "scheme"), [(ANDROID, "geo:"), (IPHONE, "maps:"), (WINDOWS, "")])
def test_a_place_opens_in_the_map_app_of_devices_that_have_one(visit: Visit, agent: str, scheme: str) -> None:
    page = visit(GROUP, user_agent=agent)
    app = page.get_by_role("link", name="Open in my map app")
    assert app.count() == bool(scheme)
    if scheme:
        assert (app.get_attribute("href") or "").startswith(scheme)
    expect(page.get_by_role("link", name="Map on openstreetmap.org")).to_be_visible()


@pytest.mark.parametrize("agent", [ANDROID, IPHONE])
def test_a_confidential_place_can_be_neither_copied_nor_mapped(visit: Visit, agent: str) -> None:
    page = visit("services/safe-harbor/", user_agent=agent)
    actions = " ".join(page.locator(".wp-actions").all_text_contents())
    assert "Call" in actions
    assert "map" not in actions.casefold()
    assert "Copy the address" not in actions
    assert page.locator("[data-copy], [data-geo], [data-maps], [href^='geo:'], [href*='openstreetmap']").count() == 0


def test_without_script_only_what_works_is_offered(visit: Visit) -> None:
    page = visit(GROUP, java_script_enabled=False, user_agent=ANDROID)
    for name in ("Copy the address", "Share this page", "Copy the link", "Open in my map app"):
        expect(page.locator(".wp-actions").get_by_text(name)).not_to_be_visible()
    for name in ("Map on openstreetmap.org", "Add to calendar", "Call"):
        expect(page.locator(".wp-actions").get_by_role("link", name=name)).to_be_visible()


# The next dates


def dates(page: Page) -> list[str]:
    return [" ".join(date.inner_text().split()) for date in page.locator(".wp-dates time:visible").all()]


@pytest.mark.parametrize(
    ("at", "first"),
    [
        ("2026-11-22T10:00:00-05:00", "Tue, Nov 24 6:30 PM"),
        ("2026-11-23T00:00:00-05:00", "Tomorrow 6:30 PM"),
        ("2026-11-24T00:00:00-05:00", "Today 6:30 PM"),
        ("2026-11-24T19:59:00-05:00", "Today 6:30 PM"),
        ("2026-11-24T20:00:00-05:00", "Tue, Dec 1 6:30 PM"),
        ("2019-01-01T00:00:00-05:00", "Tue, Nov 24 6:30 PM"),
    ],
)
@pytest.mark.parametrize("zone", [TOWN, "Pacific/Auckland"])
def test_the_nearest_dates_are_called_today_and_tomorrow_where_the_group_meets(
    visit: Visit, at: str, first: str, zone: str
) -> None:
    assert dates(visit(GROUP, at=at, zone=zone))[0] == first


def test_when_all_dates_are_over_they_stay_and_the_page_says_from_when_they_are(visit: Visit) -> None:
    page = visit(GROUP, at="2027-02-01T10:00:00-05:00")
    assert dates(page) == dates(visit(GROUP, java_script_enabled=False))
    expect(page.get_by_text("These dates were known on Sunday, November 22, 2026.")).to_be_visible()


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kolkata", "America/New_York"])
def test_the_dates_of_an_online_group_say_the_visitors_own_time(visit: Visit, zone: str) -> None:
    page = visit("groups/pacific-strings/", zone=zone)
    shown = [" ".join(row.inner_text().split()) for row in page.locator(".wp-dates li").all()]
    # It is run from the West Coast, at five in the afternoon.
    begins = datetime(2026, 11, 25, 17, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
    there = begins.astimezone(ZoneInfo(zone))
    own = f" {there:%a %-I:%M %p} your time" if zone != TOWN else ""
    assert shown[0] == f"Wed, Nov 25 8:00 PM{own}"
