"""One thing that is wrong with a file of data, said so that whoever made it can mend it.

>>> found = Finding("services.json", "service 'Tea' > schedules[0]", "byday", "byday", say("'BANANA' is not a day."))
>>> print(found.in_words(str))
services.json: service 'Tea' > schedules[0] > byday: 'BANANA' is not a day. (byday)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.words import Words, say

__all__ = ["Finding", "say"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Where it is, which rule it breaks, and in words what was seen and what should stand there."""

    file: str
    record: str
    """The object, by its kind and name and the way to it; empty where it is the whole file."""
    field: str
    rule: str
    message: Words
    is_error: bool = True
    """False for what is allowed and yet hardly meant."""

    def in_words(self, spoken: Callable[[Words], str]) -> str:
        """All of it on one line."""
        place = " > ".join(part for part in (self.record, self.field) if part)
        sentence = " ".join(spoken(self.message).split())
        return f"{self.file}: {f'{place}: ' if place else ''}{sentence} ({self.rule})"
