"""From a `Recurrence` back to the words that a volunteer types."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from generator.model.when.recurrence import EVERY_WEEKDAY, MIDNIGHT, Frequency, Recurrence
from generator.model.when.vocabulary import WEEKDAY_NAMES

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_FROM_THE_END = {-1: "last", -2: "2nd to last"}


def typed(recurrence: Recurrence) -> str:
    """The words for a recurrence, in the one form that tools write.

    >>> typed(Recurrence(Frequency.MONTHLY, weekdays=(1,), weeks=(1, 3), opens_at=time(19), closes_at=time(20, 30)))
    '1st and 3rd Tuesday of the month 19:00-20:30'
    """
    return f"{_days(recurrence)}{_hours(recurrence)}"


def _days(found: Recurrence) -> str:
    match found.frequency:
        case Frequency.ALWAYS:
            return "24 hours"
        case Frequency.BY_APPOINTMENT:
            return "by appointment"
        case Frequency.DATES:
            return _and([day.isoformat() for day in found.dates])
        case Frequency.WEEKLY:
            days = "every day" if found.weekdays == EVERY_WEEKDAY and found.interval == 1 else _weekdays(found.weekdays)
            return days if found.interval == 1 else f"every {found.interval} weeks on {days}"
        case Frequency.MONTHLY:
            months = "of the month" if found.interval == 1 else f"every {found.interval} months"
            return f"{_in_month(found)} {months}"


def _weekdays(days: Sequence[int]) -> str:
    """A run of three days or more as its ends."""
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{WEEKDAY_NAMES[days[0]]} to {WEEKDAY_NAMES[days[-1]]}"
    return _and([WEEKDAY_NAMES[day] for day in days])


def _in_month(found: Recurrence) -> str:
    if found.weeks:
        return (
            f"{_and([_ordinal(week) for week in found.weeks])} {_and([WEEKDAY_NAMES[day] for day in found.weekdays])}"
        )
    days = _and([_ordinal(day) for day in found.month_days])
    return f"{days} day" if found.month_days[-1] < 0 else days


def _hours(found: Recurrence) -> str:
    if found.opens_at is None:
        return ""
    if found.is_around_the_clock:
        return " 24 hours"
    if found.closes_at is None:
        return f" {_clock(found.opens_at)}"
    return f" {_clock(found.opens_at)}-{'24:00' if found.closes_at == MIDNIGHT else _clock(found.closes_at)}"


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _ordinal(number: int) -> str:
    if number < 0:
        return _FROM_THE_END[number]
    return f"{number}{'th' if 10 < number < 20 else _ENDINGS.get(number % 10, 'th')}"


def _and(things: Sequence[str]) -> str:
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last
