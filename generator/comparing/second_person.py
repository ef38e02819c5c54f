"""What no one person should change alone: crisis lines, secret places, where the way out leads. A check cannot know what
is true there, and a mistake or a lie costs most.

>>> [why.value for why in Why]
['crisis', 'given_away', 'secret', 'way_out', 'number']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from generator.comparing.fields import FieldChange
from generator.model.about import About
from generator.model.base import Part
from generator.model.crisis import Crisis
from generator.model.directory import Directory
from generator.model.listing import Listing
from generator.model.place import Location
from generator.words import Words, say


class Why(Enum):
    """Why somebody else has to look at a change before it is taken over; the gravest first."""

    CRISIS = "crisis"
    GIVEN_AWAY = "given_away"
    SECRET = "secret"  # noqa: S105 - a place, and no password
    WAY_OUT = "way_out"
    NUMBER = "number"

    @property
    def needs_second_person(self) -> bool:
        """A number of a listing can be called by whoever looks; for the others two people are needed."""
        return self is not Why.NUMBER

    def words(self, name: str) -> Words:
        """What to look at, and how."""
        if self is Why.CRISIS:
            return say("Crisis lines change. Call or write to each new number before this is taken over.")
        if self is Why.GIVEN_AWAY:
            return say("A place that was kept secret would become public: {name}.", name=name)
        if self is Why.SECRET:
            return say(
                "Something about a place that is kept secret changes: {name}. Make sure that no word of it leads there.",
                name=name,
            )
        if self is Why.WAY_OUT:
            return say('"Leave this site" leads elsewhere. Open the new address, and make sure that it is harmless.')
        return say("A number to call or text changes: {name}. Call it before this is taken over.", name=name)


_NUMBERS = frozenset({"contact", "contact.phones", "contact.text", "online", "online.phone", "online.phone.number"})
_ROUTINE = frozenset({"verified", "verified_by", "review_every"})
"""What a look at the calendar changes; it tells nothing about a place."""
_WAY_OUT = ("leave_url", "leave_button", "leave_on")


def reasons(
    old: Part | None, new: Part | None, fields: Sequence[FieldChange], before: Directory, after: Directory
) -> tuple[Why, ...]:
    """Why this change needs more than one look, each reason once; `fields` are the ones that differ."""
    return tuple(dict.fromkeys(_reasons(old, new, fields, before, after)))


def _reasons(
    old: Part | None, new: Part | None, fields: Sequence[FieldChange], before: Directory, after: Directory
) -> Iterator[Why]:
    if isinstance(new, Crisis) and fields:
        yield Why.CRISIS
    was, now = _is_secret(old, before), _is_secret(new, after)
    told = any(field.path not in _ROUTINE for field in fields)
    if was and new is not None and not now:
        yield Why.GIVEN_AWAY
    elif (was and (told or new is None)) or (now and old is None):
        yield Why.SECRET
    if isinstance(new, About) and any(field.path in _WAY_OUT for field in fields):
        yield Why.WAY_OUT
    if any(field.path in _NUMBERS and field.after for field in fields):
        yield Why.NUMBER


def _is_secret(part: Part | None, directory: Directory) -> bool:
    """Whether it is, or takes place at, somewhere whose address is given only to those who call."""
    place = directory.location_of(part) if isinstance(part, Listing) else part
    return isinstance(place, Location) and place.confidential
