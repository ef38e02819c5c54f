"""Times on the wall of a place, turned into moments, on the two nights of a year when its clocks change as well.

RFC 5545, section 3.3.5: a time that the clocks show twice is the first of the two; a time that they skip is read with
the offset before the change, so it comes out later by as much as was skipped.

    >>> london = ZoneInfo("Europe/London")
    >>> str(moment(date(2026, 3, 29), time(1, 30), london))
    '2026-03-29 02:30:00+01:00'
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment when the clocks of the zone show this time, in the zone's own time."""
    return _in_utc(day, at, zone).astimezone(zone)


# The meetings of a town fall on the same few hours of the same few days.
@lru_cache(maxsize=65536)
def span(day: date, opens_at: time, closes_at: time | None, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """Beginning and end of an opening; an end that is not after the beginning is on the next day.

    Both are times of the wall clock, so the night from 22:00 to 02:00 is an hour longer when the clocks go back. Where
    skipped time would put the end before the beginning, the opening lasts as long as it does on other days.
    """
    start = _in_utc(day, opens_at, zone)
    if closes_at is None:
        return start.astimezone(zone), None
    last_day = day if closes_at > opens_at else day + DAY
    end = _in_utc(last_day, closes_at, zone)
    if end <= start:
        end = start + (datetime.combine(last_day, closes_at) - datetime.combine(day, opens_at))
    return start.astimezone(zone), end.astimezone(zone)


# Python compares two moments of one zone by the wall clock, which is no order on the night that has an hour twice.
def _in_utc(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
