"""The part of schema.org that may stand in a listing's page, from its definitions; what is not here is a fault.

Each property has the kinds of value in its range: the name of a type, an enumeration, or a kind of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

SCHEMA = "https://schema.org/"

ENUMERATIONS = {
    "DayOfWeek": {
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "PublicHolidays",
    },
    "EventStatusType": {"EventCancelled", "EventMovedOnline", "EventPostponed", "EventRescheduled", "EventScheduled"},
    "EventAttendanceModeEnumeration": {
        "MixedEventAttendanceMode",
        "OfflineEventAttendanceMode",
        "OnlineEventAttendanceMode",
    },
    "ContactPointOption": {"HearingImpairedSupported", "TollFree"},
}

THING = {
    "alternateName": "Text",
    "description": "Text",
    "disambiguatingDescription": "Text",
    "identifier": "Text",
    "name": "Text",
    "sameAs": "URL",
    "subjectOf": "WebPage",
    "url": "URL",
}

TYPES: Mapping[str, Mapping[str, str]] = {
    "Event": THING
    | {
        "audience": "PeopleAudience",
        "eventAttendanceMode": "EventAttendanceModeEnumeration",
        "eventSchedule": "Schedule",
        "eventStatus": "EventStatusType",
        "inLanguage": "Language",
        "isAccessibleForFree": "Boolean",
        "keywords": "Text",
        "location": "Place VirtualLocation",
        "offers": "Offer",
        "organizer": "Organization",
    },
    "Schedule": THING
    | {
        "byDay": "DayOfWeek ByDay",
        "byMonthDay": "DayOfMonth",
        "byMonthWeek": "WeekOfMonth",
        "duration": "Duration",
        "endDate": "Date",
        "endTime": "Time",
        "exceptDate": "Date",
        "repeatFrequency": "Duration",
        "scheduleTimezone": "Zone",
        "startDate": "Date",
        "startTime": "Time",
    },
    "Service": THING
    | {
        "areaServed": "Place",
        "audience": "PeopleAudience",
        "availableChannel": "ServiceChannel",
        "category": "Text",
        "hoursAvailable": "OpeningHoursSpecification",
        "offers": "Offer",
        "provider": "Organization",
    },
    "ServiceChannel": THING
    | {
        "availableLanguage": "Language",
        "serviceLocation": "Place",
        "servicePhone": "ContactPoint",
        "serviceSmsNumber": "ContactPoint",
        "serviceUrl": "URL",
    },
    "OpeningHoursSpecification": THING
    | {"closes": "Time", "dayOfWeek": "DayOfWeek", "opens": "Time", "validFrom": "Date", "validThrough": "Date"},
    "Organization": THING | {"contactPoint": "ContactPoint"},
    "ContactPoint": THING
    | {
        "availableLanguage": "Language",
        "contactOption": "ContactPointOption",
        "contactType": "Text",
        "email": "Text",
        "faxNumber": "Text",
        "telephone": "Text",
    },
    "Place": THING
    | {"address": "PostalAddress", "amenityFeature": "LocationFeatureSpecification", "geo": "GeoCoordinates"},
    "VirtualLocation": THING,
    "PostalAddress": THING
    | {
        "addressCountry": "Country",
        "addressLocality": "Text",
        "addressRegion": "Text",
        "postalCode": "Text",
        "streetAddress": "Text",
    },
    "GeoCoordinates": THING | {"latitude": "Number", "longitude": "Number"},
    "LocationFeatureSpecification": THING | {"value": "Boolean"},
    "Offer": THING | {"price": "Number", "priceCurrency": "Currency"},
    "PeopleAudience": THING | {"audienceType": "Text", "requiredMaxAge": "Age", "requiredMinAge": "Age"},
    "WebPage": THING | {"lastReviewed": "Date"},
}


def _text(form: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(form, value, re.DOTALL) is not None


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _read(reader: Callable[[str], object], form: str) -> Callable[[Any], bool]:
    def reads(value: Any) -> bool:
        return _text(form)(value) and bool(reader(value) is not None)

    return reads


VALUES: Mapping[str, Callable[[Any], bool]] = {
    "Text": _text(".*\\S.*"),
    "URL": lambda value: _text("https?://\\S+")(value) and bool(urlsplit(value).hostname),
    "Boolean": lambda value: isinstance(value, bool),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Age": _whole(0, 120),
    "DayOfMonth": _whole(1, 31),
    "WeekOfMonth": _whole(1, 5),
    "Date": _read(date.fromisoformat, "\\d{4}-\\d{2}-\\d{2}"),
    "Time": _read(time.fromisoformat, "\\d{2}:\\d{2}:\\d{2}"),
    "Duration": _text("P(?=.)(\\d+[WMD])?(T(?=.)(\\d+H)?(\\d+M)?)?"),
    "ByDay": _text("-?[1-5](MO|TU|WE|TH|FR|SA|SU)"),
    "Zone": _text("[A-Z]\\w+(/[\\w+-]+)*"),
    "Language": _text("[a-z]{2,3}(-\\w+)*"),
    "Country": _text("[A-Z]{2}"),
    "Currency": _text("[A-Z]{3}"),
}


def faults(node: Any, where: str = "") -> Iterator[str]:
    """Whatever in the data is not as schema.org defines it."""
    if not isinstance(node, dict) or node.get("@type") not in TYPES:
        yield f"{where}: no known type in {node!r}"
        return
    properties = TYPES[node["@type"]]
    for name, value in node.items():
        if name in {"@type", "@context"}:
            continue
        here = f"{where}/{node['@type']}.{name}"
        if name not in properties:
            yield f"{here}: no such property"
            continue
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{here}: an empty list"
        for one in values:
            yield from _faults_of_value(one, properties[name].split(), here)


def _faults_of_value(value: Any, kinds: list[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("@type") not in kinds:
            yield f"{where}: {value.get('@type')} is not of its range"
        yield from faults(value, where)
        return
    for kind in kinds:
        if kind in ENUMERATIONS and isinstance(value, str) and value.removeprefix(SCHEMA) in ENUMERATIONS[kind]:
            return
        if kind in VALUES and VALUES[kind](value):
            return
    yield f"{where}: {value!r} is none of {kinds}"
