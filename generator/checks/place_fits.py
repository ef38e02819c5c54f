"""A place lies where its listing says.

One wrong digit sends somebody to the other end of the county, and "near me" puts a group where it is not. Where an area
names its middle, a place in it is expected within 40 kilometres; where areas name their postal codes, that of the place is
expected among them.

## Passes

```yaml
areas:
  - {id: harbor, name: The Harbor, latitude: 43.2, longitude: -69.0, postal_codes: ["04999"]}
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    areas: [harbor]
    location: {address: 1 Quay Street, postal_code: "04999", latitude: 43.201, longitude: -69.003}
    contact: {phones: 988}
```

## Is told

```yaml
areas:
  - {id: harbor, name: The Harbor, latitude: 43.2, longitude: -69.0}
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    areas: [harbor]
    location: {address: 1 Quay Street, latitude: 43.201, longitude: 69.003}
    contact: {phones: 988}
```

## How to mend it

Look the place up on a map. A missing minus puts a place in the west into the east; latitude comes first and longitude
second. If the place is right, its area is another one, or the area's middle or postal codes are to be mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt

from generator.checks.finding import Finding, Subject, Where
from generator.model.listing import Listing
from generator.model.place import Location
from generator.model.taxonomy import Area
from generator.problems import Level
from generator.words import say

ID = "place-fits"
LEVEL = Level.WARNING

FARTHEST = 40.0
"""Kilometres between a place and the middle of its area."""
EARTH = 6371.0
"""Mean radius in kilometres."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each listing whose place is far from all its areas, or has a postal code of none of them."""
    if not subject.has_head:
        return
    known = subject.directory.area_by_id
    shared = {part.id: where for where, part in subject.everything() if isinstance(part, Location)}
    told: set[Where] = set()
    for where, listing in subject.listings():
        place = subject.directory.location_of(listing)
        areas = [known[area] for area in (listing.areas or known) if area in known]
        if place is None or not areas:
            continue
        at = _place(where, listing, shared)
        for finding in _findings(at, place, areas):
            if finding.where not in told:
                told.add(finding.where)
                yield finding


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two points as (latitude, longitude) in degrees, as a bird flies, by the haversine formula.

    >>> round(kilometres((52.5200, 13.4050), (48.8566, 2.3522)))
    877
    """
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def _place(where: Where, listing: Listing, shared: dict[str | None, Where]) -> Where:
    if isinstance(listing.location, str):
        return shared.get(listing.location, (*where, "location"))
    return (*where, "location")


def _findings(at: Where, place: Location, areas: Sequence[Area]) -> Iterator[Finding]:
    middles = [
        (area.latitude, area.longitude) for area in areas if area.latitude is not None and area.longitude is not None
    ]
    if middles and place.latitude is not None and place.longitude is not None:
        away = min(kilometres((place.latitude, place.longitude), middle) for middle in middles)
        if away > FARTHEST:
            yield Finding(
                (*at, "latitude"),
                say("This spot is {km} kilometres from the nearest area it is listed in.", km=round(away)),
                say("Look it up on a map: latitude comes first, and a place in the west or south has a minus."),
            )
    codes = [code.replace(" ", "").upper() for area in areas for code in area.postal_codes]
    typed = (place.postal_code or "").replace(" ", "").upper()
    # An area that names none may hold any.
    if typed and codes and all(area.postal_codes for area in areas) and not typed.startswith(tuple(codes)):
        yield Finding(
            (*at, "postal_code"),
            say("The postal code {code} belongs to none of the areas it is listed in.", code=place.postal_code),
            say("Check its digits; if they are right, list another area, or add the code to the area."),
        )
