"""Schedules and opening hours read back from their definitions in schema.org, a day at a time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

Hours = tuple[str, str, str]
"""A date, and the times of opening and closing as far as they are told."""


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def events(schedules: Iterable[Mapping[str, Any]], first: date, last: date) -> list[Hours]:
    """What is on from `first` to `last`, for an event with these schedules."""
    return sorted(
        (day.isoformat(), schedule.get("startTime", ""), schedule.get("endTime", ""))
        for schedule in schedules
        for day in days(first, last)
        if _is_on(schedule, day)
    )


def _is_on(schedule: Mapping[str, Any], day: date) -> bool:
    started = date.fromisoformat(schedule.get("startDate", "0001-01-01"))
    if "repeatFrequency" not in schedule:
        return day == started
    ended = date.fromisoformat(schedule.get("endDate", "9999-12-31"))
    if not started <= day <= ended or day.isoformat() in schedule.get("exceptDate", []):
        return False
    number, unit = int(schedule["repeatFrequency"][1:-1]), schedule["repeatFrequency"][-1]
    if unit == "W":
        weeks = (day - timedelta(days=day.weekday()) - started + timedelta(days=started.weekday())).days // 7
        return weeks % number == 0 and f"https://schema.org/{NAMES[day.weekday()]}" in schedule["byDay"]
    assert unit == "M"
    if (12 * (day.year - started.year) + day.month - started.month) % number:
        return False
    if "byMonthDay" in schedule:
        return day.day in schedule["byMonthDay"]
    week, length = (day.day + 6) // 7, monthrange(day.year, day.month)[1]
    if "byMonthWeek" in schedule:
        return week in schedule["byMonthWeek"] and f"https://schema.org/{NAMES[day.weekday()]}" in schedule["byDay"]
    code = CODES[day.weekday()]
    return not {f"{week}{code}", f"-{(length - day.day) // 7 + 1}{code}"}.isdisjoint(schedule["byDay"])


def open_hours(specifications: Iterable[Mapping[str, Any]], first: date, last: date) -> list[Hours]:
    """When a service with these hours is open: those of a single date replace those of the week."""
    found = []
    told = list(specifications)
    dated = [each for each in told if "dayOfWeek" not in each]
    weekly = [each for each in told if each.get("dayOfWeek") not in (None, ["https://schema.org/PublicHolidays"])]
    for day in days(first, last):
        hours = [each for each in dated if _in_force(each, day)] or [
            each
            for each in weekly
            if _in_force(each, day) and f"https://schema.org/{NAMES[day.weekday()]}" in each["dayOfWeek"]
        ]
        found += [
            (day.isoformat(), each.get("opens", ""), each.get("closes", ""))
            for each in hours
            if not each.get("opens") == "00:00:00" == each.get("closes")
        ]
    return sorted(found)


def _in_force(hours: Mapping[str, Any], day: date) -> bool:
    return bool(hours.get("validFrom", "") <= day.isoformat() <= hours.get("validThrough", "9999"))
