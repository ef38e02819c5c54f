"""The sentences of an entry that visitors read, each with its address; names, ids, numbers and links are left out.

>>> from generator.model.taxonomy import Goal
>>> goal = Goal(id="work", name="Work", summary="To find work.", questions=["What did you like doing?"])
>>> list(texts(goal))
[(('summary',), 'To find work.'), (('questions', 0), 'What did you like doing?')]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.base import Part

# What somebody is called, what people type into a search, and what only curators read.
NO_SENTENCES = frozenset(
    {
        "id",
        "name",
        "alternate_names",
        "keywords",
        "icon",
        "city",
        "state_province",
        "address",
        "address_2",
        "postal_code",
    }
    | {"accepted", "verified_by", "author", "based_on", "email", "website", "form", "url", "chat", "source"}
)

Where = tuple[str | int, ...]


def texts(part: Part) -> Iterator[tuple[Where, str]]:
    """Every text of more than one word in it, from top to bottom."""
    for name in type(part).model_fields:
        if name not in NO_SENTENCES:
            yield from _inside(getattr(part, name), (name,))


def _inside(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, Part):
        for inner, text in texts(value):
            yield (*where, *inner), text
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _inside(one, (*where, index))
    elif isinstance(value, str) and " " in value.strip():
        yield where, value
