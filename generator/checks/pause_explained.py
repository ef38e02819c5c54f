"""A pause says what it is about.

"Paused" alone leaves people guessing: is it over for good, is it about me, when can I come again? A line of news says why
there is a break and when it goes on, or that nobody knows yet.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    status: paused
    alert:
      text: We take a break while the library is painted, and meet again in the middle of January.
      until: 2027-01-19
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    status: paused
```

## How to mend it

Add an `alert` with a sentence of news, and with `until` if you know how long the pause is. If it is on again, type
`status: active`; if it will not come back, `status: ended`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.choice import Status
from generator.problems import Level
from generator.words import say

ID = "pause-explained"
LEVEL = Level.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each paused listing without news, or with news that is over."""
    for where, listing in subject.listings():
        if listing.status is not Status.PAUSED:
            continue
        if listing.alert is None:
            yield Finding(
                (*where, "status"),
                say("It is paused, but nothing says why or until when."),
                say("Add an 'alert' with a 'text', as in: text: We are back in the middle of January."),
            )
        elif listing.alert.until and listing.alert.until < subject.today:
            yield Finding(
                (*where, "alert", "until"),
                say("The pause was to end on {day}, and that has passed.", day=listing.alert.until),
                say("Type 'status: active' and take the alert out, or type a later day if the pause goes on."),
                Level.NOTICE,
            )
