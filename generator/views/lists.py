"""Lists of listings, sheet by sheet: all of them, those of one kind, and those of one kind for a goal or an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.model.taxonomy import Area, Goal
from generator.model.worksheet import WithWhom, Worksheet
from generator.views import names, paths, section
from generator.views.areas import tiles as area_tiles
from generator.views.card import Card, cards
from generator.views.goals import Tile
from generator.views.goals import tiles as goal_tiles
from generator.views.listing_page import Named
from generator.views.sheets import Sheet, sheets
from generator.views.sorting import by_name
from generator.views.survey import Survey
from generator.words import Words, say, say_n


@dataclass(frozen=True, slots=True)
class KindList:
    """All listings of one kind, in the whole directory or for one goal or area."""

    name: str
    lede: str
    trail: Sequence[tuple[str, str]]
    """Names and pages on the way up from it."""
    onward: Named | None
    """What is good to read before."""
    is_empty: bool
    """Whether there is none, ended ones aside."""
    sheets: Sequence[Sheet]


@dataclass(frozen=True, slots=True)
class WorksheetList:
    """The worksheets along the path, then the others."""

    on_the_path: Sequence[Card]
    others: Sequence[Card]


LEDES: Mapping[Kind, Words] = {
    Kind.GROUP: say("People who share an experience and meet as equals. Nobody there is the expert on you."),
    Kind.SERVICE: say("Help from organizations: advice, housing, work, treatment, somebody to talk with."),
    Kind.WORKSHEET: say("Worksheets to print or fill in: values, goals, strengths, people, small steps."),
}

ONWARD: Mapping[Kind, tuple[Words, str]] = {
    Kind.GROUP: (say("What the first time at a group is like"), "learn/first-time-at-a-group.md"),
    Kind.SERVICE: (say("How to choose a service and talk to it"), "learn/choosing-a-service.md"),
}


def all_listings(survey: Survey) -> list[Sheet]:
    """Every public listing by name; the first sheet offers other ways to look as well."""
    listings = sorted(survey.public_listings, key=by_name)
    first, *others = sheets(listings, say_n("{n} listing", "{n} listings", len(listings)), paths.of_all, survey)
    ways_in = replace(first, kinds=_kind_tiles(survey), goals=goal_tiles(survey), areas=area_tiles(survey))
    return [ways_in, *others]


def of_kind(kind: Kind, survey: Survey) -> KindList:
    """Every listing of one kind by name, with those that have ended after all others."""
    say_it = survey.language.say
    entries = [listing for listing in survey.directory.listings if listing.kind is kind]
    public = sorted((listing for listing in entries if survey.is_public(listing)), key=by_name)
    ended = sorted((listing for listing in entries if not survey.is_public(listing)), key=by_name)
    words, page = ONWARD[kind]
    return KindList(
        name=say_it(names.KINDS[kind]),
        lede=say_it(LEDES[kind]),
        trail=[(say_it(say("Find support")), paths.FIND)],
        onward=Named(say_it(words), page),
        is_empty=not public,
        sheets=sheets([*public, *ended], _how_many(kind, len(public)), partial(paths.of_kind, kind), survey),
    )


def of_goal(goal: Goal, survey: Survey) -> list[KindList]:
    """The lists to which the sections of the goal's page lead, where these cannot hold all."""
    trail = [(survey.language.say(say("What matters to you?")), paths.GOALS), (goal.name, paths.of_goal(goal.id))]
    return _long_ones(survey.by_goal[goal.id], trail, survey)


def of_area(area: Area, survey: Survey) -> list[KindList]:
    """The lists to which the sections of the area's page lead, where these cannot hold all."""
    trail = [(survey.language.say(say("Areas")), paths.AREAS), (area.name, paths.of_area(area.id))]
    return _long_ones(survey.by_area[area.id], trail, survey)


def _long_ones(entries: Sequence[Entry], trail: Sequence[tuple[str, str]], survey: Survey) -> list[KindList]:
    name, page = trail[-1]
    by_kind = {kind: sorted(section.of_kind(kind, entries), key=by_name) for kind in Kind}
    return [
        KindList(
            name=survey.language.say(_for(kind, name)),
            lede=survey.language.say(LEDES[kind]),
            trail=trail,
            onward=None,
            is_empty=False,
            sheets=sheets(found, _how_many(kind, len(found)), partial(paths.within, page, kind), survey),
        )
        for kind, found in by_kind.items()
        if section.is_long(found)
    ]


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
    if kind is Kind.SERVICE:
        return say_n("{n} service", "{n} services", count)
    return say_n("{n} worksheet", "{n} worksheets", count)


def _for(kind: Kind, name: str) -> Words:
    """What a list is called that holds one kind for the goal or area of this name."""
    if kind is Kind.GROUP:
        return say("Peer groups: {name}", name=name)
    if kind is Kind.SERVICE:
        return say("Services: {name}", name=name)
    return say("Worksheets: {name}", name=name)
