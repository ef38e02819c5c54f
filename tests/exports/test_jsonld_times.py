"""Schedules and opening hours in schema.org's words, read back by its definitions: they are those of the site."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.jsonld.event_schedule import event_schedules
from generator.exports.jsonld.opening_hours import opening_hours
from generator.language import Language
from generator.model.directory import Directory
from generator.model.listing import PeerGroup, Service
from generator.model.schedule import Schedule
from generator.schedule.dates import Occurrence, occurrences
from generator.views.survey import HORIZON, Survey
from tests.exports.schedule_sorts import EVERY_SORT
from tests.exports.schema_org import faults
from tests.exports.schema_reading import Hours, events, open_hours
from tests.schedule.patterns import schedules

TODAY = date(2026, 11, 22)
LAST = TODAY + HORIZON


def surveyed(kind: type[PeerGroup] | type[Service], several: list[Schedule], verified: date | None) -> Survey:
    listing = kind.model_validate({"id": "tea", "name": "Tea", "summary": "Tea and talk."})
    listing = listing.model_copy(update={"schedule": tuple(several), "verified": verified})
    # A zone whose clocks never change: a wall clock's time is then what was typed.
    head = {"name": "Town", "area_served": "Town", "country": "US", "time_zone": "Asia/Kolkata"}
    directory = Directory.model_validate({"directory": head, "crisis": {"preset": "US"}})
    section = "groups" if kind is PeerGroup else "services"
    return Survey(directory.model_copy(update={section: (listing,)}), TODAY, Language.load("en-GB"))


def told(found: Occurrence, midnight_closes: str) -> Hours:
    opens = found.start.time() if found.is_timed else None
    closes = found.end.time() if found.end else None
    closing = midnight_closes if opens == time() == closes else closes.isoformat() if closes else ""
    return found.day.isoformat(), opens.isoformat() if opens else "", closing


def expected(survey: Survey, midnight_closes: str) -> list[Hours]:
    return sorted(
        told(found, midnight_closes)
        for listing in survey.directory.listings
        for schedule in listing.schedule
        for found in occurrences(schedule, TODAY, LAST, survey.zone, survey.holidays)
        if found.takes_place
    )


@settings(max_examples=200)
@given(st.lists(schedules(), min_size=1, max_size=3), st.none() | st.dates(date(2026, 3, 1), TODAY))
def test_a_groups_schedules_say_when_it_meets(several: list[Schedule], verified: date | None) -> None:
    survey = surveyed(PeerGroup, several, verified)
    found = event_schedules(survey.directory.listings[0], survey)
    assert [fault for each in found for fault in faults(each)] == []
    assert events(found, TODAY, LAST) == expected(survey, "00:00:00")
    single = [each["startDate"] for each in found if "repeatFrequency" not in each]
    assert [day for day in single if str(day) < TODAY.isoformat()] == []


@pytest.mark.parametrize("sort", EVERY_SORT)
def test_every_sort_of_schedule_is_told_as_it_is(sort: str) -> None:
    when, more = EVERY_SORT[sort]
    schedule = Schedule.model_validate({"when": when, **more})
    group, service = surveyed(PeerGroup, [schedule], date(2026, 10, 31)), surveyed(Service, [schedule], None)
    found = event_schedules(group.directory.listings[0], group)
    assert events(found, TODAY, LAST) == expected(group, "00:00:00")
    hours = opening_hours(service.directory.listings[0], service)
    assert open_hours(hours, TODAY, LAST) == expected(service, "23:59:59")


@settings(max_examples=200)
@given(st.lists(schedules(), min_size=1, max_size=3))
def test_a_services_hours_say_when_it_is_open(several: list[Schedule]) -> None:
    survey = surveyed(Service, several, None)
    found = opening_hours(survey.directory.listings[0], survey)
    assert [fault for each in found for fault in faults(each)] == []
    assert open_hours(found, TODAY, LAST) == expected(survey, "23:59:59")


def service(when: str, **more: object) -> list[Hours]:
    survey = surveyed(Service, [Schedule.model_validate({"when": when, **more})], None)
    return open_hours(opening_hours(survey.directory.listings[0], survey), TODAY, TODAY + timedelta(days=6))


def test_an_open_door_is_open_but_in_a_break() -> None:
    around_the_clock = ("00:00:00", "23:59:59")
    found = service("24 hours", breaks={"first": "2026-11-24", "last": "2026-11-26"})
    assert found == [(f"2026-11-{day}", *around_the_clock) for day in (22, 23, 27, 28)]


def test_an_open_door_of_a_group_is_open_each_day() -> None:
    survey = surveyed(PeerGroup, [Schedule.model_validate("24 hours")], None)
    [found] = event_schedules(survey.directory.listings[0], survey)
    assert found == {
        "@type": "Schedule",
        "repeatFrequency": "P1D",
        "startTime": "00:00:00",
        "duration": "PT24H",
        "scheduleTimezone": "Asia/Kolkata",
    }


def test_by_appointment_has_no_hours() -> None:
    assert service("by appointment") == []
    assert service("by appointment", extra="2026-11-25 10:00-11:00") == [("2026-11-25", "10:00:00", "11:00:00")]
