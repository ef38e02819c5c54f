"""On which dates a schedule takes place, and on which of its dates it does not.

>>> schedule = Schedule.model_validate({"when": "Tuesday 18:30-20:00", "cancelled": "2026-12-01"})
>>> for found in occurrences(schedule, date(2026, 11, 22), date(2026, 12, 8), "Europe/London"):
...     print(found.start, found.state.value)
2026-11-24 18:30:00+00:00 regular
2026-12-01 18:30:00+00:00 cancelled
2026-12-08 18:30:00+00:00 regular
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from generator.model.schedule import PublicHolidays, Schedule
from generator.model.when import DayAndHours, Frequency
from generator.schedule.wall_clock import DAY, span

Holidays = Mapping[date, str]
NO_HOLIDAYS: Holidays = {}

# Next meetings are looked for no further ahead than this; the longest interval that can be typed is two years.
_FURTHEST = timedelta(days=800)


class State(Enum):
    """What is to be told of a date."""

    REGULAR = "regular"
    MOVED = "moved"
    EXTRA = "extra"
    CANCELLED = "cancelled"


class Cause(Enum):
    """Why nothing is on."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    BREAK = "break"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a schedule: something is on, or it falls out and visitors should know."""

    schedule: Schedule
    day: date
    """The day on which it begins (or would have), in the schedule's own time zone."""
    start: datetime
    """The moment when it begins; midnight where only the day is known."""
    end: datetime | None
    """The moment when it ends, if the schedule says so."""
    state: State = State.REGULAR
    is_timed: bool = True
    """Whether the schedule says at what time it begins."""
    reason: str | None = None
    """Why it is cancelled or moved, in the curators' words, or the public holiday."""
    moved_from: date | None = None
    cause: Cause | None = None
    """Why nothing is on; None where something is."""
    moved_to: DayAndHours | None = None

    @property
    def takes_place(self) -> bool:
        return self.state is not State.CANCELLED

    @property
    def is_change(self) -> bool:
        """Whether it differs from what the schedule's sentence says."""
        return self.state is not State.REGULAR

    def is_over(self, at: datetime) -> bool:
        """Whether it has ended; what has no end is over once it has begun, and a mere day when the day is."""
        if not self.is_timed:
            return self.day < at.astimezone(self.start.tzinfo).date()
        return self.start.astimezone(UTC) < at if self.end is None else self.end.astimezone(UTC) <= at


def occurrences(
    schedule: Schedule, first: date, last: date, zone: str, holidays: Holidays = NO_HOLIDAYS
) -> list[Occurrence]:
    """What begins from `first` to `last`, both included, by time, with the dates on which nothing is on.

    `zone` is the directory's time zone, used where the schedule names none. `holidays` are public holidays by date; they
    matter to schedules that are closed on them. A day has one occurrence at most. What is always open or by appointment
    begins on no day; of what is always open the days are told on which it is not.
    """
    dated = _Dated(schedule, ZoneInfo(schedule.time_zone or zone), holidays)
    if not dated.has_changes:
        return [dated.regular(day) for day in schedule.regular_days(first, last)]
    found = [occurrence for occurrence in dated.added() if first <= occurrence.day <= last]
    added = {occurrence.day for occurrence in found}
    found += [dated.usual(day) for day in dated.usual_days(first, last) if day not in added]
    return sorted(found, key=lambda occurrence: (occurrence.day, occurrence.start.time()))


def next_meetings(
    schedules: Iterable[Schedule], after: datetime, count: int, zone: str, holidays: Holidays = NO_HOLIDAYS
) -> list[Occurrence]:
    """The first `count` meetings that take place and are not over at `after`, by time, up to two years ahead."""
    schedules = list(schedules)
    found: list[Occurrence] = []
    near = _near(schedules, count)
    for ahead in (near, min(4 * near, _FURTHEST), _FURTHEST):
        found = list(_not_over(schedules, after, ahead, zone, holidays))
        if len(found) >= count:
            break
    return sorted(found, key=lambda occurrence: occurrence.start.astimezone(UTC))[:count]


def is_open(schedules: Iterable[Schedule], at: datetime, zone: str, holidays: Holidays = NO_HOLIDAYS) -> bool:
    """Whether something is on at this moment; what says no end, or no time at all, is not known to be."""
    return any(_is_open(schedule, at, zone, holidays) for schedule in schedules)


