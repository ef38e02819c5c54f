"""A sheet is filled in, kept, saved and cleared without a mouse, and says what happens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.accessibility.test_axe import found_by_axe
from tests.site.plan.steps import PHONE
from tests.site.sheet.steps import GOAL, SHEET, WHY, a_file, answers, clear, keep_box, open_text, question, status


def tab_to(page: Page, wish: str) -> None:
    for _step in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wish => document.activeElement.matches(wish)", wish):
            return
    pytest.fail(f"the Tab key never reaches {wish}")


def test_all_of_it_can_be_done_with_the_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    tab_to(page, "[data-sheet-keep]")
    page.keyboard.press("Space")
    expect(keep_box(page)).to_be_checked()
    tab_to(page, "[data-sheet-open]")
    tab_to(page, "[name=goal]")
    page.keyboard.type("Bread")
    tab_to(page, "[name=matters]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[data-sheet-save]")
    with page.expect_download():
        page.keyboard.press("Enter")
    tab_to(page, "[data-sheet-clear]")
    page.keyboard.press("Enter")
    expect(question(page)).to_be_focused()
    tab_to(page, "[data-sheet-yes]")
    page.keyboard.press("Enter")
    assert answers(page) == {}
    page.keyboard.press("Enter")
    assert answers(page) == {"goal": "Bread", "matters": "1"}
    expect(page.get_by_role("heading", name="Fill it in here")).to_be_focused()


def test_a_link_at_the_top_leads_to_where_one_writes(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + SHEET)
    link = page.get_by_role("link", name="Fill it in on this page")
    expect(link).to_be_in_viewport(ratio=1)
    link.press("Enter")
    expect(page.get_by_role("heading", name="Fill it in here")).to_be_focused()
    expect(page.get_by_label(GOAL)).to_be_in_viewport()


def test_what_happens_is_said_in_a_status_that_is_there_from_the_start(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    says = page.locator("[data-sheet-says] [role=status]")
    expect(says).to_have_count(1)
    expect(says).to_be_empty()
    keep_box(page).check()
    expect(says).to_contain_text("is kept on this device")
    page.get_by_label(GOAL).fill("Bread")
    expect(says).to_be_empty()
    clear(page)
    expect(says).to_contain_text("The sheet is empty")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("state", ["asking", "open", "another sheet"])
def test_no_rule_is_broken_in_any_state(page: Page, site_url: str, colours: str, state: str) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt")
    open_text(page, a_file(answers={"gone": "Old"}, **({"worksheet": "my-values"} if state == "another sheet" else {})))
    if state == "open":
        page.get_by_role("button", name="Open the file").click()
    expect(page.locator("[data-sheet-says].is-saying")).to_be_visible()
    assert found_by_axe(page) == []


def test_at_320_pixels_and_four_times_the_size_nothing_is_cut_or_covered(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt and water")
    open_text(page, a_file(answers={"gone": "w" * 300}))
    for name in ("Open the file", "No, leave it"):
        button = page.get_by_role("button", name=name)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Open the file").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_message_makes_way_for_a_field_that_the_keyboard_reaches_under_it(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt")
    open_text(page, "Dear diary")
    expect(status(page)).to_contain_text("does not hold a worksheet")
    bar = page.locator("[data-sheet-says]").bounding_box()
    assert bar is not None
    assert bar["height"] <= 256 / 2
    tab_to(page, "[name=know]")
    page.wait_for_function(
        """() => {
            const seen = document.activeElement.getBoundingClientRect();
            return [seen.top + 4, seen.bottom - 4].some(y => document.elementFromPoint(seen.left + 9, y) === document.activeElement);
        }"""
    )


def test_boxes_grow_with_their_words_also_where_the_browser_does_not_do_it_by_itself(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + SHEET)
    page.locator("form textarea").evaluate_all(
        "all => all.forEach(one => one.style.setProperty('field-sizing', 'fixed'))"
    )
    long = "\n".join(f"Line {number}" for number in range(40))
    for area in page.locator("form textarea").all():
        area.fill(long)
        assert area.evaluate("area => area.scrollHeight <= area.clientHeight + 1"), area.get_attribute("name")


def test_a_message_that_is_over_takes_no_room(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + SHEET)
    keep_box(page).check()
    expect(status(page)).not_to_be_empty()
    page.get_by_label(GOAL).press_sequentially("B")
    says = page.locator("[data-sheet-says]").bounding_box()
    assert says is not None
    assert says["height"] == 0
