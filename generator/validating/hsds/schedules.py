"""Whether a schedule means something: its days, its times, its first and last date, and that it ever takes place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.validating.finding import Finding
from generator.validating.hsds.objects import Object
from generator.validating.hsds.values import as_date, as_time
from generator.words import say

_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_HOURS_FROM_UTC = 14
MOST_WEEKS = 5
"""A month has no more of any weekday."""
# Any rule that can be written has a date within this time, the 29th of February of every 24th month included.
_LONG_ENOUGH = timedelta(days=366 * 9)


def check(found: Object) -> Iterator[Finding]:
    """Everything about one schedule."""
    yield from _dates(found)
    yield from _times(found)
    yield from _days(found)
    yield from _numbers(found)
    yield from _rule(found)


def _dates(found: Object) -> Iterator[Finding]:
    for first_field, last_field in (("valid_from", "valid_to"), ("dtstart", "until"), ("dtstart", "valid_to")):
        first, last = as_date(found.text(first_field)), as_date(found.text(last_field))
        if first and last and last < first:
            message = say("This date lies before {field}, {date}.", field=first_field, date=first.isoformat())
            yield found.finding(
                last_field, "dates-in-order", message, is_error=last_field != "valid_to" or first_field != "dtstart"
            )
    if found.text("until") and found.number("count") is not None:
        yield found.finding("count", "two-ends", say("The schedule has two ends, until and count. Keep one of them."))


def _times(found: Object) -> Iterator[Finding]:
    opens, closes = as_time(found.text("opens_at")), as_time(found.text("closes_at"))
    if found.text("closes_at") and not found.text("opens_at"):
        yield found.finding("closes_at", "end-alone", say("It says when it closes, and not when it opens."))
    if opens is not None and opens == closes:
        message = say("It opens and closes at the same time. For a whole day write 00:00 and 23:59.")
        yield found.finding("closes_at", "no-time-at-all", message)
    zone = found.number("timezone")
    if zone is not None and (not -12 <= zone <= _MOST_HOURS_FROM_UTC or (zone * 4) % 1):
        yield found.finding(
            "timezone",
            "offset",
            say("'{seen}' is not a number of hours from UTC, such as -5 or 5.5.", seen=f"{zone:g}"),
        )


def _days(found: Object) -> Iterator[Finding]:
    text, freq = found.text("byday"), found.text("freq")
    if not text:
        return
    seen: set[str] = set()
    for code in text.split(","):
        match = _DAY.fullmatch(code)
        if match is None:
            message = say(
                "'{seen}' is not a day. Write two capital letters, with commas between: MO,WE or 2TU,-1FR.",
                seen=code[:40],
            )
            yield found.finding("byday", "byday", message)
        elif match[1] and freq == "WEEKLY":
            message = say("'{seen}' counts the weeks of a month, and the schedule is weekly.", seen=code)
            yield found.finding("byday", "byday-week", message)
        elif match[1] and not 1 <= abs(int(match[1])) <= MOST_WEEKS:
            message = say("'{seen}' is in no month: a month has at most five of each day.", seen=code)
            yield found.finding("byday", "byday-week", message)
        elif not match[1] and freq == "MONTHLY":
            message = say(
                "'{seen}' in a monthly schedule means every week of the month. Was one week meant, as in 1TU?",
                seen=code,
            )
            yield found.finding("byday", "byday-every-week", message, is_error=False)
        elif code in seen:
            yield found.finding("byday", "byday-twice", say("'{seen}' stands twice.", seen=code))
        seen.add(code)


def _numbers(found: Object) -> Iterator[Finding]:
    for field, most, freq in (("bymonthday", 31, "MONTHLY"), ("byweekno", 53, "WEEKLY"), ("byyearday", 366, "")):
        text = found.text(field)
        if not text:
            continue
        for code in text.split(","):
            if not re.fullmatch(r"[+-]?\d{1,3}", code.strip(), re.ASCII) or not 1 <= abs(int(code)) <= most:
                message = say(
                    "'{seen}' is not a number from 1 to {most}, or from -{most} to -1.", seen=code[:40], most=most
                )
                yield found.finding(field, field, message)
        if found.text("freq") and found.text("freq") != freq:
            message = say("{field} means nothing in a schedule that is {freq}.", field=field, freq=found.text("freq"))
            yield found.finding(field, "other-frequency", message, is_error=False)
    for field in ("interval", "count"):
        number = found.number(field)
        if number is not None and (number < 1 or number % 1):
            yield found.finding(
                field, "whole-number", say("'{seen}' is not a whole number from 1 on.", seen=f"{number:g}")
            )


def _rule(found: Object) -> Iterator[Finding]:
    freq, byday, month_days = found.text("freq"), found.text("byday"), found.text("bymonthday")
    if not freq:
        if byday or month_days or found.number("interval") is not None:
            yield found.finding(
                "freq", "freq-missing", say("Days are named, and not whether by week or by month. Write freq.")
            )
        elif not (
            found.text("description") or found.text("notes") or found.text("opens_at") or found.text("schedule_link")
        ):
            yield found.finding("", "says-nothing", say("This schedule says nothing about when it is."))
        return
    start = as_date(found.text("dtstart"))
    if not (byday or month_days or start):
        yield found.finding("byday", "days-missing", say("It recurs, and no day is named. Write byday or dtstart."))
    elif (found.number("interval") or 1) > 1 and not found.text("dtstart"):
        message = say("Every second week or month needs a date to count from. Write dtstart.")
        yield found.finding("dtstart", "counted-from", message)
    elif start is not None:
        yield from _happens(found, start)


def _happens(found: Object, start: date) -> Iterator[Finding]:
    """Whether the rule meets its first date, and any date before its end."""
    first = _first_date(found, start)
    until = as_date(found.text("until"))
    if first is None or (until is not None and first > until >= start):
        yield found.finding("until", "never", say("This schedule has no date at all between its first and last day."))
    elif first != start:
        message = say(
            "The first day, {start}, is not one of its days; the first of them is {first}.",
            start=start.isoformat(),
            first=first.isoformat(),
        )
        yield found.finding("dtstart", "first-day", message, is_error=False)


def _first_date(found: Object, start: date) -> date | None:
    """The first date from `start` on whose day the rule names; `start` itself where the rule cannot be read."""
    codes = [_DAY.fullmatch(code) for code in found.text("byday").split(",")] if found.text("byday") else []
    numbers = found.text("bymonthday").split(",") if found.text("bymonthday") else []
    if None in codes or not all(re.fullmatch(r"[+-]?\d{1,2}", number, re.ASCII) for number in numbers):
        return start
    named = [(int(match[1] or 0), _DAYS.index(match[2])) for match in codes if match]
    month_days = {int(number) for number in numbers}
    if any(abs(week) > MOST_WEEKS for week, _ in named) or any(not 1 <= abs(day) <= 31 for day in month_days):
        return start
    day = start
    while day - start < _LONG_ENOUGH:
        length = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        from_end = day.day - length.day - 1
        weeks = {0, (day.day - 1) // 7 + 1, -((-from_end - 1) // 7 + 1)}
        by_day = not named or any(weekday == day.weekday() and week in weeks for week, weekday in named)
        if by_day and (not month_days or {day.day, from_end} & month_days):
            return day
        if day.year == date.max.year:
            return None
        day += timedelta(days=1)
    return None
