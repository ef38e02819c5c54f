"""Long lists in sheets of a length one can scroll through, each with plain links to all others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.views import names, paths
from generator.views.card import Card, cards
from generator.views.listing_page import Named
from generator.views.survey import Survey
from generator.words import Words, say, say_n

SHEET = 40

# What a section of a page about something else may hold; more of it has sheets of its own.
SECTION = 24


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link to one sheet of a long list."""

    number: int
    path: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Turning:
    """One sheet among those of its list; a list of one sheet has no links."""

    number: int
    path: str
    count: str
    """How many the whole list holds, and which sheet of how many this is."""
    sheets: Sequence[SheetLink]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class KindList:
    """One sheet of the listings of one kind: of the whole directory, or of a goal or an area."""

    name: str
    lede: str
    trail: Sequence[Named]
    onward: Named | None
    """What to read first."""
    turning: Turning
    cards: Sequence[Card]
    ended: Sequence[Card]
    is_empty: bool
    """Whether there is none on any sheet, ended ones aside."""


def sheets[T](items: Sequence[T], words: Words, path: Callable[[int], str], survey: Survey) -> list: ...
