"""What to say of a field that does not exist: which one was most likely meant, and where it belongs.

>>> message, hint = unknown_key("sumary", ["id", "name", "summary"])
>>> print(message, hint)
There is no field called 'sumary' here. Did you mean 'summary'?
>>> print(unknown_key("phone", ["id", "contact"], {"contact": ["name", "phones"]})[1])
Type it under 'contact:', two spaces further in, as: phones
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from generator.words import Words, say

FEW = 12
"""So many names are listed where no better advice is to be had."""

LONGEST_SHOWN = 60

# Other words that people type, with the field that they mean; after a point, a field inside that one.
OTHER_WORDS: Mapping[str, Sequence[str]] = {
    "accessible": ("location.accessibility",),
    "address": ("location.address",),
    "age": ("eligibility.minimum_age",),
    "ages": ("eligibility.minimum_age",),
    "aka": ("alternate_names",),
    "area": ("areas", "area_served"),
    "category": ("goals",),
    "date": ("when", "schedule"),
    "day": ("when", "schedule"),
    "days": ("when", "schedule"),
    "e_mail": ("email", "contact.email"),
    "fee": ("cost",),
    "hours": ("when", "schedule"),
    "language": ("languages",),
    "link": ("website", "contact.website"),
    "mail": ("email", "contact.email"),
    "mobile": ("phones", "contact.phones"),
    "organisation": ("organization",),
    "phone": ("phones", "contact.phones"),
    "place": ("location",),
    "postcode": ("postal_code", "location.postal_code"),
    "price": ("cost",),
    "run_by": ("organization",),
    "step_free": ("location.accessibility",),
    "tags": ("goals", "keywords"),
    "tel": ("phones", "contact.phones"),
    "telephone": ("phones", "contact.phones"),
    "time": ("when", "schedule"),
    "times": ("when", "schedule"),
    "title": ("name",),
    "topics": ("goals",),
    "url": ("website", "contact.website"),
    "venue": ("location",),
    "web": ("website", "contact.website"),
    "when": ("schedule",),
    "where": ("location",),
    "who": ("eligibility",),
    "zip": ("postal_code", "location.postal_code"),
    "zip_code": ("postal_code", "location.postal_code"),
}

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def unknown_key(
    key: str, known: Sequence[str], inside: Mapping[str, Sequence[str]] | None = None
) -> tuple[Words, Words]:
    """What was seen and what to type, given the fields that may stand here and those inside each of them."""
    message = say("There is no field called '{seen}' here.", seen=key[:LONGEST_SHOWN])
    parent, _, field = meant(key, known, inside or {}).rpartition(".")
    if parent:
        hint = say("Type it under '{parent}:', two spaces further in, as: {field}", parent=parent, field=field)
    elif field:
        hint = say("Did you mean '{near}'?", near=field)
    elif len(known) <= FEW:
        hint = say("Take it out, or use one of these: {known}.", known=", ".join(known))
    else:
        hint = say("Take it out, or look up in the manual how this field is called.")
    return message, hint


def meant(key: str, known: Sequence[str], inside: Mapping[str, Sequence[str]]) -> str:
    """The field that was most likely meant: `summary`, or inside another field `contact.phones`; empty if none is near."""
    plain = key.strip().lower().replace(" ", "_").replace("-", "_")[:LONGEST_SHOWN]
    nested = {f"{parent}.{field}": field for parent, fields in inside.items() for field in fields}
    if plain in known:
        return plain
    for other in OTHER_WORDS.get("day" if plain in WEEKDAYS else plain, ()):
        if other in known or other in nested:
            return other
    exact = next((path for path, field in nested.items() if field == plain), None)
    if exact:
        return exact
    if near := get_close_matches(plain, known, n=1, cutoff=0.7):
        return near[0]
    if near := get_close_matches(plain, nested.values(), n=1, cutoff=0.8):
        return next(path for path, field in nested.items() if field == near[0])
    return next(iter(get_close_matches(plain, known, n=1, cutoff=0.65)), "")
