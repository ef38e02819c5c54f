"""Days, from steps: when each entry came and when it changed."""

from __future__ import annotations

from datetime import date

from generator.changed import Changed, History
from generator.history.entries import Differences


class Timeline:
    """Every entry's days, noted from the earliest step to the latest.

    >>> timeline = Timeline()
    >>> timeline.note(date(2026, 3, 1), {"choir": (None, "a")})
    >>> timeline.note(date(2026, 9, 7), {"choir": ("a", "b")})
    >>> timeline.history()["choir"].last
    datetime.date(2026, 9, 7)
    """

    def __init__(self) -> None:
        self._last_meaning: dict[str, str | None] = {}
        self._first: dict[str, date] = {}
        self._days: dict[str, dict[date, None]] = {}

    def note(self, day: date | None, differences: Differences) -> None:
        """What changed on a day; None if it only tells what was there when the known history begins."""
        for name, (was, now) in differences.items():
            known = name in self._last_meaning
            if now is None:
                self._last_meaning[name] = was
                continue
            is_as_before = was is None and self._last_meaning.get(name) == now
            if day is not None and not is_as_before:
                if was is None and not known:
                    self._first[name] = day
                self._days.setdefault(name, {})[day] = None
            self._last_meaning[name] = now

    def history(self) -> History:
        """What is known of each entry of which anything is known."""
        return {name: Changed(self._first.get(name), tuple(days)) for name, days in self._days.items()}
