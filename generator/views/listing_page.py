"""Everything a listing's page says, in the order a nervous person asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language import Language, primary
from generator.model.choice import Attending, Kind
from generator.model.contact import Contact
from generator.model.listing import Listing, PeerGroup, Service
from generator.schedule.wording import details, sentence
from generator.views import names, paths
from generator.views.card import Card, Moment, access_of, cards, where, who_in_full
from generator.views.changes import change
from generator.views.clock import Clock, clock_of
from generator.views.meeting import how_to_take_part, until
from generator.views.notices import Notice, notices
from generator.views.open_hours import OpenHours, open_hours
from generator.views.prose import Block, blocks
from generator.views.source import Source, source_of
from generator.views.survey import HORIZON, Survey, is_a_date
from generator.views.ways import (
    MapApp,
    Way,
    address_lines,
    address_to_copy,
    by_phone,
    in_a_map_app,
    on_the_map,
    ways_of_contact,
)
from generator.words import say

NEXT_DATES = 4


@dataclass(frozen=True, slots=True)
class NextDate:
    """One coming date."""

    moment: Moment
    time: str
    """When it begins on that day; nothing if nobody said."""
    until: str
    """When it is over, as ISO 8601."""
    how: Sequence[str]
    """How one can take part: `in_person`, `online`, `phone`."""
    change: str
    """Moved or extra, in words; empty for an ordinary meeting."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the page it leads to; no page if `path` is empty."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A peer group or service, told in full."""

    id: str
    kind: str
    kind_name: str
    kind_path: str
    kinds_name: str
    name: str
    alternate_names: str
    summary: str
    notices: Sequence[Notice]
    source: Source | None
    """Whose it is, if not our own."""
    # at a glance
    when: Sequence[str]
    when_notes: Sequence[str]
    dates: Sequence[NextDate]
    hours: Sequence[OpenHours]
    dates_label: str
    """Whose clocks the dates go by, where the schedule goes by others."""
    place_name: str
    address: Sequence[str]
    getting_there: Sequence[str]
    attending: Sequence[str]
    online: Sequence[str]
    online_url: str
    joining: Sequence[str]
    who: Sequence[str]
    not_for: str
    cost: Sequence[str]
    access: Sequence[str]
    access_note: str
    languages: str
    bring: Sequence[str]
    led: Sequence[str]
    waiting: str
    organization: str
    organization_words: Sequence[Block]
    verified: Moment | None
    verified_by: str
    changed: str
    """Since when it says what it says, in a sentence; nothing where that is not known."""
    call: Way | None
    """The one thing to do first, where all happens by phone; it is not among the other ways."""
    ways: Sequence[Way]
    has_calendar: bool
    clock: Clock
    days: int
    """For how many days after its making the page can tell which of its dates are over."""
    address_to_copy: str
    """In one line; nothing where there is no address, or a confidential one."""
    map: Way | None
    map_app: MapApp | None
    contact_note: str
    contact_name: str
    # the friendly part
    description: Sequence[Block]
    is_not: str
    first_visit: Sequence[Block]
    goals: Sequence[Named]
    areas: Sequence[Named]
    worksheets: Sequence[Card]
    related: Sequence[Card]


def listing_page(listing: Listing, survey: Survey) -> ListingPage:
    """The page of a group or service on the survey's day."""
    directory, language = survey.directory, survey.language
    say_it = language.say
    place = directory.location_of(listing)
    organization = survey.organization(listing)
    fresh = survey.freshness(listing)
    contact = survey.contact_of(listing)
    call, ways = _call_apart(listing, _ways(listing, contact, survey), survey)
    return ListingPage(
        id=listing.id,
        kind=listing.kind.value,
        kind_name=say_it(names.KIND[listing.kind]),
        kind_path=paths.of_kind(listing.kind),
        kinds_name=say_it(names.KINDS[listing.kind]),
        name=listing.name,
        alternate_names=language.or_list(listing.alternate_names) if listing.alternate_names else "",
        summary=listing.summary,
        notices=notices(listing, survey),
        source=source_of(listing, survey),
        when=[sentence(schedule, language) for schedule in listing.schedule],
        when_notes=[
            note
            for schedule in listing.schedule
            for note in details(schedule, language, survey.today, opening_hours=listing.kind is Kind.SERVICE)
        ],
        dates=_dates(listing, survey),
        hours=open_hours(listing, survey),
        dates_label=_dates_label(listing, survey),
        place_name=where(place, directory, language) if place else "",
        address=[line for line in address_lines(place) if line != place.name] if place else [],
        getting_there=[words for words in (place.directions, place.transit) if words] if place else [],
        attending=[say_it(names.ATTENDING[way]) for way in survey.attending(listing)],
        online=online_in_words(listing, survey),
        online_url=(listing.online.url or "") if listing.online else "",
        joining=joining_in_words(listing, language),
        who=who_in_full(listing.eligibility, directory, language),
        not_for=listing.eligibility.not_for or "",
        cost=cost_in_words(listing, language),
        access=[say_it(names.ACCESS[need]) for need in access_of(listing, place)],
        access_note=(place.accessibility_note or "") if place else "",
        languages=languages_in_words(listing, survey),
        bring=listing.required_documents,
        led=_led(listing, language),
        waiting=(listing.waiting or "") if isinstance(listing, Service) else "",
        organization=organization.name if organization else "",
        organization_words=blocks(organization.description) if organization else [],
        verified=Moment(language.date(fresh.verified), fresh.verified.isoformat()) if fresh.verified else None,
        verified_by=listing.verified_by or "",
        changed=_changed(listing, survey),
        call=call,
        ways=ways,
        has_calendar=bool(_dates(listing, survey)),
        clock=clock_of(survey),
        days=HORIZON.days,
        address_to_copy=address_to_copy(place) if place else "",
        map=on_the_map(place, language) if place else None,
        map_app=in_a_map_app(place) if place else None,
        contact_note=(contact.note or "") if contact else "",
        contact_name=whom_to_ask(contact.name, contact.role, language) if contact else "",
        description=blocks(listing.description),
        is_not=listing.is_not or "",
        first_visit=blocks(listing.first_visit),
        goals=[
            Named(directory.goal_by_id[goal].name, paths.of_goal(goal))
            for goal in listing.goals
            if goal in directory.goal_by_id
        ],
        areas=[
            Named(directory.area_by_id[area].name, paths.of_area(area))
            for area in listing.areas
            if area in directory.area_by_id
        ],
        worksheets=cards(survey.worksheets(listing.worksheets), survey),
        related=cards(survey.related(listing), survey),
    )


