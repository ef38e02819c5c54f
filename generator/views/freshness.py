"""How far a listing can still be trusted: when it was last checked, and whether that is long ago.

>>> freshness(date(2026, 10, 1), Span(6, "month"), Span(3, "month"), today=date(2026, 11, 22)).state
<State.CHECKED: 'checked'>
>>> freshness(date(2026, 3, 1), Span(6, "month"), Span(3, "month"), today=date(2026, 11, 22)).state
<State.DUE: 'due'>
>>> freshness(date(2025, 3, 1), Span(6, "month"), Span(3, "month"), today=date(2026, 11, 22)).state
<State.HIDDEN: 'hidden'>
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
    """Past its review interval: its page says so."""
    HIDDEN = "hidden"
    """Past the grace time too: left out of "today" and the timetable until somebody checks it."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """When an entry was last checked, when it is to be looked at again, and what that means today."""

    verified: date | None
    review_due: date | None
    hidden_from: date | None
    state: State


def freshness(verified: date | None, review_every: Span, grace: Span, *, today: date) -> Freshness:
    """The state of an entry verified on that day; one never verified is due, and not hidden, so that it can be seen to."""
    if verified is None:
        return Freshness(None, None, None, State.DUE)
    due = review_every.after(verified)
    hidden = grace.after(due)
    if today >= hidden:
        state = State.HIDDEN
    elif today >= due:
        state = State.DUE
    else:
        state = State.CHECKED
    return Freshness(verified, due, hidden, state)


def freshness_of(entry: Entry, about: About, today: date) -> Freshness:
    """The same for an entry, by its own rhythm or the directory's."""
    return freshness(entry.verified, entry.review_every or about.review_every, about.grace, today=today)
