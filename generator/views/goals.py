"""Goals as doors: tiles to enter by, and a page that leads from a wish to people and first steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.model.taxonomy import Goal
from generator.model.worksheet import Worksheet
from generator.views import names, paths
from generator.views.prose import Block, blocks
from generator.views.section import Section, section
from generator.views.survey import Survey
from generator.words import Words, say, say_n


@dataclass(frozen=True, slots=True)
class Tile:
    """A door: a name, a picture, how much lies behind it."""

    name: str
    path: str
    icon: str
    note: str


@dataclass(frozen=True, slots=True)
class GoalPage:
    """One goal, what it can mean, and who and what can help."""

    name: str
    in_my_words: str
    summary: str
    description: Sequence[Block]
    questions: Sequence[str]
    first_steps: Sequence[str]
    dimensions: str
    groups: Section
    services: Section
    worksheets: Section


def tiles(survey: Survey) -> list[Tile]:
    """All goals as tiles, in the town's own order."""
    return [
        Tile(goal.name, paths.of_goal(goal.id), goal.icon or "path", _count(goal, survey))
        for goal in survey.directory.goals
    ]


def goal_page(goal: Goal, survey: Survey) -> GoalPage:
    """The page of a goal on the survey's day."""
    entries, here = survey.by_goal[goal.id], paths.of_goal(goal.id)
    return GoalPage(
        name=goal.name,
        in_my_words=goal.in_my_words or "",
        summary=goal.summary,
        description=blocks(goal.description),
        questions=goal.questions,
        first_steps=goal.first_steps,
        dimensions=survey.language.and_list([survey.language.say(names.DIMENSION[d]) for d in goal.dimensions])
        if goal.dimensions
        else "",
        groups=section(Kind.GROUP, entries, paths.within(here, Kind.GROUP), survey),
        services=section(Kind.SERVICE, entries, paths.within(here, Kind.SERVICE), survey),
        worksheets=section(Kind.WORKSHEET, entries, paths.within(here, Kind.WORKSHEET), survey),
    )


def _count(goal: Goal, survey: Survey) -> str:
    return survey.language.say(in_numbers(survey.by_goal[goal.id]))


def in_numbers(entries: Collection[Entry]) -> Words:
    """How many people and places there are, and how many worksheets, since the finder counts both: `3 listings and 1 worksheet`."""
    sheets = sum(isinstance(entry, Worksheet) for entry in entries)
    listings = say_n("{n} listing", "{n} listings", len(entries) - sheets)
    if not sheets:
        return listings
    return say("{listings} and {sheets}", listings=listings, sheets=say_n("{n} worksheet", "{n} worksheets", sheets))
