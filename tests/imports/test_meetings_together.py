"""Meetings of one group at one place are one listing, and never more than is certain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.imports.meetings.times import speaks_of_certain_weeks
from tests.imports.meetings import brought_in, directory, published

ROW: dict[str, Any] = {"name": "Tea", "slug": "tea", "time": "18:30", "end_time": "20:00", "address": "1 Alder St"}


def days(*numbers: int, **more: Any) -> list[dict[str, Any]]:
    return [{**ROW, "slug": f"tea-{number}", "day": number, **more} for number in numbers]


def test_days_of_one_group_share_a_line(tmp_path: Path) -> None:
    found = directory(brought_in(days(1, 2, 5), tmp_path), tmp_path)
    assert [[str(line) for line in group.schedule] for group in found.groups] == [
        ["Monday, Tuesday and Friday 18:30-20:00"]
    ]


def test_other_hours_are_a_line_of_their_own(tmp_path: Path) -> None:
    found = directory(brought_in([*days(1), *days(6, time="10:00", end_time="11:00")], tmp_path), tmp_path)
    assert [str(line) for line in found.groups[0].schedule] == ["Monday 18:30-20:00", "Saturday 10:00-11:00"]


@pytest.mark.parametrize(
    "different",
    [
        {"address": "2 Alder St"},
        {"location": "Library"},
        {"types": ["W"]},
        {"types": ["C"]},
        {"notes": "For beginners."},
        {"group": "Another"},
        {"regions": ["North"]},
        {"contact_1_phone": "(207) 555-0142"},
        {"name": "Coffee"},
    ],
)
def test_whatever_differs_keeps_two_meetings_apart(tmp_path: Path, different: dict[str, Any]) -> None:
    found = directory(brought_in([*days(1), *days(2, **different)], tmp_path), tmp_path)
    assert len(found.groups) == 2


def test_two_ways_to_join_are_two_listings(tmp_path: Path) -> None:
    rows = [
        *days(1, conference_url="https://meet.example.org/1"),
        *days(2, conference_url="https://meet.example.org/2"),
    ]
    found = directory(brought_in(rows, tmp_path), tmp_path)
    assert [group.online.url for group in found.groups if group.online] == [
        "https://meet.example.org/1", "https://meet.example.org/2",
    ]  # fmt: skip


def test_what_is_said_of_one_day_alone_stays_with_that_day(tmp_path: Path) -> None:
    rows = [*days(1, notes="Tea and talk.\nFree"), *days(3, notes="Tea and talk.\nThe side door is open.\nFree")]
    (group,) = directory(brought_in(rows, tmp_path), tmp_path).groups
    assert [line.note for line in group.schedule] == [None, "The side door is open."]
    assert (group.summary, group.description) == ("Tea and talk.", "Free")


@pytest.mark.parametrize(
    "notes",
    [
        "1st and 3rd Tuesday only.",
        "We meet on the last Tuesday.",
        "Meets every other week.",
        "A monthly meeting.",
        "First week of the month.",
        "Every other Tuesday",
        "Biweekly.",
    ],
)
def test_monthly_never_becomes_weekly(tmp_path: Path, notes: str) -> None:
    imported = brought_in(days(2, notes=notes), tmp_path)
    found = directory(imported, tmp_path)
    assert found.groups[0].schedule == ()
    assert "Tuesday 18:30-20:00" in f"{found.groups[0].summary} {found.groups[0].description}"
    assert any(line.field == "time" and "weekly meetings only" in str(line.reason) for line in imported.report.lines)
    assert published(found)[0] == []


@pytest.mark.parametrize(
    "notes",
    [
        "Speaker on the last Tuesday of the month.",
        "Business meeting first Tuesday.",
        "Walk on the second Sunday.",
        "Every Tuesday, all year.",
        "The 1st time you come, ring the bell.",
    ],
)
def test_what_happens_at_a_weekly_meeting_leaves_it_weekly(tmp_path: Path, notes: str) -> None:
    found = directory(brought_in(days(2, notes=notes), tmp_path), tmp_path)
    assert str(found.groups[0].schedule[0]) == "Tuesday 18:30-20:00"


@given(st.text(max_size=300), st.lists(st.integers(0, 6), unique=True).map(sorted).map(tuple))
def test_any_text_can_be_asked_for_certain_weeks(text: str, weekdays: tuple[int, ...]) -> None:
    words, is_certain = speaks_of_certain_weeks(text, weekdays)
    assert words in text
    assert bool(words) or not is_certain


_SLOTS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59)), min_size=1, max_size=12, unique=True
)


@given(_SLOTS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_meeting_that_goes_in_stands_there_once(
    tmp_path_factory: pytest.TempPathFactory, slots: list[tuple[int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("slots")
    rows = [
        {"name": "Tea", "slug": f"t{number}", "day": day, "time": f"{hour:02}:{minute:02}", "address": "1 Alder St"}
        for number, (day, hour, minute) in enumerate(slots)
    ]
    found = directory(brought_in(rows, folder), folder)
    there = [
        ((weekday + 1) % 7, line.when.opens_at.hour, line.when.opens_at.minute)
        for group in found.groups
        for line in group.schedule
        for weekday in line.when.weekdays
        if line.when.opens_at
    ]
    assert sorted(there) == sorted(slots)
