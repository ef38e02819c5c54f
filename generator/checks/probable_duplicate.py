"""One thing is listed once.

Two listings of one group drift apart: one of them gets the new time, the other goes on sending people to the old one. Two
listings are taken for one and the same when they have the same name, or nearly the same, and the same place; or, where a
place is not known, when no phone number tells them apart.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {phones: (207) 555-0142}
  - id: thursday-talkers
    name: Thursday Talkers
    summary: Tea and talk.
    contact: {phones: (207) 555-0142}
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {phones: (207) 555-0142}
  - id: talkers
    name: The Tuesday Talkers group
    summary: Tea and talk at the library.
    contact: {phones: 207 555 0142}
```

## How to mend it

If it is one thing, keep the better of the two and move into it what only the other one has; several times a week fit in one
`schedule`. If they are two things, let their names tell people which is which, or name one under `related` of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.checks.finding import Finding, Subject, Where
from generator.checks.phone_number import numbers
from generator.model.choice import Status
from generator.model.directory import Directory
from generator.model.listing import Listing
from generator.model.number import ascii_digits
from generator.problems import Level
from generator.words import say

ID = "probable-duplicate"
LEVEL = Level.WARNING

# Words that come and go in a name without making it another one.
FILLING = frozenset({"the", "a", "an", "and", "of", "for", "in", "at", "group", "groups", "meeting", "meetings"})
# Marks in a look-up: a place or number that is not known, and whichever there is.
UNKNOWN, ANY = "", "*"
# How alike two words are that differ by a slip of the keys; "men" and "women" or "morning" and "evening" are less so.
A_SLIP = 0.85
# Two listings with nearly the same name stand near each other once a place's listings are sorted by name.
NEAR_BY_NAME = 12

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Traits:
    """What a listing is recognised by."""

    where: Where
    listing: Listing
    names: tuple[tuple[str, ...], ...]
    phones: frozenset[str]
    place: str


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each listing that looks like one before it, once each."""
    told: set[Where] = set()
    traits = [_traits(where, listing, subject.directory) for where, listing in subject.listings()]
    for older, newer in _pairs([one for one in traits if one.listing.status is not Status.ENDED]):
        if newer.where in told or _are_related(older.listing, newer.listing):
            continue
        told.add(newer.where)
        twin = subject.place(older.where)
        yield Finding(
            newer.where,
            say("This looks like '{name}' in {path}, line {line}.", name=older.listing.name, path=twin.path, line=twin.line),
            say("If it is the same, keep one of them; if not, let the names tell them apart, or add 'related: {id}' here.",
                id=older.listing.id),
        )  # fmt: skip


def _are_related(one: Listing, other: Listing) -> bool:
    return one.id in other.related or other.id in one.related


def _traits(where: Where, listing: Listing, directory: Directory) -> Traits:
    names = {name_key(name) for name in (listing.name, *listing.alternate_names)}
    phones = (
        frozenset(ascii_digits(way.number)[-10:] for _, way in numbers(listing.contact))
        if listing.contact
        else frozenset()
    )
    return Traits(where, listing, tuple(sorted(names)), phones, _place_key(listing, directory))


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name that matter, without accents, in one order.

    >>> name_key("The Café Group")
    ('cafe',)
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("'", "").replace("\u2019", ""))
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return tuple(sorted(word for word in words if word not in FILLING) or sorted(words))


def _place_key(listing: Listing, directory: Directory) -> str:
    place = directory.location_of(listing)
    if place is None:
        return listing.location if isinstance(listing.location, str) else ""
    return " ".join(name_key(" ".join(filter(None, (place.address or place.name, place.city, place.postal_code)))))


def _pairs(traits: list[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Pairs that may be one and the same, the earlier one first; their number grows with the listings, not its square."""
    yield from _same_name(traits)
    sharing: dict[str, list[Traits]] = defaultdict(list)
    for one in traits:
        for mark in (*one.phones, one.place):
            if mark:
                sharing[mark].append(one)
    for neighbours in sharing.values():
        yield from _nearly_same_name(neighbours)


def _same_name(traits: list[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """The first listing of the same name and place; or of the same name, where a place is unknown and no number differs."""
    first: dict[tuple[tuple[str, ...], str, str], Traits] = {}
    for one in traits:
        numbers_or_none = one.phones or {UNKNOWN}
        agreeing = {ANY} if not one.phones else {*one.phones, UNKNOWN}
        for name in one.names:
            if one.place:
                wanted = [(name, one.place, ANY), *((name, UNKNOWN, number) for number in agreeing)]
            else:
                wanted = [(name, ANY, number) for number in agreeing]
            for key in wanted:
                if key in first and first[key] is not one:
                    yield first[key], one
            for place in (one.place or UNKNOWN, ANY):
                for number in (*numbers_or_none, ANY):
                    first.setdefault((name, place, number), one)


def _nearly_same_name(neighbours: list[Traits]) -> Iterator[tuple[Traits, Traits]]:
    by_name = sorted(neighbours, key=lambda one: one.listing.name.casefold())
    for index, one in enumerate(by_name):
        for other in by_name[index + 1 : index + 1 + NEAR_BY_NAME]:
            if not _differ(one, other) and any(_a_slip_apart(a, b) for a in one.names for b in other.names):
                yield (one, other) if one.where <= other.where else (other, one)


def _differ(one: Traits, other: Traits) -> bool:
    """Whether both have a place, or both have numbers, and not the same."""
    other_place = bool(one.place and other.place) and one.place != other.place
    return other_place or (bool(one.phones and other.phones) and not one.phones & other.phones)


def _a_slip_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(a == b or _is_slip(a, b) for a, b in zip(one, other, strict=True))


def _is_slip(one: str, other: str) -> bool:
    if any(letter.isdigit() for letter in one + other) or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other).ratio() >= A_SLIP
