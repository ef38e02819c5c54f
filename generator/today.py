"""Which day it is for a build: the one that was asked for, the one a repeatable build names, or the day by the clock.

>>> day = building_day(datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
>>> day("America/New_York"), day("Pacific/Auckland")
(datetime.date(2026, 11, 22), datetime.date(2026, 11, 23))
>>> building_day(datetime(2026, 11, 23, tzinfo=UTC), epoch="0")("UTC")
datetime.date(1970, 1, 1)
>>> building_day(datetime(2026, 11, 23, tzinfo=UTC), asked="tomorrow")
Traceback (most recent call last):
...
ValueError: today: 'tomorrow' is not a day. Type year, month and day, as in 2026-09-01.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def building_day(now: datetime, epoch: str | None = None, asked: object = None) -> Callable[[str], date]:
    """The day of the build, for the time zone that a directory names.

    `asked` is a date or its ISO form, the same day in every zone; `epoch` is SOURCE_DATE_EPOCH, seconds since 1970
    (reproducible-builds.org). Raises `ValueError` at once, with a sentence for people, if one of them is none.
    """
    if asked:
        day = _day(asked)
        return lambda _zone: day
    moment = _moment(epoch) if epoch else now
    return lambda zone: moment.astimezone(ZoneInfo(zone)).date()


def _day(asked: object) -> date:
    try:
        return date.fromisoformat(str(asked))
    except ValueError as cause:
        raise ValueError(f"today: {str(asked)!r} is not a day. Type year, month and day, as in 2026-09-01.") from cause


def _moment(epoch: str) -> datetime:
    try:
        return EPOCH + timedelta(seconds=int(epoch))
    except (ValueError, OverflowError) as cause:
        raise ValueError(
            f"SOURCE_DATE_EPOCH: {epoch!r} is not a number of seconds since 1970. Set it as in 1795348800, or unset it."
        ) from cause
