"""Accessible, narrow and wide, in either direction, alone with its own host, and from a disk."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

from tests.site.plan.steps import (
    DESK,
    GROUP,
    NAME,
    OTHER_NAME,
    PHONE,
    PLAN,
    a_plan,
    cards,
    keep_from_listing,
    put,
    status,
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, site_url: str, scheme: Literal["light", "dark"], viewport: ViewportSize
) -> None:
    with browser.new_context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site_url + GROUP)
        page.get_by_role("button", name="Save to my plan").click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.get_by_role("button", name="Keep on this device").click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        put(page, site_url, a_plan("tuesday-talkers", "my-goal", "gone-for-good", "bayside-counseling"))
        page.get_by_label("Add something by its name").fill("a")
        page.locator("[data-down]").first.click()
        expect(status(page)).not_to_be_empty()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_nothing_sticks_out_sideways_in_either_direction(page: Page, site_url: str) -> None:
    plan = a_plan("tuesday-talkers", "bayside-counseling", matters="W" * 200)
    plan["items"].append({"id": "x" * 80, "kind": "service", "name": "N" * 200, "note": "n" * 400})
    put(page, site_url, plan)
    expect(cards(page)).to_have_count(3)
    for direction in ("ltr", "rtl"):
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        for width in (320, 390, 1280):
            page.set_viewport_size(ViewportSize(width=width, height=800))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (direction, width)


def test_whatever_one_does_nobody_else_is_asked_and_the_list_is_the_same_for_everybody(
    page: Page, site_url: str
) -> None:
    asked: list[str] = []

    def on_request(request: Request) -> None:
        asked.append(request.url)

    page.on("request", on_request)
    keep_from_listing(page, site_url + GROUP)
    page.get_by_role("link", name="Open my plan").click()
    expect(cards(page)).to_have_count(1)
    page.get_by_label("What matters to me").fill("Bread")
    page.get_by_label("Add something by its name").fill("night")
    page.get_by_role("button", name=f"Add {OTHER_NAME}").click()
    with page.expect_download():
        page.get_by_role("button", name="Save to a file").click()
    page.get_by_role("button", name="Forget everything").click()
    own = urlsplit(site_url).netloc
    assert [url for url in asked if urlsplit(url).scheme != "blob" and urlsplit(url).netloc != own] == []
    plan_page = [url for url in asked[asked.index(site_url + PLAN) :] if urlsplit(url).scheme != "blob"]
    assert not [url for url in plan_page if "tuesday" in url or "night" in url], (
        "the host does not learn what is in a plan"
    )


def test_an_empty_plan_asks_for_no_data(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + PLAN, wait_until="networkidle")
    assert not [url for url in asked if "/assets/plan/" in url]


def test_a_plan_works_from_a_disk(page: Page, built_site: Path) -> None:
    page.goto((built_site / "plan" / "index.html").as_uri())
    page.get_by_label("Add something by its name").fill(NAME)
    page.get_by_role("button", name=f"Add {NAME}").click()
    expect(cards(page).first).to_contain_text("Every Tuesday")
