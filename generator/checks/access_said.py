"""A place says how one gets in.

Somebody who uses a wheelchair, or who cannot manage stairs on a bad day, does not set out on a guess. "Two steps at the
door, no lift" helps; nothing said means staying at home. So each place where people meet says something about access, be it
that nobody knows yet.

## Passes

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule: Tuesday 18:30
    joining: drop_in
    location: {name: The Mill, address: 1 Mill Street, accessibility_note: Two steps at the door and no lift.}
```

## Is told

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule: Tuesday 18:30
    joining: drop_in
    location: {name: The Mill, address: 1 Mill Street}
```

## How to mend it

Go and look, or ask: is there a step, a lift, a toilet one can use, a place to park, is it loud? Type what there is under
`accessibility`, and the rest in words under `accessibility_note`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject, Where
from generator.model.choice import Status
from generator.model.place import Location
from generator.problems import Level
from generator.words import say

ID = "access-said"
# Nobody did wrong, and nobody can mend it at the desk: it is a thing to ask at the next visit.
LEVEL = Level.NOTICE


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each place where people meet that says nothing about getting in; a shared one once."""
    shared = {part.id: where for where, part in subject.everything() if isinstance(part, Location)}
    told: set[Where] = set()
    for where, listing in subject.listings():
        place = subject.directory.location_of(listing)
        if place is None or place.confidential or listing.status is Status.ENDED:
            continue
        at = shared.get(listing.location, where) if isinstance(listing.location, str) else (*where, "location")
        if not place.accessibility and not place.accessibility_note and at not in told:
            told.add(at)
            yield Finding(
                at,
                say("Nothing says how one gets in here."),
                say(
                    "Ask about steps, a lift and a toilet; then add 'accessibility: [step_free]', or 'accessibility_note' in words."
                ),
            )
