"""Every id stands once.

The id of a listing is its address on the site, the name of its file and the name under which other listings, printed
sheets and bookmarks know it. If two listings have the same id, a person who scans the code on a leaflet for one group may
be sent to another one. Groups, services and worksheets share one set of names; goals, areas, audiences, organizations and
locations have a set of their own each.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
  - id: tuesday-walkers
    name: Tuesday Walkers
    summary: A slow walk by the water.
```

## Is refused

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
  - id: tuesday-talkers
    name: Tuesday Walkers
    summary: A slow walk by the water.
```

## How to mend it

If the same thing was typed twice, take one of the two out. If they are two things, give the newer one another id: the
older one may already be printed somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import SECTIONS, Finding, Subject, Where
from generator.problems import Level
from generator.words import say

ID = "unique-id"
LEVEL = Level.ERROR

SHARED = ("groups", "services", "worksheets")
POOLS = (SHARED, *((section,) for section in SECTIONS if section not in SHARED))


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each id that stood before, at its later place, naming both."""
    for pool in POOLS:
        first: dict[str, Where] = {}
        taken = {typed for _, typed in subject.ids(*pool)}
        for where, typed in subject.ids(*pool):
            if typed not in first:
                first[typed] = where
                continue
            twin = subject.place(first[typed])
            free = _free(typed, taken)
            taken.add(free)
            yield Finding(
                where,
                say(
                    "The id '{id}' stands twice: here and in {path}, line {line}.",
                    id=typed,
                    path=twin.path,
                    line=twin.line,
                ),
                say(
                    "Give this one another id, such as {free}; if it is the same thing twice, take one of them out.",
                    free=free,
                ),
            )


def _free(typed: str, taken: set[str]) -> str:
    number = 2
    while f"{typed}-{number}" in taken:
        number += 1
    return f"{typed}-{number}"
