"""What a visitor does with a worksheet, in short words for the tests beside this file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Route

SHEET, ID, NAME = "worksheets/my-goal/", "my-goal", "My goal"
OTHER, OTHER_ID, OTHER_NAME = "worksheets/my-values/", "my-values", "My values"
GOAL, WHY = "My goal, in my own words", "Why it matters to me"
MADE = "2026-11-22"
"""The tests' day, in the town."""


def a_file(*, worksheet: str = ID, answers: Any = None, **more: Any) -> str:
    """The text of a saved sheet."""
    sheet = {"format": "waypost-sheet", "version": 1, "worksheet": worksheet, "name": NAME, "language": "en"}
    return json.dumps(
        {**sheet, "saved": "2026-11-03", "answers": {"goal": "Bread"} if answers is None else answers} | more
    )


def key(site_url: str, worksheet: str = ID) -> str:
    return f"waypost-sheet:{urlsplit(site_url).path}:{worksheet}"


def put(page: Page, site_url: str, text: str, worksheet: str = ID) -> None:
    """Keep this on the device as if an earlier visit had, and open the sheet."""
    page.goto(site_url + "worksheets/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(site_url, worksheet), text])
    page.goto(f"{site_url}worksheets/{worksheet}/")


def kept(page: Page, site_url: str, worksheet: str = ID) -> dict[str, Any] | None:
    text = page.evaluate("key => localStorage.getItem(key)", key(site_url, worksheet))
    found: dict[str, Any] | None = json.loads(text) if text else None
    return found


def open_text(page: Page, text: str | bytes) -> None:
    content = text.encode() if isinstance(text, str) else text
    file: Any = {"name": "sheet.json", "mimeType": "application/json", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def saved(page: Page, folder: Path) -> str:
    """The text of the file that "Save to a file" makes."""
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Save to a file").click()
    file = folder / downloading.value.suggested_filename
    downloading.value.save_as(file)
    return file.read_text(encoding="utf-8")


def clear(page: Page) -> None:
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Clear it").click()


def keep_box(page: Page) -> Locator:
    return page.get_by_label("Keep on this device")


def status(page: Page) -> Locator:
    return page.locator("[data-sheet-status]")


def question(page: Page) -> Locator:
    return page.locator("[data-sheet-ask]")


def answers(page: Page) -> dict[str, str]:
    """What stands in the form, read without any script of ours."""
    found: dict[str, str] = page.locator("form.wp-sheet [name]").evaluate_all(
        """all => Object.fromEntries(all.filter(one => one.tagName === "TEXTAREA" ? one.value : one.checked)
            .map(one => [one.name, one.value]))"""
    )
    return found


def warns(page: Page) -> bool:
    """Whether the browser would ask before this page is left."""
    stopped: bool = page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    return stopped


def changed(page: Page, address: str, change: Callable[[str], str]) -> None:
    """Show this page from now on as if the directory had been edited."""

    def answer(route: Route) -> None:
        response = route.fetch()
        before = response.text()
        after = change(before)
        assert after != before
        route.fulfill(response=response, body=after)

    page.route(address, answer)
