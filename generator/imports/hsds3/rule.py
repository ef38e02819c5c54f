"""What one schedule of HSDS 3.0 says for certain: days, hours, first and last day; or why nobody can be sure.

>>> found = read_rule(Row(Origin("schedules"), {"freq": "MONTHLY", "byday": "1TU,3TU", "opens_at": "19:00"}), frozenset())
>>> [typed(when) for when in found.whens]
['1st and 3rd Tuesday of the month 19:00']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import islice

from generator.imports.csv_table import Row
from generator.imports.hsds3.rule_days import Days, days_of
from generator.imports.opening_hours import read_opening
from generator.imports.report import Origin
from generator.model.day import EARLIEST, LATEST
from generator.model.when import Frequency, Recurrence, typed
from generator.model.when.recurrence import EVERY_WEEKDAY, MIDNIGHT
from generator.words import Words, say

__all__ = ["Origin", "Rule", "read_rule", "typed"]

SAYING = ("freq", "byday", "bymonthday", "dtstart", "opens_at", "closes_at", "byweekno", "byyearday", "count")
"""Fields of which one at least is filled where there is a rule, and not words alone."""

_LONGEST_SERIES = timedelta(days=366 * 40)
_CLOCK = re.compile(
    r"(T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class Rule:
    """When something is."""

    whens: tuple[Recurrence, ...]
    """One line, or several where one cannot hold it: the 1st Monday and the 2nd Tuesday."""
    starts: date | None = None
    ends: date | None = None
    guesses: tuple[tuple[str, Words], ...] = ()
    """Fields that were understood in one of several ways, and in which."""
    dropped: tuple[tuple[str, Words], ...] = field(default=())

    @property
    def is_single(self) -> bool:
        return self.whens[0].frequency is Frequency.DATES


class _Unclear(Exception):
    """Nobody can be sure what is meant; its argument says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__()
        self.reason = reason


def read_rule(row: Row, offsets: frozenset[timedelta], *, is_own: bool = False) -> Rule | Words | None:
    """The rule of a row, why it cannot be used, or None where there is none.

    `offsets` are those of the directory's clocks from UTC in the course of a year. In a row of our own, the days between
    which it may be trusted are no first and last day.
    """
    if not any(row[name] for name in SAYING):
        return None
    try:
        return _read(row, offsets, is_own=is_own)
    except _Unclear as unclear:
        return unclear.reason
    except ValueError:
        # A recurrence refuses hours that cannot be, such as 25:00 or an end that is the beginning.
        return say("It names times that cannot be.")


def _read(row: Row, offsets: frozenset[timedelta], *, is_own: bool) -> Rule:
    if row["byweekno"] or row["byyearday"]:
        raise _Unclear(say("It names weeks or days of the year, which a schedule here cannot."))
    first, until = _date(row, "dtstart"), _date(row, "until")
    valid = (None, None) if is_own else (_date(row, "valid_from"), _date(row, "valid_to"))
    hours = _hours(row, offsets, is_own=is_own)
    found = days_of(row["freq"], row["byday"], row["bymonthday"], row["interval"], first, row["count"], until)
    if isinstance(found, Words):
        raise _Unclear(found)
    if not is_own and row["wkst"].upper() not in {"", "MO"} and first and not _is_the_same_from_monday(found, first):
        raise _Unclear(say("It counts weeks that begin on another day than Monday."))
    if found.single is not None:
        return Rule((_made(Frequency.DATES, hours, dates=(found.single,)),), guesses=found.guesses)
    whens = tuple(_timed(found, hours))
    last, dropped = _last(row, whens, first, until)
    starts, ends, guesses = _valid(whens, first, last, valid, found.guesses)
    if ends and not any(day for when in whens for day in when.days(starts or EARLIEST, ends, starts)):
        raise _Unclear(say("It never takes place: no such day lies between its first and its last day."))
    return Rule(whens, starts, ends, guesses, dropped)


def _is_the_same_from_monday(found: Days, first: date) -> bool:
    """Whether it makes no difference where weeks begin: it comes in each, or always on the weekday of its first day."""
    return all(
        when.frequency is not Frequency.WEEKLY or when.interval == 1 or when.weekdays == (first.weekday(),)
        for when in found.whens
    )


