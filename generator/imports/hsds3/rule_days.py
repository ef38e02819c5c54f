"""The days of an HSDS rule, without its hours: `WEEKLY` and `MO,WE`, `MONTHLY` and `1TU,3TU` or `15`.

>>> [typed(when) for when in days_of("MONTHLY", "1MO,2TU", "", "1", None, "", None).whens]
['1st Monday of the month', '2nd Tuesday of the month']
>>> str(days_of("YEARLY", "", "", "", None, "", None))
"'YEARLY' is no frequency that a schedule here can have."
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.when import Frequency, Recurrence, typed
from generator.model.when.recurrence import EVERY_WEEKDAY, MOST_MONTHS_APART, MOST_WEEKS_APART, WEEKS_OF_A_MONTH
from generator.words import Words, say

__all__ = ["Days", "days_of", "typed"]

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_LAST_DAY = 31

Guesses = tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Days:
    """On which days: a rule, or several where one cannot hold it; or a single date."""

    whens: tuple[Recurrence, ...] = ()
    single: date | None = None
    guesses: Guesses = ()


# Many services are on at the same days.
@lru_cache(maxsize=4096)
def days_of(
    freq: str, byday: str, bymonthday: str, interval: str, first: date | None, count: str, until: date | None
) -> Days | Words:
    """What the fields mean, or why that is not clear."""
    kind = freq.upper()
    days = _weekdays(byday)
    numbers = _numbers(bymonthday)
    step = _interval(interval)
    if isinstance(days, Words):
        return days
    if isinstance(numbers, Words):
        return numbers
    if isinstance(step, Words):
        return step
    alone = not numbers and (not days or (first is not None and days == [(0, first.weekday())]))
    if first is not None and alone and kind in {"", "WEEKLY", "DAILY"} and (until == first or count == "1"):
        return Days(single=first)
    if step > 1 and first is None:
        return say("It comes every {n} weeks or months, but not from which day on is said.", n=step)
    match kind:
        case "WEEKLY":
            return _weekly(days, numbers, step, first)
        case "MONTHLY":
            return _monthly(days, numbers, step, first)
        case "DAILY" if step == 1 and not days and not numbers:
            return Days((Recurrence(Frequency.WEEKLY, weekdays=EVERY_WEEKDAY),))
        case "":
            if days and not numbers and not any(week for week, _ in days) and step == 1:
                found = _weekly(days, numbers, step, first)
                reason = say("How often it comes is not said; days of the week were taken as every week.")
                return found if isinstance(found, Words) else Days(found.whens, guesses=(("freq", reason),))
            if first is not None and not days and not numbers:
                return say("It names a first day, but not how often it comes again.")
            return say("It does not say on which days it is.")
        case _:
            return say("'{seen}' is no frequency that a schedule here can have.", seen=freq[:40])


def _weekly(days: list[tuple[int, int]], numbers: list[int], step: int, first: date | None) -> Days | Words:
    if numbers:
        return say("A weekly schedule with days of the month can mean several things.")
    if any(week for week, _ in days):
        return say("A weekly schedule with weeks of the month can mean several things.")
    if step > MOST_WEEKS_APART:
        return say("'{seen}' is too far apart for a schedule here.", seen=step)
    weekdays = {day for _, day in days} or ({first.weekday()} if first else set())
    if not weekdays:
        return say("It does not say on which days it is.")
    return Days((Recurrence(Frequency.WEEKLY, step, weekdays=tuple(sorted(weekdays))),))


def _monthly(days: list[tuple[int, int]], numbers: list[int], step: int, first: date | None) -> Days | Words:
    if days and numbers:
        return say("A monthly schedule with both days of the week and of the month can mean several things.")
    if step > MOST_MONTHS_APART:
        return say("'{seen}' is too far apart for a schedule here.", seen=step)
    if not days:
        wanted = numbers or ([first.day] if first else [])
        if not wanted or any(not (1 <= number <= _LAST_DAY or number == -1) for number in wanted):
            return say("It does not say on which days it is.")
        ordered = tuple(sorted(set(wanted), key=lambda number: (number < 0, number)))
        return Days((Recurrence(Frequency.MONTHLY, step, month_days=ordered),))
    if all(not week for week, _ in days):
        # Each Tuesday of each month is each Tuesday.
        return _weekly(days, [], 1, first) if step == 1 else say("It does not say in which weeks of the month it is.")
    if any(week not in WEEKS_OF_A_MONTH for week, _ in days):
        return say("It does not say in which weeks of the month it is.")
    weeks_of: dict[int, set[int]] = {}
    for week, day in days:
        weeks_of.setdefault(day, set()).add(week)
    together: dict[tuple[int, ...], list[int]] = {}
    for day, weeks in sorted(weeks_of.items()):
        together.setdefault(tuple(week for week in WEEKS_OF_A_MONTH if week in weeks), []).append(day)
    return Days(
        tuple(
            Recurrence(Frequency.MONTHLY, step, weekdays=tuple(weekdays), weeks=weeks)
            for weeks, weekdays in together.items()
        )
    )


def _weekdays(text: str) -> list[tuple[int, int]] | Words:
    """Pairs of a week in the month (0 for none) and a day of the week."""
    found = []
    for piece in filter(None, (piece.strip().upper() for piece in text.split(","))):
        match = _DAY.fullmatch(piece)
        if match is None:
            return say("'{seen}' is not a day of the week.", seen=piece[:40])
        found.append((int(match[1] or 0), CODES.index(match[2])))
    return found


def _numbers(text: str) -> list[int] | Words:
    found = []
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        if not re.fullmatch(r"[+-]?\d{1,2}", piece, re.ASCII):
            return say("'{seen}' is not a day of the month.", seen=piece[:40])
        found.append(int(piece))
    return found


def _interval(text: str) -> int | Words:
    plain = re.sub(r"\.0+\Z", "", text)
    if not plain:
        return 1
    if not re.fullmatch(r"\d{1,3}", plain, re.ASCII) or not int(plain):
        return say("'{seen}' is not a number of weeks or months.", seen=text[:40])
    return int(plain)
