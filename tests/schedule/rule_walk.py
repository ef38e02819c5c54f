"""A second reader of recurrence rules, made from the text of RFC 5545 alone: each day is asked whether the rule has it."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def days_of_rule(text: str, dtstart: datetime | date, last: date) -> list[date]:
    """The days from DTSTART to `last` that a weekly or monthly rule has."""
    parts = dict(part.split("=") for part in text.split(";"))
    first = dtstart.date() if isinstance(dtstart, datetime) else dtstart
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    return [day for day in days if _has(parts, first, day) and _is_before_until(parts, dtstart, day)]


def _has(parts: dict[str, str], first: date, day: date) -> bool:
    interval = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] == "WEEKLY":
        assert parts.get("WKST", "MO") == "MO"
        weeks = (_monday(day) - _monday(first)).days // 7
        return weeks % interval == 0 and CODES[day.weekday()] in parts["BYDAY"].split(",")
    assert parts["FREQ"] == "MONTHLY"
    if ((day.year - first.year) * 12 + day.month - first.month) % interval:
        return False
    length = monthrange(day.year, day.month)[1]
    if "BYMONTHDAY" in parts:
        return {str(day.day), str(day.day - length - 1)} & set(parts["BYMONTHDAY"].split(",")) != set()
    code = CODES[day.weekday()]
    from_start, from_end = (day.day - 1) // 7 + 1, (length - day.day) // 7 + 1
    return {f"{from_start}{code}", f"-{from_end}{code}"} & set(parts["BYDAY"].split(",")) != set()


def _monday(day: date) -> date:
    return date.fromisocalendar(*day.isocalendar()[:2], 1)


def _is_before_until(parts: dict[str, str], dtstart: datetime | date, day: date) -> bool:
    until = parts.get("UNTIL")
    if until is None:
        return True
    if not isinstance(dtstart, datetime):
        return day.strftime("%Y%m%d") <= until
    begins = datetime.combine(day, dtstart.time(), dtstart.tzinfo).astimezone(UTC)
    return begins.strftime("%Y%m%dT%H%M%SZ") <= until
