"""Next dates, judged by a walk through the calendar and by cases that people can check with one on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from generator.model.schedule import Schedule
from generator.model.when import Recurrence
from generator.schedule.dates import Cause, State, is_open, next_meetings, occurrences
from tests.schedule.calendar_walk import pattern_days, told_days
from tests.schedule.patterns import dated, days, schedules

LONDON = "Europe/London"


def schedule(when: str, **fields: Any) -> Schedule:
    return Schedule.model_validate({"when": when, **fields})


def at(text: str, zone: str = LONDON) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def told(of: Schedule, first: str, last: str) -> list[str]:
    """The dates between two days, each in a short line."""
    found = occurrences(
        of, date.fromisoformat(first), date.fromisoformat(last), LONDON, {date(2026, 12, 25): "Christmas"}
    )
    return [f"{each.start:%a %d %b %H:%M} {each.state.value}" for each in found]


@given(when=dated, counted_from=days, first=days, length=st.integers(0, 800))
def test_a_pattern_has_the_days_that_a_walk_through_the_calendar_meets(
    when: Recurrence, counted_from: date, first: date, length: int
) -> None:
    first = max(first, counted_from)
    last = first + timedelta(days=length)
    assert list(when.days(first, last, counted_from)) == pattern_days(when, counted_from, first, last)


@given(found=schedules(), first=days, length=st.integers(0, 200), holidays=st.sets(days, max_size=20))
def test_a_schedule_tells_of_each_day_what_a_walk_through_the_calendar_tells(
    found: Schedule, first: date, length: int, holidays: set[date]
) -> None:
    last = first + timedelta(days=length)
    seen = occurrences(found, first, last, LONDON, dict.fromkeys(holidays, "a holiday"))
    assert {each.day: each.state.value for each in seen} == told_days(found, first, last, holidays)
    assert [each.day for each in seen] == sorted({each.day for each in seen})


@given(
    found=schedules(),
    after=st.builds(datetime.combine, days, st.times(), st.just(ZoneInfo(LONDON))),
    count=st.integers(1, 5),
)
def test_next_meetings_are_the_first_that_are_not_over(found: Schedule, after: datetime, count: int) -> None:
    every = occurrences(found, after.date() - timedelta(days=2), after.date() + timedelta(days=800), LONDON)
    coming = [each for each in every if each.takes_place and not each.is_over(after)]
    coming.sort(key=lambda each: each.start.astimezone(UTC))
    assert next_meetings([found], after, count, LONDON) == coming[:count]


def test_the_first_and_third_tuesday_are_found() -> None:
    assert told(schedule("1st and 3rd Tuesday 19:00"), "2026-11-01", "2026-12-31") == [
        "Tue 03 Nov 19:00 regular",
        "Tue 17 Nov 19:00 regular",
        "Tue 01 Dec 19:00 regular",
        "Tue 15 Dec 19:00 regular",
    ]


def test_every_second_week_is_counted_from_the_first_day_even_over_a_new_year_with_53_weeks() -> None:
    found = told(schedule("every 2nd week on Thursday 18:00", starts="2026-12-17"), "2026-12-01", "2027-01-31")
    assert found == [
        "Thu 17 Dec 18:00 regular",
        "Thu 31 Dec 18:00 regular",
        "Thu 14 Jan 18:00 regular",
        "Thu 28 Jan 18:00 regular",
    ]


def test_weeks_begin_on_monday_so_sunday_belongs_to_the_week_before() -> None:
    found = told(schedule("every 2nd week on Sunday and Monday", starts="2026-11-26"), "2026-11-20", "2026-12-20")
    assert found == ["Sun 29 Nov 00:00 regular", "Mon 07 Dec 00:00 regular", "Sun 13 Dec 00:00 regular"]


def test_a_fifth_friday_comes_only_in_months_that_have_one() -> None:
    assert told(schedule("5th Friday 12:00"), "2026-08-01", "2027-01-31") == [
        "Fri 30 Oct 12:00 regular",
        "Fri 29 Jan 12:00 regular",
    ]


def test_a_31st_is_left_out_in_shorter_months_and_the_last_day_never_is() -> None:
    assert told(schedule("31st of the month"), "2026-01-01", "2026-04-30") == [
        "Sat 31 Jan 00:00 regular",
        "Tue 31 Mar 00:00 regular",
    ]
    assert told(schedule("last day of the month"), "2028-02-01", "2028-03-01") == ["Tue 29 Feb 00:00 regular"]


def test_a_cancelled_date_is_told_and_a_moved_one_twice() -> None:
    changed = schedule(
        "Tuesday 18:30-20:00",
        cancelled={"date": "2026-12-22", "reason": "holiday"},
        moved={"date": "2026-12-29", "to": "2026-12-30 10:00-11:00", "reason": "the room is taken"},
    )
    cancelled, away, moved = occurrences(changed, date(2026, 12, 20), date(2026, 12, 31), LONDON)
    assert (cancelled.cause, cancelled.reason, cancelled.takes_place) == (Cause.CANCELLED, "holiday", False)
    assert (away.cause, str(away.moved_to), away.takes_place) == (Cause.MOVED, "2026-12-30 10:00-11:00", False)
    assert (moved.state, moved.moved_from, moved.reason) == (State.MOVED, date(2026, 12, 29), "the room is taken")
    assert (moved.start, moved.end) == (at("2026-12-30 10:00"), at("2026-12-30 11:00"))


def test_a_meeting_that_moves_into_the_span_is_found_though_its_own_day_is_outside() -> None:
    changed = schedule("Tuesday 18:30", moved={"date": "2026-12-22", "to": "2027-01-15"})
    assert told(changed, "2027-01-14", "2027-01-16") == ["Fri 15 Jan 18:30 moved"]


def test_another_time_on_the_same_day_is_one_meeting() -> None:
    changed = schedule("Tuesday 18:30", moved={"date": "2026-12-22", "to": "2026-12-22 16:00"})
    assert told(changed, "2026-12-22", "2026-12-22") == ["Tue 22 Dec 16:00 moved"]


def test_an_extra_date_within_a_break_takes_place() -> None:
    changed = schedule(
        "Tuesday 18:30", breaks={"first": "2026-12-20", "last": "2027-01-03"}, extra="2026-12-29 10:00-11:00"
    )
    assert told(changed, "2026-12-15", "2027-01-05") == [
        "Tue 15 Dec 18:30 regular",
        "Tue 22 Dec 18:30 cancelled",
        "Tue 29 Dec 10:00 extra",
        "Tue 05 Jan 18:30 regular",
    ]


def test_public_holidays_matter_only_to_those_who_say_so() -> None:
    assert told(schedule("Friday 18:30"), "2026-12-25", "2026-12-25") == ["Fri 25 Dec 18:30 regular"]
    closed = schedule("Friday 18:30", public_holidays="closed")
    (found,) = occurrences(closed, date(2026, 12, 25), date(2026, 12, 25), LONDON, {date(2026, 12, 25): "Christmas"})
    assert (found.cause, found.reason) == (Cause.HOLIDAY, "Christmas")


def test_what_is_always_open_begins_on_no_day_but_tells_when_it_is_closed() -> None:
    always = schedule("24 hours", cancelled="2026-12-25")
    assert told(always, "2026-12-01", "2026-12-31") == ["Fri 25 Dec 00:00 cancelled"]
    assert is_open([always], at("2026-12-24 23:59"), LONDON)
    assert not is_open([always], at("2026-12-25 00:00"), LONDON)
    assert is_open([always], at("2026-12-26 00:00"), LONDON)


def test_by_appointment_there_are_no_dates() -> None:
    appointment = schedule("by appointment")
    assert told(appointment, "2026-01-01", "2027-12-31") == []
    assert next_meetings([appointment], at("2026-01-01 00:00"), 3, LONDON) == []
    assert not is_open([appointment], at("2026-01-01 12:00"), LONDON)


def test_an_open_door_past_midnight_is_open_on_the_next_morning() -> None:
    night = [schedule("Friday 22:00-02:00")]
    assert [
        is_open(night, at(f"2026-11-{when}"), LONDON) for when in ("27 21:59", "27 22:00", "28 01:59", "28 02:00")
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_a_night_that_has_begun_is_still_the_next_meeting() -> None:
    (found,) = next_meetings([schedule("Friday 22:00-02:00")], at("2026-11-28 00:30"), 1, LONDON)
    assert found.day == date(2026, 11, 27)


def test_what_says_no_end_is_over_once_it_has_begun_and_a_mere_day_is_not() -> None:
    (timed,) = next_meetings([schedule("Tuesday 18:30")], at("2026-11-24 18:31"), 1, LONDON)
    (day,) = next_meetings([schedule("Tuesday")], at("2026-11-24 18:31"), 1, LONDON)
    assert (timed.day, day.day, day.is_timed) == (date(2026, 12, 1), date(2026, 11, 24), False)


def test_several_schedules_are_told_in_one_order_by_the_moment() -> None:
    lines = [schedule("Tuesday 18:30", time_zone="America/New_York"), schedule("Tuesday 20:00")]
    found = next_meetings(lines, at("2026-11-23 09:00"), 2, LONDON)
    # 18:30 in New York is 23:30 in London.
    assert [f"{each.start:%H:%M}" for each in found] == ["20:00", "18:30"]


def test_24_hours_on_some_days_run_from_midnight_to_midnight() -> None:
    weekend = [schedule("24 hours, Saturday and Sunday")]
    found = occurrences(weekend[0], date(2026, 11, 28), date(2026, 11, 28), LONDON)
    assert (found[0].start, found[0].end) == (at("2026-11-28 00:00"), at("2026-11-29 00:00"))
    assert not is_open(weekend, at("2026-11-30 00:00"), LONDON)


def test_a_meeting_that_never_comes_again_is_not_looked_for_forever() -> None:
    assert next_meetings([schedule("2026-01-05 18:00")], at("2026-01-06 00:00"), 3, LONDON) == []
