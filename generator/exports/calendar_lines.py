"""A line of a schedule as the calendar rules that every program can read, each with a name that lasts.

>>> line = Schedule.model_validate("1st and 3rd Tuesday 19:00-20:30")
>>> [f"{name}: {part}" for name, part in calendar_lines([line])]
['1st-tuesday-of-the-month: 1st Tuesday of the month 19:00-20:30', '3rd-tuesday-of-the-month: 3rd Tuesday of the month 19:00-20:30']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import time
from itertools import product

from generator.model.schedule import CancelledDate, Schedule
from generator.model.text import slug
from generator.model.when import Frequency, Recurrence, typed


def calendar_lines(schedules: Iterable[Schedule]) -> list[tuple[str, Schedule]]:
    """Each rule of these schedules with its name, which no other has.

    The name comes from the days alone, so it outlasts a change of times, notes, dates or order: a calendar then sees
    that the same meeting has changed.
    """
    parts = [part for schedule in schedules for part in _parts(schedule)]
    parts.sort(key=lambda part: part.when.opens_at or time())
    seen: Counter[str] = Counter()
    named = []
    for part in parts:
        name = _name(part.when)
        seen[name] += 1
        named.append((f"{name}-{seen[name]}" if seen[name] > 1 else name, part))
    return named


def _name(when: Recurrence) -> str:
    if when.frequency is Frequency.DATES:
        return "dates"
    return slug(typed(replace(when, opens_at=None, closes_at=None)))


def _parts(schedule: Schedule) -> Iterator[Schedule]:
    """The schedule, or one for each of its days in a month: Outlook's calendars hold one such day a rule."""
    narrowed = _one_day_each(schedule.when)
    if len(narrowed) == 1 or _may_coincide(schedule.when):
        yield schedule
        return
    extra = list(schedule.extra)
    for when in narrowed:
        part = schedule.model_copy(update={"when": when})
        moved = [moved for moved in schedule.moved if part.is_regular(moved.date)]
        own = [to for to in extra if when is narrowed[-1] or part.is_regular(to.day)]
        extra = [to for to in extra if to not in own]
        # A day has one meeting: what another part puts on a day of this one stands there instead.
        taken = {to.day for to in schedule.extra} | {moved.to.day for moved in schedule.moved}
        taken -= {to.day for to in own} | {moved.to.day for moved in moved} | {off.date for off in schedule.cancelled}
        cancelled = [CancelledDate(date=day) for day in sorted(taken) if part.is_regular(day)]
        yield part.model_copy(
            update={"moved": tuple(moved), "extra": tuple(own), "cancelled": (*schedule.cancelled, *cancelled)}
        )


def _one_day_each(when: Recurrence) -> Sequence[Recurrence]:
    if when.frequency is not Frequency.MONTHLY:
        return [when]
    if when.month_days:
        return [replace(when, month_days=(day,)) for day in when.month_days]
    return [replace(when, weeks=(week,), weekdays=(day,)) for week, day in product(when.weeks, when.weekdays)]


def _may_coincide(when: Recurrence) -> bool:
    """Whether two of its days may be the same day, as the fourth Friday and the last: two rules would have it twice."""
    if when.month_days:
        return when.month_days[-1] == -1 and any(day >= 28 for day in when.month_days)
    from_the_start = {week for week in when.weeks if week > 0}
    # A month has four or five of each weekday.
    from_the_end = {week + most for week in when.weeks if week < 0 for most in (5, 6)}
    return not from_the_start.isdisjoint(from_the_end)
