"""Where something is, as `Place` and `VirtualLocation`; of a confidential place, only the area it serves."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.jsonld.node import Node, node
from generator.model.choice import Access, Attending
from generator.model.listing import Listing
from generator.model.place import Location
from generator.views import names
from generator.views.survey import Survey
from generator.words import say

AT_A_PLACE = frozenset({Attending.IN_PERSON, Attending.HYBRID})
FROM_AFAR = frozenset({Attending.ONLINE, Attending.PHONE, Attending.HYBRID})


def ways(listing: Listing, survey: Survey) -> frozenset[Attending]:
    """Every way in which one can take part, at whatever times."""
    lines = (schedule.attending for schedule in listing.schedule)
    return frozenset(survey.attending(listing)).union(*lines)


def place_of(listing: Listing, survey: Survey) -> Node:
    """The place people come to, if they come to one."""
    place = survey.directory.location_of(listing)
    if place is None or AT_A_PLACE.isdisjoint(ways(listing, survey)):
        return {}
    if place.confidential:
        area = survey.language.and_list([str(area["name"]) for area in areas(listing, survey)])
        return node("Place", name=area, description=survey.language.say(say("Address given when you call")))
    return node(
        "Place",
        name=place.name or place.address,
        address=_address(place, survey.directory.about.country),
        geo=node("GeoCoordinates", latitude=place.latitude, longitude=place.longitude),
        amenityFeature=_features(place.accessibility, survey),
    )


def areas(listing: Listing, survey: Survey) -> list[Node]:
    """The areas it serves; all of the directory's where it names none."""
    known = survey.directory.area_by_id
    served = [known[area].name for area in listing.areas if area in known]
    return [node("Place", name=name) for name in served or [survey.directory.about.area_served]]


def virtual_location(listing: Listing, survey: Survey) -> Node:
    """How one joins from afar, if one can."""
    there, language = ways(listing, survey), survey.language
    if FROM_AFAR.isdisjoint(there):
        return {}
    online = listing.online
    by_phone_only = Attending.PHONE in there and not there & {Attending.ONLINE, Attending.HYBRID}
    way = Attending.PHONE if by_phone_only else Attending.ONLINE
    return node(
        "VirtualLocation",
        name=(online.platform if online else None) or language.say(names.ATTENDING[way]),
        description=online.how_to_join if online else None,
        url=online.url if online else None,
    )


def _address(place: Location, country: str) -> Node:
    typed = node(
        "PostalAddress",
        streetAddress=", ".join(line for line in (place.address, place.address_2) if line),
        addressLocality=place.city,
        addressRegion=place.state_province,
        postalCode=place.postal_code,
    )
    return {**typed, "addressCountry": country} if typed else {}


def _features(needs: Iterable[Access], survey: Survey) -> list[Node]:
    return [
        node("LocationFeatureSpecification", name=survey.language.say(names.ACCESS[need]), value=True) for need in needs
    ]
