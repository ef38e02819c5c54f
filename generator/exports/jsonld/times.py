"""Days and times in the form of schema.org."""

from __future__ import annotations

from datetime import time

from generator.exports.jsonld.node import SCHEMA

DAY_NAMES = tuple(
    f"{SCHEMA}{day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
)


def clock(at: time | None) -> str | None:
    """A time of the day, without a zone.

    >>> clock(time(18, 30))
    '18:30:00'
    """
    return at.isoformat("seconds") if at else None
