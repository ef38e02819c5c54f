from __future__ import annotations

import pytest

from generator.model.about import About
from generator.model.contact import Contact
from generator.model.field_names import OTHER_WORDS, meant, unknown_key
from generator.model.listing import PeerGroup, Service
from generator.model.place import Location
from generator.model.schedule import Schedule
from generator.model.terms import Eligibility

GROUP = list(PeerGroup.model_fields)
INSIDE = {
    "contact": list(Contact.model_fields),
    "location": list(Location.model_fields),
    "eligibility": list(Eligibility.model_fields),
}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("Summary", "summary"),
        ("sumary", "summary"),
        ("led by", "led_by"),
        ("Led-By", "led_by"),
        ("phone", "contact.phones"),
        ("Telephone", "contact.phones"),
        ("e-mail", "contact.email"),
        ("emial", "contact.email"),
        ("address", "location.address"),
        ("postcode", "location.postal_code"),
        ("minimum_age", "eligibility.minimum_age"),
        ("when", "schedule"),
        ("organisation", "organization"),
        ("mascot", ""),
        ("", ""),
        ("x" * 5000, ""),
    ],
)
def test_the_field_that_was_meant_is_found(typed: str, field: str) -> None:
    assert meant(typed, GROUP, INSIDE) == field


def test_among_the_fields_of_a_schedule_a_day_is_its_when() -> None:
    assert meant("day", list(Schedule.model_fields), {}) == "when"


def test_every_other_word_leads_to_a_field_that_exists() -> None:
    known = {
        *GROUP,
        *About.model_fields,
        *Service.model_fields,
        *Contact.model_fields,
        *Location.model_fields,
        *Schedule.model_fields,
    }
    nested = {f"{parent}.{field}" for parent, fields in INSIDE.items() for field in fields}
    assert {field for fields in OTHER_WORDS.values() for field in fields} <= known | nested


def test_no_other_word_hides_a_real_field_of_a_listing() -> None:
    assert not set(OTHER_WORDS) & set(GROUP)


def test_few_fields_are_listed_and_many_are_not() -> None:
    assert "name, role" in str(unknown_key("mascot", list(Contact.model_fields))[1])
    assert "manual" in str(unknown_key("mascot", GROUP)[1])


def test_a_name_with_braces_cannot_break_the_sentence() -> None:
    message, hint = unknown_key("{0} {name!r} {", GROUP)
    assert "{0} {name!r} {" in str(message)
    assert str(hint)
