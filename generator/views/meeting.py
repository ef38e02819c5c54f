"""What is on, by time: the timetable, and "on today".

A group meets at an hour, and one sets out for it. A service is open for hours, and one drops by; beside the meetings it is
named shortly, or opening hours would bury them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.choice import Attending, Kind
from generator.model.listing import Listing
from generator.schedule.dates import Occurrence
from generator.views import names, paths
from generator.views.card import cost, where
from generator.views.changes import change
from generator.views.survey import Survey
from generator.words import say


@dataclass(frozen=True, slots=True)
class Meeting:
    """One row of a timetable."""

    starts: str
    ends: str
    iso: str
    name: str
    path: str
    kind: str
    change: str
    state: str
    """`cancelled`, `moved`, `extra`, or nothing for an ordinary meeting."""
    facts: Sequence[str]
    """Where or how, and what it costs."""


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A service one can drop by, with its hours on that day."""

    name: str
    path: str
    hours: str
    iso: str


Found = Iterable[tuple[Occurrence, Listing]]


def meetings(found: Found, survey: Survey) -> list[Meeting]:
    """The groups among them, each on a row."""
    return [_meeting(occurrence, listing, survey) for occurrence, listing in found if listing.kind is Kind.GROUP]


def open_doors(day: date, survey: Survey, among: Container[str] | None = None) -> list[OpenDoor]:
    """The services one can drop by on this day of the week, by their hours; of some ids only, where these are given."""
    found = [
        OpenDoor(listing.name, paths.of_entry(listing), _hours(occurrence, survey), survey.iso(occurrence))
        for occurrence, listing in survey.this_week[day]
        if listing.kind is Kind.SERVICE and occurrence.takes_place and (among is None or listing.id in among)
    ]
    always = survey.language.say(say("24 hours"))
    found += [
        OpenDoor(listing.name, paths.of_entry(listing), always, day.isoformat())
        for listing in survey.never_closed(day)
        if among is None or listing.id in among
    ]
    return found


def _meeting(occurrence: Occurrence, listing: Listing, survey: Survey) -> Meeting:
    language = survey.language
    place = survey.directory.location_of(listing)
    ways = survey.attending(listing)
    how = [language.say(names.ATTENDING[way]) for way in ways if way is not Attending.IN_PERSON]
    facts = [where(place, survey.directory, language) if place else "", *how, cost(listing.cost, language)]
    return Meeting(
        starts=language.time(survey.start_of(occurrence).time()) if occurrence.is_timed else "",
        ends=_ends(occurrence, survey),
        iso=survey.iso(occurrence),
        name=listing.name,
        path=paths.of_entry(listing),
        kind=listing.kind.value,
        change=change(occurrence, language),
        state=occurrence.state.value if occurrence.is_change else "",
        facts=[fact for fact in facts if fact],
    )


def _ends(occurrence: Occurrence, survey: Survey) -> str:
    if occurrence.end is None:
        return ""
    ends_at = occurrence.end.astimezone(survey.start.tzinfo).time()
    return survey.language.say(say("to {time}", time=survey.language.time(ends_at)))


def _hours(occurrence: Occurrence, survey: Survey) -> str:
    starts = survey.start_of(occurrence).time()
    if occurrence.end is None:
        return survey.language.time(starts) if occurrence.is_timed else ""
    return survey.language.times(starts, occurrence.end.astimezone(survey.start.tzinfo).time())
