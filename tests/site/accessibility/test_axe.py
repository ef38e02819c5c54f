"""axe finds nothing on any kind of page, however it is read: WCAG 2.0 to 2.2 at A and AA, and its advice beyond them."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.site.accessibility.windows import SETTINGS, open_all, use

# `target-size` (2.5.8) is left out by axe unless its tag is named.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def found_by_axe(page: Page) -> list[str]:
    """What axe says of the page as it stands: rule, element, and what is wrong with it."""
    options = {"resultTypes": ["violations"], "runOnly": TAGS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def test_axe_finds_nothing(page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests) -> None:
    for address in kinds:
        page.goto(site_url + address)
        open_all(page)
        for name, setting in SETTINGS.items():
            with subtests.test(f"/{address}, {name}"):
                use(page, setting)
                assert found_by_axe(page) == []


def test_axe_finds_nothing_in_the_open_menu(page: Page, site_url: str) -> None:
    page.goto(site_url)
    use(page, SETTINGS["light and 320 wide"])
    page.locator(".wp-menu summary").click()
    assert found_by_axe(page) == []


def test_axe_would_see_a_fault(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    (fault,) = found_by_axe(page)
    assert fault.startswith("button-name")
