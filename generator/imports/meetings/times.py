"""Days and hours of weekly meetings, and what says that a meeting is not weekly after all.

>>> when((1,), clock_time("18:30"), clock_time("20:00"))
'Tuesday 18:30-20:00'
>>> speaks_of_certain_weeks("Second and fourth Tuesday of the month.", (1,))
('Second and fourth Tuesday', True)
>>> speaks_of_certain_weeks("Tea and talk. Speaker on the last Tuesday.", (1,))
('last Tuesday', False)
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from generator.model.when import Frequency, Recurrence, typed

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?")
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NTH = r"(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)"
_NTHS = rf"{_NTH}(?:(?:\s*(?:,|&|and|or|/|\+)\s*){_NTH})*"
_OF_A_MONTH = re.compile(rf"\b{_NTHS}\s+(?P<day>{'|'.join(_DAY_NAMES)}|weeks?)s?\b", re.IGNORECASE)
_SELDOM = re.compile(
    r"\b(?:once a month|meets monthly|monthly meeting|monthly|every (?:other|second|2nd) (?:week|\w+day)|bi-?weekly|"
    r"fortnightly|every two weeks|every 2 weeks|alternate (?:weeks|\w+days)|alternating weeks)\b",
    re.IGNORECASE,
)

# What happens in some weeks at a meeting that is on in all of them.
_SOMETHING_ELSE = re.compile(
    r"\b(?:speakers?|business|birthdays?|anniversar\w+|pot ?luck|chips?|medallions?|celebrat\w+|conscience|open meeting|"
    r"closed meeting|steps?|traditions?|literature|book|topic|newcomers?|beginners?|dinner|supper|except|no meeting|not on)\b",
    re.IGNORECASE,
)


def clock_time(text: str) -> time | None:
    """A time of day as `HH:MM` or `HH:MM:SS`; 24:00 is midnight. None if it is no such time.

    >>> clock_time("7:05"), clock_time("24:00"), clock_time("25:00")
    (datetime.time(7, 5), datetime.time(0, 0), None)
    """
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if (hour, minute) == (24, 0):
        return time()
    return time(hour, minute) if hour < 24 else None


def after(start: time, length: str) -> time | None:
    """When something ends that lasts so long, as `HH:MM:SS`; None if it is no length between a minute and a day.

    >>> after(time(23, 30), "01:00:00"), after(time(9), "00:00:00")
    (datetime.time(0, 30), None)
    """
    found = _CLOCK.fullmatch(length.strip())
    lasts = timedelta(hours=int(found[1]), minutes=int(found[2])) if found else timedelta()
    if not timedelta() < lasts < timedelta(days=1):
        return None
    return (datetime(2000, 1, 1, start.hour, start.minute, tzinfo=UTC) + lasts).time()


def when(weekdays: tuple[int, ...], opens_at: time, closes_at: time | None) -> str:
    """The days and hours as one types them."""
    return typed(Recurrence(Frequency.WEEKLY, weekdays=weekdays, opens_at=opens_at, closes_at=closes_at))


def speaks_of_certain_weeks(text: str, weekdays: tuple[int, ...]) -> tuple[str, bool]:
    """The words by which a text says that something is not on every week, and whether that is the meeting itself.

    A certain week counts only with the day of the meeting, or with no day. Where the sentence is about a speaker, a
    birthday and the like, the meeting is probably weekly all the same. Two empty answers if nothing is said.
    """
    own = {_DAY_NAMES[day] for day in weekdays}
    found = [match for match in _OF_A_MONTH.finditer(text) if match["day"].lower() in own | {"week", "weeks"}]
    found += _SELDOM.finditer(text)
    for match in found:
        if not _SOMETHING_ELSE.search(_sentence_round(text, match)):
            return match[0], True
    return (found[0][0], False) if found else ("", False)


def _sentence_round(text: str, match: re.Match[str]) -> str:
    before = max(text.rfind(mark, 0, match.start()) for mark in ".!?;\n")
    ends = [place for mark in ".!?;\n" if (place := text.find(mark, match.end())) >= 0]
    return text[before + 1 : min(ends, default=len(text))]
