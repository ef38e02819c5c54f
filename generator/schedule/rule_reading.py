"""Recurrence rules of RFC 5545, as partners' data has them, back to what a volunteer could type.

    >>> from generator.model.when import typed
    >>> typed(from_rrule("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", datetime(2026, 9, 1, 18, 30), time(20)))
    '1st Tuesday of the month 18:30-20:00'

What our words cannot say is a `ValueError` with the reason: a rule is never rounded to one that is nearly the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import product

from dateutil.rrule import rrulestr

from generator.model.when import Frequency, Recurrence
from generator.model.when.recurrence import EVERY_WEEKDAY, MIDNIGHT, WEEKS_OF_A_MONTH

DAY_NUMBERS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}

_KNOWN = {"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST", "BYDAY", "BYMONTHDAY", "BYSETPOS"}
_LONGEST = 1000
_MOST_DATES = 5000
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?")


def from_rrule(text: str, dtstart: datetime | date, closes_at: time | None = None) -> Recurrence:
    """The recurrence that a rule means, beginning at `dtstart`; a `date` without a time has no hours.

    UNTIL and COUNT are no part of it: see `last_day`. Raises `ValueError` for what our words cannot say.
    """
    parts = _parts(text)
    opens_at = dtstart.time() if isinstance(dtstart, datetime) else None
    hours = (opens_at, closes_at if opens_at else None)
    interval = _number(parts, "INTERVAL", 1)
    weekly = _weekly(parts, dtstart, interval)
    if weekly is None:
        return _monthly(parts, dtstart, interval, *hours)
    interval, weekdays = weekly
    if interval == 1 and weekdays == EVERY_WEEKDAY and hours == (MIDNIGHT, MIDNIGHT):
        return Recurrence(Frequency.ALWAYS)
    return Recurrence(Frequency.WEEKLY, interval, weekdays, opens_at=hours[0], closes_at=hours[1])


def last_day(text: str, dtstart: datetime | date) -> date | None:
    """The last day of a rule with UNTIL or COUNT, in the time zone of `dtstart`; None where it goes on."""
    parts = _parts(text)
    if "UNTIL" in parts:
        return _until(parts["UNTIL"], dtstart)
    if "COUNT" not in parts:
        return None
    if not 1 <= _number(parts, "COUNT", 0) <= _MOST_DATES:
        raise ValueError(f"COUNT={parts['COUNT']} is not between 1 and {_MOST_DATES}")
    # A rule that can be said has dates, so counting them comes to an end.
    from_rrule(text, dtstart)
    begin = datetime(dtstart.year, dtstart.month, dtstart.day)  # noqa: DTZ001 - days need no zone
    try:
        *_, last = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=begin)
    except ValueError as cause:
        raise ValueError(f"{text[:80]!r} has no dates") from cause
    return last.date()


def _parts(text: str) -> Mapping[str, str]:
    parts: dict[str, str] = {}
    if len(text) > _LONGEST:
        raise ValueError(f"a rule of {len(text)} letters is too long")
    for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise ValueError(f"{part[:40]!r} is not a part of a recurrence rule")
        if name not in _KNOWN:
            raise ValueError(f"{name[:40]} cannot be said in our words")
        parts[name] = value
    return parts


def _number(parts: Mapping[str, str], name: str, otherwise: int) -> int:
    value = parts.get(name, str(otherwise))
    if not (value.isascii() and value.isdigit() and 0 < len(value) < 6):
        raise ValueError(f"{name}={value[:40]} is not a number that can be used")
    return int(value)


def _weekly(parts: Mapping[str, str], dtstart: date, interval: int) -> tuple[int, tuple[int, ...]] | None:
    """Weeks apart and weekdays of what comes by the week, whatever it calls itself; None for what does not."""
    frequency = parts.get("FREQ", "")
    by_day = _by_day(parts)
    by_number = any(week for week, _ in by_day) or "BYSETPOS" in parts
    if frequency == "MONTHLY" and by_day and not by_number and interval == 1 and "BYMONTHDAY" not in parts:
        return 1, _weekdays(by_day, dtstart)
    if frequency not in {"DAILY", "WEEKLY"}:
        return None
    if by_number or "BYMONTHDAY" in parts:
        raise ValueError("days of the month in a rule by days or weeks cannot be said in our words")
    if frequency == "WEEKLY":
        weekdays = _weekdays(by_day, dtstart)
        if interval > 1 and not _counts_alike(weekdays, dtstart, parts.get("WKST", "MO")):
            raise ValueError(f"WKST={parts['WKST']} makes a difference here; our weeks begin on Monday")
        return interval, weekdays
    if interval == 1:
        return 1, _weekdays(by_day, dtstart) if by_day else EVERY_WEEKDAY
    if interval % 7 == 0 and not by_day:
        return interval // 7, (dtstart.weekday(),)
    raise ValueError(f"every {interval} days cannot be said in our words")


def _counts_alike(weekdays: Sequence[int], dtstart: date, wkst: str) -> bool:
    """Whether each weekday is as far from `dtstart` in weeks that begin on WKST as in weeks that begin on Monday."""
    if wkst not in DAY_NUMBERS:
        raise ValueError(f"WKST={wkst[:40]} is not a day")
    begin, first = DAY_NUMBERS[wkst], dtstart.weekday()
    return all((day - begin) % 7 - (first - begin) % 7 == day - first for day in weekdays)


def _monthly(
    parts: Mapping[str, str], dtstart: date, interval: int, opens_at: time | None, closes_at: time | None
) -> Recurrence:
    if parts.get("FREQ") != "MONTHLY":
        raise ValueError(f"FREQ={parts.get('FREQ', '')[:40]} cannot be said in our words")
    by_day = _by_day(parts)
    if by_day and "BYMONTHDAY" in parts:
        raise ValueError("a weekday on a certain day of the month cannot be said in our words")
    if not by_day:
        days = _month_days(parts, dtstart)
        return Recurrence(Frequency.MONTHLY, interval, month_days=days, opens_at=opens_at, closes_at=closes_at)
    if "BYSETPOS" in parts:
        if len(by_day) > 1 or by_day[0][0]:
            raise ValueError("BYSETPOS with several weekdays cannot be said in our words")
        by_day = [(_whole(place, "BYSETPOS"), by_day[0][1]) for place in parts["BYSETPOS"].split(",")]
    weeks = tuple(week for week in WEEKS_OF_A_MONTH if any(week == found for found, _ in by_day))
    weekdays = tuple(sorted({day for _, day in by_day}))
    if set(by_day) != set(product(weeks, weekdays)):
        raise ValueError("these weekdays of the month cannot be said in one line of our words")
    return Recurrence(Frequency.MONTHLY, interval, weekdays, weeks, opens_at=opens_at, closes_at=closes_at)


def _by_day(parts: Mapping[str, str]) -> list[tuple[int, int]]:
    """Weeks and weekdays; the week is 0 where none is named."""
    found = []
    for code in parts["BYDAY"].split(",") if "BYDAY" in parts else ():
        match = _BY_DAY.fullmatch(code)
        if not match:
            raise ValueError(f"BYDAY={code[:40]} is not a day")
        found.append((int(match[1] or 0), DAY_NUMBERS[match[2]]))
    return found


def _weekdays(by_day: Sequence[tuple[int, int]], dtstart: date) -> tuple[int, ...]:
    return tuple(sorted({day for _, day in by_day})) or (dtstart.weekday(),)


def _month_days(parts: Mapping[str, str], dtstart: date) -> tuple[int, ...]:
    if "BYSETPOS" in parts:
        raise ValueError("BYSETPOS with days of the month cannot be said in our words")
    if "BYMONTHDAY" not in parts:
        return (dtstart.day,)
    days = {_whole(day, "BYMONTHDAY") for day in parts["BYMONTHDAY"].split(",")}
    if not days <= {*range(1, 32), -1}:
        raise ValueError(f"BYMONTHDAY={parts['BYMONTHDAY'][:40]} cannot be said in our words")
    return tuple(sorted(days, key=lambda day: day % 100))


def _whole(value: str, name: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,2}", value, re.ASCII):
        raise ValueError(f"{name}={value[:40]} is not a number that can be used")
    return int(value)


def _until(value: str, dtstart: datetime | date) -> date:
    if not _UNTIL.fullmatch(value):
        raise ValueError(f"UNTIL={value[:40]} is not a date")
    if value.endswith("Z") and isinstance(dtstart, datetime) and dtstart.tzinfo:
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(dtstart.tzinfo).date()
    return datetime.strptime(value[:8], "%Y%m%d").replace(tzinfo=UTC).date()
