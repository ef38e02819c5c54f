"""Nothing promises a cure.

Recovery is a person's own way, and nobody can promise where it leads. Who is promised to be cured, and is not, takes it for
their own failing. A town that lists such a promise lends it its name, too. A sentence that denies it ("It is not a cure")
is no promise, and what stands in quotation marks is somebody's own word. Only texts in English are looked at.

## Passes

```yaml
services:
  - id: calm-hour
    name: Calm Hour
    summary: An hour of quiet and breathing. It is not a cure, and many people say that it helps.
    contact: {phones: 988}
```

## Is told

```yaml
services:
  - id: calm-hour
    name: Calm Hour
    summary: Breathing that cures anxiety in six weeks.
    contact: {phones: 988}
```

## How to mend it

Say what happens there, for whom it is, and what people who went say of it, in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.texts import texts
from generator.problems import Level
from generator.words import say

ID = "claims-of-cure"
LEVEL = Level.WARNING

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_CLAIM = re.compile(
    r"\b(?:cur(?:es?|ed|ing)|guaranteed? (?:to (?:work|help|heal|cure)|cure|way out|success|results?|recovery)|miracle (?:cure|healing)|will heal you|heals? you|(?:get|be|become) rid of (?:your )?"
    r"(?:anxiety|depression|voices|illness|addiction)|100 ?% (?:success|effective|recovery)|"
    r"(?:eliminates?|ends?|erases?|banish(?:es)?) (?:your )?(?:anxiety|depression|trauma|addiction|illness|pain)|"
    r"never (?:be|feel) (?:sad|anxious|depressed|ill) again|fix(?:es)? you)\b",
    re.IGNORECASE,
)
# A word shortly before that turns the promise into its opposite; "cured" of meat or ham is nobody's recovery either.
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|cannot|can't|n't|without|nor|instead of|rather than)\b[^.!?]{0,40}$", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each text that promises a cure, at its first promise."""
    if not subject.has_head or not subject.directory.about.language.startswith("en"):
        return
    for where, part in subject.everything():
        for inner, text in texts(part):
            promise = _promise(text)
            if promise:
                yield Finding(
                    (*where, *inner),
                    say("'{words}' promises what nobody can.", words=promise),
                    say("Say what happens there, and what people who went say of it."),
                )


def _promise(text: str) -> str:
    left = _QUOTED.sub(lambda quoted: "\x00" * len(quoted[0]), text)
    for claim in _CLAIM.finditer(left):
        if not _DENIED.search(left[: claim.start()]):
            return claim[0]
    return ""
