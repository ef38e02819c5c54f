"""What a visitor gets of the finder beyond speed: rows without script, on the first screen, on paper, by keyboard, by ear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from benchmarks.contenders import Contender
from benchmarks.visits import PHONE

WIDTHS = (390, 1280)
MOST_STOPS = 400
ON_FIRST_SCREEN = """rows => [...document.querySelectorAll(rows)].map((row) => [row.getBoundingClientRect(), row.textContent])
  .filter(([box]) => box.height && box.top < innerHeight)
  .map(([box, text]) => [box.bottom <= innerHeight, text])"""
COUNT_IN_PRINT = (
    "addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('.wp-row').length })"
)


def what_visitors_get(browser: Browser, url: str, finder: Contender, entries: int) -> Iterator[str]:
    """One line for each thing that was tried."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url + finder.page)
    yield f"rows in the page without any script: {page.locator('.wp-row').count()}"
    context.close()
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": PHONE["height"]})
        page = context.new_page()
        asked = _requests_of(page)
        _open(page, url + finder.page)
        if width == PHONE["width"]:
            rows: list[tuple[bool, str]] = page.evaluate(ON_FIRST_SCREEN, ".wp-row")
            checked = sum(1 for _, text in rows if re.search(r"check", text, re.IGNORECASE))
            whole = sum(1 for is_whole, _ in rows if is_whole)
            yield f"rows on the first screen of a phone: {len(rows)}, {whole} of them whole; {checked} say when they were checked"
        yield f"at {width} px: {_by_keyboard(page, finder)}"
        yield f"at {width} px: {_announced(page)}"
        elsewhere = [address for address in asked if not address.startswith(url)]
        yield f"at {width} px: requests to other hosts: {len(elsewhere)} of {len(asked)}"
        context.close()
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    _open(page, url + finder.page)
    page.evaluate(COUNT_IN_PRINT)
    page.pdf(format="A4")
    yield f"rows in the print-out: {page.evaluate('window.printed')} of {entries}"
    page.close()


def _requests_of(page: Page) -> list[str]:
    """The addresses that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-find][data-ready]").wait_for(state="attached")


def _by_keyboard(page: Page, finder: Contender) -> str:
    """Tab from the top of the page until every row was reached."""
    wanted = set(page.locator(finder.link).evaluate_all("links => links.map(link => link.href)"))
    reached: set[str] = set()
    before_first = 0
    for stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        address = page.evaluate("document.activeElement.closest('.wp-row') && document.activeElement.href")
        if address:
            before_first = before_first or stop
            reached.add(address)
        if reached >= wanted:
            break
    return f"{len(reached & wanted)} of {len(wanted)} rows reached by Tab, {before_first} stops before the first"


def _announced(page: Page) -> str:
    """Choose something, and listen to what is announced."""
    page.locator("#find-words").fill("sleep")
    page.locator("#find-words").press("Enter")
    page.wait_for_timeout(1500)
    said = " ".join(page.locator("[data-find-says][role=status]").all_text_contents())
    seen = page.locator("[data-find-count]").inner_text()
    return f"the count is seen as {' '.join(seen.split())!r}, announced as {' '.join(said.split())!r}"
