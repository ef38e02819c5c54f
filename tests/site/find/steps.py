"""What a visitor does with the finder, in short words for the tests beside this file."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Locator, Page, ViewportSize, expect

FIND = "find/"
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
TEN_IN_THE_MORNING = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
"""Sunday in the demonstration's town, five hours behind Greenwich."""

EVERYTHING_STORED = """async () => ({
    local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).length, name: window.name,
})"""
NOTHING_STORED = {"local": [], "session": [], "cookies": "", "databases": 0, "name": ""}


def open_finder(page: Page, site_url: str, asked: str = "") -> None:
    """Open the finder with something behind its address, and wait until its script has shown that."""
    page.goto(site_url + FIND + asked)
    expect(page.locator("[data-find][data-ready]")).to_be_attached()


def rows(page: Page) -> Locator:
    return page.locator("[data-find-list] .wp-row")


def names(page: Page) -> list[str]:
    """The names in the list, once all of its rows are drawn."""
    expect(page.locator("[data-find-list][aria-busy]")).to_have_count(0)
    return page.locator("[data-find-list] .wp-row-name a").all_text_contents()


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def answer(page: Page, key: str, value: str) -> Locator:
    """The box to tick for one answer; the question it belongs to is opened first."""
    question = page.locator(f"[data-facet={key}]")
    if not question.evaluate("element => element.open"):
        question.locator("summary").click()
    return question.locator(f"input[value={value}]")


def count(page: Page) -> int:
    """How many the page says it found."""
    return int(page.locator("[data-find-count]").inner_text().rpartition(" ")[2])


def left(page: Page, key: str, value: str) -> int:
    """How many the page says would be left with this answer."""
    label = page.locator(f"[data-facet={key}] label", has=page.locator(f"input[value={value}]"))
    return int(label.locator(".wp-count").text_content() or "")


def search(page: Page, words: str) -> None:
    """Type words, and wait until the list is of them."""
    box(page).fill(words)
    expect(page.get_by_role("button", name=f"Remove the words: {words}")).to_be_attached()
