"""A contact: whatever ways there are, at least one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.base import Refused
from generator.model.contact import WAYS, Contact
from generator.model.phone import Phone, TextLine


def test_everything_can_be_typed_the_short_way() -> None:
    contact = Contact.model_validate(
        {
            "name": "Rosa",
            "role": "Host of the group",
            "phones": ["(207) 555-0142", "(207) 555-0143 ext. 2"],
            "text": "HELLO to (207) 555-0144",
            "email": "tuesday@example.org",
            "website": "https://example.org/tuesday",
            "form": "https://example.org/write",
            "note": "We call back within two days.",
        }
    )
    assert contact.phones == (Phone(number="(207) 555-0142"), Phone(number="(207) 555-0143", extension="2"))
    assert contact.text == (TextLine(number="(207) 555-0144", keyword="HELLO"),)


def test_one_phone_alone_is_a_list_of_one() -> None:
    assert Contact.model_validate({"phones": "988"}).phones == (Phone(number="988"),)
    assert Contact.model_validate({"phones": {"number": "988"}}).phones == (Phone(number="988"),)


@pytest.mark.parametrize("way", WAYS)
def test_any_one_way_is_enough(way: str) -> None:
    typed = {
        "phones": "988",
        "text": "988",
        "email": "a@example.org",
        "website": "https://example.org",
        "form": "https://example.org",
    }
    assert getattr(Contact.model_validate({way: typed[way]}), way)


@pytest.mark.parametrize("typed", [{}, {"name": "Rosa", "role": "Host", "note": "Mornings are best."}])
def test_a_contact_without_a_way_is_refused(typed: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate(typed)
    cause = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(cause, Refused)
    assert str(cause) == (
        "This contact has no way to reach anybody. Type at least one of: phones, text, email, website, form."
    )


def test_the_same_number_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="stands twice"):
        Contact.model_validate({"phones": ["988", "988"]})


def test_every_mistake_of_a_contact_is_told_at_once_with_its_place() -> None:
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate(
            {"phones": ["988", "call us"], "email": "a", "website": "www.example.org", "fone": "988"}
        )
    assert {detail["loc"] for detail in caught.value.errors()} == {
        ("phones", 1, "number"),
        ("email",),
        ("website",),
        ("fone",),
    }


def test_every_field_explains_itself_to_editors() -> None:
    properties = Contact.model_json_schema()["properties"]
    assert all(properties[field]["description"] for field in Contact.model_fields)
    assert "First name only" in properties["name"]["description"]
