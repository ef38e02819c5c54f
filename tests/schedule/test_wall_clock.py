"""Times on the nights when clocks change, judged by RFC 5545's own examples and by dateutil."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import resolve_imaginary
from hypothesis import given
from hypothesis import strategies as st

from generator.model.schedule import Schedule
from generator.schedule.dates import is_open, occurrences
from generator.schedule.wall_clock import moment, span

ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata", "UTC"]


def test_a_skipped_time_is_the_one_that_rfc_5545_names() -> None:
    # Section 3.3.5: 20070311T023000 in New York is 3:30 EDT.
    found = moment(date(2007, 3, 11), time(2, 30), ZoneInfo("America/New_York"))
    assert found.isoformat() == "2007-03-11T03:30:00-04:00"


def test_a_repeated_time_is_the_first_of_the_two_as_rfc_5545_has_it() -> None:
    # Section 3.3.5: 20071104T013000 in New York is 1:30 EDT.
    found = moment(date(2007, 11, 4), time(1, 30), ZoneInfo("America/New_York"))
    assert found.isoformat() == "2007-11-04T01:30:00-04:00"


@given(
    day=st.dates(date(2020, 1, 1), date(2036, 12, 31)),
    at=st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_every_time_is_the_moment_that_dateutil_finds(day: date, at: time, zone: ZoneInfo) -> None:
    found = moment(day, at, zone)
    assert found.astimezone(UTC) == resolve_imaginary(datetime.combine(day, at, zone)).astimezone(UTC)
    assert found.tzinfo is zone


@pytest.mark.parametrize(
    ("zone", "night", "hours", "lasts"),
    [
        # Clocks go forward: an hour is missing, on Lord Howe Island half an hour.
        ("Europe/London", "2026-03-28", ("22:00", "02:00"), timedelta(hours=3)),
        ("America/New_York", "2026-03-07", ("22:00", "06:00"), timedelta(hours=7)),
        ("Australia/Lord_Howe", "2026-10-03", ("22:00", "06:00"), timedelta(hours=7, minutes=30)),
        # Clocks go back: the night is longer by as much.
        ("Europe/London", "2026-10-24", ("22:00", "02:00"), timedelta(hours=5)),
        ("America/New_York", "2026-10-31", ("22:00", "06:00"), timedelta(hours=9)),
        ("Australia/Lord_Howe", "2026-04-04", ("22:00", "06:00"), timedelta(hours=8, minutes=30)),
        # Around the clock, a day is as long as the calendar's day.
        ("Europe/London", "2026-03-29", ("00:00", "00:00"), timedelta(hours=23)),
        ("Europe/London", "2026-10-25", ("00:00", "00:00"), timedelta(hours=25)),
        # Nothing happens on other nights.
        ("Europe/London", "2026-06-06", ("22:00", "02:00"), timedelta(hours=4)),
        # The beginning falls into the skipped hour and the end just behind it: as long as on other days.
        ("Europe/London", "2026-03-29", ("01:30", "02:00"), timedelta(minutes=30)),
        ("Australia/Lord_Howe", "2026-10-04", ("02:15", "02:30"), timedelta(minutes=15)),
    ],
)
def test_a_night_lasts_by_the_clock_on_the_wall(
    zone: str, night: str, hours: tuple[str, str], lasts: timedelta
) -> None:
    opens_at, closes_at = (time.fromisoformat(at) for at in hours)
    start, end = span(date.fromisoformat(night), opens_at, closes_at, ZoneInfo(zone))
    assert end is not None
    assert end.astimezone(UTC) - start.astimezone(UTC) == lasts


@given(
    day=st.dates(date(2020, 1, 1), date(2036, 12, 31)),
    at=st.tuples(st.builds(time, st.integers(0, 23), st.integers(0, 59)), st.builds(time, st.integers(0, 23))),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_an_end_is_always_behind_its_beginning(day: date, at: tuple[time, time], zone: ZoneInfo) -> None:
    start, end = span(day, *at, zone)
    assert end is not None
    assert start.astimezone(UTC) < end.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/London", "2026-10-20", "2026-10-27"),
        ("America/New_York", "2026-03-03", "2026-03-10"),
        ("Australia/Lord_Howe", "2026-09-29", "2026-10-06"),
    ],
)
def test_a_weekly_evening_stays_at_its_time_when_clocks_change(zone: str, before: str, after: str) -> None:
    tuesdays = Schedule.model_validate("Tuesday 18:30-20:00")
    first, second = occurrences(tuesdays, date.fromisoformat(before), date.fromisoformat(after), zone)
    assert (first.start.time(), second.start.time()) == (time(18, 30), time(18, 30))
    assert first.start.utcoffset() != second.start.utcoffset()


def test_in_the_hour_that_comes_twice_the_door_is_open_both_times() -> None:
    night = [Schedule.model_validate("Saturday 22:00-02:00")]
    # 1:30 in London on 25 October 2026, before and after the clocks go back.
    for at in (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)):
        assert is_open(night, at, "Europe/London")
    assert not is_open(night, datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "Europe/London")
