"""Whatever one looks for: nobody else is asked, nothing is kept, and the host is not told the words."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

from tests.site.find.steps import EVERYTHING_STORED, NOTHING_STORED, answer, box, open_finder, rows, search


def test_a_whole_visit_asks_nobody_else_keeps_nothing_and_sends_no_words(page: Page, site_url: str) -> None:
    asked: list[Request] = []

    def on_request(request: Request) -> None:
        asked.append(request)

    page.on("request", on_request)
    page.goto(site_url)
    box(page).fill("lonely")
    box(page).press("Enter")
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    search(page, "voices")
    answer(page, "how", "online").check()
    page.get_by_label("Area or postcode").fill("04994")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Clear all").click()
    page.get_by_role("button", name="Show 30 more").click()
    rows(page).first.get_by_role("link").click()
    page.go_back()
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    page.reload()
    own = urlsplit(site_url).netloc
    assert [request.url for request in asked if urlsplit(request.url).netloc != own] == []
    assert {request.method for request in asked} == {"GET"}
    for word in ("lonely", "voices", "04994"):
        assert [request.url for request in asked if word in request.url] == []
    assert page.evaluate(EVERYTHING_STORED) == NOTHING_STORED


def test_storage_that_is_refused_is_no_trouble(page: Page, site_url: str) -> None:
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError") }});"""
    )
    open_finder(page, site_url)
    search(page, "knit")
    assert rows(page).count() > 0


def test_a_second_visit_to_the_same_words_asks_for_nothing_new(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "sleep")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box(page).clear()
    search(page, "sleep")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "words-" in url] == []
