"""Addresses nobody meant, and scripts that fail: a page stays whole, and what is left of the scripts still works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page, Route, expect

NOWHERE = [
    "nothing",
    "nothing/",
    "a/b/c/d/e/f/g/h/i/j/k/",
    "groups/tuesday-talkers/index.html/more/",
    "groups/%00/",
    "%2e%2e/%2e%2e/etc/passwd",
    "groups//////tuesday-talkers/x",
    "%E0%A4%A",
    "groups/<script>alert(1)</script>/",
    "groups/" + "long-" * 1500,
    "groups/?q=" + "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
]

HASHES = [
    "#nothing",
    "#%E0%A4%A",
    "#%00",
    "#'\"><img src=x onerror=alert(1)>",
    "#constructor",
    "#__proto__=1",
    "#:~:text=x",
    "#" + "a" * 50_000,
    "?q=%E0%A4%A&__proto__[x]=1&constructor=2#content",
    "?" + "a=b&" * 5_000,
]


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What the page complained about or asked; a test that means it empties the list."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    def on_dialog(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", on_console)
    page.on("dialog", on_dialog)
    yield said
    assert said == []


@pytest.mark.parametrize("address", NOWHERE, ids=lambda address: address[:40])
def test_an_address_that_is_nowhere_shows_a_whole_page_that_leads_on(
    page: Page, said: list[str], site_url: str, built_site: Path, address: str
) -> None:
    not_here = (built_site / "404.html").read_text("utf-8")
    asked: list[str] = []

    def host(route: Route) -> None:
        # As every static host does it, at whatever depth: the page's own files are asked for by their address.
        if route.request.is_navigation_request() and route.request.url != site_url:
            route.fulfill(status=404, body=not_here, content_type="text/html")
        else:
            asked.append(route.request.url)
            route.continue_()

    page.route("**/*", host)
    answers: list[int] = []
    page.on("response", lambda response: answers.append(response.status))
    page.goto(site_url + address)
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    assert asked != []
    assert all(urlsplit(url).path.startswith("/lantern-bay/assets/") for url in asked)
    assert sorted(set(answers)) == [200, 404], "the page itself is not there, and all of its own files are"
    assert page.evaluate("getComputedStyle(document.querySelector('.wp-safety')).position") == "sticky"
    page.get_by_role("link", name="Go to the first page").click()
    expect(page).to_have_url(site_url)
    said[:] = [line for line in said if "404" not in line]


@pytest.mark.parametrize(
    "address", ["", "groups/tuesday-talkers/", "listings/", "worksheets/my-goal/", "plan/", "week/"]
)
def test_whatever_stands_behind_an_address_the_page_is_whole_and_keeps_nothing(
    page: Page, said: list[str], site_url: str, address: str
) -> None:
    for more in HASHES:
        page.goto("about:blank")
        page.goto(site_url + address + more)
        expect(page.locator("h1")).to_be_visible()
        seen = page.evaluate(
            """() => ({
                kept: localStorage.length + sessionStorage.length, pictures: document.querySelectorAll("img[src=x]").length,
                inAll: ({}).x ?? null, isWide: document.documentElement.scrollWidth > innerWidth,
            })"""
        )
        assert seen == {"kept": 0, "pictures": 0, "inAll": None, "isWide": False}, more[:60]


def what_works(page: Page, broken: str) -> None:
    """Each script of a listing's page does its part, but for the one that is broken."""
    if not broken.endswith("/print.js"):
        expect(page.locator("[data-print]").first).to_be_visible()
    if not broken.endswith(("/plan-store.js", "/plan-button.js")):
        expect(page.get_by_role("button", name="Save to my plan")).to_be_visible()
    if not broken.endswith("/leave.js"):
        page.keyboard.press("Shift")
        expect(page.locator("[data-leave] + [role=status]")).not_to_be_empty()
    expect(page.get_by_role("link", name="Leave this site")).to_have_attribute("href", "https://www.weather.gov/")


@pytest.mark.parametrize("fault", ["throw new Error('broken')", "this is no script"], ids=["throws", "garbled"])
def test_a_script_that_fails_takes_no_other_with_it(page: Page, site_url: str, fault: str) -> None:
    address = site_url + "groups/tuesday-talkers/"
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    scripts = page.locator("script[src]").evaluate_all("all => all.map(one => new URL(one.src).pathname)")
    assert len(scripts) >= 4
    for script in scripts:

        def is_it(url: str, script: str = script) -> bool:
            return urlsplit(url).path == script

        page.route(is_it, lambda route: route.fulfill(body=fault, content_type="text/javascript"))
        page.goto(address)
        what_works(page, script)
        assert len(wrong) == 1, f"one error from {script}, and none from those that miss it: {wrong}"
        wrong.clear()
        page.unroute(is_it)


def test_no_script_at_all_leaves_every_kind_of_page_with_its_words(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    page.route(lambda url: urlsplit(url).path.endswith(".js"), lambda route: route.abort())
    for address in kinds:
        with subtests.test(f"/{address}"):
            page.goto(site_url + address)
            expect(page.locator("h1")).to_be_visible()
            # A search form leads to the finder's page, which says that searching does not work just now.
            idle = page.locator("main button:visible").evaluate_all(
                "all => all.filter(one => !one.matches('[role=search] [type=submit]')).map(one => one.outerHTML)"
            )
            assert idle == []
