"""Filters: what they leave, what they say, how one takes them out again, and what "Back" does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from generator.language import Language
from generator.load import load
from generator.views.survey import Survey
from tests.conftest import ROOT
from tests.site.find.steps import FIND, answer, box, count, left, names, open_finder, rows, search
from tests.town import TODAY


def test_the_rows_of_the_page_stay_as_they_stand_on_the_day_of_the_build(page: Page, site_url: str) -> None:
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.first = document.querySelector('.wp-row') }, {once: true})"
    )
    open_finder(page, site_url)
    assert page.evaluate("first === document.querySelector('.wp-row')")
    shift = page.evaluate(
        """() => new Promise(resolve => {
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value }))
                .observe({type: 'layout-shift', buffered: true});
            setTimeout(() => resolve(sum), 300);
        })"""
    )
    assert shift < 0.02


def test_each_answer_leaves_as_many_as_it_says(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    for key, value in (("how", "online"), ("cost", "free"), ("kind", "group"), ("day", "tuesday"), ("when", "week")):
        said = left(page, key, value)
        answer(page, key, value).check()
        assert count(page) == said, (key, value)


def test_answers_to_one_question_add_up_and_answers_to_two_narrow_down(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    answer(page, "kind", "group").check()
    groups = count(page)
    answer(page, "kind", "service").check()
    both = count(page)
    assert both > groups
    answer(page, "cost", "free").check()
    assert 0 < count(page) < both


def test_an_answer_that_leads_nowhere_stays_and_says_so(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    answer(page, "kind", "worksheet").check()
    none = page.get_by_role("checkbox", name="Online, none left")
    expect(none).to_be_visible()
    expect(none).to_be_enabled()


def test_a_label_says_how_many_are_left(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    number = left(page, "how", "online")
    expect(page.get_by_role("checkbox", name=f"Online, {number} left")).to_be_visible()


def test_what_is_chosen_stands_above_the_list_and_can_be_taken_out(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    everything = count(page)
    answer(page, "how", "online").check()
    answer(page, "cost", "free").check()
    page.get_by_role("button", name="Remove filter: Online").click()
    expect(answer(page, "how", "online")).not_to_be_checked()
    expect(page.get_by_role("button", name="Remove filter: Free")).to_be_focused()
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("button", name="Remove filter: Free")).to_have_count(0)
    assert count(page) == everything


def test_the_answers_most_wanted_are_one_tap_away(phone: Page, site_url: str) -> None:
    open_finder(phone, site_url)
    everything = count(phone)
    chip = phone.get_by_role("list", name="Most wanted").get_by_role("button", name="Today")
    chip.tap()
    expect(chip).to_have_attribute("aria-pressed", "true")
    assert phone.locator(".wp-rows-title").first.inner_text() == "Today"
    assert 0 < count(phone) < everything
    chip.tap()
    expect(chip).to_have_attribute("aria-pressed", "false")


def test_back_takes_out_what_was_chosen_last(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    everything = count(page)
    answer(page, "how", "online").check()
    online = count(page)
    answer(page, "cost", "free").check()
    page.go_back()
    expect(answer(page, "cost", "free")).not_to_be_checked()
    assert count(page) == online
    page.go_back()
    expect(answer(page, "how", "online")).not_to_be_checked()
    assert count(page) == everything
    page.go_forward()
    expect(answer(page, "how", "online")).to_be_checked()


def test_a_shared_address_shows_the_same_list(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    answer(page, "how", "online").check()
    search(page, "sleep")
    shared, found = page.url, names(page)
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    expect(box(page)).to_have_value("sleep")
    expect(answer(page, "how", "online")).to_be_checked()
    assert names(page) == found


@pytest.mark.parametrize("order", ["name", "next"])
def test_the_order_can_be_chosen(page: Page, site_url: str, order: str) -> None:
    open_finder(page, site_url, "#kind=group")
    page.get_by_label("Order").select_option(order)
    if order == "name":
        letters = [name.casefold() for name in names(page)]
        assert letters == sorted(letters)
        assert page.locator(".wp-rows-title").count() == 0
    else:
        assert page.locator(".wp-rows-title").first.inner_text() == "Today"
    assert f"sort={order}" in page.url or order == "next"


def test_more_rows_come_when_asked_for_and_the_first_of_them_has_the_focus(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    expect(rows(page)).to_have_count(30)
    page.get_by_role("button", name="Show 30 more").click()
    expect(rows(page)).to_have_count(60)
    expect(rows(page).nth(30).get_by_role("link")).to_be_focused()
    everything = count(page)
    page.get_by_role("button", name=f"Show {everything - 60} more").click()
    expect(rows(page)).to_have_count(everything)
    expect(page.locator("[data-find-more]")).to_be_hidden()
    shown = names(page)
    assert len(set(shown)) == len(shown)


def test_a_page_of_one_answer_leads_to_the_finder_with_that_answer_chosen(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND + "join/drop_in/")
    page.get_by_role("link", name="Narrow this down").click()
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    expect(answer(page, "join", "drop_in")).to_be_checked()


def test_an_evening_on_a_tuesday_is_one_meeting_and_not_two_halves(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#kind=group&day=tuesday&time=evening")
    assert sorted(names(page)) == tuesday_evenings()


def tuesday_evenings() -> list[str]:
    """The groups with a meeting that begins on a Tuesday between five and ten, by the dates the site is made from."""
    directory = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert directory
    survey = Survey(directory, TODAY, Language.load("en-US"))
    starts = {group.name: map(survey.start_of, survey.coming(group)) for group in directory.groups}
    return sorted(
        name for name, times in starts.items() if any(one.weekday() == 1 and 17 <= one.hour < 22 for one in times)
    )


def test_rows_that_an_address_does_not_ask_for_are_not_laid_out_before_those_it_does(page: Page, site_url: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/data.js", hold)
    page.goto(f"{site_url}{FIND}#how=online", wait_until="commit")
    expect(page.locator(".wp-find-waiting")).to_be_attached()
    expect(page.locator("[data-find-list]")).to_be_hidden()
    held[0].continue_()
    expect(rows(page).first).to_be_visible()
    expect(page.locator(".wp-find-waiting")).not_to_be_attached()


def test_the_rows_of_the_page_come_back_when_the_index_does_not_come(
    page: Page, site_url: str, said: list[str]
) -> None:
    page.route("**/data.js", lambda route: route.abort())
    page.goto(f"{site_url}{FIND}#how=online")
    expect(page.locator("[data-find-note]")).to_contain_text("not working just now")
    expect(rows(page).first).to_be_visible()
    said.clear()
