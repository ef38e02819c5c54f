"""Every kind of page by keyboard alone: each stop is reached, seen, marked and in its order, and none holds anybody.

WCAG 2.1.1 (everything by keyboard), 2.1.2 (no trap), 2.4.1 (the way past the menu), 2.4.3 (order), 2.4.7 (mark), 2.4.11 (in sight).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.site.accessibility.windows import DESK, PHONE, ZOOMED, Setting, use

WINDOWS = {"desk": Setting(DESK), "phone": Setting(PHONE), "desk at four times its size": Setting(ZOOMED)}


def walk(page: Page) -> list[dict[str, Any]]:
    """What one meets by pressing Tab from the start of the page to its end, each stop once."""
    stops, radios = page.evaluate("measures.stops()")
    page.evaluate("measures.walk()")
    for _ in range(stops + radios):
        page.keyboard.press("Tab")
    met: list[dict[str, Any]] = page.evaluate("measures.walked()")
    assert len([stop for stop in met if stop["isStop"]]) == stops
    return met


def jumps(met: list[dict[str, Any]]) -> list[str]:
    """Pairs of stops in one column where the second stands wholly above the first: no reading eye would go so."""
    in_page = [stop for stop in met if not stop["isFixed"]]
    return [
        f"{before['html']} -> {after['html']}"
        for before, after in pairwise(in_page)
        if after["bottom"] <= before["top"] and after["left"] < before["right"] and before["left"] < after["right"]
    ]


def test_each_stop_is_met_once_in_sight_with_a_mark(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for number, address in enumerate(kinds):
        # Each page in one window, and each window for a third of the pages: what differs between windows is in the frame.
        name = list(WINDOWS)[number % len(WINDOWS)]
        with subtests.test(f"/{address}, {name}"):
            use(page, WINDOWS[name])
            page.goto(site_url + address)
            met = walk(page)
            assert [stop["html"] for stop in met if not stop["isMarked"]] == []
            assert [stop["html"] for stop in met if not stop["isInSight"]] == []
            assert jumps(met) == []


def test_the_first_stop_leads_past_the_menu(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for address in kinds:
        with subtests.test(f"/{address}"):
            page.goto(site_url + address)
            page.keyboard.press("Tab")
            expect(page.locator(":focus")).to_have_text("Skip to the page")
            expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
            page.keyboard.press("Enter")
            expect(page.locator("main")).to_be_focused()
            bar = page.locator(".wp-safety").bounding_box()
            heading = page.locator("h1").bounding_box()
            assert bar is not None
            assert heading is not None
            assert heading["y"] >= bar["y"] + bar["height"], "the heading is not beneath the bar"
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_the_menu_of_narrow_windows_opens_and_leads_on_by_keyboard(page: Page, site_url: str) -> None:
    use(page, Setting(PHONE))
    page.goto(site_url)
    page.locator(".wp-menu summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Find support")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Find support")


def test_a_stop_that_is_unmarked_hidden_or_out_of_order_would_be_seen(page: Page, site_url: str) -> None:
    use(page, Setting(DESK))
    page.goto(site_url + "suggest/")
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.bare:focus-visible { outline: none } .under { position: fixed; top: 10px; left: 10px; z-index: 1 }
                .turned { display: flex; flex-direction: column-reverse; align-items: start }`);
            document.adoptedStyleSheets = [sheet];
            document.querySelector("main").insertAdjacentHTML("beforeend", `<div><a class="bare" href="#content">bare</a></div>
                <div><a class="under" href="#content">under</a></div>
                <div class="turned"><a href="#content">low</a><a href="#content">high</a></div>`);
        }"""
    )
    met = walk(page)
    assert ["bare" in stop["html"] for stop in met if not stop["isMarked"]] == [True]
    assert ["under" in stop["html"] for stop in met if not stop["isInSight"]] == [True]
    assert any("low" in jump and "high" in jump for jump in jumps(met))
