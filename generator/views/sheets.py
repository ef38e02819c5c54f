"""Long lists in sheets of a length one can scroll through, each with plain links to all others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.views.card import Card, cards
from generator.views.goals import Tile
from generator.views.survey import Survey
from generator.words import Words, say

SHEET = 40


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link to one sheet of a long list."""

    number: int
    path: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a list; a list of a single sheet has no links to turn pages by."""

    number: int
    path: str
    count: str
    """How many the whole list holds, and which of its sheets this is."""
    cards: Sequence[Card]
    ended: Sequence[Card]
    """What no longer runs, apart, so that a search for an old name still ends well."""
    sheets: Sequence[SheetLink]
    previous: str
    next: str
    kinds: Sequence[Tile] = ()
    goals: Sequence[Tile] = ()
    areas: Sequence[Tile] = ()


def sheets(entries: Sequence[Entry], words: Words, path: Callable[[int], str], survey: Survey) -> list[Sheet]:
    """The entries in this order, at least one sheet; `path` tells where sheet 1, 2… stands, `words` how many there are."""
    last = max(1, -(-len(entries) // SHEET))
    numbers = range(1, last + 1)
    made = []
    for number in numbers:
        part = entries[(number - 1) * SHEET : number * SHEET]
        count = say("{listings}, page {number} of {count}", listings=words, number=number, count=last)
        made.append(
            Sheet(
                number=number,
                path=path(number),
                count=survey.language.say(count if last > 1 else words),
                cards=cards((entry for entry in part if not _has_ended(entry, survey)), survey),
                ended=cards((entry for entry in part if _has_ended(entry, survey)), survey),
                sheets=[SheetLink(n, path(n), n == number) for n in numbers] if last > 1 else [],
                previous=path(number - 1) if number > 1 else "",
                next=path(number + 1) if number < last else "",
            )
        )
    return made


def _has_ended(entry: Entry, survey: Survey) -> bool:
    return isinstance(entry, Listing) and not survey.is_public(entry)
