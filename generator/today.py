"""Which day it is for a build: the one that was asked for, the one a repeatable build names, or the day by the clock.

>>> building_day("America/New_York", datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
datetime.date(2026, 11, 22)
>>> building_day("UTC", datetime(2026, 11, 23, tzinfo=UTC), epoch="0")
datetime.date(1970, 1, 1)
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def building_day(zone: str, now: datetime, epoch: str | None = None, asked: object = None) -> date:
    """The day in the directory's time zone.

    `asked` is a date or its ISO form; `epoch` is SOURCE_DATE_EPOCH, seconds since 1970 (reproducible-builds.org). Raises
    `ValueError` if either is none.
    """
    if asked:
        return date.fromisoformat(str(asked))
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else now
    return moment.astimezone(ZoneInfo(zone)).date()
