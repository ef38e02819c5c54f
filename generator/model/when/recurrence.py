"""On which days something recurs, as arithmetic on the calendar, without words and without a clock.

>>> tuesdays = Recurrence(Frequency.WEEKLY, weekdays=(1,), opens_at=time(18, 30), closes_at=time(20))
>>> [str(day) for day in tuesdays.days(date(2026, 11, 22), date(2026, 12, 6))]
['2026-11-24', '2026-12-01']
>>> last_friday = Recurrence(Frequency.MONTHLY, weekdays=(4,), weeks=(-1,))
>>> [str(day) for day in last_friday.days(date(2026, 11, 1), date(2026, 12, 31))]
['2026-11-27', '2026-12-25']
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

MIDNIGHT = time(0)
EVERY_WEEKDAY = tuple(range(7))
WEEKS_OF_A_MONTH = (1, 2, 3, 4, 5, -2, -1)
MOST_WEEKS_APART = 52
MOST_MONTHS_APART = 24

# A Monday that begins a year. What comes every n weeks and names no first date is counted from here, so that every
# reader and every build counts alike.
ANCHOR = date(2024, 1, 1)


class Frequency(Enum):
    """What a recurrence is counted by."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    DATES = "dates"
    ALWAYS = "always"
    BY_APPOINTMENT = "by_appointment"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A pattern of days, and the hours on each of them. Raises `ValueError` when its parts do not belong together."""

    frequency: Frequency
    interval: int = 1
    """Every so many weeks or months."""
    weekdays: tuple[int, ...] = ()
    """Days of the week in order, Monday being 0."""
    weeks: tuple[int, ...] = ()
    """Which of these weekdays in a month, in order: 1 to 5, then -2 (second to last) and -1 (last)."""
    month_days: tuple[int, ...] = ()
    """Days of the month in order: 1 to 31, then -1 (the last day)."""
    dates: tuple[date, ...] = ()
    """Single dates in order."""
    opens_at: time | None = None
    """Local time when it begins; None where only the day is known."""
    closes_at: time | None = None
    """Local time when it ends, on the next day if it is not after `opens_at`; None where nobody said."""

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise ValueError(fault)

    @property
    def is_around_the_clock(self) -> bool:
        """Whether each of its days is open for 24 hours."""
        return self.opens_at == MIDNIGHT == self.closes_at

    @property
    def ends_next_day(self) -> bool:
        return self.opens_at is not None and self.closes_at is not None and self.closes_at <= self.opens_at

    @property
    def has_days(self) -> bool:
        """Whether it has days of its own, as an open door or an appointment has not."""
        return self.frequency not in {Frequency.ALWAYS, Frequency.BY_APPOINTMENT}

    def days(self, first: date, last: date, counted_from: date | None = None) -> Iterator[date]:
        """Its days from `first` to `last`, both included, in order.

        Every n weeks or months are counted from the week (Monday to Sunday) or month of `counted_from`.
        """
        match self.frequency:
            case Frequency.WEEKLY:
                return self._weekly(first.toordinal(), last.toordinal(), counted_from or ANCHOR)
            case Frequency.MONTHLY:
                return self._monthly(first, last, counted_from or ANCHOR)
            case _:
                return (day for day in self.dates if first <= day <= last)

    def falls_on(self, day: date, counted_from: date | None = None) -> bool:
        """Whether this day is one of its days; what is always open is open on each."""
        return self.frequency is Frequency.ALWAYS or any(self.days(day, day, counted_from))

    def _weekly(self, first: int, last: int, counted_from: date) -> Iterator[date]:
        step = 7 * self.interval
        monday = _monday(first)
        monday -= (monday - _monday(counted_from.toordinal())) % step
        for week in range(monday, last + 1, step):
            for weekday in self.weekdays:
                if first <= week + weekday <= last:
                    yield date.fromordinal(week + weekday)

    def _monthly(self, first: date, last: date, counted_from: date) -> Iterator[date]:
        month = _month_number(first)
        month += (_month_number(counted_from) - month) % self.interval
        for number in range(month, _month_number(last) + 1, self.interval):
            year, index = divmod(number, 12)
            first_weekday, length = monthrange(year, index + 1)
            for number_of_day in self._in_month(first_weekday, length):
                day = date(year, index + 1, number_of_day)
                if first <= day <= last:
                    yield day

    def _in_month(self, first_weekday: int, length: int) -> Sequence[int]:
        """The numbers of its days in a month of this length that begins on this weekday."""
        found = {day if day > 0 else length + 1 + day for day in self.month_days}
        for weekday in self.weekdays:
            earliest = 1 + (weekday - first_weekday) % 7
            latest = earliest + 7 * ((length - earliest) // 7)
            found |= {earliest + 7 * (week - 1) if week > 0 else latest + 7 * (week + 1) for week in self.weeks}
        return sorted(day for day in found if 1 <= day <= length)


def _monday(ordinal: int) -> int:
    """The Monday of the week; the calendar's first day, whose ordinal is 1, is a Monday."""
    return ordinal - (ordinal - 1) % 7


def _month_number(day: date) -> int:
    """Months since the year 0, January of it being 0."""
    return day.year * 12 + day.month - 1


def _faults(found: Recurrence) -> Iterator[str]:
    weekly, monthly, dated = (
        found.frequency is kind for kind in (Frequency.WEEKLY, Frequency.MONTHLY, Frequency.DATES)
    )
    by_weekday = bool(found.weekdays and found.weeks)
    most = MOST_WEEKS_APART if weekly else MOST_MONTHS_APART if monthly else 1
    if not 1 <= found.interval <= most:
        yield f"an interval of {found.interval} is not between 1 and {most}"
    if weekly and not (found.weekdays and not found.weeks and not found.month_days):
        yield "what is weekly needs weekdays and nothing else"
    if monthly and by_weekday is bool(found.month_days):
        yield "what is monthly needs either weekdays with their weeks, or days of the month"
    if monthly and bool(found.weekdays) is not bool(found.weeks):
        yield "weekdays of a month need their weeks"
    if not (weekly or monthly) and (found.weekdays or found.weeks or found.month_days):
        yield "weekdays belong to what is weekly or monthly"
    if weekly and found.interval == 1 and found.weekdays == EVERY_WEEKDAY and found.is_around_the_clock:
        yield "24 hours on every day is always"
    if dated is not bool(found.dates):
        yield "dates belong to single dates, and these need some"
    if not found.has_days and found.opens_at is not None:
        yield "what has no days of its own has no hours"
    if found.opens_at is None and found.closes_at is not None:
        yield "an end needs a beginning"
    if found.opens_at == found.closes_at and found.opens_at not in {None, MIDNIGHT}:
        yield "beginning and end are the same"
    for at in (found.opens_at, found.closes_at):
        if at is not None and (at.second or at.microsecond or at.tzinfo):
            yield "times are hours and minutes of the wall clock"
    yield from _faults_of_order("weekdays", found.weekdays, EVERY_WEEKDAY)
    yield from _faults_of_order("weeks", found.weeks, WEEKS_OF_A_MONTH)
    yield from _faults_of_order("month days", found.month_days, (*range(1, 32), -1))
    if list(found.dates) != sorted(set(found.dates)):
        yield "dates stand in order, each once"


def _faults_of_order(name: str, typed: Sequence[int], known: Sequence[int]) -> Iterator[str]:
    if list(typed) != [value for value in known if value in typed]:
        yield f"{name} are of {known[0]} to {known[-1]}, in order, each once"
