"""Where a listing is: HSDS `location` with its address, or deliberately none."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from generator.model.accepted import Accepted
from generator.model.base import Part, Refused
from generator.model.blocks.limits import refuse_at
from generator.model.choice import Access
from generator.model.phone import Phone
from generator.model.text import Id, Line, Several, Summary
from generator.model.web import WebAddress
from generator.words import say

# What would lead somebody to the door; a confidential place has none of these.
_REVEALING = ("address", "address_2", "postal_code", "latitude", "longitude", "directions", "transit")


class Location(Part):
    """A place people come to (HSDS `location` and `address`).

    ```yaml
    location:
      name: Alder Street Library
      address: 12 Alder Street
      city: Lantern Bay
      postal_code: "04999"
      transit: Bus 4 stops at the door.
      accessibility: [step_free, hearing_loop]
    ```
    """

    id: Id | None = None
    """Short name, when the place stands in the list of locations for several listings to use."""
    name: Line | None = None
    """Name of the building or room."""
    address: Line | None = None
    """Street and number."""
    address_2: Line | None = None
    """Floor, suite or room."""
    city: Line | None = None
    """Town or city."""
    state_province: Line | None = None
    """State, province or county, where letters need it."""
    postal_code: Line | None = None
    """Postal code."""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    """Degrees north; leave out if the exact spot is nobody's business."""
    longitude: float | None = Field(default=None, ge=-180, le=180)
    """Degrees east."""
    directions: Summary | None = None
    """How to find the door: Use the side entrance, ring the bell marked Friends."""
    transit: Summary | None = None
    """How to get there without a car."""
    accessibility: Several[Access] = ()
    """What the place offers: step_free, accessible_toilet, hearing_loop, ..."""
    accessibility_note: Summary | None = None
    """What one should know about getting in and around, in words."""
    confidential: bool = False
    """Yes, if the address is given only to people who call. Then type no street, postal code or coordinates."""
    accepted: Several[Accepted] = ()
    """Warnings and notices that are right to leave as they are, each with check and because."""

    @model_validator(mode="after")
    def _keeps_its_secret(self) -> Self:
        typed = [name for name in _REVEALING if getattr(self, name) is not None]
        if self.confidential and typed:
            refused = Refused(
                "confidential-place",
                say("This place is confidential, but '{field}' would lead to its door.", field=typed[0]),
                say("Take '{field}' out, or take 'confidential: yes' out.", field=typed[0]),
            )
            raise refuse_at([((typed[0],), refused)])
        return self

    @model_validator(mode="after")
    def _has_both_coordinates(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            refused = Refused(
                "coordinates",
                say("Only one of latitude and longitude is typed."),
                say("Type both, or neither."),
            )
            raise refuse_at([(("latitude" if self.longitude is None else "longitude",), refused)])
        return self


class OnlinePlace(Part):
    """How one joins from afar: a link, a phone number to dial in, or both (HSDS virtual location)."""

    url: WebAddress | None = None
    """The link people join by; leave it out if it is sent after signing up."""
    platform: Line | None = None
    """What is used: Zoom, Teams, a phone line."""
    how_to_join: Summary | None = None
    """What to do to join, and whether a camera or a name is needed."""
    phone: Phone | None = None
    """Number to dial in by phone: (207) 555-0142."""
    accessibility: Several[Access] = ()
    """What the meeting offers: captions, camera_optional, sign_language, ..."""
