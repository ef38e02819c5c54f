"""Every kind of page in a real Chromium: accessible, private, quiet, and whole without script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.site.sample import PAGES

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
NARROWEST = {"width": 320, "height": 640}

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


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(
    visit: Any, site_url: str, address: str, scheme: Literal["light", "dark"], viewport: dict[str, int]
) -> None:
    page = visit(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    page.goto(site_url + address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@every_kind
def test_a_page_asks_nobody_else_for_anything_and_reports_no_error(visit: Any, site_url: str, address: str) -> None:
    page = visit(viewport=PHONE)
    asked: list[str] = []
    said: list[str] = []

    def on_request(request: Request) -> None:
        asked.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: said.append(str(error)))
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
@pytest.mark.parametrize("viewport", [NARROWEST, PHONE, DESK], ids=["320", "390", "1280"])
def test_nothing_sticks_out_sideways(visit: Any, site_url: str, address: str, viewport: dict[str, int]) -> None:
    page = visit(viewport=viewport)
    page.goto(site_url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@every_kind
def test_every_page_says_that_it_is_a_demonstration(site_url: str, page: Page, address: str) -> None:
    page.goto(site_url + address)
    expect(page.get_by_text("This is a demonstration")).to_be_visible()


@every_kind
def test_every_control_can_be_reached_by_keyboard_and_shows_its_focus(visit: Any, site_url: str, address: str) -> None:
    page = visit(viewport=DESK)
    page.goto(site_url + address)
    reachable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
                         && !(e.type === 'radio')).length"""
    )
    page.evaluate("window.seen = new Set(); document.activeElement.blur()")
    unmarked = []
    for _ in range(reachable * 2 + 20):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
                const e = document.activeElement;
                if (e === document.body || e === document.documentElement) return null;
                const before = window.seen.size;
                window.seen.add(e);
                const rings = (s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                const around = [e, e.nextElementSibling, e.parentElement, e.closest('.wp-card')].filter(Boolean);
                const marked = around.some(a => rings(getComputedStyle(a))) || rings(getComputedStyle(e, '::after'));
                return {isNew: window.seen.size > before, marked, html: e.outerHTML.slice(0, 120)};
            }"""
        )
        if state is None or not state["isNew"]:
            break
        if not state["marked"]:
            unmarked.append(state["html"])
    met = page.evaluate("[...window.seen].filter(e => e.type !== 'radio').length")
    assert unmarked == []
    assert met == reachable


def test_the_first_tab_stop_skips_to_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#content")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_search_finds_a_group_by_a_word_of_its_own(visit: Any, site_url: str, viewport: dict[str, int]) -> None:
    page = visit(viewport=viewport)
    page.goto(site_url + "learn/hope/")
    page.locator("[data-search-open]").click()
    page.locator("#search-words").fill("knit")
    found = page.locator("#search").get_by_role("link", name="Marsh End Knitters")
    expect(found.first).to_be_visible(timeout=15_000)
    found.first.click()
    expect(page.locator("h1")).to_have_text("Marsh End Knitters")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("insomnia", "Night Owls"),
        ("lonely", "Morning Coffee Circle"),
        ("depression", "Tuesday Talkers"),
        ("alcohol", "Steady Steps"),
        ("domestic violence", "Safe Harbor"),
    ],
)
def test_search_knows_the_words_people_bring(page: Page, site_url: str, words: str, name: str) -> None:
    page.goto(site_url)
    page.locator("[data-search-open]").click()
    page.locator("#search-words").fill(words)
    expect(page.locator("#search").get_by_role("link", name=name).first).to_be_visible(timeout=15_000)


def test_without_script_the_search_field_leads_to_all_listings(visit: Any, site_url: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(site_url)
    page.locator("[data-search-open]").click()
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
