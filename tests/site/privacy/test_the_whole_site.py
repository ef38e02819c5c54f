"""A visitor who opens every page of the site leaves no trace: nobody else is asked, and nothing is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.site.offline.steps import EVERYTHING_STORED, NOTHING

LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')


@dataclass
class Walk:
    """What came of following every link from the first page."""

    opened: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    stored: object = None


@pytest.fixture(scope="module")
def walk(browser: Browser, site_url: str) -> Iterator[Walk]:
    """One visitor, one window, every page that a link leads to."""
    with browser.new_context(reduced_motion="reduce") as context:
        yield walked(context, site_url)


def walked(context: BrowserContext, site_url: str) -> Walk:
    walk = Walk()
    page = watched(context, walk)
    ahead = [site_url, f"{site_url}404.html", f"{site_url}no-signal/"]
    while ahead:
        address = ahead.pop().partition("#")[0]
        if address in walk.opened:
            continue
        walk.opened.add(address)
        answer = page.goto(address)
        # As they are before any script: the finder's own page turns its links into boxes to tick.
        links = (urljoin(address, unescape(link)) for link in LINK.findall(answer.text() if answer else ""))
        ahead += [link for link in links if is_page(link, site_url)]
    page.wait_for_load_state("networkidle")
    walk.stored = page.evaluate(EVERYTHING_STORED)
    return walk


def watched(context: BrowserContext, walk: Walk) -> Page:
    def on_request(request: Request) -> None:
        walk.asked.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            walk.said.append(f"{message.location.get('url')}: {message.text}")

    context.on("request", on_request)
    page = context.new_page()
    page.on("console", on_console)
    page.on("pageerror", lambda error: walk.said.append(f"{page.url}: {error}"))
    return page


def is_page(link: str, site_url: str) -> bool:
    """Whether it leads to another page of the site; a calendar, say, would be downloaded."""
    return link.startswith(site_url) and "." not in link.removeprefix(site_url).partition("#")[0].rpartition("/")[2]


def test_the_walk_comes_by_every_page_that_was_built(walk: Walk, site_url: str, built_site: Path) -> None:
    built = {page.relative_to(built_site).as_posix() for page in built_site.rglob("*.html")}
    met = {urljoin(address, "./").removeprefix(site_url) + "index.html" for address in walk.opened}
    # Nothing leads to the page of those who keep the directory; they know its address.
    assert built - met - {"404.html"} == {"keepers/index.html"}
    assert len(walk.opened) > 100


def test_no_request_leaves_the_site(walk: Walk, site_url: str) -> None:
    own = urlsplit(site_url)
    assert len(walk.asked) > len(walk.opened)
    assert [url for url in walk.asked if urlsplit(url)[:2] != own[:2] and not url.startswith("data:")] == []
    # A link may say which part of the timetable it leads to; nothing that a page asks for by itself says more than a stamp.
    unasked = [urlsplit(url) for url in walk.asked if url not in walk.opened]
    assert [url.geturl() for url in unasked if url.query and not re.fullmatch(r"v=[0-9a-f]{8}", url.query)] == []


def test_nothing_is_stored_and_no_worker_is_there(walk: Walk) -> None:
    assert walk.stored == NOTHING


def test_no_page_complains(walk: Walk) -> None:
    assert walk.said == []


def test_the_browser_itself_has_no_cookies(browser: Browser, site_url: str) -> None:
    with browser.new_context() as context:
        context.new_page().goto(site_url)
        assert context.cookies() == []
        assert context.storage_state() == {"cookies": [], "origins": []}
