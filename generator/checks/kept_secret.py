"""A confidential place is given away nowhere.

Some houses are safe because nobody can find them. The place itself can hold no street then, but a sentence, a link to a map
or the address of the office next door can say it all the same. So the texts and links of a listing with a confidential place
are looked through for what would lead to a door.

## Passes

```yaml
services:
  - id: safe-house
    name: Safe House
    summary: A house to stay in for some weeks. You hear where it is when you call.
    location: {city: Lantern Bay, confidential: yes}
    contact: {phones: 988}
```

## Is refused

```yaml
services:
  - id: safe-house
    name: Safe House
    summary: A house to stay in for some weeks, at 14 Mill Street behind the bakery.
    location: {city: Lantern Bay, confidential: yes}
    contact: {phones: 988}
```

## How to mend it

Take the street, the number, the map or the postal code out, and tell in `contact` whom to call. Then tell those who keep
copies: what was published once may stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.finding import Finding, Subject, Where
from generator.model.contact import Contact
from generator.model.listing import Listing
from generator.model.place import Location
from generator.model.texts import texts
from generator.problems import Level
from generator.words import say

ID = "kept-secret"
# What was published once stays known: this cannot wait for somebody to look at warnings.
LEVEL = Level.ERROR

_STREET = re.compile(
    r"\b\d{1,5}[a-z]?,?\s+(?:[A-Z][\w'’.-]*\s+){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Terrace|Square|Sq|Boulevard|Blvd|Close|Row|Hill"
    r"|Crescent|Gardens|Quay|Wharf|Parade|Highway|Hwy)\b\.?|\b(?:corner|junction) of [A-Z]",
)
_COORDINATES = re.compile(r"-?\b\d{1,3}\.\d{3,}\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}\b")
_MAPS = re.compile(
    r"(?:^|\.)(?:google\.[a-z.]+|goo\.gl|openstreetmap\.org|osm\.org|bing\.com|waze\.com|what3words\.com|w3w\.co|mapquest\.com|here\.com)$",
    re.IGNORECASE,
)
_MAP_PATH = re.compile(r"map|geo:|[?&]q=|@-?\d", re.IGNORECASE)
_THREE_WORDS = re.compile(r"///[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each text or link of a listing that would lead to its confidential place."""
    for where, listing in subject.listings():
        place = subject.directory.location_of(listing)
        if place is None or not place.confidential:
            continue
        for inner, text in texts(listing):
            leak = _leak(text)
            if leak:
                yield Finding(
                    (*where, *inner),
                    say("'{seen}' would lead to a place that is confidential.", seen=leak),
                    say("Take it out here, and let people ask for the way when they call."),
                )
        for inner, address in _links(listing):
            if is_map(address):
                yield Finding(
                    (*where, *inner),
                    say("This link shows a place that is confidential on a map."),
                    say("Take it out, and let people ask for the way when they call."),
                )


def is_map(address: str) -> bool:
    """Whether a web address opens a map.

    >>> is_map("https://www.openstreetmap.org/#map=18/43.2/-69.0"), is_map("https://example.org/map-of-feelings")
    (True, False)
    """
    parts = urlsplit(address)
    rest = f"{parts.path}?{parts.query}#{parts.fragment}"
    return bool(_MAPS.search(parts.hostname or "")) and bool(_MAP_PATH.search(rest) or "map" in (parts.hostname or ""))


def _leak(text: str) -> str:
    for pattern in (_STREET, _COORDINATES, _THREE_WORDS):
        found = pattern.search(text)
        if found:
            return found[0]
    return ""


def _links(listing: Listing) -> Iterator[tuple[Where, str]]:
    contact: Contact | None = listing.contact
    for field in ("website", "form"):
        address = getattr(contact, field, None)
        if address:
            yield ("contact", field), address
    if isinstance(listing.location, Location) and listing.online and listing.online.url:
        yield ("online", "url"), listing.online.url
