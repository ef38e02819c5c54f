"""Rows of weekday, opening and closing time, gathered into lines such as `Monday to Friday 09:00-17:00`.

>>> hours = [Opening(day, time(9), time(17)) for day in range(5)] + [Opening(5, time(10), time(12))]
>>> lines(hours)
['Monday to Friday 09:00-17:00', 'Saturday 10:00-12:00']
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from generator.model.when import Frequency, Recurrence, typed
from generator.words import Words, say

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST_NAME = 2
EVENING = time(17)
LONGEST_NIGHT = 14 * 60
"""Minutes that hours across midnight may last; longer ones are a slip of the keys."""

_TIME = re.compile(r"T?(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?\s*(?:(a|p)\.?m\.?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One stretch of time on one day of the week, Monday being 0."""

    weekday: int
    opens_at: time
    closes_at: time | None = None


# Many things open at the same hours.
@lru_cache(maxsize=4096)
def read_opening(weekday: str, opens_at: str, closes_at: str) -> Opening | Words | None:
    """What a row says: an opening, why it cannot be used, or None where it says nothing.

    >>> read_opening("Monday", "9:00", "17:00")
    Opening(weekday=0, opens_at=datetime.time(9, 0), closes_at=datetime.time(17, 0))
    >>> str(read_opening("Monday", "10:00", "4:00"))
    'It closes (04:00) before it opens (10:00), and it does not look like a night.'
    """
    if not opens_at and not closes_at:
        return None
    day = _weekday(weekday)
    if day is None:
        return say("'{seen}' is not a day of the week.", seen=weekday)
    begin, end = _time(opens_at), _time(closes_at)
    if begin is None or (closes_at and end is None):
        return say("'{seen}' is not a time of the local clock.", seen=opens_at if begin is None else closes_at)
    if begin == time(0) and end == time(23, 59):
        end = time(0)
    if begin == end and begin != time(0):
        return say("It opens and closes at the same time, {at}.", at=f"{begin:%H:%M}")
    if end is not None and end < begin and end != time(0) and not _is_a_night(begin, end):
        return say(
            "It closes ({closes}) before it opens ({opens}), and it does not look like a night.",
            closes=f"{end:%H:%M}",
            opens=f"{begin:%H:%M}",
        )
    return Opening(day, begin, end)


def lines(openings: Iterable[Opening]) -> list[str]:
    """The words for a week, the earliest day first; days with the same hours share a line."""
    days: dict[tuple[time, time | None], set[int]] = {}
    for opening in openings:
        days.setdefault((opening.opens_at, opening.closes_at), set()).add(opening.weekday)
    ordered = sorted(days.items(), key=lambda item: (min(item[1]), item[0][0]))
    return [typed(_recurrence(tuple(sorted(weekdays)), *hours)) for hours, weekdays in ordered]


def _recurrence(weekdays: tuple[int, ...], opens_at: time, closes_at: time | None) -> Recurrence:
    if len(weekdays) == len(WEEKDAYS) and opens_at == closes_at == time(0):
        return Recurrence(Frequency.ALWAYS)
    return Recurrence(Frequency.WEEKLY, weekdays=weekdays, opens_at=opens_at, closes_at=closes_at)


def _weekday(text: str) -> int | None:
    """The day a name means; a number is no name, since some count from Sunday and some from Monday."""
    word = text.strip().lower().rstrip(".")
    if len(word) > len("tues"):
        word = word.removesuffix("s")
    found = [number for number, name in enumerate(WEEKDAYS) if len(word) >= SHORTEST_NAME and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def _time(text: str) -> time | None:
    found = _TIME.fullmatch(text.strip())
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    if (hour, minute) == (24, 0):
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _is_a_night(begin: time, end: time) -> bool:
    minutes = (end.hour * 60 + end.minute - begin.hour * 60 - begin.minute) % (24 * 60)
    return begin >= EVENING and minutes <= LONGEST_NIGHT
