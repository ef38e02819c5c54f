"""What a visitor does who keeps pages, in short words for the tests beside this file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

MADE = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
"""Noon in the demonstration's town, on the day its site is built."""
A_DAY = timedelta(days=1)

HELP, WEEK, PLAN, PRIVACY, NO_SIGNAL = "help-now/", "week/", "plan/", "about/privacy/", "no-signal/"
GROUP, NAME = "groups/tuesday-talkers/", "Tuesday Talkers"
OTHER = "groups/night-owls-online/"
SHEET, SHEET_NAME = "worksheets/my-goal/", "My goal"

EVERYTHING_STORED = """async () => ({
    local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: await caches.keys(), name: window.name,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": 0, "caches": [], "name": "", "workers": 0}

KEPT = """async (which) => {
    const names = (await caches.keys()).filter((name) => name.endsWith(which));
    const stores = await Promise.all(names.map((name) => caches.open(name)));
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
}"""


def box(page: Page) -> Locator:
    return page.get_by_label("Keep pages on this device")


def status(page: Page) -> Locator:
    return page.locator("[data-keep-status]")


def notices(page: Page) -> list[str]:
    """What the page says of its age, and of the signal."""
    return page.locator("[data-signal] p:visible").all_inner_texts()


def keep_pages(page: Page, url: str) -> None:
    """Ask for pages to be kept, as the box on the help lines' page offers it."""
    page.goto(url + HELP)
    box(page).check()
    expect(status(page)).to_contain_text("Kept.", timeout=60_000)


def open_for_good(page: Page, address: str) -> None:
    """Open a page, and wait until it is whole and what is to be kept of it is kept."""
    page.goto(address, wait_until="networkidle")
    stored: list[str] = []
    for _ in range(100):
        stored = kept(page)
        if address in stored:
            break
        page.wait_for_timeout(50)
    assert address in stored


def kept(page: Page, which: str = "pages") -> list[str]:
    """The addresses of the `pages` or the `parts` that are kept."""
    found: list[str] = page.evaluate(KEPT, which)
    return found


def stored(page: Page) -> Any:
    return page.evaluate(EVERYTHING_STORED)


def is_dressed(page: Page) -> bool:
    """Whether every style sheet that the page names has come."""
    found: bool = page.evaluate(
        "[...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet && sheet.cssRules.length)"
    )
    return found
