"""Time zones by their name in the IANA database: `America/New_York`.

>>> zone_name("london")
Traceback (most recent call last):
...
generator.model.base.Refused: 'london' is not a time zone. Did you mean 'Europe/London'?
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.base import Refused
from generator.model.text import as_text
from generator.words import say


def zone_name(value: object) -> str:
    """The name of a zone; short names such as EST are refused, because most of them know no summer time."""
    name = as_text(value).strip()
    if name in _zones():
        return name
    message = say("'{seen}' is not a time zone.", seen=name[:60])
    # Of a few letters, such as EST, any guess would be a wild one.
    near = _nearest(name.lower().replace(" ", "_")) if len(name) > 3 else None
    if near:
        raise Refused("time-zone", message, say("Did you mean '{near}'?", near=near))
    raise Refused("time-zone", message, say("Type the nearest big city in the form America/New_York."))


# Asking the system for the names reads hundreds of small files.
@cache
def _zones() -> frozenset[str]:
    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")) | {"UTC"}


def _nearest(name: str) -> str | None:
    by_name = {zone.lower(): zone for zone in sorted(_zones())}
    by_city = {zone.rpartition("/")[2]: full for zone, full in reversed(by_name.items())}
    for known in (by_name, by_city):
        near = get_close_matches(name, known, n=1, cutoff=0.7)
        if near:
            return known[near[0]]
    return None


TimeZoneName = Annotated[
    str,
    BeforeValidator(zone_name),
    WithJsonSchema({"type": "string", "examples": ["America/New_York", "Europe/London"]}),
]
"""A time zone of the IANA database."""