def _changed(listing: Listing, survey: Survey) -> str:
    changed, language = survey.changed(listing), survey.language
    if changed.last is None:
        return ""
    day = language.date(changed.last)
    return language.say(
        say("Listed here since {day}", day=day) if changed.is_new else say("Last changed on {day}", day=day)
    )


def _dates(listing: Listing, survey: Survey) -> list[NextDate]:
    """The next dates one can go to; those that fall out are told above them, all together.

    A service that is open on most days has hours, and no dates to wait for.
    """
    coming = [
        occurrence
        for occurrence in survey.coming(listing)
        if listing.kind is Kind.GROUP or is_a_date(occurrence.schedule)
    ]
    return [
        NextDate(
            Moment(survey.when_next(occurrence), survey.iso(occurrence)),
            survey.language.time(survey.start_of(occurrence).time()) if occurrence.is_timed else "",
            until(occurrence, survey),
            how_to_take_part(listing, survey, occurrence),
            change(occurrence, survey.language),
        )
        for occurrence in coming[:NEXT_DATES]
    ]


def _dates_label(listing: Listing, survey: Survey) -> str:
    zones = {schedule.time_zone or survey.zone for schedule in listing.schedule}
    if zones <= {survey.zone}:
        return ""
    return survey.language.say(say("By the clocks here ({zone}):", zone=survey.zone_name))


def _ways(listing: Listing, contact: Contact | None, survey: Survey) -> list[Way]:
    """How to reach them, and the number to dial in by, each once."""
    country, language = survey.directory.about.country, survey.language
    dial_in = listing.online.phone if listing.online else None
    found = [*([by_phone(dial_in, country, language)] if dial_in else []), *ways_of_contact(contact, country, language)]
    return list({way.href: way for way in found}.values())


def _call_apart(listing: Listing, ways: list[Way], survey: Survey) -> tuple[Way | None, list[Way]]:
    is_by_phone = not listing.location and Attending.ONLINE not in survey.attending(listing)
    return (ways[0], ways[1:]) if is_by_phone and ways and ways[0].icon == "call" else (None, ways)


def online_in_words(listing: Listing, survey: Survey) -> list[str]:
    """How one joins from afar."""
    online = listing.online
    if online is None:
        return []
    words = [online.platform, online.how_to_join]
    if online.phone:
        words.append(survey.language.say(say("By phone: {number}", number=survey.spoken(online.phone))))
    return [text for text in words if text]


def joining_in_words(listing: Listing, language: Language) -> list[str]:
    """How one comes in."""
    words = [language.say(names.JOINING[listing.joining])] if listing.joining else []
    return [*words, *([listing.application_process] if listing.application_process else [])]


def cost_in_words(listing: Listing, language: Language) -> list[str]:
    """What it costs; nothing where nobody typed it."""
    if listing.cost is None:
        return []
    words = [language.say(names.COST[listing.cost.kind]), listing.cost.amount or "", listing.cost.note or ""]
    return [text for text in words if text]


def languages_in_words(listing: Listing, survey: Survey) -> str:
    """The languages one can speak there, and how to get an interpreter."""
    codes = listing.languages or (primary(survey.directory.about.language),)
    spoken = survey.language.and_list([survey.language.language_name(code) for code in codes])
    if listing.interpretation:
        return f"{spoken}. {listing.interpretation}"
    return spoken


def _led(listing: Listing, language: Language) -> list[str]:
    words = []
    if isinstance(listing, PeerGroup):
        if listing.led_by:
            words.append(language.say(names.LED_BY[listing.led_by]))
        if listing.group_size:
            words.append(language.say(say("Usually {size} people", size=listing.group_size)))
    if isinstance(listing, Service) and listing.peer_workers:
        words.append(language.say(say("People with their own experience work here")))
    return words


def whom_to_ask(name: str | None, role: str | None, language: Language) -> str:
    """By what name or part to ask for somebody at the door or on the phone; nothing where nobody is named."""
    if name and role:
        return language.say(say("Ask for {name} ({role})", name=name, role=role))
    if name or role:
        return language.say(say("Ask for {name}", name=name or role))
    return ""
