"""Who wants no motion meets none; who sets colours of their own still sees borders, marks and icons."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.accessibility.windows import DESK, PHONE, Setting, use


def test_without_motion_nothing_moves(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for address in kinds:
        with subtests.test(f"/{address}"):
            page.goto(site_url + address)
            assert page.evaluate("measures.moving()") == []


def test_motion_would_be_seen(page: Page, site_url: str) -> None:
    page.emulate_media(reduced_motion="no-preference")
    page.goto(site_url)
    assert page.evaluate("measures.moving()") != []


def test_forced_colours_keep_every_edge_and_icon(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for address in kinds:
        page.goto(site_url + address)
        for setting in (Setting(PHONE, forced="active"), Setting(DESK, scheme="dark", forced="active")):
            with subtests.test(f"/{address}, {setting.scheme}"):
                use(page, setting)
                assert page.evaluate("measures.unseen()") == []


def test_what_forced_colours_take_away_would_be_seen(page: Page, site_url: str) -> None:
    use(page, Setting(forced="active"))
    page.goto(site_url + "suggest/")
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.icon { display: inline-block; width: 1em; height: 1em; background: red; mask: linear-gradient(#000, #000) }
                .bare { border: 0 } .here { outline: none !important }`);
            document.adoptedStyleSheets = [sheet];
            document.querySelector("main .wp-prose").insertAdjacentHTML("beforeend", `<p><span class="icon">x</span></p>
                <button class="bare">press</button><p><a class="here" href="#content" aria-current="page">here</a></p>`);
        }"""
    )
    found = page.evaluate("measures.unseen()")
    assert [fault.partition(":")[0] for fault in found] == ["icon", "no edge", "not marked as present"]
