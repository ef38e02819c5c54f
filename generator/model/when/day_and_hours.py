"""One date with its own times, or with the usual ones: `2026-12-21 19:00-20:30`, `2026-12-21`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from generator.model.base import Refused
from generator.model.text import as_text
from generator.model.when.parsing import parse_when
from generator.model.when.recurrence import Frequency, Recurrence
from generator.model.when.tokens import RULE, plain
from generator.model.when.writing import typed
from generator.words import say


@dataclass(frozen=True, slots=True)
class DayAndHours:
    """A day, and its times where they are not the usual ones."""

    day: date
    opens_at: time | None = None
    closes_at: time | None = None

    def __str__(self) -> str:
        return typed(Recurrence(Frequency.DATES, dates=(self.day,), opens_at=self.opens_at, closes_at=self.closes_at))


def day_and_hours(value: object) -> DayAndHours:
    """The one date that was typed, and its times.

    >>> day_and_hours("2026-12-21 7pm").opens_at
    datetime.time(19, 0)
    """
    if isinstance(value, DayAndHours):
        return value
    text = as_text(value)
    found = parse_when(text)
    if len(found.dates) != 1:
        raise Refused(
            RULE,
            say("'{seen}' is not one date.", seen=plain(text)),
            say("Type a date, and times if they are not the usual ones, as in: 2026-12-21 19:00-20:30."),
        )
    return DayAndHours(found.dates[0], found.opens_at, found.closes_at)
