"""Every id that is referred to stands somewhere.

A listing names its goals, areas, organization, location and worksheets by their ids. Where such an id leads nowhere, a
person who looks under that goal does not find the group, and a page offers a link to nothing.

## Passes

```yaml
goals:
  - id: coping
    name: Coping day by day
    summary: Ways to get through hard days.
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    goals: [coping]
```

## Is refused

```yaml
goals:
  - id: coping
    name: Coping day by day
    summary: Ways to get through hard days.
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    goals: [copping]
```

## How to mend it

Type the id as it stands in its own section. If nothing of that kind is there yet, add it there first.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.finding import SECTIONS, Finding, Subject, Where
from generator.model.base import Part
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.taxonomy import Area
from generator.model.worksheet import Worksheet
from generator.problems import Level
from generator.words import Words, say

ID = "known-reference"
LEVEL = Level.ERROR

FEW = 8
ENTRIES = ("groups", "services", "worksheets")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each id that leads nowhere, or back to where it stands."""
    known = {section: {typed for _, typed in subject.ids(section)} for section in SECTIONS}
    likely = {section: known[section] | subject.likely_ids.get(section, set()) for section in SECTIONS}
    for where, part in subject.everything():
        own = getattr(part, "id", None)
        for path, referred, sections in references(part):
            if referred == own and where[0] in sections:
                yield Finding((*where, *path), say("'{id}' refers to itself here.", id=referred), say("Take it out."))
            elif subject.is_complete and not any(referred in likely[section] for section in sections):
                yield _unknown((*where, *path), referred, sections, known)


def references(part: Part) -> Iterator[tuple[Where, str, tuple[str, ...]]]:
    """Each id that a part refers to: where it stands in the part, the id, and the sections that may hold it."""
    if isinstance(part, Area):
        yield from _each("neighbors", part.neighbors, "areas")
    if isinstance(part, Entry):
        yield from _each("goals", part.goals, "goals")
        yield from _each("related", part.related, *ENTRIES)
    if isinstance(part, Listing):
        if part.organization:
            yield ("organization",), part.organization, ("organizations",)
        yield from _each("areas", part.areas, "areas")
        for where, referred, sections in _each("audiences", part.eligibility.audiences, "audiences"):
            yield ("eligibility", *where), referred, sections
        if isinstance(part.location, str):
            yield ("location",), part.location, ("locations",)
        yield from _each("worksheets", part.worksheets, "worksheets")
    if isinstance(part, Worksheet) and part.next:
        yield ("next",), part.next, ("worksheets",)


def _each(field: str, ids: tuple[str, ...], *sections: str) -> Iterator[tuple[Where, str, tuple[str, ...]]]:
    for index, referred in enumerate(ids):
        yield (field, index), referred, sections


def _unknown(where: Where, referred: str, sections: tuple[str, ...], known: dict[str, set[str]]) -> Finding:
    there = " / ".join(f"{section}:" for section in sections)
    elsewhere = next((section for section in SECTIONS if referred in known[section]), None)
    if elsewhere:
        message = say("The id '{id}' stands under '{elsewhere}:', not under '{there}'.",
                      id=referred, elsewhere=elsewhere, there=there)  # fmt: skip
    else:
        message = say("Nothing under '{there}' has the id '{id}'.", there=there, id=referred)
    ids = sorted(set().union(*(known[section] for section in sections)))
    if elsewhere in ENTRIES and sections == ("worksheets",):
        return Finding(where, message, say("Type it under 'related', where all kinds of listings may stand."))
    return Finding(where, message, _way_out(referred, there, ids))


def _way_out(referred: str, there: str, ids: list[str]) -> Words:
    near = get_close_matches(referred, ids, n=1, cutoff=0.6)
    if near:
        return say("Did you mean '{near}'?", near=near[0])
    if ids and len(ids) <= FEW:
        return say("Type one of these: {ids}.", ids=", ".join(ids))
    if ids:
        return say("Type an id that stands there, or add it there first.")
    return say("Add it under '{there}' first, or take this out.", there=there)
