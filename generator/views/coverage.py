"""What the directory has for each part of the town and for each goal, and what it has not: for those who keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.views import paths
from generator.views.facets import values_of
from generator.views.survey import Survey
from generator.words import Words, say

WEEKEND = {"saturday", "sunday"}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that somebody may look for: its column, and the sentences for where it is missing."""

    name: Words
    none_in: Callable[[str], Words]
    is_met: Callable[[Entry, Survey], bool]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One area or goal: how many listings there are of each column; `path` is its page, if it has one."""

    name: str
    path: str
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A table, and in sentences what it lacks."""

    columns: Sequence[str]
    rows: Sequence[CoverageRow]
    missing: Sequence[str]


def _is_group(entry: Entry, _survey: Survey) -> bool:
    return entry.kind is Kind.GROUP


def _is_evening_group(entry: Entry, survey: Survey) -> bool:
    return entry.kind is Kind.GROUP and "evening" in values_of(entry, survey).get("time", ())


def _is_weekend_group(entry: Entry, survey: Survey) -> bool:
    return entry.kind is Kind.GROUP and bool(WEEKEND & set(values_of(entry, survey).get("day", ())))


def _is_step_free(entry: Entry, survey: Survey) -> bool:
    return entry.kind is Kind.GROUP and "step_free" in values_of(entry, survey).get("access", ())


def _is_service(entry: Entry, _survey: Survey) -> bool:
    return entry.kind is Kind.SERVICE


def _is_worksheet(entry: Entry, _survey: Survey) -> bool:
    return entry.kind is Kind.WORKSHEET


IN_AREAS: Sequence[Need] = (
    Need(say("Groups"), lambda name: say("No group in {area}.", area=name), _is_group),
    Need(say("Evening groups"), lambda name: say("No evening group in {area}.", area=name), _is_evening_group),
    Need(say("Weekend groups"), lambda name: say("No weekend group in {area}.", area=name), _is_weekend_group),
    Need(say("Step-free groups"), lambda name: say("No step-free group in {area}.", area=name), _is_step_free),
    Need(say("Services"), lambda name: say("No service in {area}.", area=name), _is_service),
)
FOR_GOALS: Sequence[Need] = (
    Need(say("Groups"), lambda name: say("No group for the goal “{goal}”.", goal=name), _is_group),
    Need(say("Services"), lambda name: say("No service for the goal “{goal}”.", goal=name), _is_service),
    Need(say("Worksheets"), lambda name: say("No worksheet for the goal “{goal}”.", goal=name), _is_worksheet),
)


def by_area(survey: Survey) -> Coverage:
    """What there is in each area. What serves all of them stands in a row of its own: online is not round the corner."""
    offered = [listing for listing in survey.directory.listings if survey.is_offered(listing)]
    rows = [
        (area.name, paths.of_area(area.id), [listing for listing in offered if area.id in listing.areas])
        for area in survey.directory.areas
    ]
    everywhere = [listing for listing in offered if not listing.areas]
    return _coverage(rows, IN_AREAS, survey, {survey.language.say(say("All areas at once")): everywhere})


def by_goal(survey: Survey) -> Coverage:
    """What there is for each goal."""
    rows = [
        (goal.name, paths.of_goal(goal.id), [entry for entry in survey.by_goal[goal.id] if _counts(entry, survey)])
        for goal in survey.directory.goals
    ]
    return _coverage(rows, FOR_GOALS, survey, {})


def _counts(entry: Entry, survey: Survey) -> bool:
    """What is paused, or hidden until somebody checks it, helps nobody today."""
    return survey.is_offered(entry) if isinstance(entry, Listing) else True


def _coverage(
    rows: Iterable[tuple[str, str, Sequence[Entry]]],
    needs: Sequence[Need],
    survey: Survey,
    beside: Mapping[str, Sequence[Entry]],
) -> Coverage:
    made, missing = [], []
    for name, path, entries in rows:
        row = CoverageRow(name, path, _numbers(entries, needs, survey))
        made.append(row)
        # Where there is no group at all, there is none in the evening either: that is said once.
        lacks = [need for need, count in zip(needs, row.counts, strict=True) if not count]
        no_group = needs[0] in lacks
        missing += [need.none_in(name) for need in lacks if not (no_group and _is_some_group(need, needs))]
    more = [CoverageRow(name, "", _numbers(entries, needs, survey)) for name, entries in beside.items() if entries]
    say_it = survey.language.say
    return Coverage([say_it(need.name) for need in needs], [*made, *more], [say_it(words) for words in missing])


def _is_some_group(need: Need, needs: Sequence[Need]) -> bool:
    return need is not needs[0] and need.is_met in (_is_evening_group, _is_weekend_group, _is_step_free)


def _numbers(entries: Sequence[Entry], needs: Sequence[Need], survey: Survey) -> list[int]:
    return [sum(need.is_met(entry, survey) for entry in entries) for need in needs]
