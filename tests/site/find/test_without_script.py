"""Without script the finder is a page with links, and each answer a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site.find.steps import FIND, PHONE, rows
from tests.site.visitor import ROOT, typed_listings


@pytest.fixture
def plain(visit: Callable[..., Page]) -> Page:
    return visit(java_script_enabled=False, viewport=PHONE)


def test_rows_filters_and_the_way_to_all_listings_are_there(plain: Page, site_url: str) -> None:
    plain.goto(site_url + FIND)
    expect(rows(plain)).to_have_count(30)
    expect(plain.get_by_role("searchbox")).to_be_hidden()
    expect(plain.locator("noscript p")).to_contain_text("Searching by words needs a script")
    plain.locator("[data-find-filters] > summary").click()
    plain.locator("[data-facet=cost] > summary").click()
    free = free_listings()
    plain.locator("[data-facet=cost]").get_by_role("link", name=f"Free {free}", exact=True).click()
    expect(plain.locator("h1")).to_have_text("Find support: Free")
    expect(plain.locator("#found")).to_have_text(f"Found: {free}, page 1 of 2")
    plain.get_by_role("link", name="Next").click()
    assert plain.locator(".wp-row").count() == free - 40


def free_listings() -> int:
    """How many listings cost nothing, a welcome gift aside, as the file itself says."""
    read = yaml.load((ROOT / "resources.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    listed = [entry for entry in (*read["groups"], *read["services"]) if entry.get("status") != "ended"]
    costs = [entry.get("cost") for entry in listed]
    return sum((cost["kind"] if isinstance(cost, dict) else cost) in ("free", "donation") for cost in costs)


def test_every_answer_leads_to_a_page_with_as_many_rows_as_it_says(plain: Page, site_url: str) -> None:
    plain.goto(site_url + FIND)
    links = plain.locator("[data-facet] a").evaluate_all(
        """links => links.map(link => [link.closest('[data-facet]').dataset.facet, link.getAttribute('href'),
                                       Number((link.querySelector('.wp-count') || {}).textContent)])"""
    )
    own = [(urljoin(site_url + FIND, href), number) for key, href, number in links if href and "/" in href]
    pages = {address: number for address, number in own if "/find/" in address}
    assert len(pages) > 30
    for address, number in pages.items():
        answered = plain.context.request.get(address)
        assert answered.ok, address
        assert answered.text().count('class="wp-row wp-row-') == min(number, 40), address
    for address in {address for address, _ in own} - pages.keys():
        assert plain.context.request.get(address).ok, address


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_five_results_stand_on_the_first_phone_screen_with_all_one_needs(
    visit: Callable[..., Page], site_url: str, has_script: bool
) -> None:
    page = visit(java_script_enabled=has_script, viewport=PHONE)
    page.goto(site_url + FIND)
    if has_script:
        expect(page.locator("[data-find][data-ready]")).to_be_attached()
    whole = [
        row for row in rows(page).all()[:8] if (found := row.bounding_box()) and found["y"] + found["height"] <= 844
    ]
    # Without script a notice takes the room of the box; three are a start.
    assert len(whole) >= (5 if has_script else 3)
    for row in whole:
        expect(row.locator(".wp-row-when")).not_to_be_empty()
        listing = str(row.locator(".wp-row-name a").get_attribute("href")).rstrip("/").split("/")[-1]
        # The team that comes to one's own door has no place to name.
        if typed_listings()[listing].how:
            expect(row.locator(".wp-row-where")).not_to_be_empty()
        expect(row.locator(".wp-fact-cost")).to_be_visible()
        expect(row.locator(".wp-fresh")).to_contain_text("Checked")
