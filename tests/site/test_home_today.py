"""What is on today, on the first page: the right day at any clock, what is over gone, what comes next there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.visitor import TOWN, Visit, visits

MOST = 6


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visit]:
    with visits(browser, site_url) as visit:
        yield visit


def names(page: Page) -> dict[str, list[str]]:
    """The groups that can be seen, by the day they stand under."""
    found = page.eval_on_selector_all(
        "[data-on-today] .wp-meeting",
        """rows => rows.filter(r => r.checkVisibility())
            .map(r => [r.closest("[data-day]").dataset.day, r.querySelector("a").textContent])""",
    )
    days: dict[str, list[str]] = {}
    for day, name in found:
        days.setdefault(day, []).append(name)
    return days


def ledes(page: Page) -> list[str]:
    return [lede.inner_text() for lede in page.locator("[data-on-today] .wp-section-lede:visible").all()]


def timetable(page: Page, site_url: str, day: str, after: str) -> list[str]:
    """What the whole timetable says takes place on a day and ends after a moment."""
    page.goto(site_url + "week/")
    found = page.eval_on_selector_all(
        f".wp-day[data-day='{day}'] .wp-meeting:not(.is-cancelled)",
        "rows => rows.map(r => [r.dataset.until, r.querySelector('a').textContent])",
    )
    return [name for until, name in found if datetime.fromisoformat(until) > datetime.fromisoformat(after)]


@pytest.mark.parametrize("zone", [TOWN, "Pacific/Auckland", "America/Los_Angeles"])
@pytest.mark.parametrize(
    "at",
    [
        "2026-11-22T09:00:00-05:00",
        "2026-11-23T00:00:00-05:00",
        "2026-11-24T11:30:00-05:00",
        "2026-11-25T13:00:00-05:00",
    ],
)
def test_the_groups_still_to_come_today_by_the_clocks_of_the_town(
    visit: Visit, site_url: str, zone: str, at: str
) -> None:
    page = visit("", at=at, zone=zone)
    today = datetime.fromisoformat(at).astimezone(ZoneInfo(TOWN)).date()
    shown, lede = names(page), ledes(page)
    expect(page.locator("#on-today")).to_have_text("On today")
    assert lede == [f"{today:%A, %B} {today.day}, {today.year}"]
    coming = timetable(page, site_url, str(today), at)
    assert coming
    assert shown == {str(today): coming[:MOST]}


def test_a_full_day_says_how_many_more_and_the_count_falls_as_groups_end(visit: Visit, site_url: str) -> None:
    at = "2026-11-25T08:00:00-05:00"
    page = visit("", at=at)
    more = page.locator(".wp-today-more:visible")
    left = len(timetable(visit("week/", at=at), site_url, "2026-11-25", at)) - MOST
    assert left > 0
    expect(more).to_have_text(f"More on this day: {left}")
    page.clock.fast_forward("12:00:00")
    expect(more).to_have_count(0)


def test_when_today_is_over_the_next_day_stands_below_it(visit: Visit) -> None:
    page = visit("", at="2026-11-22T20:30:00-05:00")
    assert list(names(page)) == ["2026-11-23"]
    assert ledes(page) == ["Sunday, November 22, 2026", "Tomorrow, Monday, November 23, 2026"]
    expect(page.get_by_text("The groups of today are over.").locator("visible=true")).to_have_count(1)


def test_a_page_left_open_over_midnight_moves_on_by_itself(visit: Visit) -> None:
    page = visit("", at="2026-11-22T23:58:30-05:00")
    assert ledes(page)[0] == "Sunday, November 22, 2026"
    page.clock.fast_forward("02:00")
    assert ledes(page) == ["Monday, November 23, 2026"]
    assert list(names(page)) == ["2026-11-23"]


def test_a_row_in_which_somebody_is_just_now_does_not_go_away(visit: Visit) -> None:
    page = visit("", at="2026-11-22T15:58:30-05:00")
    page.get_by_role("link", name="Paint and Be").focus()
    page.clock.fast_forward("02:00")
    assert page.evaluate("document.activeElement.textContent") == "Paint and Be"
    page.locator("#on-today ~ a").focus()
    page.clock.fast_forward("01:00")
    assert "Paint and Be" not in names(page)["2026-11-22"]


@pytest.mark.parametrize("at", ["1970-01-02", "2026-11-21", "2026-11-26", "2040-01-01"])
def test_a_clock_far_off_shows_the_day_of_the_build_and_says_so(visit: Visit, site_url: str, at: str) -> None:
    page = visit("", at=f"{at}T12:00:00-05:00")
    shown = names(page)
    expect(page.locator("#on-today")).to_have_text("What is on")
    assert ledes(page) == ["Sunday, November 22, 2026"]
    expect(page.locator("[data-on-today] [data-old]")).to_contain_text("As known on Sunday, November 22, 2026")
    assert shown == {"2026-11-22": timetable(page, site_url, "2026-11-22", "2026-11-22T00:00:00-05:00")}


@pytest.mark.parametrize(("day", "says_so"), [("22", False), ("23", False), ("24", True), ("25", True)])
def test_a_page_that_was_not_renewed_says_from_when_it_is(visit: Visit, day: str, says_so: bool) -> None:
    page = visit("", at=f"2026-11-{day}T09:00:00-05:00")
    assert page.locator("[data-on-today] [data-old-late]").is_visible() == says_so


def test_groups_online_or_by_phone_say_the_visitors_own_time(visit: Visit) -> None:
    row = visit("", zone="Europe/London").locator(".wp-meeting", has_text="Island Check-in").first
    # 19:00 in New York on 22 November is midnight in London.
    expect(row.locator(".wp-yours")).to_have_text("Mon 12:00 AM your time")
    in_a_room = visit("", zone="Europe/London").locator(".wp-meeting", has_text="Paint and Be").first
    expect(in_a_room.locator(".wp-yours")).to_have_count(0)


def test_an_area_says_what_is_on_there_today_and_leads_to_its_own_timetable(visit: Visit, site_url: str) -> None:
    at = "2026-11-24T09:30:00-05:00"
    page = visit("areas/old-town/", at=at)
    shown = names(page)
    expect(page.locator("#on-today")).to_have_text("On today")
    page.get_by_role("link", name="The whole week").click()
    assert page.url == f"{site_url}week/#area=old-town"
    rows = page.locator(".is-today .wp-meeting:visible:not(.is-over):not(.is-cancelled) a").all_inner_texts()
    assert rows
    assert shown == {"2026-11-24": rows[:MOST]}


def test_without_script_the_day_has_its_date_and_nothing_says_today(visit: Visit) -> None:
    page = visit("", java_script_enabled=False)
    expect(page.locator("#on-today")).to_have_text("What is on")
    assert ledes(page) == ["Sunday, November 22, 2026"]
    assert list(names(page)) == ["2026-11-22"]
    expect(page.locator("[data-old]")).not_to_be_visible()


@pytest.mark.parametrize("at", ["2026-11-22T20:30:00-05:00", "2026-11-25T09:00:00-05:00", "2001-01-01T00:00:00-05:00"])
def test_axe_finds_nothing_at_another_hour(visit: Visit, at: str) -> None:
    page = visit("", at=at, zone="Europe/London", timers=True, viewport={"width": 390, "height": 844})
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
