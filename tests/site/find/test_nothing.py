"""When nothing fits there is always a next step, and when life is in danger somebody to call."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.site.find.steps import answer, box, count, open_finder, rows, search

NEVER = "#kind=worksheet&how=online"


def test_each_way_out_brings_as_many_as_it_says(page: Page, site_url: str) -> None:
    open_finder(page, site_url, NEVER)
    assert count(page) == 0
    ways = page.locator("[data-find-ways] button")
    expect(ways.first).to_contain_text("Without “")
    number = int(ways.first.inner_text().rpartition(" ")[2])
    assert number > 0
    ways.first.click()
    assert count(page) == number
    expect(page.locator("[data-find-nothing]")).to_be_hidden()


def test_somebody_to_call_and_somebody_to_tell_are_there(page: Page, site_url: str) -> None:
    open_finder(page, site_url, NEVER)
    nothing = page.locator("[data-find-nothing]")
    expect(nothing.locator("a[href='tel:988']")).to_be_visible()
    expect(nothing.get_by_role("link", name="Tell us what is missing")).to_be_visible()
    expect(nothing.get_by_role("link", name="All listings by name")).to_be_visible()


def test_areas_close_by_are_offered(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#area=gull-islands")
    search(page, "knit")
    if count(page):
        answer(page, "day", "sunday").check()
    assert count(page) == 0
    assert page.locator("[data-find-ways] button").count() >= 1


def test_words_nobody_uses_say_so_and_can_be_taken_out(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    everything = count(page)
    search(page, "xqzwvkj")
    assert rows(page).count() == 0
    expect(page.locator("[data-find-says]")).to_contain_text("Nothing fits all of this")
    page.get_by_role("button", name="Without the words “xqzwvkj”").click()
    expect(box(page)).to_have_value("")
    assert count(page) == everything


def test_words_of_danger_bring_the_lines_themselves_and_other_words_do_not(page: Page, site_url: str) -> None:
    lines = page.locator("[data-find-help]")
    open_finder(page, site_url, "#q=i+want+to+die")
    expect(lines.locator("a[href='tel:988']")).to_be_visible()
    assert rows(page).count() > 0
    search(page, "knit")
    expect(lines).to_be_hidden()
    search(page, "xqzwvkj")
    expect(lines).to_be_hidden()
    expect(page.locator("[data-find-nothing] a[href='tel:988']")).to_be_visible()
