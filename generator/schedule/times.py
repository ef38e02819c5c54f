"""Days with their times in one phrase: `Every Friday, 22:00 to 02:00 the next day`."""

from __future__ import annotations

from datetime import time
from typing import Protocol

from generator.language import Language
from generator.model.when.recurrence import MIDNIGHT
from generator.words import Words, say


class Times(Protocol):
    """Whatever says when it begins and ends: a recurrence, or a day of its own."""

    @property
    def opens_at(self) -> time | None: ...

    @property
    def closes_at(self) -> time | None: ...


def with_times(days: Words | str, times: Times, language: Language) -> Words:
    """The phrase for the days, with what is known of the times."""
    opens_at, closes_at = times.opens_at, times.closes_at
    if opens_at is None:
        return days if isinstance(days, Words) else Words("{days}", {"days": days})
    start = language.time(opens_at)
    if closes_at is None:
        return say("{days}, {start}", days=days, start=start)
    if opens_at == MIDNIGHT == closes_at:
        return say("{days}, 24 hours", days=days)
    if closes_at == MIDNIGHT:
        return say("{days}, {start} to midnight", days=days, start=start)
    end = language.time(closes_at)
    if closes_at < opens_at:
        return say("{days}, {start} to {end} the next day", days=days, start=start, end=end)
    return say("{days}, {start} to {end}", days=days, start=start, end=end)
