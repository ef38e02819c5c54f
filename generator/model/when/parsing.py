"""From a typed line to a `Recurrence`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from generator.model.base import Refused
from generator.model.when.day_pattern import DayPattern, DayReader
from generator.model.when.hours import AROUND_THE_CLOCK, Hours, several_lines, split_hours
from generator.model.when.recurrence import EVERY_WEEKDAY, WEEKS_OF_A_MONTH, Frequency, Recurrence
from generator.model.when.tokens import LONGEST, RULE, Kind, example, plain, refused, shown, tokens
from generator.words import Words, say

T = TypeVar("T")


# Many groups meet at the same hours.
@lru_cache(maxsize=4096)
def parse_when(text: str) -> Recurrence:
    """The recurrence that a line of words means; raises `Refused` with what to type where it is wrong or unclear.

    >>> parse_when("last Friday").weeks
    (-1,)
    """
    line = plain(text)
    if not line:
        raise Refused(RULE, say("Nothing is typed here."), example())
    if len(line) > LONGEST:
        raise refused(
            say("This line has {length} letters; {limit} fit here.", length=len(line), limit=LONGEST),
            say("Type only days and times here, and the rest under 'note'."),
        )
    found, line = tokens(line), shown(line)
    if any(token.kind is Kind.APPOINTMENT for token in found):
        if len(found) > 1:
            raise refused(
                say("'{seen}' has days or times beside 'by appointment'.", seen=line),
                say("Type 'by appointment' alone, and the days and times under 'note'."),
            )
        return Recurrence(Frequency.BY_APPOINTMENT)
    hours, around = split_hours(line, found)
    return _combined(line, DayReader(line, around).read(), hours)


def _combined(line: str, days: DayPattern, hours: Hours | None) -> Recurrence:
    said = [kind for kind in (days.weekdays, days.in_month, days.month_days, days.dates) if kind]
    if not said:
        if hours == AROUND_THE_CLOCK and days.rhythm is None:
            return Recurrence(Frequency.ALWAYS)
        if days.of_month or (days.rhythm and days.rhythm[1] == "month"):
            raise _in_month(say("'{seen}' does not say on which days.", seen=line))
        raise refused(
            say("'{seen}' does not say on which days.", seen=line),
            say("Type the days too, as in: Tuesday 18:30-20:00, or: every day 08:00-20:00."),
        )
    if len(said) > 1 or (days.dates and (days.rhythm or days.of_month)):
        raise refused(say("'{seen}' says two things at once.", seen=line), several_lines())
    interval, unit = days.rhythm or (1, "")
    opens_at, closes_at = (hours.opens_at, hours.closes_at) if hours else (None, None)
    if days.dates:
        dates = tuple(sorted(_each_once(line, days.dates)))
        return Recurrence(Frequency.DATES, dates=dates, opens_at=opens_at, closes_at=closes_at)
    if days.weekdays:
        if unit == "month" or days.of_month:
            raise _in_month(say("'{seen}' does not say which of these days in a month.", seen=line))
        weekdays = tuple(sorted(_each_once(line, days.weekdays)))
        if hours == AROUND_THE_CLOCK and weekdays == EVERY_WEEKDAY and interval == 1:
            return Recurrence(Frequency.ALWAYS)
        return Recurrence(Frequency.WEEKLY, interval, weekdays, opens_at=opens_at, closes_at=closes_at)
    if unit == "week":
        raise _in_month(say("'{seen}' counts in weeks and in months at once.", seen=line))
    weeks, in_weeks = _weeks(line, _each_once(line, days.in_month))
    month_days = tuple(sorted(_each_once(line, days.month_days), key=lambda number: number % 100))
    return Recurrence(Frequency.MONTHLY, interval, in_weeks, weeks, month_days, opens_at=opens_at, closes_at=closes_at)


def _weeks(line: str, in_month: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The weeks of a month and the weekdays, where each of these weeks has each of these weekdays."""
    weeks = sorted({week for week, _ in in_month}, key=WEEKS_OF_A_MONTH.index)
    weekdays = sorted({weekday for _, weekday in in_month})
    if len(in_month) != len(weeks) * len(weekdays):
        raise refused(say("'{seen}' says two things at once.", seen=line), several_lines())
    return tuple(weeks), tuple(weekdays)


def _each_once(line: str, days: Sequence[T]) -> Sequence[T]:
    if len(set(days)) < len(days):
        message = say("'{seen}' names the same day twice.", seen=line)
        raise refused(message, say("Take one of them out."))
    return days


def _in_month(message: Words) -> Refused:
    return refused(message, say("Type it as in: 1st Tuesday of the month, or: 1st Tuesday every 3 months."))
