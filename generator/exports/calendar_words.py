"""What a calendar says of a listing: its name, what to know, where it is; for a confidential place, only how to ask."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.icalendar_text import Property
from generator.model.choice import Attending
from generator.model.contact import Contact
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.views import names
from generator.views.card import cost
from generator.views.source import in_one_line, source_of
from generator.views.survey import Survey
from generator.views.ways import address_lines, ways_of_contact
from generator.words import say

_AT_A_PLACE = {Attending.IN_PERSON, Attending.HYBRID}

_A_DAY = "P1D"


def of_calendar(name: str, description: str, page_url: str, own_url: str, survey: Survey) -> list[Property]:
    """The head of a calendar: its name, and that it is worth looking at again once a day."""
    addresses = [Property("URL", page_url)] if page_url else []
    if own_url:
        addresses.append(Property("SOURCE", own_url, {"VALUE": "URI"}))
    return [
        Property("VERSION", "2.0"),
        Property.text("PRODID", "-//Waypost//Directory calendar//EN"),
        Property("CALSCALE", "GREGORIAN"),
        # The names beginning with X are those that calendars read before RFC 7986, and some read only those.
        Property.text("NAME", name),
        Property.text("X-WR-CALNAME", name),
        Property.text("DESCRIPTION", description),
        Property.text("X-WR-CALDESC", description),
        Property.text("X-WR-TIMEZONE", survey.zone),
        Property("REFRESH-INTERVAL", _A_DAY, {"VALUE": "DURATION"}),
        Property("X-PUBLISHED-TTL", _A_DAY),
        *addresses,
    ]


def of_entry(
    listing: Listing, schedule: Schedule, survey: Survey, page_url: str, change: str = "", *, is_off: bool = False
) -> list[Property]:
    """What every entry of this line of the schedule says; `change` tells what is different on a single date.

    Some calendars show what is called off (`is_off`) like everything else, so its very name says so.
    """
    name = survey.language.say(say("Cancelled: {name}", name=listing.name)) if is_off else listing.name
    place = survey.directory.location_of(listing)
    where = location(listing, schedule, survey)
    categories = [survey.language.say(names.KIND[listing.kind])]
    categories += [
        survey.directory.goal_by_id[goal].name for goal in listing.goals if goal in survey.directory.goal_by_id
    ]
    found = [
        Property.text("SUMMARY", name),
        Property.text("DESCRIPTION", "\n".join(_description(listing, schedule, survey, page_url, change))),
        Property.text("CATEGORIES", *categories),
        Property("STATUS", "CANCELLED" if is_off else "CONFIRMED"),
        # A meeting that one may go to does not make anybody busy.
        Property("TRANSP", "TRANSPARENT"),
    ]
    if where:
        found.append(Property.text("LOCATION", where))
    if place and _meets_at_a_place(listing, schedule, survey) and not place.confidential and place.latitude is not None:
        found.append(Property("GEO", f"{place.latitude:.5f};{place.longitude:.5f}"))
    if listing.online and listing.online.url:
        label = {"LABEL": listing.online.platform} if listing.online.platform else {}
        found.append(Property("CONFERENCE", listing.online.url, {"VALUE": "URI", **label}))
    if page_url:
        found.append(Property("URL", page_url))
    return found


def location(listing: Listing, schedule: Schedule, survey: Survey) -> str:
    """Where one goes at these times, in one line; or how one takes part, if nobody goes anywhere."""
    place, say_it = survey.directory.location_of(listing), survey.language.say
    if place and _meets_at_a_place(listing, schedule, survey):
        if place.confidential:
            return say_it(say("Address given when you call"))
        parts = [place.name or "", *address_lines(place)]
        return ", ".join(dict.fromkeys(part for part in parts if part))
    ways = schedule.attending or survey.attending(listing)
    return survey.language.or_list([say_it(names.ATTENDING[way]) for way in ways]) if ways else ""


def _meets_at_a_place(listing: Listing, schedule: Schedule, survey: Survey) -> bool:
    return not _AT_A_PLACE.isdisjoint(schedule.attending or survey.attending(listing))


def _description(listing: Listing, schedule: Schedule, survey: Survey, page_url: str, change: str) -> Iterator[str]:
    """One thing a line, the most urgent first."""
    language = survey.language
    if change:
        yield change
    alert = survey.alert(listing)
    if alert:
        yield language.say(say("Please note: {text}", text=alert.text))
    fresh = survey.freshness(listing)
    if fresh.verified and not fresh.is_trusted:
        day = language.date(fresh.verified)
        yield language.say(say("Not checked since {day}. Please call or write before you go.", day=day))
    elif not fresh.is_trusted:
        yield language.say(say("Not checked yet. Please call or write before you go."))
    yield listing.summary
    if schedule.note:
        yield schedule.note
    if listing.joining:
        yield language.say(names.JOINING[listing.joining])
    if listing.application_process:
        yield listing.application_process
    yield from _on_the_way(listing, schedule, survey)
    yield from _online(listing, survey)
    if listing.cost:
        yield cost(listing.cost, language)
    yield from _contact(_contact_of(listing, survey), survey)
    if page_url:
        yield language.say(say("All about it, with the latest changes: {address}", address=page_url))
    if listing.verified and fresh.is_trusted:
        yield language.say(say("Last checked on {day}.", day=language.date(listing.verified)))
    source = source_of(listing, survey)
    if source:
        yield in_one_line(listing, survey)
        yield from filter(None, [source.page])


def _on_the_way(listing: Listing, schedule: Schedule, survey: Survey) -> Iterator[str]:
    place = survey.directory.location_of(listing)
    if place and not place.confidential and _meets_at_a_place(listing, schedule, survey):
        yield from (words for words in (place.directions, place.transit) if words)


def _online(listing: Listing, survey: Survey) -> Iterator[str]:
    online = listing.online
    if online is None:
        return
    if online.url:
        joining = say("Join online: {address}", address=online.url)
        if online.platform:
            joining = say("Join online ({platform}): {address}", platform=online.platform, address=online.url)
        yield survey.language.say(joining)
    if online.how_to_join:
        yield online.how_to_join
    if online.phone:
        yield survey.language.say(say("By phone: {number}", number=survey.spoken(online.phone)))


def _contact_of(listing: Listing, survey: Survey) -> Contact | None:
    organization = survey.organization(listing)
    return listing.contact or (organization.contact if organization else None)


def _contact(contact: Contact | None, survey: Survey) -> Iterator[str]:
    for way in ways_of_contact(contact, survey.directory.about.country, survey.language):
        target = way.href if way.is_outside else way.target
        yield survey.language.say(say("{verb}: {target}", verb=way.verb, target=target)) if target else way.verb
    if contact and contact.note:
        yield contact.note
