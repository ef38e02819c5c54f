"""People are listed by first name or role.

A page about a group is read by employers, neighbours and whoever somebody hides from. Who answers the phone for a group of
people with a shared experience often shares it, and a full name on the web stays there for good. A first name, a letter
after it, or what somebody does is enough to ask for.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {name: Rosa M., role: Host of the group, phones: 988}
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact: {name: Rosa Martinez, phones: 988}
```

## How to mend it

Type the first name alone, or move what somebody does to `role`. If it is the name of a desk or a team, begin it with "The".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding, Subject
from generator.model.contact import Contact
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.organization import Organization
from generator.model.place import Location
from generator.problems import Level
from generator.words import say

ID = "first-names"
LEVEL = Level.WARNING

# Words by which one sees that a name is that of a desk, not of a person.
_DESK = re.compile(
    r"\b(?:the|a|an|our|desk|team|office|house|home|line|lines|service|services|centre|center|group|groups|reception|staff|"
    r"helpline|hotline|warmline|hosts?|greeters?|volunteers?|coordinators?|manager|workers?|nurses?|advis[eo]rs?|clinic|"
    r"library|church|club|crew|people|peers?|support|front|intake|duty|admin|administrator|secretary|board|project)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Rev|Revd|Fr|Sr|Pastor|Father|Sister)\.?\s+[^\W\d_]", re.IGNORECASE
)
# Two words that begin with a capital, the second longer than an initial; a small word may stand between ("van", "de la").
_FULL = re.compile(
    r"^[^\W\d_]+(?:-[^\W\d_]+)*\.?(?:\s+[^\W\d_]\.?)*(?:\s+(?!(?:and|or|und|y|et)\b)[a-zà-ÿ]{2,3})*\s+[^\W\d_]['’]?[^\W\d_][\w'’-]+$"
)


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each name of a contact, or of who checked an entry, that looks like a full one."""
    known = _known(subject)
    for where, part in subject.everything():
        contact = part.contact if isinstance(part, (Listing, Organization)) else None
        if isinstance(contact, Contact) and contact.name and is_full_name(contact.name, known):
            yield _finding((*where, "contact", "name"), contact.name)
        if isinstance(part, Entry) and part.verified_by and is_full_name(part.verified_by.partition(",")[0], known):
            yield _finding((*where, "verified_by"), part.verified_by)


def _known(subject: Subject) -> Sequence[str]:
    """What organizations, groups, services and places are called, in small letters and in order."""
    named = [part for _, part in subject.everything() if isinstance(part, (Entry, Organization, Location))]
    names = {name for part in named for name in (part.name, *getattr(part, "alternate_names", ())) if name}
    return sorted({name.casefold() for name in names})


def is_full_name(name: str, known: Sequence[str] = ()) -> bool:
    """Whether this looks like somebody's first and last name; a name in `known`, or the beginning of one, is no person's.

    `known` are names in small letters, in order.

    >>> [is_full_name(name) for name in ("Rosa Martinez", "Rosa", "Rosa M.", "Front desk", "Dr Okafor")]
    [True, False, False, False, True]
    """
    name = name.strip()
    if _TITLED.search(name):
        return True
    place = bisect_left(known, name.casefold())
    if place < len(known) and known[place].startswith(name.casefold()):
        return False
    words = name.split()
    return bool(_FULL.match(name)) and words[0][0].isupper() and words[-1][0].isupper() and not _DESK.search(name)


def _finding(where: tuple[str | int, ...], name: str) -> Finding:
    return Finding(
        where,
        say("'{name}' looks like a full name, and this page is public.", name=name),
        say("Type the first name only, or what this person does: {first}", first=_first(name)),
    )


def _first(name: str) -> str:
    return "Host of the group" if _TITLED.search(name) else name.split(maxsplit=1)[0]
