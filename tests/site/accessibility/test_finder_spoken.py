"""The finder with a screen reader and a keyboard: names, roles, states, what is announced, and where the focus goes.

It answers each point of the audit in code4recovery/tsml-ui#263: filters in named groups, a status when the list changes,
choices that are choices and no links, counts that say what they count, and a listing that announces itself when it opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.accessibility.spoken import PRESSED, Part, parts
from tests.site.find.steps import DESK, TEN_IN_THE_MORNING, open_finder


@pytest.fixture
def finder(browser: Browser, site_url: str) -> Iterator[Page]:
    """The finder on the day of the build, with every question open."""
    with browser.new_context(viewport=DESK, reduced_motion="reduce", timezone_id="America/New_York") as context:
        page = context.new_page()
        page.clock.set_fixed_time(TEN_IN_THE_MORNING)
        open_finder(page, site_url)
        page.locator("[data-facet]").evaluate_all("facets => facets.forEach(facet => { facet.open = true })")
        yield page


def in_main(page: Page) -> list[Part]:
    return [part for part in parts(page) if any(outer.role == "main" for outer in part.within)]


def boxes(page: Page) -> list[Part]:
    return [part for part in in_main(page) if part.role == "checkbox"]


def focused(page: Page) -> Part:
    (found,) = [part for part in parts(page) if part.states.get("focused") and part.role != "RootWebArea"]
    return found


def status(page: Page) -> str:
    """What the finder's own live region holds; it is there, and empty, before anything is said."""
    return page.locator("[data-find-says]").inner_text()


def test_whatever_can_be_pressed_says_what_it_is_and_how_it_stands(finder: Page) -> None:
    pressed = [part for part in in_main(finder) if part.role in PRESSED]
    assert len(pressed) > 100
    assert [part for part in pressed if not re.search(r"\w{2}", part.name)] == []
    assert [
        part.name for part in pressed if part.role == "checkbox" and part.states.get("checked") not in {"true", "false"}
    ] == []
    assert [part.name for part in pressed if part.role == "DisclosureTriangle" and "expanded" not in part.states] == []


def test_each_choice_is_a_box_in_a_group_named_by_its_question(finder: Page) -> None:
    questions = finder.locator("[data-facet] summary .wp-facet-name").all_inner_texts()
    assert len(questions) >= 10
    groups = {outer.name for box in boxes(finder) for outer in box.within if outer.role == "group" and outer.name}
    assert groups == set(questions)
    assert [box.name for box in boxes(finder) if not box.is_in("group")] == []
    assert [part.name for part in in_main(finder) if part.role == "link" and part.is_in("group")] == []


def test_each_count_says_what_it_counts(finder: Page) -> None:
    assert [box.name for box in boxes(finder) if not re.fullmatch(r"\w.*, (none|\d+) left", box.name)] == []


def test_a_choice_by_keyboard_is_announced_and_the_focus_stays(finder: Page) -> None:
    assert status(finder) == ""
    finder.locator("input[name=kind][value=worksheet]").focus()
    before = focused(finder)
    number = re.findall(r"\d+", before.name)
    finder.keyboard.press("Space")
    expect(finder.locator("[data-find-says]")).to_have_text(f"Found: {number[0]}")
    after = focused(finder)
    assert (before.states["checked"], after.states["checked"]) == ("false", "true")
    assert after.name == before.name
    live = [part for part in in_main(finder) if part.role == "status" and part.states.get("live") == "polite"]
    assert len(live) >= 1


def test_taking_a_choice_out_again_leaves_the_focus_at_hand(finder: Page) -> None:
    for value in ("worksheet", "group"):
        finder.locator(f"input[name=kind][value={value}]").check()
    finder.get_by_role("button", name=re.compile("^Remove")).first.focus()
    finder.keyboard.press("Enter")
    assert focused(finder).role == "button"
    assert focused(finder).name.startswith("Remove")
    finder.keyboard.press("Enter")
    expect(finder.get_by_role("button", name=re.compile("^Remove"))).to_have_count(0)
    assert finder.evaluate("document.activeElement.matches('[data-find-count]')")
    expect(finder.locator("[data-find-says]")).to_contain_text("Found:")


def test_more_rows_take_the_focus_to_the_first_of_them(finder: Page) -> None:
    finder.get_by_role("button", name=re.compile("^Show .* more")).focus()
    finder.keyboard.press("Enter")
    link = finder.locator("[data-find-list] .wp-row-name a").nth(30)
    expect(link).to_be_focused()
    assert focused(finder).name == link.inner_text()
    expect(finder.locator("[data-find-says]")).to_contain_text("60")


def test_finding_nothing_is_announced_with_the_ways_on(finder: Page) -> None:
    finder.get_by_role("searchbox").fill("xqzvw")
    expect(finder.locator("[data-find-says]")).not_to_have_text("")
    assert "0" not in status(finder), "a sentence and no bare number"
    way = finder.locator("[data-find-ways] button").first
    way.focus()
    finder.keyboard.press("Enter")
    expect(finder.locator("[data-find-list] .wp-row").first).to_be_visible()
    assert finder.evaluate("document.activeElement !== document.body")
    expect(finder.locator("[data-find-says]")).to_contain_text("Found:")


def test_a_listing_that_opens_announces_itself(finder: Page) -> None:
    link = finder.locator("[data-find-list] .wp-row-name a").first
    name = link.inner_text()
    link.focus()
    finder.keyboard.press("Enter")
    expect(finder.locator("h1")).to_have_text(name)
    whole = parts(finder)
    assert whole[0].role == "RootWebArea"
    assert whole[0].name.startswith(name), "the title is what a screen reader says first"
    assert [part.name for part in whole if part.role == "heading" and part.states.get("level") == 1] == [name]
    finder.keyboard.press("Tab")
    assert focused(finder).name == "Skip to the page"
    finder.go_back()
    expect(finder.locator("[data-find][data-ready]")).to_be_attached()