def _timed(found: Days, hours: tuple[time | None, time | None]) -> Iterator[Recurrence]:
    """The days with their hours; every day around the clock has a name of its own."""
    for when in found.whens:
        is_each_day = when.frequency is Frequency.WEEKLY and when.interval == 1 and when.weekdays == EVERY_WEEKDAY
        if is_each_day and hours == (MIDNIGHT, MIDNIGHT):
            yield Recurrence(Frequency.ALWAYS)
        else:
            yield replace(when, opens_at=hours[0], closes_at=hours[1])


def _made(kind: Frequency, hours: tuple[time | None, time | None], *, dates: tuple[date, ...]) -> Recurrence:
    return Recurrence(kind, dates=dates, opens_at=hours[0], closes_at=hours[1])


def _last(
    row: Row, whens: tuple[Recurrence, ...], first: date | None, until: date | None
) -> tuple[date | None, tuple[tuple[str, Words], ...]]:
    """The last day, counted where only a count is given."""
    count = row["count"]
    if not count:
        return until, ()
    if until is not None:
        return until, (("count", say("It has a last day as well; that was taken.")),)
    if not count.isdecimal() or not 0 < int(count) <= 10_000 or first is None or len(whens) != 1:
        raise _Unclear(say("It says how often it takes place, but not from which day on."))
    day = next(islice(whens[0].days(first, first + _LONGEST_SERIES, first), int(count) - 1, None), None)
    if day is None:
        raise _Unclear(say("It says how often it takes place, but not from which day on."))
    return day, ()


def _valid(
    whens: tuple[Recurrence, ...],
    first: date | None,
    last: date | None,
    valid: tuple[date | None, date | None],
    guesses: tuple[tuple[str, Words], ...],
) -> tuple[date | None, date | None, tuple[tuple[str, Words], ...]]:
    """First and last day, no wider than the time for which the record says that it is true."""
    valid_from, valid_to = valid
    starts, ends = first, last
    if valid_from and (starts is None or valid_from > starts):
        if starts is not None and any(when.interval > 1 for when in whens):
            # What comes every n weeks goes on being counted from its own first day.
            day = (
                next(whens[0].days(valid_from, valid_from + _LONGEST_SERIES, starts), None) if len(whens) == 1 else None
            )
            if day is None:
                raise _Unclear(say("From which day on it is counted is not clear."))
            starts = day
        else:
            starts = valid_from
        guesses += (("valid_from", say("The day from which it is valid was taken as its first day.")),)
    if valid_to and (ends is None or valid_to < ends):
        ends = valid_to
        guesses += (("valid_to", say("The day to which it is valid was taken as its last day.")),)
    return starts, ends, guesses


def _date(row: Row, name: str) -> date | None:
    text = row[name]
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        day = date.fromisoformat(found[1]) if found else None
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        raise _Unclear(say("'{seen}' is not a date that can be right.", seen=text[:40]))
    return day


def _hours(row: Row, offsets: frozenset[timedelta], *, is_own: bool) -> tuple[time | None, time | None]:
    """Opening and closing on the clocks of the place."""
    opens, closes = (_clock(row[name], offsets) for name in ("opens_at", "closes_at"))
    if not opens and not closes:
        return None, None
    if is_own and opens:
        begin = time.fromisoformat(opens)
        end = time.fromisoformat(closes) if closes else None
        return begin, MIDNIGHT if begin == MIDNIGHT and end and (end.hour, end.minute) == (23, 59) else end
    # Any day will do: only the hours are judged here.
    found = read_opening("Monday", opens, closes)
    if found is None or isinstance(found, Words):
        raise _Unclear(found or say("It names no times."))
    return found.opens_at, found.closes_at


def _clock(text: str, offsets: frozenset[timedelta]) -> str:
    """The time as the clocks there show it, without an offset that is theirs anyway."""
    if not text:
        return ""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise _Unclear(say("'{seen}' is not a time of the local clock.", seen=text[:40]))
    if found[2] and _offset(found[2]) not in offsets:
        raise _Unclear(say("'{seen}' is by the clocks of another time zone.", seen=text[:40]))
    return found[1].strip()


def _offset(text: str) -> timedelta:
    if text in {"Z", "z"}:
        return timedelta()
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return timedelta(minutes=-minutes if text[0] == "-" else minutes)
