from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.checks.schedule_dates import goes_on
from generator.model.schedule import Schedule
from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("Tuesday 18:30", True),
        ("24 hours", True),
        ("by appointment", True),
        ("2026-11-22 18:00", True),
        ("2026-11-21 18:00", False),
        ({"when": "Tuesday 18:30", "ends": "2026-11-24"}, True),
        ({"when": "Tuesday 18:30", "ends": "2026-11-23"}, False),
        ({"when": "24 hours", "ends": "2026-11-21"}, False),
        ({"when": "by appointment", "ends": "2026-11-22"}, True),
        ({"when": "Tuesday 18:30", "starts": "2090-01-01"}, True),
        ({"when": "Tuesday 18:30", "ends": "2026-11-24", "cancelled": "2026-11-24"}, False),
        ({"when": "Tuesday 18:30", "ends": "2026-11-24", "moved": [{"date": "2026-11-24", "to": "2026-11-25"}]}, True),
        ({"when": "Tuesday 18:30", "ends": "2026-11-24", "moved": [{"date": "2026-11-24", "to": "2026-11-21"}]}, False),
        ({"when": "Tuesday 18:30", "ends": "2026-10-06", "extra": "2026-12-01"}, True),
        (
            {"when": "Tuesday 18:30", "ends": "2026-12-01", "breaks": [{"first": "2026-11-01", "last": "2026-12-01"}]},
            False,
        ),
        ({"when": "Tuesday 18:30", "breaks": [{"first": "2026-11-01", "last": "2027-12-01"}]}, True),
        ({"when": "29th every 12 months 10:00", "starts": "2024-02-29"}, True),
    ],
)
def test_a_schedule_goes_on_as_long_as_a_day_is_to_come(typed: Any, on: bool) -> None:
    assert goes_on(Schedule.model_validate(typed), TODAY) is on


days = st.dates(date(2026, 11, 1), date(2026, 12, 31)).map(str)


@given(
    st.sampled_from(["Tuesday 18:30", "every day 09:00", "last Friday 19:00", "15th of every month 10:00"]),
    st.none() | days,
    st.none() | days,
    st.lists(days, max_size=3, unique=True),
    st.lists(st.tuples(days, days), max_size=2),
)
def test_it_agrees_with_going_through_the_calendar_day_by_day(
    when: str, ends: str | None, extra: str | None, cancelled: list[str], breaks: list[tuple[str, str]]
) -> None:
    typed: dict[str, Any] = {"when": when, "ends": ends, "extra": extra, "cancelled": cancelled}
    typed["breaks"] = [{"first": min(pair), "last": max(pair)} for pair in breaks]
    try:
        schedule = Schedule.model_validate({name: value for name, value in typed.items() if value})
    except ValidationError:
        return
    a_year = [TODAY + timedelta(days=number) for number in range(366)]
    is_on = any(
        (
            schedule.is_regular(day)
            and str(day) not in cancelled
            and not any(first <= str(day) <= last for first, last in map(sorted, breaks))
        )
        or str(day) == extra
        for day in a_year
    )
    assert goes_on(schedule, TODAY) is is_on


@pytest.mark.parametrize(("status", "times"), [("active", 1), ("paused", 0), ("ended", 0)])
def test_only_what_is_active_needs_days_to_come(status: str, times: int, told: Told) -> None:
    listing = "groups:\n  - id: a\n    name: A\n    summary: A.\n    schedule: 2026-01-01 10:00\n    status: "
    assert len(told("schedule-dates", f"{listing}{status}\n")) == times
