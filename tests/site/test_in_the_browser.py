"""Every kind of page in a real Chromium: private, quiet, and whole without script. For everybody: `accessibility/`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.site.sample import PAGES
from tests.site.visitor import overhear

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}

every_kind = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())


@pytest.fixture
def visit(browser: Browser) -> Iterator[Any]:
    """Open pages with the settings a visitor's browser may have."""
    contexts: list[BrowserContext] = []

    def opened(**settings: Any) -> Page:
        contexts.append(browser.new_context(**settings))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def test_visitors_read_on_the_day_of_the_build_whatever_day_the_tests_run(page: Page, browser: Browser) -> None:
    now = "new Date().toISOString().slice(0, 16)"
    with browser.new_context() as context:
        assert [one.evaluate(now) for one in (page, context.new_page())] == ["2026-11-22T15:00"] * 2


@every_kind
def test_a_page_asks_nobody_else_for_anything_and_reports_no_error(visit: Any, site_url: str, address: str) -> None:
    page = visit(viewport=PHONE)
    asked: list[str] = []
    said: list[str] = []

    def on_request(request: Request) -> None:
        asked.append(request.url)

    page.on("request", on_request)
    overhear(page, said)
    page.goto(site_url + address, wait_until="networkidle")
    own = urlsplit(site_url).netloc
    assert asked
    assert [url for url in asked if urlsplit(url).netloc not in {own, ""}] == []
    assert said == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@every_kind
def test_a_page_is_whole_without_script(visit: Any, site_url: str, address: str) -> None:
    page = visit(java_script_enabled=False, viewport=PHONE)
    page.goto(site_url + address)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("a[href='tel:911']").first.is_visible(), "the emergency number is one tap away"
    assert page.locator("a[href^='tel:988'], a[href^='sms:988']").first.is_visible()
    expect(page.get_by_role("link", name="Leave this site").first).to_be_visible()
    for button in page.locator("button").all():
        assert not button.is_visible() or button.get_attribute("type") == "button"
    assert page.locator("button[data-print]:visible").count() == 0, "a button that needs script is not shown"


@every_kind
def test_every_page_says_that_it_is_a_demonstration(site_url: str, page: Page, address: str) -> None:
    page.goto(site_url + address)
    expect(page.get_by_text("This is a demonstration")).to_be_visible()


def test_search_is_a_link_to_the_finder_from_every_page(visit: Any, site_url: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(site_url + "learn/hope/")
    page.get_by_role("link", name="Search").click()
    expect(page.locator("h1")).to_have_text("Find support")


def test_leaving_swaps_the_page_for_a_harmless_one(page: Page, site_url: str) -> None:
    page.route(
        "https://www.weather.gov/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto(site_url + "help-now/")
    page.goto(site_url + "groups/tuesday-talkers/")
    page.get_by_role("link", name="Leave this site").first.click()
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()
    page.go_back()
    assert "tuesday-talkers" not in page.url, "the page that was left is not one step back"


def test_three_presses_of_shift_leave_too(page: Page, site_url: str) -> None:
    page.route(
        "https://www.weather.gov/**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )
    page.goto(site_url + "groups/tuesday-talkers/")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()


def test_a_stricter_policy_than_the_pages_own_would_break_nothing_inline(page: Page, site_url: str) -> None:
    page.goto(site_url + "groups/tuesday-talkers/")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert page.locator("script:not([src]):not([type='application/ld+json'])").count() == 0
    assert page.locator("[style], style").count() == 0
