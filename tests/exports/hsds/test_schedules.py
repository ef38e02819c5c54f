"""Schedules in HSDS mean what ours do: each is expanded by another engine for a year, and compared date by date."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from generator.model.listing import Listing
from generator.model.when import Frequency
from generator.schedule.dates import occurrences
from generator.schedule.public_holidays import public_holidays
from generator.validating.hsds.objects import Object
from generator.validating.hsds.schedules import check
from generator.views.survey import Survey
from tests.exports.hsds.published import demonstrated, demonstration, published, single
from tests.exports.schedule_sorts import EVERY_SORT
from tests.town import TODAY, survey

LAST = TODAY + timedelta(days=365)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Meeting = tuple[date, str | None, str | None]


def meetings_of(schedule: dict[str, Any]) -> set[Meeting]:
    """What a reader who knows iCalendar's rules makes of the fields alone, from today for a year."""
    if "freq" not in schedule:
        return set()
    start = date.fromisoformat(schedule["dtstart"]) if "dtstart" in schedule else TODAY - timedelta(days=7)
    until = date.fromisoformat(schedule["until"]) if "until" in schedule else LAST
    codes = [code for code in schedule.get("byday", "").split(",") if code]
    days = [weekday(DAYS.index(code[-2:]), int(code[:-2] or 0) or None) for code in codes]
    numbers = [int(number) for number in schedule.get("bymonthday", "").split(",") if number]
    rule = rrule(
        WEEKLY if schedule["freq"] == "WEEKLY" else MONTHLY,
        dtstart=datetime.combine(start, time()),
        until=datetime.combine(min(until, LAST), time()),
        interval=schedule["interval"],
        wkst=weekday(DAYS.index(schedule.get("wkst", "MO"))),
        byweekday=days or None,
        bymonthday=numbers or None,
    )
    hours = schedule.get("opens_at"), schedule.get("closes_at")
    return {(found.date(), *hours) for found in rule if found.date() >= TODAY}


def details(schedule: dict[str, Any], code: str) -> list[str]:
    return [
        attribute["value"]
        for attribute in schedule.get("attributes", [])
        if attribute["taxonomy_term"]["code"] == f"details/{code}"
    ]


def left_out(schedule: dict[str, Any], found: Survey) -> set[date]:
    """Days that the attributes take out of the rule."""
    days = {date.fromisoformat(day) for day in details(schedule, "excluded-date")}
    for pause in details(schedule, "break"):
        first, last = map(date.fromisoformat, pause.split("/"))
        days |= {first + timedelta(days=step) for step in range((last - first).days + 1)}
    if details(schedule, "public-holidays"):
        about = found.directory.about
        days |= set(public_holidays(about.country, about.subdivision, [TODAY.year, LAST.year], found.language))
    return days


def ours(listing: Listing, found: Survey) -> set[Meeting]:
    about = found.directory.about
    holidays = public_holidays(about.country, about.subdivision, [TODAY.year, LAST.year], found.language)
    meetings: set[Meeting] = set()
    for schedule in listing.schedule:
        if schedule.when.frequency is Frequency.ALWAYS:
            closed = {one.day for one in occurrences(schedule, TODAY, LAST, found.zone, holidays)}
            days = (TODAY + timedelta(days=step) for step in range((LAST - TODAY).days + 1))
            meetings |= {
                (day, "00:00:00", "23:59:00") for day in days if day not in closed and schedule.is_regular(day)
            }
            continue
        for one in occurrences(schedule, TODAY, LAST, found.zone, holidays):
            if one.takes_place:
                when = schedule.when
                opens, closes = when.opens_at, when.closes_at
                changes = [moved.to for moved in schedule.moved] + list(schedule.extra)
                own = next((to for to in changes if to.day == one.day and to.opens_at), None) if one.is_change else None
                if own is not None:
                    opens, closes = own.opens_at, own.closes_at
                if opens == closes == time():
                    closes = time(23, 59)
                meetings.add((one.day, opens.isoformat() if opens else None, closes.isoformat() if closes else None))
    return meetings


def theirs(schedules: Iterable[dict[str, Any]], found: Survey) -> set[Meeting]:
    return {
        meeting
        for schedule in schedules
        for meeting in meetings_of(schedule)
        if meeting[0] not in left_out(schedule, found)
    }


def test_the_demonstration_means_the_same_for_a_year() -> None:
    found = demonstration()
    listings = {listing.id: listing for listing in found.directory.listings}
    compared = 0
    for service in single(demonstrated(), "services"):
        listing = listings[details(service, "short-name")[0]]
        assert theirs(service.get("schedules", []), found) == ours(listing, found), listing.id
        compared += bool(listing.schedule)
    assert compared > 30


@pytest.mark.parametrize("sort", EVERY_SORT)
def test_every_sort_of_schedule_means_the_same_for_a_year(tmp_path: Path, sort: str) -> None:
    found, service = tea(tmp_path, *EVERY_SORT[sort])
    assert theirs(service.get("schedules", []), found) == ours(found.directory.groups[0], found)


