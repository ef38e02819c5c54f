"""The place of a listing, as far as everybody may know it."""

from __future__ import annotations

from generator.model.choice import Attending
from generator.model.listing import Listing
from generator.model.place import Location
from generator.views.survey import Survey

_AT_A_PLACE = frozenset({Attending.IN_PERSON, Attending.HYBRID})

Spot = tuple[float, float]
"""Degrees north, degrees east."""


def attending(listing: Listing, survey: Survey) -> frozenset[Attending]:
    """Every way in which one can take part, at whatever times."""
    return frozenset(survey.attending(listing)).union(*(schedule.attending for schedule in listing.schedule))


def public_place(listing: Listing, survey: Survey) -> Location | None:
    """The place people come to; nothing of a confidential place, and nothing where nobody goes anywhere."""
    place = survey.directory.location_of(listing)
    if place is None or place.confidential or _AT_A_PLACE.isdisjoint(attending(listing, survey)):
        return None
    return place


def spot(place: Location | None) -> Spot | None:
    """Where the place is on the earth, to about a meter."""
    if place is None or place.confidential or place.latitude is None or place.longitude is None:
        return None
    return round(place.latitude, 5), round(place.longitude, 5)


def street(place: Location) -> str:
    """Street and room in one line."""
    return ", ".join(line for line in (place.address, place.address_2) if line)
