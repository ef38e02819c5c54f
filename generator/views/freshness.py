"""How far a listing can still be trusted: when it was last checked, and whether that is long ago.

>>> rhythm = Rhythm(review_every=Span(6, "month"), remind_before=Span(1, "month"), grace=Span(3, "month"))
>>> for verified in (date(2026, 10, 1), date(2026, 6, 1), date(2026, 3, 1), date(2025, 3, 1)):
...     print(freshness(verified, rhythm, today=date(2026, 11, 22)).state.value)
checked
due
overdue
hidden
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.about import About
from generator.model.day import Span
from generator.model.entry import Entry


class State(Enum):
    """Where a listing stands between two checks."""

    CHECKED = "checked"
    DUE = "due"
    """Soon to be looked at again: those who keep the directory are reminded, visitors see no difference."""
    OVERDUE = "overdue"
    """Past its review interval, or never checked: its page says so."""
    HIDDEN = "hidden"
    """Past the grace time too: left out of "today" and the timetable until somebody checks it."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often an entry is to be looked at, how long before curators are reminded, how long after it is still offered."""

    review_every: Span
    remind_before: Span
    grace: Span


@dataclass(frozen=True, slots=True)
class Freshness:
    """When an entry was last checked, when it is to be looked at again, and what that means today."""

    verified: date | None
    review_due: date | None
    hidden_from: date | None
    state: State

    @property
    def is_trusted(self) -> bool:
        """Whether visitors may take it as checked."""
        return self.state in (State.CHECKED, State.DUE)


def freshness(verified: date | None, rhythm: Rhythm, *, today: date) -> Freshness:
    """The state of an entry verified on that day.

    One never verified is overdue, and not hidden, so that it can be seen to.
    """
    if verified is None:
        return Freshness(None, None, None, State.OVERDUE)
    review = rhythm.review_every.after(verified)
    hidden = rhythm.grace.after(review)
    if today >= hidden:
        state = State.HIDDEN
    elif today >= review:
        state = State.OVERDUE
    elif today >= rhythm.remind_before.before(review):
        state = State.DUE
    else:
        state = State.CHECKED
    return Freshness(verified, review, hidden, state)


def freshness_of(entry: Entry, about: About, today: date) -> Freshness:
    """The same for an entry, by its own rhythm or the directory's."""
    rhythm = Rhythm(entry.review_every or about.review_every, about.remind_before, about.grace)
    return freshness(entry.verified, rhythm, today=today)
