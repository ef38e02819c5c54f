"""The timetable: seven days by the clocks of the town, with every change said in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.views.survey import Survey
from generator.views.today import on_today
from generator.views.week import Day, Week, week
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


def shown(made: Week) -> list[Day]:
    """The days that stand there for somebody without script, or on the day itself."""
    return [day for day in made.days if day.is_shown]


def rows(made: Week) -> list[tuple[str, str, str, str]]:
    return [(day.name, row.starts, row.state, row.change) for day in shown(made) for row in day.meetings]


def test_seven_days_begin_with_today(tmp_path: Path) -> None:
    made = week(survey("", tmp_path))
    names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    assert [day.name for day in shown(made)] == names
    assert (made.first, made.last, made.zone) == ("22 November", "28 November", "Eastern Time")
    assert rows(made) == []


def test_two_more_days_wait_in_the_page(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "every day 18:30"))
    assert [day.iso for day in made.days] == [f"2026-11-{day}" for day in range(22, 31)]
    assert [day.is_shown for day in made.days] == 7 * [True] + 2 * [False]
    assert [len(day.meetings) for day in made.days] == 9 * [1]
    assert (made.clock.made, made.clock.zone, made.shown) == ("2026-11-22", "America/New_York", 7)


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
    made = on_today(seen(tmp_path, "{when: Sunday 18:30, cancelled: 2026-11-22}"))
    assert [day.meetings for day in made.days[:1]] == [[]]


def test_a_night_that_crosses_midnight_stands_on_the_day_it_begins(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Friday 22:00-02:00"))
    [row] = [row for day in shown(made) for row in day.meetings]
    assert (row.starts, row.ends) == ("22:00", "to 02:00")
    assert rows(made)[0][0] == "Friday"


def test_a_service_is_a_door_and_not_a_meeting(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Monday 09:00-17:00", section="services"))
    assert rows(made) == []
    assert [(day.name, door.hours) for day in shown(made) for door in day.doors] == [("Monday", "09:00–17:00")]


def test_a_door_that_is_closed_is_not_named(tmp_path: Path) -> None:
    schedule = "{when: Monday 09:00-17:00, cancelled: 2026-11-23}"
    made = week(seen(tmp_path, schedule, section="services"))
    assert [door for day in shown(made) for door in day.doors] == []


def test_a_door_that_never_closes_is_open_every_day(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "24 hours", section="services"))
    assert [[door.name for door in day.doors] for day in made.days] == 9 * [["tea"]]


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", "America/Los_Angeles", "America/New_York"])
def test_a_day_without_a_time_stays_the_day_that_was_typed(zone: str, tmp_path: Path) -> None:
    made = week(seen(tmp_path, f"{{when: Tuesday, time_zone: {zone}}}"))
    assert rows(made) == [("Tuesday", "", "", "")]


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(22, 29)])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland"])
def test_a_daily_meeting_of_another_zone_is_on_each_day_of_ours(zone: str, today: date, tmp_path: Path) -> None:
    made = week(seen(tmp_path, f"{{when: every day 22:00-23:00, time_zone: {zone}}}", today=today))
    assert [len(day.meetings) for day in made.days] == 9 * [1]


def test_the_seventh_day_is_whole_and_the_eighth_is_not_shown(tmp_path: Path) -> None:
    listings = "groups:\n" + listing("saturday", "Saturday 23:59") + listing("next-sunday", "2026-11-29 00:00-01:00")
    made = week(survey(listings, tmp_path))
    assert [row.name for day in shown(made) for row in day.meetings] == ["saturday"]
    assert [row.name for day in made.days for row in day.meetings] == ["saturday", "next-sunday"]


def ends(schedule: str, folder: Path, today: date, section: str = "groups") -> list[datetime]:
    made = week(seen(folder, schedule, section=section, today=today))
    found = [row.until for day in made.days for row in day.meetings]
    found += [door.until for day in made.days for door in day.doors]
    return [datetime.fromisoformat(moment) for moment in found]


def test_each_row_says_when_it_is_over_by_the_clocks_of_the_world(tmp_path: Path) -> None:
    # The clocks of New York go forward on 14 March 2027 at 02:00, so a night from 22:00 to 03:00 lasts four hours.
    [over] = ends("2027-03-13 22:00-03:00", tmp_path, date(2027, 3, 12))
    assert over.astimezone(UTC) == datetime(2027, 3, 14, 7, 0, tzinfo=UTC)
    assert over.utcoffset() == timedelta(hours=-4)


def test_an_hour_after_it_began_is_an_hour_in_the_night_of_the_time_change_too(tmp_path: Path) -> None:
    [over] = ends("2027-03-14 01:30", tmp_path, date(2027, 3, 12))
    assert over.astimezone(UTC) == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)


def test_what_names_no_end_is_over_an_hour_after_it_began(tmp_path: Path) -> None:
    [over] = ends("2026-11-24 18:30", tmp_path, date(2026, 11, 22))
    assert over == datetime(2026, 11, 24, 19, 30, tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize("section", ["groups", "services"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_a_day_without_a_time_is_over_with_the_day_here(section: str, zone: str, tmp_path: Path) -> None:
    [over] = ends(f"{{when: 2026-11-24, time_zone: {zone}}}", tmp_path, date(2026, 11, 22), section)
    assert over == datetime(2026, 11, 25, tzinfo=ZoneInfo("America/New_York"))


def test_a_door_that_never_closes_is_open_until_the_day_is_over(tmp_path: Path) -> None:
    here = ZoneInfo("America/New_York")
    found = ends("24 hours", tmp_path, date(2026, 11, 22), "services")
    assert found == [datetime(2026, 11, 22, tzinfo=here) + timedelta(days=day) for day in range(1, 10)]


AREAS = "areas:\n  - {id: north, name: North}\n  - {id: south, name: South}\n"


def test_a_row_names_its_areas_and_how_one_takes_part(tmp_path: Path) -> None:
    text = AREAS + "groups:\n"
    text += listing("everywhere", "Monday 10:00", "online: {platform: Video}")
    text += listing("both", "Tuesday 10:00", "attending: [hybrid, phone]\n    areas: [south, north]")
    text += listing("unknown", "Wednesday 10:00")
    made = week(survey(text, tmp_path))
    told = {row.name: (list(row.areas), list(row.how)) for day in shown(made) for row in day.meetings}
    assert told == {
        "everywhere": ([], ["online"]),
        "both": (["south", "north"], ["in_person", "online", "phone"]),
        "unknown": ([], []),
    }


def test_a_line_of_a_schedule_may_be_online_while_the_others_are_in_a_room(tmp_path: Path) -> None:
    schedule = "[Monday 10:00, {when: Tuesday 10:00, attending: online}]"
    place = (
        "location: {name: The Mill, address: 1 Mill Street}\n    online: {platform: Video}\n    attending: in_person"
    )
    made = week(seen(tmp_path, schedule, place))
    told = [(day.name, list(row.how), list(row.facts)) for day in shown(made) for row in day.meetings]
    assert told == [("Monday", ["in_person"], ["The Mill"]), ("Tuesday", ["online"], ["Online"])]


def test_the_timetable_asks_by_area_and_by_how_and_leads_to_plain_pages(tmp_path: Path) -> None:
    text = AREAS + "groups:\n" + listing("tea", "Monday 10:00", "attending: [hybrid, phone]")
    asked = {question.key: question.choices for question in week(survey(text, tmp_path)).questions}
    assert [(one.id, one.path) for one in asked["area"]] == [("north", "areas/north.md"), ("south", "areas/south.md")]
    assert [(one.id, one.path) for one in asked["how"]] == [
        ("in_person", "find/how/in_person.md"),
        ("online", "find/how/online.md"),
        ("phone", "find/how/phone.md"),
    ]


def test_a_question_with_one_answer_is_not_asked(tmp_path: Path) -> None:
    made = week(seen(tmp_path, "Monday 10:00", "attending: in_person"))
    assert made.questions == []


def test_home_holds_today_and_the_days_after_it(tmp_path: Path) -> None:
    made = on_today(seen(tmp_path, "every day 18:30"))
    assert [(day.iso, len(day.meetings)) for day in made.days] == [(f"2026-11-{day}", 1) for day in range(22, 26)]
    assert (made.days[0].date, made.shown) == ("Sunday, 22 November 2026", 6)


def test_home_shows_a_few_of_a_full_day_and_says_how_many_more(tmp_path: Path) -> None:
    listings = "groups:\n" + "".join(listing(f"group-{n:02}", f"Sunday {10 + n}:00") for n in range(9))
    made = on_today(survey(listings, tmp_path))
    # All nine are there, since by the evening the first of them are over.
    assert [row.name for row in made.days[0].meetings] == [f"group-{n:02}" for n in range(9)]
    assert (made.days[0].more, made.days[0].rest) == (3, [])


def test_the_first_page_of_a_large_town_stays_small_and_still_knows_the_evening(tmp_path: Path) -> None:
    hours = {"morning": 9, "afternoon": 13, "evening": 18, "night": 21}
    listings = "groups:\n" + "".join(
        listing(f"{name}-{n}", f"Sunday {hour:02}:{n:02}-{hour + 1}:{n:02}")
        for name, hour in hours.items()
        for n in range(20)
    )
    [today, *_] = on_today(survey(listings, tmp_path)).days
    assert [row.name for row in today.meetings] == [f"{name}-{n}" for name in hours for n in range(6)]
    assert today.more == 80 - 6
    here = ZoneInfo("America/New_York")
    left_out = [datetime(2026, 11, 22, hour + 1, n, tzinfo=here) for hour in hours.values() for n in range(6, 20)]
    assert [datetime.fromtimestamp(60 * minute, UTC) for minute in today.rest] == left_out


def test_what_answers_day_and_night_is_named_after_what_one_can_just_go_to(tmp_path: Path) -> None:
    text = "services:\n" + listing("night", "24 hours").replace("drop_in", "contact_first")
    text += listing("desk", "every day 10:00-12:00")
    text += listing("alone", "24 hours").replace("drop_in", "contact_first").replace("contact: {", "# {")
    text += listing("paper", "24 hours").replace("drop_in", "referral")
    made = week(survey(text, tmp_path))
    told = [(door.name, door.hours) for door in made.days[0].doors]
    assert told == [("desk", "10:00–12:00"), ("night", "24 hours, call first")]
