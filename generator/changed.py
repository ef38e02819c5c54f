"""When an entry changed, as far as the history of its files tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Changed:
    """The days on which an entry came, and came to say something else.

    >>> Changed(date(2026, 3, 1), (date(2026, 3, 1), date(2026, 9, 7))).last
    datetime.date(2026, 9, 7)
    """

    first: date | None = None
    """The day it first stood in the directory; None if that was before the history that is known."""
    days: tuple[date, ...] = ()
    """Each day on which its meaning changed, the first one included where it is known; the earliest stands first."""

    @property
    def last(self) -> date | None:
        """The day its meaning last changed; None if it has not since the history that is known begins."""
        return self.days[-1] if self.days else None

    @property
    def is_new(self) -> bool:
        """Whether it has not changed since it came."""
        return self.first is not None and self.first == self.last


History = Mapping[str, Changed]
"""Each entry's changes, by its id; entries of which nothing is known are not in it."""
