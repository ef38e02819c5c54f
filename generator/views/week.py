"""The timetable: the coming days, each meeting by time, changes said in words.

A page may be read days after it was made. So it holds more days than it shows, and says of everything when it is over; what
reads the visitor's clock decides what is today.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.choice import Attending
from generator.views import names, paths
from generator.views.clock import Clock, clock_of
from generator.views.facets import values_of
from generator.views.meeting import Meeting, OpenDoor, meetings, open_doors
from generator.views.survey import WEEK, Survey
from generator.words import say


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the timetable."""

    iso: str
    name: str
    date: str
    is_shown: bool
    """Whether it is one of the seven; the others are in the page for the days after."""
    holiday: str
    """The public holiday on this day, if it is one."""
    meetings: Sequence[Meeting]
    doors: Sequence[OpenDoor]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the timetable can be narrowed to, and the plain page with all listings of it."""

    id: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the timetable can be narrowed by: `area` or `how`."""

    key: str
    name: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from today on, and the two after them."""

    days: Sequence[Day]
    first: str
    last: str
    zone: str
    clock: Clock
    shown: int
    day_and_night: str
    """What answers day and night when one calls, with its number; on paper it is named once, and not on each day."""
    questions: Sequence[Question]


def week(survey: Survey) -> Week:
    """The timetable from the survey's day on."""
    language = survey.language
    days = [
        Day(
            iso=day.isoformat(),
            name=language.at_the_top(language.weekday(day.weekday())),
            date=language.date(day, "month-day"),
            is_shown=day < survey.today + WEEK,
            holiday=survey.holidays.get(day, ""),
            meetings=meetings(found, survey),
            doors=open_doors(day, survey),
        )
        for day, found in survey.coming_days.items()
    ]
    shown = [day for day in days if day.is_shown]
    return Week(
        days,
        shown[0].date,
        shown[-1].date,
        survey.zone_name,
        clock_of(survey),
        len(shown),
        _day_and_night(survey),
        list(_questions(survey)),
    )


def _day_and_night(survey: Survey) -> str:
    found = [
        survey.language.say(say("{name} {number}", name=service.name, number=survey.spoken(contact.phones[0])))
        for service in survey.never_closed(survey.today)
        if survey.is_call_first(service) and (contact := survey.contact_of(service))
    ]
    return survey.language.said_list(found)


def _questions(survey: Survey) -> Iterator[Question]:
    say_it = survey.language.say
    areas = [Choice(area.id, area.name, paths.of_area(area.id)) for area in survey.directory.areas]
    if len(areas) > 1:
        yield Question("area", say_it(say("Area")), areas)
    used = {way for listing in survey.public_listings for way in values_of(listing, survey).get("how", ())}
    # Who comes either way comes each way: the timetable has no third word for it.
    ways = [
        Choice(way.value, say_it(name), paths.of_answer("how", way.value))
        for way, name in names.ATTENDING.items()
        if way.value in used and way is not Attending.HYBRID
    ]
    if len(ways) > 1:
        yield Question("how", say_it(say("How to take part")), ways)
