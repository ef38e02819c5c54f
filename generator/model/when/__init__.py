"""When something is, in words that people type: `1st and 3rd Tuesday 19:00-20:30`.

    >>> parse_when("Tuesdays, 6.30pm to 8pm").opens_at
    datetime.time(18, 30)
    >>> typed(parse_when("every other tue 19:00"))
    'every 2 weeks on Tuesday 19:00'

`typed` is the canonical form of each: `parse_when(typed(recurrence)) == recurrence`.
"""

from __future__ import annotations

from generator.model.when.day_and_hours import DayAndHours, day_and_hours
from generator.model.when.parsing import parse_when
from generator.model.when.recurrence import ANCHOR, Frequency, Recurrence
from generator.model.when.writing import typed

__all__ = ["ANCHOR", "DayAndHours", "Frequency", "Recurrence", "day_and_hours", "parse_when", "typed"]
