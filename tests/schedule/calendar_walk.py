"""A second opinion on dates: a walk through the calendar, day by day, that counts what it sees.

It knows no rules and does no arithmetic on dates but "the next day": weeks are counted by meeting Mondays, months by
meeting first days, the 3rd Tuesday by having met two. Slow, and plain enough to be believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.schedule import Schedule
from generator.model.when import Frequency, Recurrence

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Seen:
    """One day, with what the walk has counted on its way."""

    day: date
    weeks: int
    """Mondays met since the week of the start."""
    months: int
    """First days met since the month of the start."""
    week_of_month: int
    """So many days of this weekday have been in this month, this one included."""
    week_from_end: int
    """-1 for the last one of its month, -2 for the one before."""
    is_last_of_month: bool


def walk(start: date, first: date, last: date) -> Iterator[Seen]:
    """Each day from `first` to `last`, counted from the Monday and the month of `start`."""
    day = start
    while day.day != 1:
        day -= DAY
    while day.weekday() != 0:
        day -= DAY
    weeks = months = 0
    before_start = True
    met: Counter[int] = Counter()
    while day <= last:
        if day.day == 1:
            met.clear()
        met[day.weekday()] += 1
        if day == start:
            before_start = False
            weeks = months = 0
        elif not before_start:
            weeks += day.weekday() == 0
            months += day.day == 1
        if day >= first and not before_start:
            yield Seen(day, weeks, months, met[day.weekday()], -1 - _same_weekdays_left(day), (day + DAY).day == 1)
        day += DAY


def _same_weekdays_left(day: date) -> int:
    """How many more days of this weekday its month has."""
    month, weekday, left = day.month, day.weekday(), 0
    day += DAY
    while day.month == month:
        left += day.weekday() == weekday
        day += DAY
    return left


def falls_on(when: Recurrence, seen: Seen) -> bool:
    """Whether the pattern has this day."""
    match when.frequency:
        case Frequency.WEEKLY:
            return seen.weeks % when.interval == 0 and seen.day.weekday() in when.weekdays
        case Frequency.MONTHLY:
            in_weeks = seen.week_of_month in when.weeks or seen.week_from_end in when.weeks
            by_weekday = seen.day.weekday() in when.weekdays and in_weeks
            by_number = seen.day.day in when.month_days or (-1 in when.month_days and seen.is_last_of_month)
            return seen.months % when.interval == 0 and (by_weekday or by_number)
        case Frequency.DATES:
            return seen.day in when.dates
        case _:
            return False


def pattern_days(when: Recurrence, start: date, first: date, last: date) -> list[date]:
    """The days of a pattern that is counted from `start`, none before it."""
    return [seen.day for seen in walk(start, first, last) if falls_on(when, seen)]


def regular_days(schedule: Schedule, first: date, last: date) -> list[date]:
    """The days of a schedule's pattern, from its first day to its last."""
    start = schedule.starts or first
    return [
        day for day in pattern_days(schedule.when, start, first, last) if schedule.ends is None or day <= schedule.ends
    ]


def told_days(schedule: Schedule, first: date, last: date, holidays: Set[date]) -> Mapping[date, str]:
    """For each day what is to be told of it: regular, moved, extra, cancelled, or nothing."""
    told: dict[date, str] = {}
    regular = set(regular_days(schedule, first, last))
    off = {cancelled.date for cancelled in schedule.cancelled}
    away = {moved.date for moved in schedule.moved}
    day = first
    while day <= last:
        in_break = any(pause.first <= day <= pause.last for pause in schedule.breaks)
        on_holiday = schedule.public_holidays.value == "closed" and day in holidays
        if day in {moved.to.day for moved in schedule.moved}:
            told[day] = "moved"
        elif day in {extra.day for extra in schedule.extra}:
            told[day] = "cancelled" if day in off else "extra"
        elif day in regular:
            told[day] = "cancelled" if day in off or day in away or in_break or on_holiday else "regular"
        day += DAY
    return told
