"""The box, the notices and the page that stands in for others: for everybody, in every state."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.site.offline.host import Host
from tests.site.offline.steps import A_DAY, GROUP, HELP, MADE, OTHER, PLAN, box, keep_pages, notices, open_for_good

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def accessible(page: Page) -> None:
    """Whether everybody can use the page as it stands, in a small window and a wide one, by day and in the dark."""
    for width in (320, 1280):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{width} wide, {scheme}: {found.generate_report()}"


def test_axe_finds_nothing_in_any_state(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    accessible(page)
    open_for_good(page, host.url + GROUP)
    host.answers = "never"
    page.goto(host.url + OTHER)
    expect(page.get_by_role("region", name="Kept on this device")).to_be_visible()
    accessible(page)
    page.context.clock.set_fixed_time(MADE + 9 * A_DAY)
    for address in (HELP, PLAN, GROUP):
        page.goto(host.url + address)
        expect(page.get_by_text("you see the copy that is kept on this device")).to_be_visible()
        assert len(notices(page)) == 1
        accessible(page)
    page.context.set_offline(True)
    expect(page.get_by_text("You are without signal")).to_be_visible()
    accessible(page)


def test_the_box_works_by_keyboard_keeps_the_focus_and_is_announced(page: Page, host: Host) -> None:
    page.goto(host.url + HELP)
    box(page).focus()
    page.keyboard.press("Space")
    told = page.get_by_role("status").filter(has_text="Kept.")
    expect(told).to_be_visible(timeout=60_000)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_be_checked()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="All kept pages are deleted")).to_be_visible()
    expect(box(page)).to_be_focused()
    expect(box(page)).not_to_be_checked()


def test_the_notice_is_announced_when_the_signal_goes(page: Page, host: Host) -> None:
    page.goto(host.url + HELP)
    page.context.set_offline(True)
    expect(page.get_by_role("status").filter(has_text="You are without signal")).to_be_visible()


def test_the_box_is_large_enough_for_a_thumb(page: Page, host: Host) -> None:
    page.goto(host.url + HELP)
    room = page.locator("[data-keep] label").bounding_box()
    assert room
    assert room["height"] >= 40
