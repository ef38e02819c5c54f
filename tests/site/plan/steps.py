"""What a visitor does with a plan, in short words for the tests beside this file."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, ViewportSize

GROUP, NAME = "groups/tuesday-talkers/", "Tuesday Talkers"
OTHER, OTHER_NAME = "groups/night-owls-online/", "Night Owls"
SHEET, SHEET_NAME = "worksheets/my-goal/", "My goal"
PLAN = "plan/"

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)

EVERYTHING_STORED = """async () => ({
    local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, name: window.name,
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": 0, "caches": 0, "name": ""}


def a_plan(*ids: str, **more: Any) -> dict[str, Any]:
    items = [{"id": name, "kind": "group", "name": name, "note": ""} for name in ids]
    return {"format": "waypost-plan", "version": 1, "items": items, **more}


def key(site_url: str) -> str:
    return f"waypost-plan:{urlsplit(site_url).path}"


def put(page: Page, site_url: str, plan: dict[str, Any] | str) -> None:
    """Keep this on the device as if an earlier visit had, and open the plan."""
    page.goto(site_url + PLAN)
    text = plan if isinstance(plan, str) else json.dumps(plan)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(site_url), text])
    page.reload()


def kept(page: Page, site_url: str) -> dict[str, Any] | None:
    text = page.evaluate("key => localStorage.getItem(key)", key(site_url))
    found: dict[str, Any] | None = json.loads(text) if text else None
    return found


def keep_from_listing(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Save to my plan").click()
    page.get_by_role("button", name="Keep on this device").click()


def open_text(page: Page, text: str | bytes, name: str = "my-plan.json") -> None:
    content = text.encode() if isinstance(text, str) else text
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": content})


def beside(page: Page, link: str, where: str = "main") -> Page:
    """The window that opens beside this one when somebody presses a link."""
    with page.context.expect_page() as opened:
        page.locator(where).get_by_role("link", name=link, exact=True).locator("visible=true").first.click()
    opened.value.wait_for_load_state()
    return opened.value


def cards(page: Page) -> Locator:
    return page.locator(".wp-plan-item")


def names(page: Page) -> list[str]:
    return page.locator(".wp-plan-item h3").all_inner_texts()


def status(page: Page) -> Locator:
    return page.locator("[data-plan-status]")
