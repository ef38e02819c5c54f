"""Patterns and schedules of every sort that can be typed, for hypothesis."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import islice
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import ValidationError

from generator.model.schedule import Schedule
from generator.model.when import DayAndHours, Frequency, Recurrence
from generator.model.when.recurrence import EVERY_WEEKDAY, MIDNIGHT, WEEKS_OF_A_MONTH

FIRST, LAST = date(2025, 11, 3), date(2027, 3, 31)

days = st.dates(FIRST, LAST)
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))

Hours = tuple[time | None, time | None]


def _some_of(values: tuple[int, ...]) -> SearchStrategy[tuple[int, ...]]:
    """A few of these values, in their order."""
    chosen = st.sets(st.sampled_from(values), min_size=1)
    return chosen.map(lambda found: tuple(value for value in values if value in found))


# No time, a beginning, both, or around the clock.
hours: SearchStrategy[Hours] = st.one_of(
    st.just((None, None)),
    st.tuples(times, st.none()),
    st.tuples(times, times).filter(lambda both: both[0] != both[1]),
    st.just((MIDNIGHT, MIDNIGHT)),
)
_weekdays, _weeks, _month_days = (_some_of(of) for of in (EVERY_WEEKDAY, WEEKS_OF_A_MONTH, (*range(1, 32), -1)))


def _weekly(interval: int, weekdays: tuple[int, ...], at: Hours) -> Recurrence:
    opens_at, closes_at = at
    if interval == 1 and weekdays == EVERY_WEEKDAY and opens_at == MIDNIGHT:
        closes_at = time(12)
    return Recurrence(Frequency.WEEKLY, interval, weekdays, opens_at=opens_at, closes_at=closes_at)


def _monthly(interval: int, weekdays: tuple[int, ...], weeks: tuple[int, ...], at: Hours) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, interval, weekdays, weeks, opens_at=at[0], closes_at=at[1])


def _by_number(interval: int, month_days: tuple[int, ...], at: Hours) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, interval, month_days=month_days, opens_at=at[0], closes_at=at[1])


def _single(dates: set[date], at: Hours) -> Recurrence:
    return Recurrence(Frequency.DATES, dates=tuple(sorted(dates)), opens_at=at[0], closes_at=at[1])


dated: SearchStrategy[Recurrence] = st.one_of(
    st.builds(_weekly, st.integers(1, 5), _weekdays, hours),
    st.builds(_monthly, st.integers(1, 4), _weekdays, _weeks, hours),
    st.builds(_by_number, st.integers(1, 4), _month_days, hours),
    st.builds(_single, st.sets(days, min_size=1, max_size=5), hours),
)
recurrences = st.one_of(dated, st.sampled_from([Recurrence(Frequency.ALWAYS), Recurrence(Frequency.BY_APPOINTMENT)]))

_which = st.integers(0, 79)
_away = st.integers(-9, 9)
_cancelled = st.lists(_which, max_size=3)
_moved = st.lists(st.tuples(_which, _away, hours), max_size=3)
_extra = st.lists(st.tuples(_which, _away, hours), max_size=3)
_breaks = st.lists(st.tuples(_which, _away, st.integers(0, 20)), max_size=2)


@st.composite
def schedules(draw: DrawFn) -> Schedule:
    """A schedule whose changes are on or near its real days."""
    when = draw(dated)
    starts = draw(st.none() | days) if when.interval == 1 else draw(days)
    ends = draw(st.none() | days)
    plain = Schedule.model_construct(when=when, starts=starts, ends=ends)
    regular = list(islice(plain.regular_days(FIRST, LAST), 80)) or [FIRST]

    def near(which: int, away: int = 0) -> date:
        return regular[which % len(regular)] + timedelta(days=away)

    changes: dict[str, list[Any]] = {
        "cancelled": [str(near(which)) for which in draw(_cancelled)],
        "moved": [{"date": near(which), "to": _typed(near(which, away), at)} for which, away, at in draw(_moved)],
        "extra": [_typed(near(which, away), at) for which, away, at in draw(_extra)],
        "breaks": [
            {"first": near(which, away), "last": near(which, away + length)} for which, away, length in draw(_breaks)
        ],
    }
    holidays = draw(st.sampled_from(["open", "closed"]))
    return _fitting({"when": when, "starts": starts, "ends": ends, "public_holidays": holidays}, changes)


def _fitting(fields: dict[str, Any], changes: dict[str, list[Any]]) -> Schedule:
    """The schedule, without the changes that are refused beside the others."""
    while True:
        try:
            return Schedule.model_validate(fields | {name: found for name, found in changes.items() if found})
        except ValidationError as error:
            wrong = {(str(detail["loc"][0]), detail["loc"][1:2]) for detail in error.errors()}
        if any(not place for _, place in wrong):
            # First and last day, or a pattern that never happens; a first day is needed where weeks are counted.
            assume(fields["ends"] or (fields["starts"] and fields["when"].interval == 1))
            fields = fields | {"ends": None, "starts": fields["starts"] if fields["ends"] else None}
        changes = {
            name: [each for index, each in enumerate(found) if (name, (index,)) not in wrong]
            for name, found in changes.items()
        }


def _typed(day: date, at: Hours) -> str:
    return str(DayAndHours(day, *at))
