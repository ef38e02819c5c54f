"""Lists of listings: all of them sheet by sheet, and one kind at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.worksheet import WithWhom, Worksheet
from generator.views import names, paths
from generator.views.areas import tiles as area_tiles
from generator.views.card import Card, cards
from generator.views.goals import Tile
from generator.views.goals import tiles as goal_tiles
from generator.views.survey import Survey
from generator.words import Words, say, say_n

SHEET = 40


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link to one sheet of a long list."""

    number: int
    path: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the list of all listings."""

    number: int
    count: str
    cards: Sequence[Card]
    goals: Sequence[Tile]
    areas: Sequence[Tile]
    kinds: Sequence[Tile]
    sheets: Sequence[SheetLink]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class KindList:
    """All listings of one kind."""

    kind: str
    name: str
    lede: str
    count: str
    cards: Sequence[Card]
    ended: Sequence[Card]


@dataclass(frozen=True, slots=True)
class WorksheetList:
    """The worksheets along the path, then the others."""

    on_the_path: Sequence[Card]
    others: Sequence[Card]


LEDES = {
    Kind.GROUP: say("People who share an experience and meet as equals. Nobody there is the expert on you."),
    Kind.SERVICE: say("Help from organizations: advice, housing, work, treatment, somebody to talk with."),
}


def all_listings(survey: Survey) -> list[Sheet]:
    """Every public listing by name, in sheets of a length one can scroll through."""
    listings = sorted(survey.public_listings, key=lambda listing: (listing.name.casefold(), listing.id))
    count = max(1, -(-len(listings) // SHEET))
    found = []
    for number in range(1, count + 1):
        links = [SheetLink(n, paths.of_all(n), n == number) for n in range(1, count + 1)] if count > 1 else []
        words = say_n("{n} listing", "{n} listings", len(listings))
        if count > 1:
            words = say("{listings}, page {number} of {count}", listings=words, number=number, count=count)
        found.append(
            Sheet(
                number=number,
                count=survey.language.say(words),
                cards=cards(listings[(number - 1) * SHEET : number * SHEET], survey),
                goals=goal_tiles(survey),
                areas=area_tiles(survey),
                kinds=_kind_tiles(survey),
                sheets=links,
                previous=paths.of_all(number - 1) if number > 1 else "",
                next=paths.of_all(number + 1) if number < count else "",
            )
        )
    return found


def of_kind(kind: Kind, survey: Survey) -> KindList:
    """Every listing of one kind by name; ended ones apart, so that a search for an old name still ends well."""
    entries = [listing for listing in survey.directory.listings if listing.kind is kind]
    public = sorted((e for e in entries if survey.is_public(e)), key=lambda e: (e.name.casefold(), e.id))
    ended = [e for e in entries if not survey.is_public(e)]
    return KindList(
        kind=kind.value,
        name=survey.language.say(names.KINDS[kind]),
        lede=survey.language.say(LEDES[kind]),
        count=survey.language.say(_how_many(kind, len(public))),
        cards=cards(public, survey),
        ended=cards(ended, survey),
    )


def worksheets(survey: Survey) -> WorksheetList:
    """The worksheets in which one leads to the next, in that order; then all others."""
    sheets = {sheet.id: sheet for sheet in survey.directory.worksheets}
    path = _the_path(sheets)
    others = [sheet for name, sheet in sheets.items() if name not in path]
    return WorksheetList(cards((sheets[name] for name in path), survey), cards(others, survey))


def _the_path(sheets: Mapping[str, Worksheet]) -> list[str]:
    """The longest way through the sheets that one can fill in alone."""
    own = {name: sheet for name, sheet in sheets.items() if WithWhom.ALONE in sheet.with_whom}
    return max((_way_from(name, own) for name in own), key=len, default=[])


def _way_from(start: str, sheets: Mapping[str, Worksheet]) -> list[str]:
    way: list[str] = []
    step = start
    while step in sheets and step not in way:
        way.append(step)
        step = sheets[step].next or ""
    return way if len(way) > 1 else []


def _kind_tiles(survey: Survey) -> list[Tile]:
    counts = {
        kind: sum(listing.kind is kind for listing in survey.public_listings) for kind in (Kind.GROUP, Kind.SERVICE)
    }
    return [
        Tile(survey.language.say(names.KINDS[kind]), paths.of_kind(kind), kind.value, str(count))
        for kind, count in counts.items()
    ]


def _how_many(kind: Kind, count: int) -> Words:
    if kind is Kind.GROUP:
        return say_n("{n} peer group", "{n} peer groups", count)
    return say_n("{n} service", "{n} services", count)
