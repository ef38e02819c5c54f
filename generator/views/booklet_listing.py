"""One listing as it stands in a booklet: short, and with all that one needs to go there without a phone or a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import primary
from generator.model.choice import Kind
from generator.model.listing import Listing
from generator.schedule.wording import details
from generator.views import names, paths
from generator.views.card import access_of, where, who_in_full
from generator.views.listing_page import (
    cost_in_words,
    joining_in_words,
    languages_in_words,
    online_in_words,
    whom_to_ask,
)
from generator.views.plan import before_you_go
from generator.views.source import in_one_line
from generator.views.survey import Survey
from generator.views.ways import Way, address_lines, by_phone, ways_of_contact
from generator.views.week_pattern import sentences
from generator.words import say

MOST_WAYS = 2


@dataclass(frozen=True, slots=True)
class BookletListing:
    """One listing, ready to print; an empty text means that there is nothing to say."""

    id: str
    name: str
    kind: str
    notes: Sequence[str]
    """What must be known first: a pause, news, a check long ago."""
    summary: str
    when: Sequence[str]
    when_notes: str
    place: str
    """Where it is; of a confidential place only that it is told when one calls."""
    come: str
    """How one comes in, what it costs, how one joins from home."""
    facts: Sequence[str]
    ways: Sequence[Way]
    page: str
    """Its page, as a path in the source tree."""
    checked: str


def booklet_listing(listing: Listing, survey: Survey) -> BookletListing:
    """What a booklet tells of a group or service, on the survey's day."""
    language = survey.language
    fresh = survey.freshness(listing)
    known = fresh.verified and fresh.is_trusted
    return BookletListing(
        id=listing.id,
        name=listing.name,
        kind=language.say(names.KIND[listing.kind]),
        notes=list(before_you_go(listing, survey)),
        summary=listing.summary,
        when=sentences(listing, survey),
        when_notes=_sentences(
            [
                words
                for schedule in listing.schedule
                for words in details(schedule, language, survey.today, opening_hours=listing.kind is Kind.SERVICE)
            ]
        ),
        place=_place(listing, survey),
        come=_come(listing, survey),
        facts=list(_facts(listing, survey)),
        ways=_ways(listing, survey),
        page=paths.of_entry(listing),
        checked=_sentences_or_one(
            [
                language.say(say("Checked {day}", day=language.date(fresh.verified)))
                if known and fresh.verified
                else "",
                in_one_line(listing, survey),
            ]
        ),
    )


def _place(listing: Listing, survey: Survey) -> str:
    directory, language = survey.directory, survey.language
    place = directory.location_of(listing)
    if place is None:
        return ""
    # In a town's own booklet nobody needs its postal code.
    street = [line for line in address_lines(place) if line in (place.address, place.address_2)]
    lines = dict.fromkeys([where(place, directory, language), *street])
    return _sentences([language.said_list(line for line in lines if line), place.directions or ""])


def _come(listing: Listing, survey: Survey) -> str:
    directory, language, contact = survey.directory, survey.language, survey.contact_of(listing)
    return _sentences(
        [
            *joining_in_words(listing, language),
            whom_to_ask(contact.name, contact.role, language) if contact else "",
            *cost_in_words(listing, language),
            *online_in_words(listing, survey),
            *who_in_full(listing.eligibility, directory, language),
        ]
    )


def _facts(listing: Listing, survey: Survey) -> Iterator[str]:
    """What somebody looks for who needs it, each after the word for it."""
    directory, language = survey.directory, survey.language
    if listing.required_documents:
        yield language.say(say("Bring: {things}", things=language.and_list(listing.required_documents)))
    if access := access_of(listing, directory.location_of(listing)):
        needs = language.said_list([language.say(names.ACCESS[need]) for need in access])
        yield language.say(say("Access: {needs}", needs=needs))
    if spoken := _languages(listing, survey):
        yield language.say(say("Languages: {languages}", languages=spoken))
    known = directory.area_by_id
    if len(areas := [known[area].name for area in listing.areas if area in known]) > 1:
        yield language.say(say("Areas: {areas}", areas=language.and_list(areas)))


def _sentences(texts: Sequence[str]) -> str:
    """Each text as a sentence of its own."""
    return " ".join(text if text.endswith((".", "!", "?", "…")) else f"{text}." for text in texts if text)


def _sentences_or_one(texts: Sequence[str]) -> str:
    """Several texts as sentences, one as it is."""
    told = [text for text in texts if text]
    return _sentences(told) if len(told) > 1 else "".join(told)


def _languages(listing: Listing, survey: Survey) -> str:
    """Named only where it is not simply the directory's own language; the booklet says so in front."""
    own = primary(survey.directory.about.language)
    if {primary(code) for code in listing.languages} <= {own} and not listing.interpretation:
        return ""
    return languages_in_words(listing, survey)


def _ways(listing: Listing, survey: Survey) -> list[Way]:
    """The quickest ways to reach them; what one needs a screen for stands on the site's page."""
    country, language = survey.directory.about.country, survey.language
    dial_in = listing.online.phone if listing.online else None
    found = [
        *([by_phone(dial_in, country, language)] if dial_in else []),
        *ways_of_contact(survey.contact_of(listing), country, language),
    ]
    each = list({way.href: way for way in found if way.icon != "print"}.values())
    speaking = [way for way in each if way.href.startswith(("tel:", "sms:"))]
    return (speaking or each)[:MOST_WAYS]
