"""Single values: ids, dates, times, addresses of the web, and what only looks like text."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from urllib.parse import urlsplit
from uuid import UUID

from generator.words import Words, say

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d):?[0-5]\d)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_MARKUP = re.compile(r"<\s*(script|iframe|object|embed|style|svg|img)\b|\bon\w+\s*=\s*[\"']|javascript:", re.IGNORECASE)
# Letters of UTF-8 that were read as Windows-1252.
_MISREAD = re.compile("[\u00c3\u00c2][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")
_NO_ANSWER = {"n/a", "na", "none", "null", "nil", "undefined", "nan", "tbd", "tba", "todo", "xxx", "-", "--", "?", "."}


def is_uuid(text: str) -> bool:
    """Whether this is a UUID in its usual form, and not the empty one."""
    return bool(_UUID.fullmatch(text)) and UUID(text).int != 0


def as_date(text: str) -> date | None:
    """The day of year-month-day, or None.

    >>> as_date("2026-02-30") is None
    True
    """
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def as_time(text: str) -> time | None:
    """The time of the day, with seconds and an offset or without.

    >>> as_time("18:30"), as_time("7pm")
    (datetime.time(18, 30), None)
    """
    return time(int(text[:2]), int(text[3:5])) if _TIME.fullmatch(text) else None


def why_not(kind: str, text: str) -> Words | None:
    """What is wrong with a text of this type, or None."""
    seen = text[:40]
    match kind:
        case "uuid" if not is_uuid(text):
            return say("'{seen}' is not a UUID, as in 09db48ca-6cf5-526c-bb14-072c8c65d5fd.", seen=seen)
        case "date" if as_date(text) is None:
            return say("'{seen}' is not a date. Write year-month-day, as in 2026-09-01.", seen=seen)
        case "time" if as_time(text) is None:
            return say("'{seen}' is not a time. Write hours and minutes of 24, as in 18:30.", seen=seen)
        case "datetime" if not _is_moment(text):
            return say("'{seen}' is not a moment. Write it as in 2026-09-01T10:00:00Z.", seen=seen)
        case "email" if not _MAIL.fullmatch(text):
            return say("'{seen}' is not a mail address.", seen=seen)
        case "uri" if not _is_web_address(text):
            return say("'{seen}' is not an address on the web. Begin it with https:// or http://.", seen=seen)
    return None


def why_not_text(text: str) -> tuple[str, Words] | None:
    """The rule that a text for people breaks, and how; None if it reads like one."""
    if text.strip().lower() in _NO_ANSWER:
        return "no-answer", say("'{seen}' says nothing. Leave the field out.", seen=text.strip()[:40])
    if _MARKUP.search(text):
        return "script", say("This text holds script or other active markup. Write plain text.")
    if _MISREAD.search(text):
        return "misread-letters", say("Letters were misread here: '{seen}'. Write the file as UTF-8.", seen=text[:40])
    if any(ord(letter) < 32 and letter not in "\t\n\r" for letter in text):
        return "control-letters", say("This text holds characters that cannot be seen or printed. Take them out.")
    return None


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text or " " in text


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and " " not in text
