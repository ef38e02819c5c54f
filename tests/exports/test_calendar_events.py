"""Schedules of every sort, written as entries, read back by strangers: they show what the site itself shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.calendars import files
from generator.language import Language
from generator.model.directory import Directory
from generator.model.listing import PeerGroup
from generator.model.schedule import Schedule
from generator.schedule.dates import occurrences
from generator.schedule.public_holidays import public_holidays
from generator.views.survey import Survey
from tests.exports.calendar_reading import Meeting, lines, meetings, parsed
from tests.exports.schedule_sorts import EVERY_SORT
from tests.schedule.patterns import schedules

TODAY = date(2026, 11, 22)
LAST = date(2028, 11, 22)
ENGLISH = Language.load("en-GB")
HOLIDAYS = public_holidays("US", None, range(2025, 2029), ENGLISH)
zones = st.sampled_from(["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata"])


def surveyed(schedules: list[Schedule], zone: str = "America/New_York", verified: date | None = None) -> Survey:
    group = PeerGroup.model_validate({"id": "tea", "name": "Tea", "summary": "Tea and talk."}).model_copy(
        update={"schedule": tuple(schedules), "verified": verified}
    )
    head = {"name": "Town", "area_served": "Town", "country": "US", "time_zone": zone}
    directory = Directory.model_validate({"directory": head, "crisis": {"preset": "US"}})
    return Survey(directory.model_copy(update={"groups": (group,)}), TODAY, ENGLISH)


def shown(survey: Survey) -> bytes:
    found = {file.path: file.content for file in files(survey, "https://example.org/")}
    return found.get("calendars/tea.ics", found["calendars/all.ics"])


def expected(survey: Survey, first: date = TODAY, last: date = LAST) -> list[Meeting]:
    return sorted(
        Meeting.of(found.start if found.is_timed else found.day, found.end)
        for listing in survey.directory.listings
        for schedule in listing.schedule
        for found in occurrences(schedule, first, last, survey.zone, HOLIDAYS)
        if found.takes_place
    )


def told(when: str, **more: Any) -> Survey:
    return surveyed([Schedule.model_validate({"when": when, **more})])


@settings(max_examples=100)
@given(schedules(), zones, st.dates(date(2026, 3, 1), TODAY))
def test_what_a_calendar_shows_is_what_the_site_shows(schedule: Schedule, zone: str, verified: date) -> None:
    survey = surveyed([schedule], zone, verified)
    content = shown(survey)
    assert meetings(content, TODAY, LAST) == expected(survey)
    assert max(map(len, lines(content))) <= 75


@pytest.mark.parametrize("sort", EVERY_SORT)
@pytest.mark.parametrize("verified", [None, date(2026, 10, 31)])
def test_every_sort_of_schedule_is_shown_as_it_is(sort: str, verified: date | None) -> None:
    when, more = EVERY_SORT[sort]
    survey = surveyed([Schedule.model_validate({"when": when, **more})], verified=verified)
    found = expected(survey)
    assert found, "a case that shows nothing proves nothing"
    assert meetings(shown(survey), TODAY, LAST) == found


def test_a_night_when_clocks_change_ends_when_the_wall_clock_says() -> None:
    # Clocks go back in New York on 1 November 2027 at two: this night lasts thirteen hours, the next twelve.
    found = meetings(shown(told("every day 19:00-07:00")), date(2027, 11, 6), date(2027, 11, 7))
    assert found == [
        Meeting("2027-11-06T23:00Z", "2027-11-07T12:00Z"),
        Meeting("2027-11-08T00:00Z", "2027-11-08T12:00Z"),
    ]


def test_a_moved_meeting_takes_the_place_of_its_old_date() -> None:
    survey = told(
        "Tuesday 19:00-20:00", moved=[{"date": "2026-12-08", "to": "2026-12-07 18:00-19:30", "reason": "snow"}]
    )
    master, moved = parsed(shown(survey)).walk("VEVENT")
    assert master["UID"] == moved["UID"]
    assert moved["RECURRENCE-ID"].dt.isoformat() == "2026-12-08T19:00:00-05:00"
    assert moved["DTSTART"].dt.isoformat() == "2026-12-07T18:00:00-05:00"
    assert moved["DTEND"].dt.isoformat() == "2026-12-07T19:30:00-05:00"
    assert str(moved["DESCRIPTION"]).splitlines()[0] == "Moved from Tue 8 Dec: snow"
    assert "EXDATE" not in master


def test_a_break_takes_its_dates_out() -> None:
    pause = {"first": "2026-12-08", "last": "2026-12-16"}
    [event] = parsed(shown(told("Tuesday 19:00-20:00", breaks=[pause]))).walk("VEVENT")
    off = event["EXDATE"] if isinstance(event["EXDATE"], list) else [event["EXDATE"]]
    assert [moment.dt.isoformat() for dates in off for moment in dates.dts] == [
        "2026-12-08T19:00:00-05:00",
        "2026-12-15T19:00:00-05:00",
    ]


def test_a_cancelled_meeting_stands_there_as_cancelled_with_the_reason() -> None:
    off = {"date": "2026-12-08", "reason": "no heating"}
    usual, cancelled = parsed(shown(told("Tuesday 19:00-20:00", cancelled=[off]))).walk("VEVENT")
    assert "EXDATE" not in usual
    assert cancelled["UID"] == usual["UID"]
    assert cancelled["RECURRENCE-ID"].dt.isoformat() == "2026-12-08T19:00:00-05:00"
    assert cancelled["DTSTART"].dt.isoformat() == "2026-12-08T19:00:00-05:00"
    assert (cancelled["STATUS"], cancelled["SUMMARY"]) == ("CANCELLED", "Cancelled: Tea")
    assert str(cancelled["DESCRIPTION"]).splitlines()[0] == "Cancelled: no heating"


def test_the_revision_grows_with_a_check_and_with_a_further_change_of_dates() -> None:
    def revisions(verified: date, **more: Any) -> set[int]:
        line = Schedule.model_validate({"when": "Tuesday 19:00-20:00", **more})
        found = parsed(shown(surveyed([line], verified=verified))).walk("VEVENT")
        return {int(event["SEQUENCE"]) for event in found}

    first = revisions(date(2026, 10, 1))
    later = revisions(date(2026, 10, 1), cancelled=["2026-12-08"])
    latest = revisions(date(2026, 10, 2))
    assert len(first) == len(later) == len(latest) == 1
    assert max(first) < min(later) < min(latest) < 2**31
    assert revisions(date(2026, 10, 1)) == first


def test_several_days_of_a_month_are_a_rule_each_since_outlook_reads_no_other() -> None:
    rules = [
        event["RRULE"].to_ical() for event in parsed(shown(told("1st and 3rd Tuesday 19:00-20:30"))).walk("VEVENT")
    ]
    assert rules == [b"FREQ=MONTHLY;BYDAY=1TU", b"FREQ=MONTHLY;BYDAY=3TU"]


def test_an_open_door_round_the_clock_and_an_appointment_have_no_dates() -> None:
    for when in ("24 hours", "by appointment"):
        assert [file.path for file in files(told(when), "")] == ["calendars/all.ics"]


def test_what_was_over_before_somebody_made_sure_is_not_told() -> None:
    verified = date(2026, 11, 10)
    single = surveyed([Schedule.model_validate({"when": "2026-11-02 and 2026-12-02 18:00"})], verified=verified)
    assert [event["DTSTART"].dt.date() for event in parsed(shown(single)).walk("VEVENT")] == [date(2026, 12, 2)]
    weekly = Schedule.model_validate({"when": "Tuesday 19:00", "extra": "2026-10-01"})
    found = parsed(shown(surveyed([weekly], verified=verified))).walk("VEVENT")
    assert [event["DTSTART"].dt.date() for event in found] == [date(2026, 11, 10)]


def test_only_hours_that_a_change_of_clocks_lengthens_are_told_apart() -> None:
    # Clocks change at two on a Sunday morning, twice in each of the three years that a calendar covers.
    assert len(uids(told("Sunday 10:00-11:00"))) == 1
    assert len(uids(told("Sunday 00:00-05:00"))) == 1 + 3 * 2


def uids(survey: Survey) -> list[str]:
    return [str(event["UID"]) for event in parsed(shown(survey)).walk("VEVENT")]


def test_the_name_of_a_meeting_outlasts_times_notes_order_and_changes() -> None:
    before = surveyed([Schedule.model_validate(line) for line in ("Monday 10:00-11:00", "Friday 10:00-11:00")])
    changed = {
        "when": "Monday 17:00-19:00",
        "note": "Ring twice.",
        "cancelled": "2026-12-07",
        "public_holidays": "closed",
    }
    after = surveyed([Schedule.model_validate(line) for line in ("Friday 11:00-12:00", changed)])
    assert sorted(set(uids(before))) == sorted(set(uids(after))) == ["tea-friday@example.org", "tea-monday@example.org"]


def test_two_meetings_on_one_day_have_names_of_their_own_in_whatever_order_they_are_typed() -> None:
    several = [Schedule.model_validate(line) for line in ("Monday 18:00-19:00", "Monday 10:00-11:00")]
    for lines_of_it in (several, several[::-1]):
        found = parsed(shown(surveyed(lines_of_it))).walk("VEVENT")
        assert {str(event["UID"]): event["DTSTART"].dt.hour for event in found} == {
            "tea-monday@example.org": 10,
            "tea-monday-2@example.org": 18,
        }


@settings(max_examples=50)
@given(st.lists(schedules(), min_size=2, max_size=4))
def test_lines_of_one_listing_stay_apart(several: list[Schedule]) -> None:
    survey, last = surveyed(several), TODAY + timedelta(days=400)
    assert meetings(shown(survey), TODAY, last) == expected(survey, last=last)
