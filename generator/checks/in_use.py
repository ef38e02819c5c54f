"""What is listed to choose from leads somewhere.

A goal or an area without a single listing is a door that opens on a wall: somebody picks what matters to them, and finds an
empty page. An organization, a location or an audience that nobody refers to is mostly left over, or its id is misspelt
somewhere.

## Passes

```yaml
goals:
  - {id: work, name: Work, summary: Finding work or keeping it.}
groups:
  - {id: job-club, name: Job Club, summary: Letters and tea., goals: [work], contact: {phones: 988}}
```

## Is told

```yaml
goals:
  - {id: work, name: Work, summary: Finding work or keeping it.}
  - {id: music, name: Music, summary: Playing and listening.}
groups:
  - {id: job-club, name: Job Club, summary: Letters and tea., goals: [work], contact: {phones: 988}}
```

## How to mend it

Add what belongs to it, or take it out until there is something. If it is meant to be used already, look for its id: it may
be typed otherwise where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.choice import Status
from generator.model.listing import Listing
from generator.problems import Level
from generator.words import say

ID = "in-use"
# A new town writes its goals before it has listings for all of them.
LEVEL = Level.NOTICE

SECTIONS = ("goals", "areas", "audiences", "organizations", "locations")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each goal, area, audience, organization and location that no entry refers to."""
    # Where a file or an entry could not be read, what it refers to is not known.
    if not subject.is_complete or subject.partly or not any(True for _ in subject.listings()):
        return
    used = set(_used(subject))
    # A listing that names no area serves all of them.
    everywhere = any(not listing.areas and listing.status is not Status.ENDED for _, listing in subject.listings())
    for where, part in subject.everything():
        section, name = str(where[0]), getattr(part, "id", None)
        if section not in SECTIONS or not name or (section == "areas" and everywhere):
            continue
        if (section, name) not in used:
            yield Finding(
                (*where, "id"),
                say("Nothing here refers to '{id}'.", id=name),
                say("Add what belongs to it, or take it out until there is something."),
            )


def _used(subject: Subject) -> Iterator[tuple[str, str]]:
    for _, entry in subject.entries():
        if isinstance(entry, Listing) and entry.status is Status.ENDED:
            # Its page still names them, but nobody is led to it from there.
            continue
        yield from (("goals", goal) for goal in entry.goals)
        if isinstance(entry, Listing):
            yield from (("areas", area) for area in entry.areas)
            yield from (("audiences", audience) for audience in entry.eligibility.audiences)
            if entry.organization:
                yield "organizations", entry.organization
            if isinstance(entry.location, str):
                yield "locations", entry.location
