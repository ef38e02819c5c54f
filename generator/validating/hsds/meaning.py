"""Whether the other objects mean something: ages, phones, places, prices, languages, contacts, attributes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.model.base import Refused
from generator.model.number import ascii_digits
from generator.model.time_zone import zone_name
from generator.standards.hsds import TABLES
from generator.validating.finding import Finding
from generator.validating.hsds import schedules
from generator.validating.hsds.objects import Object
from generator.validating.hsds.values import as_date
from generator.words import say

_OLDEST = 120
_MOST_DIGITS, _FEWEST_DIGITS = 15, 2
_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ZONE = re.compile(r"[A-Za-z_]+/[A-Za-z_/+-]+")


def check(found: Object, today: date) -> Iterator[Finding]:
    """What the table of an object asks for beside its shape."""
    if found.table == "schedule":
        yield from schedules.check(found)
    elif found.table in _CHECKS:
        yield from _CHECKS[found.table](found)
    for field in ("assured_date", "last_modified", "last_action_date"):
        day = as_date(found.text(field)[:10])
        if day is not None and day > today:
            yield found.finding(field, "future", say("{date} lies in the future.", date=day.isoformat()))


def _service(found: Object) -> Iterator[Finding]:
    youngest, oldest = found.number("minimum_age"), found.number("maximum_age")
    for field, age in (("minimum_age", youngest), ("maximum_age", oldest)):
        if age is not None and not 0 <= age <= _OLDEST:
            yield found.finding(field, "age", say("'{seen}' is not an age in years.", seen=f"{age:g}"))
    if youngest is not None and oldest is not None and youngest > oldest:
        yield found.finding("minimum_age", "ages-in-order", say("The youngest age is above the oldest."))


def _phone(found: Object) -> Iterator[Finding]:
    number, extension = found.text("number"), found.number("extension")
    digits = len(ascii_digits(number))
    if number and not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        many = digits > _MOST_DIGITS
        message = (
            say("'{seen}' has more digits than a phone number can have. Are they two?", seen=number[:40])
            if many
            else say("'{seen}' is not a phone number.", seen=number[:40])
        )
        yield found.finding("number", "phone-number", message)
    if extension is not None and (extension < 0 or extension % 1):
        yield found.finding("extension", "whole-number", say("'{seen}' is not a whole number.", seen=f"{extension:g}"))


def _location(found: Object) -> Iterator[Finding]:
    latitude, longitude = found.number("latitude"), found.number("longitude")
    for field, degrees, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if degrees is not None and not -most <= degrees <= most:
            message = say("{degrees} is no place on Earth: from -{most} to {most}.", degrees=f"{degrees:g}", most=most)
            yield found.finding(field, "coordinates", message)
    if (found.values.get("latitude") is None) is not (found.values.get("longitude") is None):
        missing = "longitude" if longitude is None else "latitude"
        yield found.finding(missing, "coordinates", say("Only one of latitude and longitude is there."))
    elif latitude == 0 and longitude == 0:
        yield found.finding("latitude", "coordinates", say("0 and 0 is a spot in the Gulf of Guinea. Leave both out."))
    kind = found.text("location_type")
    if kind == "virtual" and (
        latitude is not None or any(one.text("address_type") == "physical" for one in found.inside("addresses"))
    ):
        yield found.finding("location_type", "virtual-place", say("A virtual location has no place on the map."))


def _address(found: Object) -> Iterator[Finding]:
    country = found.text("country")
    if country and not _COUNTRY.fullmatch(country):
        message = say("'{seen}' is not a country code. Write two capital letters, as in US.", seen=country[:40])
        yield found.finding("country", "country", message)


def _language(found: Object) -> Iterator[Finding]:
    code = found.text("code")
    if code and not _LANGUAGE.fullmatch(code):
        yield found.finding(
            "code", "language-code", say("'{seen}' is not a language code, such as en or es.", seen=code[:40])
        )
    if not code and not found.text("name"):
        yield found.finding("", "says-nothing", say("This language has neither a name nor a code."))


def _cost_option(found: Object) -> Iterator[Finding]:
    amount, currency = found.number("amount"), found.text("currency")
    if amount is not None and amount < 0:
        yield found.finding("amount", "amount", say("A price is never below nothing."))
    if amount and not currency:
        yield found.finding("currency", "currency", say("The amount has no currency."))
    if currency and not _CURRENCY.fullmatch(currency):
        message = say("'{seen}' is not a currency. Write three letters, as in USD.", seen=currency[:40])
        yield found.finding("currency", "currency", message)
    first, last = as_date(found.text("valid_from")), as_date(found.text("valid_to"))
    if first and last and last < first:
        message = say("This date lies before {field}, {date}.", field="valid_from", date=first.isoformat())
        yield found.finding("valid_to", "dates-in-order", message)


def _contact(found: Object) -> Iterator[Finding]:
    if not any(found.text(field) for field in ("name", "title", "department", "email")) and not found.values.get(
        "phones"
    ):
        yield found.finding("", "says-nothing", say("This contact has no name, role, mail address or phone."))


def _document(found: Object) -> Iterator[Finding]:
    if not (found.text("document") or found.text("uri")):
        yield found.finding("document", "says-nothing", say("This document has no name."))


def _attribute(found: Object) -> Iterator[Finding]:
    entity, value = found.text("link_entity"), found.text("value")
    if entity and entity not in TABLES:
        yield found.finding("link_entity", "link-entity", say("'{seen}' is no table of HSDS 3.0.", seen=entity[:40]))
    term = next(found.inside("taxonomy_term"), None)
    if term is None and not found.text("taxonomy_term_id"):
        yield found.finding("taxonomy_term", "says-nothing", say("This attribute names no taxonomy term."))
    names_a_zone = term is not None and "zone" in f"{term.text('code')} {term.text('name')}".lower()
    if value and (names_a_zone or _ZONE.fullmatch(value)):
        try:
            zone_name(value)
        except Refused:
            if names_a_zone:
                yield found.finding("value", "time-zone", say("'{seen}' is not a time zone.", seen=value[:40]))


def _service_area(found: Object) -> Iterator[Finding]:
    extent = found.text("extent")
    if extent and found.text("extent_type").lower() == "geojson":
        try:
            json.loads(extent)
        except (ValueError, RecursionError):
            yield found.finding("extent", "extent", say("This is said to be GeoJSON, and is none."))
    if not (found.text("name") or found.text("description") or extent):
        yield found.finding("", "says-nothing", say("This area has no name."))


_CHECKS: Mapping[str, Callable[[Object], Iterator[Finding]]] = {
    "address": _address,
    "attribute": _attribute,
    "contact": _contact,
    "cost_option": _cost_option,
    "language": _language,
    "location": _location,
    "phone": _phone,
    "required_document": _document,
    "service": _service,
    "service_area": _service_area,
}
