"""The End key leads to the end of a page, though what is far away has not been laid out yet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("width", [390, 800, 1280])
@pytest.mark.parametrize("address", ["", "groups/tuesday-talkers/", "find/"])
def test_end_leads_to_the_end(page: Page, site_url: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site_url + address)
    page.keyboard.press("End")
    page.wait_for_timeout(500)
    below = page.evaluate("document.documentElement.scrollHeight - innerHeight - scrollY")
    assert below <= 1, f"{below} px of the page are still below"
    assert page.evaluate("scrollY") > 0
