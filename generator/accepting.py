"""Which findings curators have accepted, each with a reason in the file; and which acceptances no longer accept anything.

Only warnings and notices can be accepted: what would mislead a visitor has to be mended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from generator.checks.finding import Check, Finding, Subject, Where
from generator.model.accepted import Accepted
from generator.problems import Level
from generator.words import Words, say

ID = "accepted"

Told = tuple[str, Level, Finding]
"""The name of a check, how bad its finding is, and the finding."""


def not_accepted(found: Iterable[Told], subject: Subject, checks: Sequence[Check]) -> Iterator[Told]:
    """The findings that are to be shown, and after them what is wrong with the acceptances themselves."""
    accepted = dict(_accepted(subject))
    used: set[Where] = set()
    errors: dict[Where, set[str]] = defaultdict(set)
    for check, level, finding in found:
        entry = finding.where[:2]
        wheres = [where for where, one in accepted.get(entry, ()) if one.check == check]
        if wheres and level is not Level.ERROR:
            used.update(wheres)
            continue
        errors[entry].add(check)
        yield check, level, finding
    names = [check.ID for check in checks]
    for entry, rows in accepted.items():
        for where, one in rows:
            if where not in used:
                yield _useless(where, one, names, is_error=one.check in errors[entry])


def _accepted(subject: Subject) -> Iterator[tuple[Where, list[tuple[Where, Accepted]]]]:
    for where, part in subject.everything():
        rows = getattr(part, "accepted", None) or ()
        if rows:
            yield where, [((*where, "accepted", index), one) for index, one in enumerate(rows)]


def _useless(where: Where, one: Accepted, names: Sequence[str], *, is_error: bool) -> Told:
    if one.check not in names:
        message = say("There is no check called '{name}'.", name=one.check)
        return ID, Level.ERROR, Finding((*where, "check"), message, _nearest(one.check, names))
    if is_error:
        message = say("An error of '{name}' cannot be accepted.", name=one.check)
        return ID, Level.ERROR, Finding(where, message, say("Mend it, and take this out."))
    message = say("Nothing is left here that '{name}' would say.", name=one.check)
    return ID, Level.NOTICE, Finding(where, message, say("Take this out, so that the check can speak again."))


def _nearest(name: str, names: Sequence[str]) -> Words:
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return say("Did you mean '{near}'?", near=near[0])
    return say("Type the name that stands in round brackets at the end of the line you want to accept.")
