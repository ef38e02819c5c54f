"""The directory itself: its name, where and whom it serves, how it is kept."""

from __future__ import annotations

from typing import Annotated
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from generator.model.base import Part, Refused
from generator.model.choice import LeavePages
from generator.model.contact import Contact
from generator.model.day import Span, TimeSpan
from generator.model.entry import LanguageTag
from generator.model.text import Line, Several, Summary, as_text, slug
from generator.model.time_zone import TimeZoneName
from generator.model.web import WebAddress
from generator.words import say


def _country(value: object) -> str:
    code = as_text(value).strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise Refused(
            "country",
            say("'{seen}' is not a country code.", seen=code[:40]),
            say("Type the two letters of the country: US, CA, GB, IE, AU, NZ."),
        )
    if code == "UK":
        raise Refused(
            "country", say("'UK' is not the code of a country."), say("Type GB, the code of the United Kingdom.")
        )
    return code


Country = Annotated[
    str, BeforeValidator(_country), WithJsonSchema({"type": ["string", "boolean"], "examples": ["US", "GB", "NO"]})
]
"""A country as its two letters in ISO 3166."""


def _namespace(value: object) -> str:
    text = as_text(value).strip()
    try:
        return str(UUID(text))
    except ValueError:
        raise Refused(
            "namespace",
            say("'{seen}' is not a UUID.", seen=text[:40]),
            say("Copy it whole from the directory it came from, or take the line out."),
        ) from None


Namespace = Annotated[str, BeforeValidator(_namespace), WithJsonSchema({"type": "string", "format": "uuid"})]
"""A UUID from which others are made."""


class Licence(Part):
    """The licence under which the listings may be used by others."""

    name: Line
    """Its name: CC BY 4.0."""
    url: WebAddress | None = None
    """Where its text stands."""


class About(Part):
    """The `directory:` section at the top of the file."""

    name: Line
    """Name of the directory, as on the sign over the door."""
    tagline: Summary | None = None
    """What it offers, in one line under the name."""
    area_served: Line
    """The town, county or community it serves."""
    country: Country
    """The country, as two letters; it decides crisis lines, phone numbers and public holidays."""
    subdivision: Line | None = None
    """State, province or region, as in ISO 3166-2 without the country, for its own public holidays: ME."""
    time_zone: TimeZoneName
    """Time zone of all times in this file: America/New_York."""
    language: LanguageTag = "en"
    """Language in which the listings and the site are written."""
    currency: Line | None = Field(default=None, pattern="^[A-Z]{3}$")
    """Currency of the amounts, as three letters: USD."""
    contact: Contact | None = None
    """How to reach the people who keep this directory."""
    demo: bool = False
    """Yes, while the listings are made up; every page then says so."""
    review_every: TimeSpan = Span(6, "month")
    """How often each listing should be looked at again."""
    remind_before: TimeSpan = Span(1, "month")
    """How long before that day those who keep the directory are reminded; visitors see no difference yet."""
    grace: TimeSpan = Span(3, "month")
    """How long after that day a listing is still offered in "today" and "this week"; then it is hidden there until checked."""
    licence: Licence | None = None
    """The licence of the listings."""
    namespace: Namespace | None = None
    """A UUID from which the ids in the open data are made, so that they stay when the name, area or country changes; left
    out, it is made of these three."""
    leave_url: WebAddress = "https://www.weather.gov/"
    """Where "Leave this site" goes: something harmless that many people open."""
    leave_button: bool = True
    """No, to take the "Leave this site" button away."""
    leave_on: Several[LeavePages] = ()
    """The pages that have the "Leave this site" button: help_now, listings. Left out: all of them."""
    offline: bool = True
    """No, if visitors should not be offered to keep pages for when there is no signal; what was kept is then deleted."""
    old_after: TimeSpan = Span(7, "day")
    """How old a page may be before it says of what day it is, and that times may have changed."""

    @field_validator("leave_on")
    @classmethod
    def _has_a_button_to_place(cls, pages: tuple[LeavePages, ...], typed: ValidationInfo) -> tuple[LeavePages, ...]:
        if pages and typed.data.get("leave_button") is False:
            raise Refused(
                "leave-button",
                say("leave_button takes the button away, so it can stand on no page."),
                say("Take out leave_button to have it on these pages only, or leave_on to have it nowhere."),
            )
        return pages

    @property
    def uuid(self) -> UUID:
        """The UUID from which all ids in the open data are made.

        Not of the address of its site, so that a directory keeps its ids when it moves to another host.
        """
        if self.namespace:
            return UUID(self.namespace)
        return uuid5(NAMESPACE_URL, f"waypost:{self.country}/{slug(self.area_served)}/{slug(self.name)}")
