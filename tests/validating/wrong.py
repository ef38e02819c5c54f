"""Wrong HSDS, one fault each: what is changed in a right service, the rule that must speak, the field it must name, and
whether the specification's compiled schema sees it as well."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

SERVICE_ID = "0f2d4a54-6f7e-5d1c-9a47-2f6d3f1f0a01"
ORGANIZATION_ID = "0f2d4a54-6f7e-5d1c-9a47-2f6d3f1f0a02"
OTHER_ID = "0f2d4a54-6f7e-5d1c-9a47-2f6d3f1f0aff"


def _id(number: int) -> str:
    return f"0f2d4a54-6f7e-5d1c-9a47-2f6d3f1f{number:04d}"


RIGHT: dict[str, Any] = {
    "id": SERVICE_ID,
    "name": "Tea",
    "description": "Tea and talk.",
    "url": "https://tea.example.org/",
    "email": "tea@example.org",
    "status": "active",
    "minimum_age": 18,
    "maximum_age": 99,
    "assured_date": "2026-11-01",
    "last_modified": "2026-11-01T00:00:00Z",
    "phones": [{"id": _id(1), "number": "(207) 555-0142", "extension": 4, "type": "voice"}],
    "schedules": [
        {
            "id": _id(2),
            "valid_from": "2026-11-01",
            "valid_to": "2027-08-01",
            "dtstart": "2026-09-01",
            "timezone": -5,
            "until": "2027-06-01",
            "freq": "WEEKLY",
            "interval": 2,
            "byday": "TU",
            "opens_at": "18:30:00",
            "closes_at": "20:00:00",
        }
    ],
    "service_areas": [{"id": _id(3), "name": "North side"}],
    "service_at_locations": [
        {
            "id": _id(4),
            "location": {
                "id": _id(5),
                "location_type": "physical",
                "name": "Library",
                "latitude": 44.1,
                "longitude": -69.2,
                "addresses": [
                    {
                        "id": _id(6),
                        "address_1": "12 Alder Street",
                        "city": "Small Town",
                        "state_province": "ME",
                        "postal_code": "04999",
                        "country": "US",
                        "address_type": "physical",
                    }
                ],
            },
        }
    ],
    "languages": [{"id": _id(7), "name": "English", "code": "en"}],
    "organization": {"id": ORGANIZATION_ID, "name": "Harbor House", "description": "A house."},
    "cost_options": [{"id": _id(8), "option": "fixed", "currency": "USD", "amount": 5}],
    "required_documents": [{"id": _id(9), "document": "An insurance card"}],
    "contacts": [{"id": _id(10), "name": "Rosa", "phones": [{"id": _id(11), "number": "988"}]}],
    "attributes": [
        {
            "id": _id(12),
            "value": "America/New_York",
            "taxonomy_term": {"id": _id(13), "code": "time-zone", "name": "Time zone", "description": "Its time zone."},
        }
    ],
    "metadata": [
        {
            "id": _id(14),
            "resource_id": SERVICE_ID,
            "resource_type": "service",
            "last_action_date": "2026-11-01",
            "last_action_type": "verify",
            "field_name": "assured_date",
            "previous_value": "",
            "replacement_value": "2026-11-01",
            "updated_by": "Rosa",
        }
    ],
}
"""A service that is right in everything."""

GONE = object()
"""In place of a value: the field is taken out."""


@dataclass(frozen=True)
class Wrong:
    """One fault."""

    changes: tuple[tuple[str, Any], ...]
    rule: str
    field: str
    seen_by_schema: bool = False
    is_error: bool = True

    def __str__(self) -> str:
        return ",".join(f"{where}={'gone' if value is GONE else str(value)[:24]}" for where, value in self.changes)

    def made(self) -> dict[str, Any]:
        """The service with its fault."""
        service = copy.deepcopy(RIGHT)
        for where, value in self.changes:
            *way, last = where.split(".")
            at: Any = service
            for step in way:
                at = at[int(step)] if step.isdigit() else at[step]
            key = int(last) if last.isdigit() else last
            if value is GONE:
                del at[key]
            else:
                at[key] = copy.deepcopy(value)
        return service


def wrong(where: str, value: Any, rule: str, *more: tuple[str, Any], **told: bool) -> Wrong:
    return Wrong(((where, value), *more), rule, where.rpartition(".")[2], **told)


WHEN = "schedules.0"
PLACE = "service_at_locations.0.location"

WRONG = [
    # Days.
    wrong(f"{WHEN}.byday", "BANANA", "byday"),
    wrong(f"{WHEN}.byday", "tu", "byday"),
    wrong(f"{WHEN}.byday", "Tuesday", "byday"),
    wrong(f"{WHEN}.byday", "TU TH", "byday"),
    wrong(f"{WHEN}.byday", "TU;TH", "byday"),
    wrong(f"{WHEN}.byday", "TU,", "byday"),
    wrong(f"{WHEN}.byday", "TU,TU", "byday-twice"),
    wrong(f"{WHEN}.byday", "1TU", "byday-week"),
    wrong(f"{WHEN}.byday", "6TU", "byday-week", (f"{WHEN}.freq", "MONTHLY")),
    wrong(f"{WHEN}.byday", "0TU", "byday-week", (f"{WHEN}.freq", "MONTHLY")),
    wrong(f"{WHEN}.byday", "TU", "byday-every-week", (f"{WHEN}.freq", "MONTHLY"), is_error=False),
    wrong(f"{WHEN}.byday", GONE, "days-missing", (f"{WHEN}.dtstart", GONE), (f"{WHEN}.interval", 1)),
    wrong(f"{WHEN}.freq", GONE, "freq-missing"),
    wrong(f"{WHEN}.freq", "DAILY", "answer", seen_by_schema=True),
    wrong(f"{WHEN}.bymonthday", "32", "bymonthday", (f"{WHEN}.freq", "MONTHLY"), (f"{WHEN}.byday", GONE)),
    wrong(f"{WHEN}.bymonthday", "0", "bymonthday", (f"{WHEN}.freq", "MONTHLY"), (f"{WHEN}.byday", GONE)),
    wrong(f"{WHEN}.bymonthday", "1", "other-frequency", is_error=False),
    wrong(f"{WHEN}.byweekno", "54", "byweekno"),
    # Times.
    wrong(f"{WHEN}.opens_at", "25:00", "time"),
    wrong(f"{WHEN}.opens_at", "6.30pm", "time"),
    wrong(f"{WHEN}.opens_at", "18:60", "time"),
    wrong(f"{WHEN}.closes_at", "20:00", "end-alone", (f"{WHEN}.opens_at", GONE)),
    wrong(f"{WHEN}.closes_at", "18:30:00", "no-time-at-all"),
    wrong(f"{WHEN}.timezone", 30, "offset"),
    wrong(f"{WHEN}.timezone", "America/New_York", "type", seen_by_schema=True),
    wrong("attributes.0.value", "Mars/Olympus", "time-zone"),
    wrong("attributes.0.value", "EST", "time-zone"),
    # Dates.
    wrong(f"{WHEN}.dtstart", "2026-02-30", "date"),
    wrong(f"{WHEN}.dtstart", "01/09/2026", "date"),
    wrong(f"{WHEN}.dtstart", GONE, "counted-from"),
    wrong(f"{WHEN}.dtstart", "2026-09-02", "first-day", is_error=False),
    wrong(f"{WHEN}.until", "2026-08-01", "dates-in-order"),
    wrong(f"{WHEN}.until", "2026-09-04", "never", (f"{WHEN}.dtstart", "2026-09-02")),
    wrong(f"{WHEN}.valid_to", "2026-10-01", "dates-in-order"),
    wrong(f"{WHEN}.count", 4, "two-ends"),
    wrong(f"{WHEN}.count", 0, "whole-number", (f"{WHEN}.until", GONE)),
    wrong(f"{WHEN}.interval", 0, "whole-number"),
    wrong(f"{WHEN}.interval", 1.5, "whole-number"),
    wrong("assured_date", "2031-01-01", "future"),
    wrong("last_modified", "yesterday", "datetime"),
    # Texts.
    wrong("name", "", "empty"),
    wrong("name", " \t ", "empty"),
    wrong("name", "N/A", "no-answer"),
    wrong("name", GONE, "required", seen_by_schema=True),
    wrong("name", None, "null", seen_by_schema=True),
    wrong("name", 5, "type", seen_by_schema=True),
    wrong("description", "<script>alert(1)</script>", "script"),
    wrong("description", "CafÃ©", "misread-letters"),
    wrong("description", "Tea\x07", "control-letters"),
    wrong("organization.description", "", "empty"),
    wrong("status", "open", "answer", seen_by_schema=True),
    wrong("opening_hours", "9 to 5", "unknown-field", is_error=False),
    wrong("descripton", "Tea.", "unknown-field"),
    # Ids and what they lead to.
    wrong("id", "tea", "uuid"),
    wrong("id", "00000000-0000-0000-0000-000000000000", "uuid"),
    wrong("contacts.0.id", SERVICE_ID, "id-of-another"),
    wrong("languages", [{"id": _id(7), "name": "English"}, {"id": _id(7), "name": "Spanish"}], "duplicate"),
    wrong("organization_id", OTHER_ID, "belongs-elsewhere"),
    wrong("phones.0.service_id", OTHER_ID, "belongs-elsewhere"),
    wrong("phones.0.location_id", OTHER_ID, "orphan"),
    wrong("attributes.0.link_id", OTHER_ID, "belongs-elsewhere"),
    wrong("attributes.0.link_entity", "tea", "link-entity"),
    wrong("metadata.0.resource_id", OTHER_ID, "belongs-elsewhere"),
    wrong("organization.parent_organization_id", ORGANIZATION_ID, "circle"),
    # Numbers to call, people, places.
    wrong("phones.0.number", "", "empty"),
    wrong("phones.0.number", "call us", "phone-number"),
    wrong("phones.0.number", "(207) 555-0142 (207) 555-0143", "phone-number"),
    wrong("phones.0.extension", -4, "whole-number"),
    wrong("phones.0.extension", "4", "type", seen_by_schema=True),
    wrong("email", "tea at example.org", "email"),
    wrong("url", "javascript:alert(1)", "uri"),
    wrong("url", "www.example.org", "uri"),
    wrong("minimum_age", 100, "ages-in-order"),
    wrong("maximum_age", 999, "age"),
    wrong(f"{PLACE}.latitude", 100, "coordinates"),
    wrong(f"{PLACE}.longitude", -690, "coordinates"),
    wrong(f"{PLACE}.longitude", GONE, "coordinates"),
    wrong(f"{PLACE}.latitude", 0, "coordinates", (f"{PLACE}.longitude", 0)),
    wrong(f"{PLACE}.latitude", "44.1", "type", seen_by_schema=True),
    wrong(f"{PLACE}.location_type", "virtual", "virtual-place"),
    wrong(f"{PLACE}.addresses.0.country", "USA", "country"),
    wrong(f"{PLACE}.addresses.0.address_1", "", "empty"),
    wrong(f"{PLACE}.addresses.0.postal_code", "", "empty", is_error=False),
    # Prices, languages, documents.
    wrong("cost_options.0.amount", -5, "amount"),
    wrong("cost_options.0.currency", GONE, "currency"),
    wrong("cost_options.0.currency", "dollars", "currency"),
    wrong("languages.0.code", "English!", "language-code"),
    wrong("languages.0.name", GONE, "says-nothing", ("languages.0.code", GONE)),
    wrong("required_documents.0.document", GONE, "says-nothing"),
    wrong("contacts.0.name", GONE, "says-nothing", ("contacts.0.phones", [])),
    wrong("attributes.0.taxonomy_term", GONE, "says-nothing"),
    wrong("service_areas.0.extent", "{not json", "extent", ("service_areas.0.extent_type", "geojson")),
    wrong("phones", {"number": "988"}, "type", seen_by_schema=True),
]
