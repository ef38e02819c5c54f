"""VTIMEZONE: read back by two other programs, the clocks show what the IANA database says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from io import StringIO
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Timezone

from generator.exports.time_zone import time_zone, transitions
from generator.model.time_zone import zone_name

# Northern and southern summers, half an hour of summer time, none, times before and behind UTC by odd minutes, a summer
# that is the exception's exception, Ramadan, Fridays, and a rule at midnight.
ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/St_Johns",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "Africa/Cairo",
    "America/Santiago",
    "Asia/Kathmandu",
    "UTC",
]
FIRST, LAST = 2026, 2028


def by_dateutil(name: str) -> tzinfo:
    zone = tzical(StringIO(time_zone(name, FIRST, LAST).to_bytes().decode())).get(name)
    assert isinstance(zone, tzinfo)
    return zone


def hours_to_ask(name: str) -> Iterator[datetime]:
    """The wall clock of the zone: a few days of each month over two years, and each hour round each change."""
    zone = ZoneInfo(name)
    start = datetime(FIRST, 1, 1, tzinfo=UTC)
    asked = [start + timedelta(days=9 * step, hours=step % 24) for step in range(2 * 365 // 9)]
    for change in transitions(name, FIRST, FIRST + 1):
        asked += [change.moment + timedelta(hours=hour) for hour in range(-30, 31)]
    return (moment.astimezone(zone) for moment in asked)


@pytest.mark.parametrize("name", ZONES)
def test_dateutil_reads_the_same_clock(name: str) -> None:
    described = by_dateutil(name)
    for there in hours_to_ask(name):
        wall = there.replace(tzinfo=described)
        assert wall.utcoffset() == there.utcoffset(), there


@pytest.mark.parametrize("name", ZONES)
def test_icalendar_reads_the_same_clock(name: str) -> None:
    component = Timezone.from_ical(time_zone(name, FIRST, LAST).to_bytes())
    assert isinstance(component, Timezone)
    described = component.to_tz(lookup_tzid=False)
    for there in hours_to_ask(name):
        assert there.astimezone(UTC).astimezone(described).utcoffset() == there.utcoffset(), there


@given(st.sampled_from(ZONES), st.integers(12, 3 * 365 * 24 - 48))
def test_any_hour_of_these_years_is_read_alike(name: str, hour: int) -> None:
    there = (datetime(FIRST, 1, 1, tzinfo=UTC) + timedelta(hours=hour)).astimezone(ZoneInfo(name))
    assert there.replace(tzinfo=by_dateutil(name)).utcoffset() == there.utcoffset()


@pytest.mark.parametrize("name", ["Pacific/Auckland", "Asia/Jerusalem", "America/Santiago", "Europe/Dublin"])
def test_a_rule_holds_for_years_to_come(name: str) -> None:
    # From 2025 to 2028 New Zealand's last Sunday of September is the fourth each time, and in 2029 it is not.
    described = by_dateutil(name)
    for year in range(LAST + 1, LAST + 9):
        for change in transitions(name, year, year):
            for hour in (-2, 2):
                there = (change.moment + timedelta(hours=hour)).astimezone(ZoneInfo(name))
                assert there.replace(tzinfo=described).utcoffset() == there.utcoffset(), there


def test_the_rules_of_the_united_states_are_those_of_the_law() -> None:
    # Second Sunday of March to first Sunday of November, at two o'clock (15 U.S.C. 260a).
    text = time_zone("America/New_York", 2026, 2028).to_bytes().decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20250309T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n" in text
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n" in text
    assert "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n" in text
    assert "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n" in text


def test_a_zone_that_never_changes_its_clocks_says_so_in_one_block() -> None:
    text = time_zone("Asia/Kolkata", 2026, 2028).to_bytes().decode()
    assert text.count("BEGIN:STANDARD") == 1
    assert "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530" in text
    assert "DAYLIGHT" not in text
    assert "RRULE" not in text


def test_what_follows_the_moon_is_told_date_by_date() -> None:
    # Morocco's clocks go back for Ramadan, which no yearly rule can tell.
    text = time_zone("Africa/Casablanca", 2026, 2028).to_bytes().decode()
    assert "RRULE" not in text
    assert text.count("RDATE:") == 2


def test_clocks_change_at_the_second_that_the_database_says() -> None:
    assert [str(change.moment) for change in transitions("Australia/Lord_Howe", 2026, 2026)] == [
        "2026-04-04 15:00:00+00:00",
        "2026-10-03 15:30:00+00:00",
    ]


@settings(max_examples=25)
@given(st.sampled_from(ZONES), st.integers(1995, 2060))
def test_around_each_change_the_offset_differs_and_nowhere_else_in_the_year(name: str, year: int) -> None:
    zone = ZoneInfo(zone_name(name))
    changes = {change.moment for change in transitions(name, year, year)}
    assert all(
        (moment - timedelta(seconds=1)).astimezone(zone).utcoffset() != moment.astimezone(zone).utcoffset()
        for moment in changes
    )
    start = datetime(year, 1, 1, tzinfo=UTC)
    hours = [start + timedelta(hours=hour) for hour in range(365 * 24)]
    seen = sum(
        before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset() for before, after in pairwise(hours)
    )
    assert seen == len(changes)