def _is_open(schedule: Schedule, at: datetime, zone: str, holidays: Holidays) -> bool:
    today = at.astimezone(ZoneInfo(schedule.time_zone or zone)).date()
    if schedule.when.frequency is Frequency.ALWAYS:
        closed = occurrences(schedule, today, today, zone, holidays)
        return schedule.is_regular(today) and not closed
    # What began last night may run past midnight.
    return any(
        found.takes_place and found.start.astimezone(UTC) <= at and found.end is not None and not found.is_over(at)
        for found in occurrences(schedule, today - DAY, today, zone, holidays)
    )


def _near(schedules: Sequence[Schedule], count: int) -> timedelta:
    """So many days as the first meetings need if nothing falls out."""
    longest = {Frequency.WEEKLY: 7, Frequency.MONTHLY: 31}
    periods = (longest.get(schedule.when.frequency, 0) * schedule.when.interval for schedule in schedules)
    return min(_FURTHEST, (count + 1) * max(periods, default=0) * DAY)


def _not_over(
    schedules: Sequence[Schedule], after: datetime, ahead: timedelta, zone: str, holidays: Holidays
) -> Iterator[Occurrence]:
    for schedule in schedules:
        today = after.astimezone(ZoneInfo(schedule.time_zone or zone)).date()
        for found in occurrences(schedule, today - DAY, today + ahead, zone, holidays):
            if found.takes_place and not found.is_over(after):
                yield found


class _Dated:
    """A schedule with what is needed to date it, looked up once for all of its days."""

    def __init__(self, schedule: Schedule, zone: ZoneInfo, holidays: Holidays) -> None:
        self.schedule, self.zone = schedule, zone
        self.holidays = holidays if schedule.public_holidays is PublicHolidays.CLOSED else NO_HOLIDAYS
        self.cancelled = {cancelled.date: cancelled.reason for cancelled in schedule.cancelled}
        self.moved = {moved.date: moved for moved in schedule.moved}

    @property
    def has_changes(self) -> bool:
        return bool(self.cancelled or self.moved or self.holidays or self.schedule.breaks or self.schedule.extra)

    def regular(self, day: date) -> Occurrence:
        when = self.schedule.when
        if when.opens_at is None:
            return Occurrence(self.schedule, day, *span(day, time(), None, self.zone), is_timed=False)
        return Occurrence(self.schedule, day, *span(day, when.opens_at, when.closes_at, self.zone))

    def usual_days(self, first: date, last: date) -> Iterator[date]:
        """The regular days; of what is always open those on which it is not."""
        if self.schedule.when.frequency is not Frequency.ALWAYS:
            return self.schedule.regular_days(first, last)
        days = (first + step * DAY for step in range((last - first).days + 1))
        return (day for day in days if self.schedule.is_regular(day) and self._cause(day))

    def usual(self, day: date) -> Occurrence:
        """A regular day, on which something is on or falls out."""
        cause = self._cause(day)
        return self._falls_out(day, None, *cause) if cause else self.regular(day)

    def added(self) -> Iterator[Occurrence]:
        """What takes place by a change: moved and extra dates, whenever they are."""
        for moved in self.schedule.moved:
            yield self._at(moved.to, State.MOVED, moved.reason, moved.date)
        for extra in self.schedule.extra:
            if extra.day in self.cancelled:
                yield self._falls_out(extra.day, extra, Cause.CANCELLED, self.cancelled[extra.day])
            else:
                yield self._at(extra, State.EXTRA, None, None)

    def _cause(self, day: date) -> tuple[Cause, str | None] | None:
        if day in self.moved:
            return Cause.MOVED, self.moved[day].reason
        if day in self.cancelled:
            return Cause.CANCELLED, self.cancelled[day]
        pause = self.schedule.break_on(day)
        if pause:
            return Cause.BREAK, pause.reason
        if day in self.holidays:
            return Cause.HOLIDAY, self.holidays[day]
        return None

    def _at(self, to: DayAndHours, state: State, reason: str | None, moved_from: date | None) -> Occurrence:
        start, end, is_timed = self._span(to)
        return Occurrence(self.schedule, to.day, start, end, state, is_timed, reason, moved_from)

    def _falls_out(self, day: date, hours: DayAndHours | None, cause: Cause, reason: str | None) -> Occurrence:
        start, end, is_timed = self._span(hours or DayAndHours(day))
        to = self.moved[day].to if cause is Cause.MOVED else None
        return Occurrence(self.schedule, day, start, end, State.CANCELLED, is_timed, reason, None, cause, to)

    def _span(self, to: DayAndHours) -> tuple[datetime, datetime | None, bool]:
        """The moments of a day with its own times, or the usual ones where it has none."""
        when = self.schedule.when
        hours = (to.opens_at, to.closes_at) if to.opens_at else (when.opens_at, when.closes_at)
        start, end = span(to.day, hours[0] or time(), hours[1], self.zone)
        return start, end, hours[0] is not None
