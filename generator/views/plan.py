"""What a visitor's own plan shows of each thing they may collect: when, where, how to join, whom to call.

A plan itself stays with the visitor and names what it holds by id alone. Times, places and numbers come from here, made
anew with each build, so a plan of last month shows this month's room. Dates are said in full, never as "today": a plan is
printed and hangs on a door for weeks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from generator.model.choice import CostKind, Kind, Status
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.schedule.dates import Occurrence
from generator.schedule.wording import details, sentence
from generator.views import names, paths
from generator.views.card import cost, minutes, where
from generator.views.changes import change
from generator.views.listing_page import whom_to_ask
from generator.views.meeting import how_to_take_part
from generator.views.sorting import by_name
from generator.views.source import in_one_line
from generator.views.survey import Survey, is_a_date
from generator.views.ways import Way, address_lines, host, ways_of_contact
from generator.words import say

# More than are shown, because by the time the plan is opened the first may be over.
NEXT_DATES = 4
MOST_WAYS = 4


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A coming date on which something is on."""

    until: str
    """When it is over, as ISO 8601 with its offset; from then on it is not shown."""
    words: str
    change: str
    """Moved or extra, in words; empty for an ordinary date. What is cancelled stands among the facts."""
    iso: str
    """When it begins, as ISO 8601 by the directory's clocks, where one can take part from another time zone; else empty."""


@dataclass(frozen=True, slots=True)
class PlanFact:
    """One line about it: the name of an icon, and the words."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A group, service or worksheet as it stands in somebody's plan."""

    id: str
    kind: str
    name: str
    path: str
    notes: Sequence[str]
    """What must be known first: a pause, news, a check long ago."""
    dates: Sequence[PlanDate]
    facts: Sequence[PlanFact]
    ways: Sequence[Way]


def plan_entries(survey: Survey) -> list[PlanEntry]:
    """Everything that can be in a plan, by name; listings that have ended too, so that old plans explain themselves."""
    entries: list[Entry] = [*survey.directory.listings, *survey.directory.worksheets]
    return [plan_entry(entry, survey) for entry in sorted(entries, key=by_name)]


def plan_entry(entry: Entry, survey: Survey) -> PlanEntry:
    """What a plan shows of one group, service or worksheet on the survey's day."""
    listing = entry if isinstance(entry, Listing) else None
    return PlanEntry(
        id=entry.id,
        kind=entry.kind.value,
        name=entry.name,
        path=paths.of_entry(entry),
        notes=list(before_you_go(listing, survey)) if listing else [],
        dates=list(_dates(listing, survey)) if listing else [],
        facts=[PlanFact(icon, words) for icon, words in _facts(entry, survey) if words],
        ways=_ways(listing, survey) if listing else [],
    )


def before_you_go(listing: Listing, survey: Survey) -> Iterator[str]:
    """What must be known first: a pause, news, a check long ago."""
    say_it = survey.language.say
    if listing.status is Status.PAUSED:
        yield say_it(say("Paused for now. Ask before you go."))
    if listing.status is Status.ENDED:
        yield say_it(say("No longer running"))
    if listing.alert and (listing.alert.until is None or listing.alert.until >= survey.today):
        yield listing.alert.text
    fresh = survey.freshness(listing)
    if fresh.is_trusted or listing.status is Status.ENDED:
        return
    if fresh.verified:
        day = survey.language.date(fresh.verified)
        yield say_it(say("Not checked since {day}. Please call or write before you go.", day=day))
    else:
        yield say_it(say("Not checked yet. Please call or write before you go."))


def _dates(listing: Listing, survey: Survey) -> Iterator[PlanDate]:
    if not survey.is_offered(listing):
        return
    coming = (occurrence for occurrence in survey.occurrences(listing) if occurrence.takes_place)
    for occurrence in islice((occurrence for occurrence in coming if is_a_date(occurrence.schedule)), NEXT_DATES):
        is_from_afar = {"online", "phone"} & set(how_to_take_part(listing, survey, occurrence))
        yield PlanDate(
            _over_at(occurrence),
            _in_full(occurrence, survey),
            change(occurrence, survey.language),
            survey.iso(occurrence) if is_from_afar and occurrence.is_timed else "",
        )


def _over_at(occurrence: Occurrence) -> str:
    if not occurrence.is_timed:
        return (occurrence.start + timedelta(days=1)).isoformat()
    return (occurrence.end or occurrence.start).isoformat()


def _in_full(occurrence: Occurrence, survey: Survey) -> str:
    start = survey.start_of(occurrence)
    if not occurrence.is_timed:
        return survey.language.date(occurrence.day, "day")
    day = survey.language.date(start.date(), "day")
    when = say("{day} {time}", day=day, time=survey.language.time(start.time()))
    if occurrence.schedule.time_zone in (None, survey.zone):
        return survey.language.say(when)
    # Beside a sentence that speaks by other clocks, a time has to name its own.
    return survey.language.say(say("{when} ({zone})", when=when, zone=survey.zone_name))


def _facts(entry: Entry, survey: Survey) -> Iterator[tuple[str, str]]:
    language = survey.language
    if isinstance(entry, Worksheet):
        yield "clock", minutes(entry, language)
    if not isinstance(entry, Listing):
        return
    for schedule in entry.schedule:
        yield "clock", sentence(schedule, language)
        for words in details(schedule, language, survey.today, opening_hours=entry.kind is Kind.SERVICE):
            yield "info", words
    place = survey.directory.location_of(entry)
    if place:
        lines = [where(place, survey.directory, language), *address_lines(place)]
        yield "where", language.said_list(dict.fromkeys(line for line in lines if line))
        yield "where", place.directions or ""
        yield "where", place.transit or ""
    if entry.online:
        yield "online", entry.online.platform or ""
        yield "online", entry.online.how_to_join or ""
        if entry.online.phone:
            yield "call", language.say(say("By phone: {number}", number=survey.spoken(entry.online.phone)))
    contact = survey.contact_of(entry)
    yield "info", whom_to_ask(contact.name, contact.role, language) if contact else ""
    yield "info", language.say(names.JOINING[entry.joining]) if entry.joining else ""
    yield "info", entry.application_process or ""
    if entry.required_documents:
        yield "info", language.say(say("Bring: {things}", things=language.and_list(entry.required_documents)))
    if entry.cost and entry.cost.kind is not CostKind.FREE:
        yield "cost", cost(entry.cost, language)
    yield "info", in_one_line(entry, survey)


def _ways(listing: Listing, survey: Survey) -> list[Way]:
    language = survey.language
    contact = survey.contact_of(listing)
    found = [way for way in ways_of_contact(contact, survey.directory.about.country, language) if way.icon != "print"]
    if listing.online and listing.online.url:
        url = listing.online.url
        found.insert(0, Way("online", language.say(say("Open the meeting")), host(url), url))
    return found[:MOST_WAYS]