@pytest.mark.parametrize("sort", EVERY_SORT)
def test_what_a_rule_cannot_say_stands_in_its_notes(tmp_path: Path, sort: str) -> None:
    """Whoever reads only the rule expects too much; the days too many are told in words."""
    found, service = tea(tmp_path, *EVERY_SORT[sort])
    real = {day for day, *_ in ours(found.directory.groups[0], found)}
    for schedule in service.get("schedules", []):
        notes = schedule.get("notes", "")
        for day in sorted({day for day, *_ in meetings_of(schedule)} - real):
            told = found.language.date(day, "month-day") in notes
            in_a_break = "No meetings from" in notes and any(
                date.fromisoformat(pause[:10]) <= day <= date.fromisoformat(pause[11:])
                for pause in details(schedule, "break")
            )
            assert told or in_a_break or "public holidays" in notes, (day, notes)


@pytest.mark.parametrize("sort", EVERY_SORT)
def test_our_own_judge_finds_no_fault_in_them(tmp_path: Path, sort: str) -> None:
    _, service = tea(tmp_path, *EVERY_SORT[sort])
    faults = [
        finding.in_words(str)
        for schedule in service.get("schedules", [])
        for finding in check(Object("tea", "schedule", schedule))
    ]
    assert faults == []


def tea(folder: Path, when: str, more: dict[str, Any]) -> tuple[Survey, dict[str, Any]]:
    group = {
        "id": "tea",
        "name": "Tea",
        "summary": "Tea.",
        "schedule": {"when": when, **more},
        "contact": {"email": "tea@example.org"},
        "verified": "2026-11-01",
    }
    found = survey(f"groups:\n  - {json.dumps(group)}\n", folder)
    (service,) = single(published(found), "services")
    return found, service


def rule_of(folder: Path, when: str, **more: Any) -> dict[str, Any]:
    (schedule,) = tea(folder, when, more)[1]["schedules"]
    return {
        name: value
        for name, value in schedule.items()
        if name not in {"id", "attributes", "valid_from", "valid_to", "timezone", "description", "notes"}
    }


@pytest.mark.parametrize(
    ("when", "more", "rule"),
    [
        (
            "1st and 3rd Tuesday 19:00-20:30",
            {},
            {"freq": "MONTHLY", "interval": 1, "byday": "1TU,3TU", "opens_at": "19:00:00", "closes_at": "20:30:00"},
        ),
        ("last Friday 19:00", {}, {"freq": "MONTHLY", "interval": 1, "byday": "-1FR", "opens_at": "19:00:00"}),
        (
            "15th and last day of every month",
            {},
            {"freq": "MONTHLY", "interval": 1, "bymonthday": "15,-1"},
        ),
        (
            "every 2nd week on Tuesday 18:00",
            {"starts": "2026-09-03"},
            {
                "dtstart": "2026-09-15",
                "wkst": "MO",
                "freq": "WEEKLY",
                "interval": 2,
                "byday": "TU",
                "opens_at": "18:00:00",
            },
        ),
        (
            "24 hours",
            {},
            {
                "freq": "WEEKLY",
                "interval": 1,
                "byday": "MO,TU,WE,TH,FR,SA,SU",
                "opens_at": "00:00:00",
                "closes_at": "23:59:00",
            },
        ),
        ("by appointment", {}, {}),
        (
            "Friday 22:00-02:00",
            {},
            {"freq": "WEEKLY", "interval": 1, "byday": "FR", "opens_at": "22:00:00", "closes_at": "02:00:00"},
        ),
        (
            "2026-12-24 18:00-20:00",
            {},
            {
                "dtstart": "2026-12-24",
                "until": "2026-12-24",
                "freq": "WEEKLY",
                "interval": 1,
                "byday": "TH",
                "opens_at": "18:00:00",
                "closes_at": "20:00:00",
            },
        ),
    ],
)
def test_rules_are_written_as_the_specification_wants(
    tmp_path: Path, when: str, more: dict[str, Any], rule: dict[str, Any]
) -> None:
    assert rule_of(tmp_path, when, **more) == rule


def test_times_name_their_zone_and_offset(tmp_path: Path) -> None:
    _, service = tea(tmp_path, "Tuesday 18:30", {"time_zone": "Asia/Kolkata"})
    (schedule,) = service["schedules"]
    assert schedule["timezone"] == 5.5
    assert details(schedule, "time-zone") == ["Asia/Kolkata"]


def test_how_long_it_can_be_trusted_is_told(tmp_path: Path) -> None:
    """Looked at every six months, with three more as a grace: what was verified on 1 November is good to the end of July."""
    _, service = tea(tmp_path, "Tuesday 18:30", {})
    (schedule,) = service["schedules"]
    assert (schedule["valid_from"], schedule["valid_to"]) == ("2026-11-01", "2027-07-31")
