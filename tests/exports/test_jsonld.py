"""schema.org data of listings: true to its definitions, and without a medical word for a peer group."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.exports.jsonld import json_ld
from generator.language import Language
from generator.load import load
from generator.model.listing import PeerGroup
from generator.views.survey import Survey
from tests.exports.listings import GROUP, SERVICE
from tests.exports.schema_org import ENUMERATIONS, TYPES, faults
from tests.town import TODAY, survey

ROOT = Path(__file__).resolve().parents[2]
URL = "https://example.org/groups/tea/"


@cache
def demonstration() -> Survey:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory
    return Survey(loaded.directory, TODAY, Language.load(loaded.directory.about.language))


def first(found: Survey, url: str = URL) -> Any:
    return json.loads(json_ld(found.directory.listings[0], found, url))


def test_the_demonstration_says_only_what_schema_org_defines() -> None:
    found = demonstration()
    assert {
        listing.id: told
        for listing in found.directory.listings
        if (told := list(faults(json.loads(json_ld(listing, found, URL)))))
    } == {}


def test_the_judge_sees_what_is_wrong() -> None:
    for wrong in (
        {"@type": "MedicalClinic", "name": "x"},
        {"@type": "Event", "healthCondition": "x"},
        {"@type": "Event", "name": ""},
        {"@type": "Event", "name": None},
        {"@type": "Event", "keywords": []},
        {"@type": "Event", "location": {"@type": "Organization", "name": "x"}},
        {"@type": "Schedule", "startTime": "7 pm"},
        {"@type": "Schedule", "byMonthWeek": [6]},
        {"@type": "Schedule", "repeatFrequency": "weekly"},
        {"@type": "Schedule", "byDay": ["https://schema.org/Someday"]},
    ):
        assert list(faults(wrong)), wrong


def test_no_medical_type_or_property_is_known_here() -> None:
    medical = ("medic", "health", "clinic", "hospital", "patient", "therap", "diagnos", "disease", "symptom", "treat")
    known = [*TYPES, *(name for properties in TYPES.values() for name in properties), *ENUMERATIONS]
    assert [name for name in known if any(word in name.lower() for word in medical)] == []


def test_groups_are_events_and_services_are_services() -> None:
    found = demonstration()
    for listing in found.directory.listings:
        data = json.loads(json_ld(listing, found, URL))
        assert list(data)[:2] == ["@context", "@type"]
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == ("Event" if isinstance(listing, PeerGroup) else "Service")


def test_a_group_is_told_in_full(tmp_path: Path) -> None:
    assert first(survey(GROUP, tmp_path)) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": "tea",
        "name": "Tea",
        "alternateName": ["The Tea Table"],
        "description": "Tea and talk.\n\nIt is warm.",
        "disambiguatingDescription": "It is not therapy.",
        "url": URL,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "eventSchedule": [
            {
                "@type": "Schedule",
                "repeatFrequency": "P1W",
                "byDay": ["https://schema.org/Tuesday"],
                "startDate": "2026-11-03",
                "startTime": "18:30:00",
                "endTime": "20:00:00",
                "duration": "PT1H30M",
                "exceptDate": ["2026-12-22"],
                "scheduleTimezone": "America/New_York",
            }
        ],
        "location": [
            {
                "@type": "Place",
                "name": "Alder Street Library",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "12 Alder Street, Room 3",
                    "addressLocality": "Small Town",
                    "addressRegion": "ME",
                    "postalCode": "04999",
                    "addressCountry": "US",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 44.1, "longitude": -69.2},
                "amenityFeature": [
                    {"@type": "LocationFeatureSpecification", "name": "Step-free", "value": True},
                    {"@type": "LocationFeatureSpecification", "name": "Hearing loop", "value": True},
                ],
            },
            {
                "@type": "VirtualLocation",
                "name": "Zoom",
                "description": "Cameras may stay off.",
                "url": "https://meet.example.org/tea",
            },
        ],
        "organizer": {
            "@type": "Organization",
            "name": "Harbor House",
            "url": "https://house.example.org/",
            "contactPoint": [
                {"@type": "ContactPoint", "contactType": "Call", "telephone": "+12075550142;ext=4"},
                {"@type": "ContactPoint", "contactType": "Text HELLO to (207) 555-0143", "telephone": "+12075550143"},
                {"@type": "ContactPoint", "contactType": "Email", "email": "tea@example.org"},
            ],
        },
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "name": "Free", "price": 0},
        "inLanguage": ["en", "es"],
        "audience": {
            "@type": "PeopleAudience",
            "name": "Parents who feel low.",
            "audienceType": ["Parents"],
            "requiredMinAge": 18,
        },
        "keywords": ["Ways to cope"],
        "subjectOf": {"@type": "WebPage", "url": URL, "lastReviewed": "2026-11-01"},
    }


def test_a_first_name_stays_on_the_page(tmp_path: Path) -> None:
    assert "Rosa" not in json.dumps(first(survey(GROUP, tmp_path)))


def test_what_nobody_typed_is_left_out(tmp_path: Path) -> None:
    text = "groups:\n  - {id: tea, name: Tea, summary: Tea and talk., contact: {phones: (207) 555-0142}}\n"
    assert first(survey(text, tmp_path), url="") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": "tea",
        "name": "Tea",
        "description": "Tea and talk.",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": {
            "@type": "Organization",
            "name": "Tea",
            "contactPoint": [{"@type": "ContactPoint", "contactType": "Call", "telephone": "+12075550142"}],
        },
        "inLanguage": ["en-US"],
    }


def test_a_service_is_told_with_its_channels_and_hours(tmp_path: Path) -> None:
    data = first(survey(SERVICE, tmp_path))
    assert data["availableChannel"] == [
        {
            "@type": "ServiceChannel",
            "servicePhone": [
                {"@type": "ContactPoint", "contactType": "Call", "telephone": "+12075550142"},
                {
                    "@type": "ContactPoint",
                    "contactType": "Textphone",
                    "telephone": "+12075550143",
                    "contactOption": "https://schema.org/HearingImpairedSupported",
                },
            ],
            "availableLanguage": ["es"],
        },
        {
            "@type": "ServiceChannel",
            "serviceSmsNumber": [
                {"@type": "ContactPoint", "contactType": "Text HOME to 741741", "telephone": "741741"},
            ],
            "availableLanguage": ["es"],
        },
        {
            "@type": "ServiceChannel",
            "serviceUrl": ["https://warm.example.org/write", "https://warm.example.org/"],
            "availableLanguage": ["es"],
        },
    ]
    week, on_holidays, thanksgiving, *_ = data["hoursAvailable"]
    assert week == {
        "@type": "OpeningHoursSpecification",
        "opens": "09:00:00",
        "closes": "17:00:00",
        "dayOfWeek": [f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")],
    }
    assert on_holidays["dayOfWeek"] == ["https://schema.org/PublicHolidays"]
    assert (thanksgiving["validFrom"], thanksgiving["validThrough"]) == ("2026-11-26", "2026-11-26")
    assert thanksgiving["opens"] == thanksgiving["closes"] == "00:00:00"
    assert data["areaServed"] == [{"@type": "Place", "name": "North side"}]
    assert data["provider"]["name"] == "Warm Line"
    # What it costs depends, so no price is claimed.
    assert data["offers"] == {
        "@type": "Offer",
        "name": "You pay what your income allows",
        "description": "$5 to $40",
    }
    assert list(faults(data)) == []


@pytest.mark.parametrize(
    ("more", "status", "told"),
    [
        ("status: paused\n    alert: {text: Back in spring.}", "EventPostponed", False),
        ("status: ended", "EventCancelled", False),
        ("verified: 2024-01-01", "", False),
        ("verified: 2026-11-01", "EventScheduled", True),
    ],
)
def test_times_are_told_only_while_they_may_be_counted_on(tmp_path: Path, more: str, status: str, told: bool) -> None:
    text = f"groups:\n  - id: tea\n    name: Tea\n    summary: Tea.\n    schedule: Tuesday 18:30\n    {more}\n"
    data = first(survey(text, tmp_path))
    assert data.get("eventStatus") == (f"https://schema.org/{status}" if status else None)
    assert ("eventSchedule" in data) is told


@pytest.mark.parametrize(
    ("fields", "mode"),
    [
        ("location: {name: Library}", "Offline"),
        ("online: {platform: Zoom}", "Online"),
        ("attending: phone", "Online"),
        ("attending: hybrid\n    location: {name: Library}", "Mixed"),
        ("location: {name: Library}\n    schedule: {when: Monday 10:00, attending: online}", "Mixed"),
    ],
)
def test_how_one_takes_part_is_told(tmp_path: Path, fields: str, mode: str) -> None:
    text = (
        f"groups:\n  - id: tea\n    name: Tea\n    summary: Tea.\n    contact: {{email: a@example.org}}\n    {fields}\n"
    )
    assert first(survey(text, tmp_path))["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_the_same_listing_and_day_give_the_same_text() -> None:
    found, again = demonstration(), Survey(demonstration().directory, TODAY, demonstration().language)
    for listing in found.directory.listings:
        assert json_ld(listing, found, URL) == json_ld(listing, again, URL)


def test_a_group_that_meets_on_single_dates_tells_each_of_them_to_come(tmp_path: Path) -> None:
    text = "groups:\n  - {id: tea, name: Tea, summary: Tea., verified: 2026-11-01, contact: {email: a@example.org},\n"
    text += "     schedule: '2026-11-10, 2026-12-02 and 2027-01-06 18:00-20:00'}\n"
    schedules = first(survey(text, tmp_path))["eventSchedule"]
    assert [date.fromisoformat(found["startDate"]) for found in schedules] == [date(2026, 12, 2), date(2027, 1, 6)]
    assert {(found["startTime"], found["endTime"]) for found in schedules} == {("18:00:00", "20:00:00")}
