"""Times are such as people keep.

A group at 7 is in the evening for whoever typed it, and in the morning for whoever reads it: the door is locked, and
somebody goes home. A group that begins at night or lasts longer than eight hours is mostly a slip between the two halves of
the day. Services may be open at any hour; only one that is open for more than eighteen hours and not for all 24 is asked about.

## Passes

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    joining: drop_in
    location: {name: The Mill, address: 1 Mill Street}
```

## Is told

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule: Tuesday 18:30-08:00
    joining: drop_in
    location: {name: The Mill, address: 1 Mill Street}
```

## How to mend it

Type times of the whole day, 00:00 to 24:00, or with am and pm: `Tuesday 6.30pm-8pm`. What is open day and night is typed
as `24 hours`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from generator.checks.finding import Finding, Subject
from generator.model.choice import Kind
from generator.problems import Level
from generator.words import Words, say

ID = "likely-times"
LEVEL = Level.WARNING

LONGEST = {Kind.GROUP: 8 * 60, Kind.SERVICE: 18 * 60}
"""Minutes from beginning to end."""
NIGHT_ENDS = time(5, 30)
DAY = 24 * 60


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each line of a schedule whose hours are most likely a slip."""
    for where, listing in subject.listings():
        for index, schedule in enumerate(listing.schedule):
            opens, closes = schedule.when.opens_at, schedule.when.closes_at
            if opens is None:
                continue
            seen = _unlikely(listing.kind, opens, closes)
            if seen:
                yield Finding(
                    (*where, "schedule", index),
                    seen,
                    say("Type the hours of the whole day, as in 18:30-20:00, or with am and pm, as in 6.30pm-8pm."),
                )


def _unlikely(kind: Kind, opens: time, closes: time | None) -> Words | None:
    long = _minutes(opens, closes) if closes else 0
    if long > LONGEST[kind]:
        return say(
            "From {begin} to {end} is {hours} hours.", begin=_clock(opens), end=_clock(closes), hours=round(long / 60)
        )
    if kind is Kind.GROUP and opens < NIGHT_ENDS:
        return say("This begins at night, at {begin}.", begin=_clock(opens))
    return None


def _minutes(opens: time, closes: time) -> int:
    """How long it lasts; what ends before it begins ends on the next day."""
    long = (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
    return long if long > 0 else long + DAY


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""
