"""A service as `Service`: who provides it, where and when, and the channels by which one reaches it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.jsonld.contact import phone_point, text_point
from generator.exports.jsonld.node import Node, node
from generator.exports.jsonld.opening_hours import opening_hours
from generator.exports.jsonld.place import areas, place_of
from generator.exports.jsonld.terms import about, audience, goals, languages, offer, reviewed, run_by
from generator.model.listing import Listing
from generator.model.phone import PhoneType
from generator.views.survey import Survey

_NOT_CALLED = {PhoneType.TEXT, PhoneType.FAX}


def service(listing: Listing, survey: Survey, url: str) -> Node:
    """The service with its ways in. Hours are told only while they may be counted on."""
    return node(
        "Service",
        **about(listing, url),
        category=goals(listing, survey),
        provider=run_by(listing, survey, url),
        areaServed=areas(listing, survey),
        availableChannel=list(_channels(listing, survey)),
        hoursAvailable=opening_hours(listing, survey) if survey.is_offered(listing) else None,
        audience=audience(listing.eligibility, survey),
        offers=offer(listing.cost, survey),
        subjectOf=reviewed(listing, url, survey),
    )


def _channels(listing: Listing, survey: Survey) -> Iterator[Node]:
    """One for each medium, as far as there are any: by phone, by text, on the web, in person."""
    organization = survey.organization(listing)
    contact = listing.contact or (organization.contact if organization else None)
    phones = contact.phones if contact else ()
    pages = [listing.online.url if listing.online else None]
    pages += [contact.form, contact.website] if contact else []
    by_text = [phone_point(phone, survey) for phone in phones if phone.type is PhoneType.TEXT]
    by_text += [text_point(text, survey) for text in (contact.text if contact else ())]
    ways_in: dict[str, object] = {
        "servicePhone": [phone_point(phone, survey) for phone in phones if phone.type not in _NOT_CALLED],
        "serviceSmsNumber": by_text,
        "serviceUrl": [page for page in dict.fromkeys(pages) if page],
        "serviceLocation": place_of(listing, survey),
    }
    for name, found in ways_in.items():
        if found:
            yield node("ServiceChannel", **{name: found}, availableLanguage=languages(listing, survey))
