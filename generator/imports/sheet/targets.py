"""What a column of a spreadsheet can become: the names of our own published table, and the heads that people use.

>>> [target.name for target in TARGETS.values() if "postcode" in target.heads]
['postal_code']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.words import Words, say

LEAVE_OUT = "leave_out"
MORE = "more"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a column can become."""

    name: str
    means: Words
    heads: frozenset[str]
    several: bool = False
    """Whether several columns may become it."""


def _target(name: str, means: Words, heads: str = "", *, several: bool = False) -> Target:
    return Target(name, means, frozenset(filter(None, (head.strip() for head in heads.split(",")))), several)


_ALL = (
    _target("id", say("what your list calls the row; it keeps its listing the same at the next import"),
            "record id, listing id, ref, reference"),
    _target("kind", say("group or service")),
    _target("name", say("its name"),
            "title, group, group name, name of group, group title, meeting, meeting name, service, service name, program, "
            "program name, programme, programme name, name of service, name of meeting"),
    _target("other_names", say("other names, with semicolons between them"),
            "alternate name, alternate names, also known as, aka, former name, other name", several=True),
    _target("status", say("active, paused or ended")),
    _target("news", say("news that must be seen first"), "alert"),
    _target("summary", say("what it is, in one or two sentences"), "short description, what is it, in short, brief description"),
    _target("description", say("more about it"), "about, details, information, info, long description, full description"),
    _target("goals", say("names or ids of goals that the directory has"), "goal", several=True),
    _target("areas", say("names or ids of areas"), "area, neighborhood, neighbourhood, district, part of town", several=True),
    _target("run_by", say("the organization that runs it"),
            "organization, organisation, organization name, organisation name, agency, provider, provider name, offered by, charity"),
    _target("when", say("days and times, such as Tuesdays 7pm"),
            "schedule, day and time, day/time, day & time, days and times, days/times, times, hours, opening hours, meeting time, "
            "meeting times, time and day, date and time, date/time, when is it, day and times", several=True),
    _target("day", say("the day, where the time stands in columns of its own"),
            "days, weekday, day of week, day of the week, meeting day, meeting days"),
    _target("starts_at", say("the time at which it begins"), "start, start time, from, begins, starts, time, opens at, opens, time from"),
    _target("ends_at", say("the time at which it ends"), "end, end time, to, until, ends, closes at, closes, time to, finish"),
    _target("time_zone", say("the time zone of its hours, if it is not the directory's"), "timezone"),
    _target("attending", say("in_person, online, phone or hybrid"), "format, mode, in person or online, online or in person, delivery",
            several=True),
    _target("place", say("the building or room; the name of a place that the directory has"),
            "venue, location, location name, venue name, building, site, where, place name"),
    _target("street", say("street and number"), "address, street address, address 1, address line 1, address1, street 1, venue address"),
    _target("street_2", say("floor, suite or room"), "address 2, address line 2, address2, room, suite, floor, unit"),
    _target("city", say("town or city"), "town, city/town, town/city, suburb"),
    _target("state_province", say("state, province or county"), "state, province, county, state/province"),
    _target("postal_code", say("postal code"), "zip, zip code, zipcode, postcode, post code"),
    _target("latitude", say("degrees north"), "lat"),
    _target("longitude", say("degrees east"), "lng, lon, long"),
    _target("directions", say("how to find the door"), "how to find us, how to get there"),
    _target("transit", say("how to get there without a car"), "public transport, transport, transportation, bus, buses"),
    _target("address_on_request", say("yes, if the address is given only to people who call"), "confidential, confidential address"),
    _target("accessibility", say("what the place offers, such as step_free"),
            "access, accessible, wheelchair, wheelchair access, wheelchair accessible, disabled access", several=True),
    _target("online_url", say("the link by which one joins"),
            "online link, zoom link, zoom, meeting link, link to join, join link, video link, zoom url"),
    _target("online_platform", say("what is used: Zoom, Teams"), "platform"),
    _target("online_phone", say("the number to dial in"), "dial in, dial-in, dial in number, conference number"),
    _target("phones", say("numbers to call"),
            "phone, telephone, tel, phone number, phone numbers, telephone number, contact phone, contact number, mobile, call, "
            "phone 1, phone 2, cell", several=True),
    _target("text", say("number to text, with the word to send: HELLO to 741741"), "sms, text line, text number"),
    _target("email", say("a mail address"), "e-mail, mail, email address, e-mail address, contact email"),
    _target("website", say("a page on the web"), "web, url, web site, homepage, home page, link, web address, web page, webpage"),
    _target("form", say("a page with a form to write to them"), "contact form"),
    _target("contact_name", say("the first name of whom to ask for"),
            "contact, contact person, contact name, leader, facilitator, host, coordinator"),
    _target("joining", say("drop_in, contact_first, sign_up or referral")),
    _target("how_to_join", say("what to do to join, in words"),
            "registration, sign up, how to access, referral, referrals, referral process, how do i join, application process, booking"),
    _target("required_documents", say("what to bring"), "what to bring, bring, documents", several=True),
    _target("who_can_come", say("who can come, in words"),
            "eligibility, who is it for, who for, audience, for whom, open to, who can attend, who, target group, who is this for"),
    _target("minimum_age", say("the youngest age"), "min age, age from, youngest age"),
    _target("maximum_age", say("the oldest age"), "max age, age to, oldest age"),
    _target("cost", say("what it costs: free, donation, or words"), "costs, fee, fees, price, charge, charges, how much"),
    _target("cost_note", say("more about the cost")),
    _target("languages", say("languages, in English or as codes"), "language, language(s), languages spoken", several=True),
    _target("first_visit", say("what happens the first time"), "what to expect, the first time"),
    _target("keywords", say("other words by which people look for it"), "tags, search terms, synonyms", several=True),
    _target("verified", say("the day on which somebody last made sure of it")),
    _target(MORE, say("goes into the description, with the name of the column before it"),
            "notes, note, comments, comment, remarks, additional information, other, other information, more information, misc",
            several=True),
    _target(LEAVE_OUT, say("is left out"), several=True),
)  # fmt: skip

TARGETS: Mapping[str, Target] = {target.name: target for target in _ALL}
"""All of them by name, in the order of the guide."""

OUR_OWN: Mapping[str, str] = {
    "schedule": "when",
    **dict.fromkeys(("country", "changed", "page", "calendar", "source_day"), LEAVE_OUT),
    **dict.fromkeys(("source", "source_page", "source_license"), MORE),
}
"""Columns of our own published table that are called otherwise here: those that follow from others are left out, and whose
listing it is stays with it in words."""

_SIGNS = re.compile(r"[\s_.:;?!*#\"'’]+")


def words_of(head: str) -> str:
    """A head of a column without what differs between two ways of typing it.

    >>> words_of("Phone_Number:")
    'phone number'
    """
    return " ".join(_SIGNS.sub(" ", head.casefold()).split())
