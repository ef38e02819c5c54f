"""What is on, by time: the timetable, and "on today".

A group meets at an hour, and one sets out for it. A service is open for hours, and one drops by; beside the meetings it is
named shortly, or opening hours would bury them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from generator.model.choice import Attending, Kind
from generator.model.listing import Listing
from generator.schedule.dates import Occurrence
from generator.views import names, paths
from generator.views.card import cost, where
from generator.views.changes import change
from generator.views.notices import not_checked_lately
from generator.views.source import from_whom
from generator.views.survey import A_DAY, Survey
from generator.words import say

# Of what names no end, so long is it worth setting out for after it began.
WORTH_GOING = timedelta(hours=1)
AT_A_PLACE = (Attending.IN_PERSON, Attending.HYBRID)
BOTH = (Attending.IN_PERSON, Attending.ONLINE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One row of a timetable."""

    starts: str
    ends: str
    iso: str
    until: str
    """When it is over, as ISO 8601; a day without a time is over when the day is."""
    name: str
    path: str
    kind: str
    change: str
    state: str
    """`cancelled`, `moved`, `extra`, or nothing for an ordinary meeting."""
    facts: Sequence[str]
    """Where or how, what it costs, and that its check is long past."""
    areas: Sequence[str]
    """Ids of the areas it serves; none if it serves all."""
    how: Sequence[str]
    """How one can take part: `in_person`, `online`, `phone`."""


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A service one can drop by, with its hours on that day."""

    name: str
    path: str
    hours: str
    iso: str
    until: str
    """When it closes, or the day is over if nobody typed that, as ISO 8601."""
    areas: Sequence[str]
    how: Sequence[str]
    is_call_first: bool = False
    """Whether it answers day and night, and a call is the way in."""
    note: str = ""
    """That its check is long past, and whose it is if not our own."""


Found = Iterable[tuple[Occurrence, Listing]]


def meetings(found: Found, survey: Survey) -> list[Meeting]:
    """The groups among them, each on a row."""
    return [_meeting(occurrence, listing, survey) for occurrence, listing in found if listing.kind is Kind.GROUP]


def open_doors(day: date, survey: Survey, among: Container[str] | None = None) -> list[OpenDoor]:
    """The services one can drop by on this day of the week, by their hours, then those that answer day and night.

    Of some ids only, where these are given.
    """
    found = [
        _door(listing, survey, occurrence)
        for occurrence, listing in survey.coming_days[day]
        if listing.kind is Kind.SERVICE and occurrence.takes_place and (among is None or listing.id in among)
    ]
    found += [
        _always_open(listing, day, survey)
        for listing in survey.never_closed(day)
        if among is None or listing.id in among
    ]
    return found


def how_to_take_part(listing: Listing, survey: Survey, occurrence: Occurrence | None = None) -> list[str]:
    """The ways of a listing, on one date if it is given: `in_person`, `online`, `phone`; hybrid is the first two."""
    ways = _ways(listing, survey, occurrence)
    told = {each for way in ways for each in (BOTH if way is Attending.HYBRID else (way,))}
    return [way.value for way in Attending if way in told]


def _ways(listing: Listing, survey: Survey, occurrence: Occurrence | None) -> Sequence[Attending]:
    """What one line of a schedule says of itself counts before what is said of all of them."""
    return (occurrence.schedule.attending if occurrence else ()) or survey.attending(listing)


def _meeting(occurrence: Occurrence, listing: Listing, survey: Survey) -> Meeting:
    language = survey.language
    ways = _ways(listing, survey, occurrence)
    is_at_a_place = not ways or any(way in AT_A_PLACE for way in ways)
    place = survey.directory.location_of(listing) if is_at_a_place else None
    how = [language.say(names.ATTENDING[way]) for way in ways if way is not Attending.IN_PERSON]
    facts = [
        where(place, survey.directory, language) if place else "",
        *how,
        cost(listing.cost, language),
        not_checked_lately(listing, survey),
        from_whom(listing, survey),
    ]
    return Meeting(
        starts=language.time(survey.start_of(occurrence).time()) if occurrence.is_timed else "",
        ends=_ends(occurrence, survey),
        iso=survey.iso(occurrence),
        until=until(occurrence, survey),
        name=listing.name,
        path=paths.of_entry(listing),
        kind=listing.kind.value,
        change=change(occurrence, language),
        state=occurrence.state.value if occurrence.is_change else "",
        facts=[fact for fact in facts if fact],
        areas=_areas(listing, survey),
        how=how_to_take_part(listing, survey, occurrence),
    )


def until(occurrence: Occurrence, survey: Survey) -> str:
    """When it is over, as ISO 8601 by the directory's clocks; a day without a time is over when the day is."""
    if not occurrence.is_timed:
        return _end_of(occurrence.day, survey)
    # Added by the clocks of the world: an hour later is an hour later in the night of a time change too.
    ends = occurrence.end or occurrence.start.astimezone(UTC) + WORTH_GOING
    return ends.astimezone(survey.start.tzinfo).isoformat()


def _end_of(day: date, survey: Survey) -> str:
    return datetime.combine(day + A_DAY, time(), survey.start.tzinfo).isoformat()


def _door(listing: Listing, survey: Survey, occurrence: Occurrence) -> OpenDoor:
    return OpenDoor(
        listing.name,
        paths.of_entry(listing),
        _hours(occurrence, survey),
        survey.iso(occurrence),
        until(occurrence, survey) if occurrence.end else _end_of(survey.day_of(occurrence), survey),
        _areas(listing, survey),
        how_to_take_part(listing, survey, occurrence),
        note=_note(listing, survey),
    )


def _note(listing: Listing, survey: Survey) -> str:
    said = (not_checked_lately(listing, survey), from_whom(listing, survey))
    return survey.language.said_list(words for words in said if words)


def _always_open(listing: Listing, day: date, survey: Survey) -> OpenDoor:
    is_call_first = survey.is_call_first(listing)
    return OpenDoor(
        listing.name,
        paths.of_entry(listing),
        survey.language.say(say("24 hours, call first") if is_call_first else say("24 hours")),
        day.isoformat(),
        _end_of(day, survey),
        _areas(listing, survey),
        how_to_take_part(listing, survey),
        is_call_first,
        _note(listing, survey),
    )


def _areas(listing: Listing, survey: Survey) -> list[str]:
    return [area for area in listing.areas if area in survey.directory.area_by_id]


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
