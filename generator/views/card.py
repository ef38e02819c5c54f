"""A listing at one glance: what it is, when next, where or how, who for, what it costs, what access it offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import Language, primary
from generator.model.choice import Access, Attending, CostKind, Kind, Status
from generator.model.directory import Directory
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.place import Location
from generator.model.terms import Cost, Eligibility
from generator.model.worksheet import Worksheet
from generator.views import names, paths
from generator.views.source import from_whom
from generator.views.survey import Survey
from generator.words import say, say_n

# More than this many on a card make it a list to read, not a glance.
MOST_ACCESS = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to show: for people, and for machines as an ISO 8601 date and time."""

    words: str
    iso: str


@dataclass(frozen=True, slots=True)
class Card:
    """One listing on a card; an empty text means that there is nothing to say."""

    id: str
    kind: str
    kind_name: str
    name: str
    path: str
    summary: str
    state: str
    """A word on top when it is paused or ended."""
    when: Moment | None
    """The next date, never called "today": a list may be read tomorrow. A script calls it so on that day."""
    time: str
    """The time of that date alone."""
    when_words: str
    """How often, where no date can be named."""
    where: str
    online: str
    by_phone: str
    who: str
    cost: str
    access: str
    languages: str
    minutes: str
    source: str
    """Whose it is, if not our own."""
    checked: Moment | None
    is_overdue: bool
    is_paused: bool


def card(entry: Entry, survey: Survey) -> Card:
    """The card of a group, service or worksheet on the survey's day."""
    say_it = survey.language.say
    fresh = survey.freshness(entry)
    listing = entry if isinstance(entry, Listing) else None
    place = survey.directory.location_of(listing) if listing else None
    ways = survey.attending(listing) if listing else ()
    # A group has a next date; of a service one wants to know the hours.
    next_one = survey.next_meeting(listing) if listing and listing.kind is Kind.GROUP else None
    return Card(
        id=entry.id,
        kind=entry.kind.value,
        kind_name=say_it(names.KIND[entry.kind]),
        name=entry.name,
        path=paths.of_entry(entry),
        summary=entry.summary,
        state=_state(listing, survey.language),
        when=Moment(survey.when_next(next_one), survey.iso(next_one)) if next_one else None,
        time=survey.language.time(survey.start_of(next_one).time()) if next_one and next_one.is_timed else "",
        when_words="" if next_one or not listing else survey.how_often(listing),
        where=where(place, survey.directory, survey.language) if place else "",
        online=say_it(names.ATTENDING[Attending.ONLINE]) if _is_online(ways) else "",
        by_phone=say_it(names.ATTENDING[Attending.PHONE]) if Attending.PHONE in ways else "",
        who=who(listing.eligibility, survey.directory, survey.language) if listing else "",
        cost=cost(listing.cost, survey.language) if listing else "",
        access=_access(listing, place, survey.language) if listing else "",
        languages=_languages(entry, survey),
        minutes=minutes(entry, survey.language) if isinstance(entry, Worksheet) else "",
        source=from_whom(entry, survey),
        checked=Moment(survey.language.date(fresh.verified), fresh.verified.isoformat()) if fresh.verified else None,
        is_overdue=not fresh.is_trusted,
        is_paused=bool(listing and listing.status is not Status.ACTIVE),
    )


def cards(entries: Iterable[Entry], survey: Survey) -> list[Card]:
    return [survey.once(card, entry) for entry in entries]


def where(place: Location, directory: Directory, language: Language) -> str:
    """A place in one line; of a confidential one, only that."""
    if place.confidential:
        return language.say(say("Address given when you call"))
    is_the_town = (place.city or "").casefold() == directory.about.area_served.casefold()
    town = None if is_the_town else place.city
    return language.said_list([part for part in (place.name or place.address, town) if part])


def covers(listing: Listing, survey: Survey) -> str:
    """For where it is there, if it names neither a place to go to nor a way to take part from home; else nothing."""
    directory, language = survey.directory, survey.language
    if directory.location_of(listing) or any(way is not Attending.IN_PERSON for way in survey.attending(listing)):
        return ""
    areas = [directory.area_by_id[area].name for area in listing.areas if area in directory.area_by_id]
    return language.said_list(areas) or language.say(say("All of {area}", area=directory.about.area_served))


def who(eligibility: Eligibility, directory: Directory, language: Language) -> str:
    """Who can come, in one line."""
    return " · ".join(who_in_full(eligibility, directory, language))


def who_in_full(eligibility: Eligibility, directory: Directory, language: Language) -> list[str]:
    """Who can come: the words, the people it is especially for, the ages; each that was typed."""
    audiences = [
        directory.audience_by_id[name].name for name in eligibility.audiences if name in directory.audience_by_id
    ]
    words = [eligibility.description or "", ages(eligibility, language), language.and_list(audiences)]
    return [text for text in words if text]


def ages(eligibility: Eligibility, language: Language) -> str:
    """The ages a listing is for, or nothing if it is for all."""
    low, high = eligibility.minimum_age, eligibility.maximum_age
    if low is not None and high is not None:
        return language.say(say("Ages {low} to {high}", low=low, high=high))
    if low is not None:
        return language.say(say("Ages {low} and over", low=low))
    if high is not None:
        return language.say(say("Up to age {high}", high=high))
    return ""


def cost(price: Cost | None, language: Language) -> str:
    """The price in one line; nothing where none is typed, since we do not know."""
    if price is None:
        return ""
    if price.amount and price.kind is not CostKind.FREE:
        return price.amount
    return language.say(names.COST[price.kind])


def access_of(listing: Listing, place: Location | None) -> tuple[Access, ...]:
    """Access needs met by the place and by the online meeting, each once."""
    online = listing.online.accessibility if listing.online else ()
    return tuple(dict.fromkeys((*(place.accessibility if place else ()), *online)))


def minutes(worksheet: Worksheet, language: Language) -> str:
    """How long a worksheet takes."""
    low, high = worksheet.minutes.low, worksheet.minutes.high
    if low == high:
        return language.say(say_n("{n} minute", "{n} minutes", low))
    return language.say(say("{low} to {high} minutes", low=low, high=high))


def _state(listing: Listing | None, language: Language) -> str:
    if listing is None or listing.status is Status.ACTIVE:
        return ""
    if listing.status is Status.PAUSED:
        return language.say(say("Paused for now"))
    return language.say(say("No longer running"))


def _is_online(ways: Iterable[Attending]) -> bool:
    return any(way in (Attending.ONLINE, Attending.HYBRID) for way in ways)


def _access(listing: Listing, place: Location | None, language: Language) -> str:
    found = access_of(listing, place)[:MOST_ACCESS]
    return language.said_list([language.say(names.ACCESS[need]) for need in found])


def _languages(entry: Entry, survey: Survey) -> str:
    """Named only where it is not simply the directory's own language."""
    own = primary(survey.directory.about.language)
    if {primary(code) for code in entry.languages} <= {own}:
        return ""
    return survey.language.and_list([survey.language.language_name(code) for code in entry.languages])
