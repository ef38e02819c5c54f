"""News is taken down when it is over.

An alert stands first on its page, before anything else. News that has passed hides what is true today, and people stop
reading alerts.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    alert:
      text: In November we meet upstairs, in the reading room.
      until: 2026-11-30
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    alert:
      text: In October we meet upstairs, in the reading room.
      until: 2026-10-31
```

## How to mend it

Take the alert out, or type the day until which it holds now. Pages leave it out by themselves once that day has passed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.choice import Status
from generator.problems import Level
from generator.words import say

ID = "alert-over"
LEVEL = Level.NOTICE


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each alert whose last day has passed; one that belongs to a pause is told by `pause-explained`."""
    for where, listing in subject.listings():
        if listing.alert and listing.alert.until and listing.alert.until < subject.today:
            if listing.status is Status.PAUSED:
                continue
            yield Finding(
                (*where, "alert", "until"),
                say("The alert was to be shown until {day}, and that has passed.", day=listing.alert.until),
                say("Take the whole 'alert' out, or type a later day."),
            )
