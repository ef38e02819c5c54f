"""Everything was looked at not long ago.

Times change, rooms move, people leave. A visitor who stands before a locked door once may not try a second time, so each
listing says when somebody last made sure that all of it is true, and how long that holds: as long as `review_every` in the
listing says, or else the one under `directory:` (6 months, if none is typed). A worksheet is asked for its date only where
it has one.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {phones: 988}
    verified: 2026-10-04
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {phones: 988}
    verified: 2026-01-15
```

A date that is still to come is refused: nobody can have looked at it yet.

## How to mend it

Ask somebody who knows the listing whether all of it is still true, change what is not, and type today's date as `verified`.
Never change the date without having asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.choice import Status
from generator.model.listing import Listing
from generator.problems import Level
from generator.words import say

ID = "review-due"
LEVEL = Level.NOTICE


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each entry that nobody has checked for too long, or that says so of a day still to come."""
    if not subject.has_head:
        return
    about, today = subject.directory.about, subject.today
    for where, entry in subject.entries():
        is_over = isinstance(entry, Listing) and entry.status is Status.ENDED
        rhythm = entry.review_every or about.review_every
        if entry.verified is None:
            if isinstance(entry, Listing) and not is_over:
                yield Finding(
                    where,
                    say("Nothing says when this was last checked."),
                    say("Ask somebody who knows whether all of it is true; then add 'verified: {today}'.", today=today),
                )
        elif entry.verified > today:
            yield Finding(
                (*where, "verified"),
                say("It cannot have been checked on {day}: that day is still to come.", day=entry.verified),
                say("Type the day on which somebody really checked it, as in: {today}.", today=today),
                Level.ERROR,
            )
        elif rhythm.after(entry.verified) <= today and not is_over:
            yield Finding(
                (*where, "verified"),
                say(
                    "It was last checked on {day}, more than {rhythm} ago.", day=entry.verified, rhythm=rhythm.in_words
                ),
                say("Ask whether all of it is still true; then type 'verified: {today}'.", today=today),
            )
