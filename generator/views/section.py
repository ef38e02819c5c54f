"""What there is of one kind on the page of a goal or an area: the first few, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.views.card import Card, cards
from generator.views.listing_page import Named
from generator.views.survey import Survey
from generator.words import Words, say_n

# More than this in one section of a page bury the sections after it.
SECTION = 24


@dataclass(frozen=True, slots=True)
class Section:
    """Cards of one kind; `onward` leads to a list of all where these are only the first."""

    cards: Sequence[Card]
    onward: Named | None


def section(kind: Kind, entries: Sequence[Entry], path: str, survey: Survey) -> Section:
    """The first entries of this kind in the order given; `path` is the list of all of them, made if they are too many."""
    found = of_kind(kind, entries)
    onward = Named(survey.language.say(_all(kind, len(found))), path) if is_long(found) else None
    return Section(cards(found[:SECTION], survey), onward)


def of_kind(kind: Kind, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kind is kind]


def is_long(entries: Sequence[Entry]) -> bool:
    """Whether they need a list of their own."""
    return len(entries) > SECTION


def _all(kind: Kind, count: int) -> Words:
    if kind is Kind.GROUP:
        return say_n("{n} peer group here", "All {n} peer groups here", count)
    if kind is Kind.SERVICE:
        return say_n("{n} service here", "All {n} services here", count)
    return say_n("{n} worksheet here", "All {n} worksheets here", count)
