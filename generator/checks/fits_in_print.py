"""A listing is short enough to be read, and to be printed.

A tired reader takes in a screen, not three, and a pocket booklet gives each listing half a page. What is longer is cut by
nobody: it only crowds the rest. More can stand on the website of the group itself.

## Passes

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    description: We meet upstairs. Nobody has to speak.
    contact: {phones: 988}
```

## Is told

```yaml
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    description: >
      We meet upstairs. Nobody has to speak, and whoever wants to may say a few words about the week at the beginning, while
      the kettle boils. After that we go round, once, without any comments, and everybody may pass. Then there is a pause.
      In the second half we talk about one thing that somebody brought along: a poem, a picture, a question, a piece of news.
      On the last Tuesday of a month we cook together, which takes longer, so please tell us if you cannot stay until nine.
      In summer we sit in the yard, if it is dry, and bring our own chairs, cups and something to share with the others. The
      yard is shared with the choir, so we are quiet after half past eight. In December we meet once only, for a long evening
      with soup, candles and the songs that we have learnt, and our families and friends are welcome to come along on that
      evening too. We began in the year in which the mill closed, with four people and one pot of tea, and some of us have been
      here ever since; others come for a month, or for a single evening, and that is quite as good. We are no experts, we do not
      give advice unless we are asked for it, and what is said in the room stays in the room. There is a lift at the back of the
      house, which makes a noise, and the bell is on the left side of the door, a little lower than one would expect it to be.
    contact: {phones: 988}
```

## How to mend it

Keep what somebody needs to decide whether to come, and what to do then. Move the first evening to `first_visit`, the way in
to `location`, and leave the history to the website.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.problems import Level
from generator.words import say

ID = "fits-in-print"
LEVEL = Level.WARNING

LONGEST = {"description": 1200, "first_visit": 900}
"""Characters; what a half page of a pocket booklet holds beside the facts, with some room."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each description and first visit that is too long."""
    for where, listing in subject.listings():
        for field, most in LONGEST.items():
            length = len(getattr(listing, field) or "")
            if length > most:
                yield Finding(
                    (*where, field),
                    say(
                        "This has {length} characters; {most} are what people read and paper holds.",
                        length=length,
                        most=most,
                    ),
                    say("Keep what somebody needs to decide whether to come; put the rest on the group's own website."),
                )
