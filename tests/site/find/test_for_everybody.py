"""With a screen reader, by keyboard alone, in the dark, at any width and size, in either direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.site.find.steps import DESK, FIND, PHONE, answer, box, count, open_finder, rows, search

STATES = {
    "everything": "",
    "filters": "#how=online&cost=free&near=04994",
    "words": "#q=lonely",
    "nothing": "#kind=worksheet&how=online",
    "unknown": "#how=moonbeams&q=knitinng",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_in_any_state(
    visit: Callable[..., Page], site_url: str, scheme: Literal["light", "dark"], viewport: ViewportSize
) -> None:
    page = visit(color_scheme=scheme, viewport=viewport)
    for name, asked in STATES.items():
        page.goto("about:blank")
        open_finder(page, site_url, asked)
        page.locator("[data-find-filters]").evaluate("filters => { filters.open = true }")
        page.locator("[data-facet]").evaluate_all("facets => facets.forEach(facet => { facet.open = true })")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_sticks_out_sideways(page: Page, site_url: str, direction: str) -> None:
    for asked in STATES.values():
        page.goto("about:blank")
        open_finder(page, site_url, asked)
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        for width in (320, 390, 768, 1280):
            page.set_viewport_size(ViewportSize(width=width, height=800))
            page.locator("[data-find-filters]").evaluate("filters => { filters.open = true }")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (asked, direction, width)


def test_letters_of_twice_the_size_are_not_cut(visit: Callable[..., Page], site_url: str) -> None:
    page = visit(viewport=ViewportSize(width=390, height=844))
    open_finder(page, site_url)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_whatever_can_be_pressed_is_large_enough(
    visit: Callable[..., Page], site_url: str, viewport: ViewportSize
) -> None:
    page = visit(viewport=viewport)
    open_finder(page, site_url, "#how=online&q=talk")
    page.locator("[data-find-filters]").evaluate("filters => { filters.open = true }")
    small = page.evaluate(
        """() => [...document.querySelectorAll('[data-find] :is(button, select, summary, label, input:not([type=checkbox]))')]
            .filter(piece => piece.checkVisibility() && !piece.closest('.wp-sr') && !piece.matches('.wp-sr'))
            .map(piece => [piece.textContent.trim() || piece.outerHTML, piece.getBoundingClientRect()])
            .filter(([, size]) => size.width < 24 || size.height < 24).map(([name]) => name)"""
    )
    assert small == []


def test_every_box_stands_in_a_group_with_a_name(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    nameless = page.locator("[data-facet] input[type=checkbox]").evaluate_all(
        "boxes => boxes.filter(box => !box.closest('fieldset').querySelector('legend').textContent.trim()).length"
    )
    assert nameless == 0
    expect(page.get_by_role("group", name="How to take part").last).to_be_visible()


def test_the_number_found_is_said_once_somebody_has_stopped_typing(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.evaluate(
        """() => {
            window.heard = [];
            const status = document.querySelector('[data-find-says]');
            new MutationObserver(() => heard.push(status.textContent)).observe(status, {childList: true, characterData: true, subtree: true});
        }"""
    )
    status = page.locator("[data-find-says]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text("")
    box(page).press_sequentially("sleep", delay=60)
    expect(status).to_contain_text("Found:")
    number = count(page)
    expect(status).to_have_text(f"Found: {number}")
    assert page.evaluate("heard.length") == 1, "not one announcement for each letter"
    answer(page, "kind", "worksheet").check()
    expect(status).to_have_text(f"Found: {count(page)}")


def test_a_list_is_found_and_opened_by_keyboard_alone(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.evaluate(
        "document.querySelector('.wp-find').setAttribute('tabindex', '-1'); document.querySelector('.wp-find').focus()"
    )
    met: list[str] = []
    for _ in range(120):
        page.keyboard.press("Tab")
        met.append(
            page.evaluate(
                "document.activeElement.closest('.wp-row') ? 'row' : document.activeElement.name || document.activeElement.textContent"
            )
        )
        if met[-1] == "row":
            break
    assert met[0] == "q"
    assert "Today" in met
    assert met[-1] == "row", "rows come after the filters"
    assert page.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle") == "solid"
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_every_row_is_reached_by_keyboard_at_every_width(page: Page, site_url: str) -> None:
    for width in (320, 390, 1280):
        page.set_viewport_size(ViewportSize(width=width, height=800))
        open_finder(page, site_url)
        reached = (
            rows(page)
            .locator("a")
            .evaluate_all(
                "links => links.filter(link => { link.focus(); return document.activeElement === link }).length"
            )
        )
        assert reached == rows(page).count() == 30


def test_filters_on_a_phone_open_and_close_by_one_button(phone: Page, site_url: str) -> None:
    open_finder(phone, site_url)
    expect(phone.locator(".wp-filters-panel")).to_be_hidden()
    phone.locator("[data-find-filters] > summary").tap()
    answer(phone, "when", "today").check()
    number = count(phone)
    phone.get_by_role("button", name=f"Show what fits: {number}").tap()
    expect(phone.locator(".wp-filters-panel")).to_be_hidden()
    expect(phone.locator("[data-find-count]")).to_be_focused()
    expect(phone.locator("[data-find-chosen]")).to_have_text("1")


def test_times_elsewhere_are_said_for_meetings_one_joins_from_home(visit: Callable[..., Page], site_url: str) -> None:
    page = visit(timezone_id="Europe/London")
    open_finder(page, site_url, "#how=online")
    expect(page.locator(".wp-row-yours").first).to_contain_text("your time")
    page = visit()
    open_finder(page, site_url, "#how=online")
    assert page.locator(".wp-row-yours").count() == 0


def test_a_time_in_two_zones_leaves_the_place_its_room_on_a_phone(visit: Callable[..., Page], site_url: str) -> None:
    page = visit(timezone_id="Asia/Tokyo", viewport=PHONE)
    open_finder(page, site_url, "#how=online")
    row = rows(page).filter(has=page.locator(".wp-row-yours")).first
    where, whole = row.locator(".wp-row-where").bounding_box(), row.bounding_box()
    assert where
    assert whole
    assert where["width"] > 0.9 * whole["width"]


def test_a_pressed_chip_can_be_read_with_a_pointer_on_it(visit: Callable[..., Page], site_url: str) -> None:
    for settings in ({}, {"viewport": PHONE, "has_touch": True, "is_mobile": True}):
        page = visit(**settings)
        open_finder(page, site_url)
        chip = page.get_by_role("button", name="Today", exact=True)
        colors = "chip => [getComputedStyle(chip).color, getComputedStyle(chip).backgroundColor]"
        chip.tap() if settings else chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")
        under = chip.evaluate(colors)
        page.mouse.move(0, 0)
        assert under == chip.evaluate(colors)


def test_one_press_leads_past_the_filters_to_the_list(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#how=online")
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the list").last
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_focused()
    expect(answer(page, "how", "online")).to_be_checked()
    page.keyboard.press("Shift+Tab")
    assert page.url.endswith("#how=online")


def test_a_search_keeps_its_place_when_one_comes_back(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "knit")
    rows(page).first.get_by_role("link").click()
    page.go_back()
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    expect(box(page)).to_have_value("knit")
    assert page.url.startswith(site_url + FIND)


def test_the_list_is_two_presses_away_from_the_top(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the list").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (640, 450), (844, 390)])
def test_nothing_lies_over_an_answer_that_has_the_focus(
    visit: Callable[..., Page], site_url: str, width: int, height: int
) -> None:
    page = visit(viewport={"width": width, "height": height})
    open_finder(page, site_url)
    page.locator("[data-find-filters] > summary").click()
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const at = document.activeElement, form = at.closest("[data-facet]");
                if (!form) return null;
                const box = (at.matches("summary") ? at : at.closest("label")).getBoundingClientRect();
                const top = document.elementFromPoint(box.left + Math.min(20, box.width / 2), box.top + box.height / 2);
                return !(form.contains(top));
            }"""
        )
        if covered is None and seen:
            break
        seen += covered is not None
        assert not covered, page.evaluate("document.activeElement.outerHTML")
    assert seen > 10
