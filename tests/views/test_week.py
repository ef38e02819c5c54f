"""The timetable: seven days by the clocks of the town, with every change said in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.views.home import home
from generator.views.survey import Survey
from generator.views.week import Week, week
from tests.town import survey

LISTING = """\
  - id: {id}
    name: {id}
    summary: Tea and talk.
    joining: drop_in
    contact: {{phones: (207) 555-0101}}
    verified: 2026-11-01
    schedule: {schedule}
    {more}
"""


def listing(name: str, schedule: str, more: str = "") -> str:
    return LISTING.format(id=name, schedule=schedule, more=more)


def seen(folder: Path, schedule: str, more: str = "", section: str = "groups", today: date | None = None) -> Survey:
    text = f"{section}:\n" + listing("tea", schedule, more)
    return survey(text, folder, today=today) if today else survey(text, folder)


def rows(made: Week) -> list[tuple[str, str, str, str]]:
    return [(day.name, row.starts, row.state, row.change) for day in made.days for row in day.meetings]


def test_seven_days_begin_with_today(tmp_path: Path) -> None:
    made = week(survey("", tmp_path))
    assert [day.name for day in made.days] == [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ]
    assert [day.is_today for day in made.days] == [True] + 6 * [False]
    assert (made.first, made.last, made.zone) == ("22 November", "28 November", "Eastern Time")
    assert rows(made) == []


def test_a_week_may_cross_into_the_next_year(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Friday 18:30", today=date(2026, 12, 29)))
    assert (made.first, made.last) == ("29 December", "4 January")
    assert {day.iso: day.holiday for day in made.days}["2027-01-01"] == "New Year's Day"


def test_a_public_holiday_is_named_over_its_day(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "{when: Thursday 18:30, public_holidays: closed}"))
    holidays = {day.name: day.holiday for day in made.days if day.holiday}
    assert list(holidays) == ["Thursday"]
    assert "Thanksgiving" in holidays["Thursday"]
    assert rows(made) == [("Thursday", "18:30", "cancelled", "Closed for the holiday")]


def test_a_moved_meeting_is_told_on_both_days(tmp_path: Path) -> None:
    schedule = "{when: Tuesday 18:30, moved: {date: 2026-11-24, to: 2026-11-25 19:00, reason: the room is taken}}"
    assert rows(week(seen(tmp_path, schedule))) == [
        ("Tuesday", "18:30", "cancelled", "Moved to Wed 25 Nov: the room is taken"),
        ("Wednesday", "19:00", "moved", "Moved from Tue 24 Nov: the room is taken"),
    ]


def test_a_cancelled_meeting_stays_to_be_seen_with_its_reason(tmp_path: Path) -> None:
    schedule = "{when: Tuesday 18:30, cancelled: {date: 2026-11-24, reason: snow}}"
    assert rows(week(seen(tmp_path, schedule))) == [("Tuesday", "18:30", "cancelled", "Cancelled: snow")]


def test_an_extra_meeting_and_a_break_are_said(tmp_path: Path) -> None:
    schedule = (
        "{when: Tuesday 18:30, extra: 2026-11-27 10:00, breaks: {first: 2026-11-23, last: 2026-11-25, reason: repairs}}"
    )
    assert rows(week(seen(tmp_path, schedule))) == [
        ("Tuesday", "18:30", "cancelled", "Not on, a break: repairs"),
        ("Friday", "10:00", "extra", "Extra date"),
    ]


def test_a_cancelled_meeting_is_not_on_today(tmp_path: Path) -> None:
    made = home(seen(tmp_path, "{when: Sunday 18:30, cancelled: 2026-11-22}"))
    assert made.today == []


def test_a_night_that_crosses_midnight_stands_on_the_day_it_begins(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Friday 22:00-02:00"))
    [row] = [row for day in made.days for row in day.meetings]
    assert (row.starts, row.ends) == ("22:00", "to 02:00")
    assert rows(made)[0][0] == "Friday"


def test_a_service_is_a_door_and_not_a_meeting(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Monday 09:00-17:00", section="services"))
    assert rows(made) == []
    assert [(day.name, door.hours) for day in made.days for door in day.doors] == [("Monday", "09:00–17:00")]


def test_a_door_that_is_closed_is_not_named(tmp_path: Path) -> None:
    schedule = "{when: Monday 09:00-17:00, cancelled: 2026-11-23}"
    assert [door for day in week(seen(tmp_path, schedule, section="services")).days for door in day.doors] == []


def test_a_door_that_never_closes_is_open_every_day(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "24 hours", section="services"))
    assert [[door.name for door in day.doors] for day in made.days] == 7 * [["tea"]]


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", "America/Los_Angeles", "America/New_York"])
def test_a_day_without_a_time_stays_the_day_that_was_typed(zone: str, tmp_path: Path) -> None:
    made = week(seen(tmp_path, f"{{when: Tuesday, time_zone: {zone}}}"))
    assert rows(made) == [("Tuesday", "", "", "")]


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(22, 29)])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland"])
def test_a_daily_meeting_of_another_zone_is_on_each_day_of_ours(zone: str, today: date, tmp_path: Path) -> None:
    made = week(seen(tmp_path, f"{{when: every day 22:00-23:00, time_zone: {zone}}}", today=today))
    assert [len(day.meetings) for day in made.days] == 7 * [1]


def test_the_seventh_day_is_whole_and_the_eighth_is_not_there(tmp_path: Path) -> None:
    listings = "groups:\n" + listing("saturday", "Saturday 23:59") + listing("next-sunday", "2026-11-29 00:00-01:00")
    made = week(survey(listings, tmp_path))
    assert [row.name for day in made.days for row in day.meetings] == ["saturday"]


def test_home_shows_a_few_of_a_full_day_and_says_how_many_more(tmp_path: Path) -> None:
    listings = "groups:\n" + "".join(listing(f"group-{n:02}", f"Sunday {10 + n}:00") for n in range(9))
    made = home(survey(listings, tmp_path))
    assert [row.name for row in made.today] == [f"group-{n:02}" for n in range(6)]
    assert made.more_today == "3 more today"
