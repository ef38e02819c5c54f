"""What changed between two states of a file: which entries mean something else, and which only look different.

A file of thousands of entries is not read anew for each of its states. It is cut into its entries by their dashes; only
those whose text is another are read and typed, and what they mean is compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from generator.model.directory import SECTIONS
from generator.model.text import slug
from generator.source.builder import Builder
from generator.source.events import fastest_events

ENTRIES = ("groups", "services", "worksheets")
NO_CHANGE_OF_MEANING = frozenset({"verified", "verified_by", "accepted"})
"""Fields that only say that somebody looked at it."""

Meanings = Mapping[str, str]
"""What each entry means, in a short form that is the same for the same meaning; by the entry's id."""

Row = tuple[str, str]
"""The text of one entry, below the name of its section."""

Differences = dict[str, tuple[str | None, str | None]]
"""By the id of an entry, what it meant before and after; None where it was not there."""

# They begin with the end of a line, for which Python looks much faster than for the beginning of one.
_SECTION = re.compile(rf"\n['\"]?({'|'.join(ENTRIES)})['\"]?[ \t]*:")
_NEXT_SECTION = re.compile(r"\n(?=[^\s#\-])")
_FIRST_DASH = re.compile(r"\n *-(?=[ \n])")


class _Unclear(Exception):
    """The text cannot be cut into its entries by their dashes."""


def rows(text: str) -> Sequence[Row]:
    """The text of each entry, with the name of its section.

    >>> rows("groups:\\n  - id: a\\n    name: A\\n  - id: b\\nareas:\\n  - id: c\\n")
    [('groups', '  - id: a\\n    name: A'), ('groups', '  - id: b')]
    """
    found = []
    text = f"\n{text}"
    for section in _SECTION.finditer(text):
        after = _NEXT_SECTION.search(text, section.end())
        body = text[section.end() : after.start() if after else len(text)]
        dash = _FIRST_DASH.search(body)
        if dash is not None:
            found += [(section[1], f"{dash[0][1:]}{row}") for row in body.split(dash[0])[1:]]
        elif body.strip():
            # A list in brackets is kept whole.
            found.append((section[1], body))
    return found


def differences(before: str, after: str, before_rows: Sequence[Row], after_rows: Sequence[Row]) -> Differences:
    """The entries that mean something else in the text after, or stand in one of the two only."""
    try:
        old_rows, new_rows = _other(before_rows, after_rows)
        old, new = _meanings_of(old_rows - new_rows), _meanings_of(new_rows - old_rows)
    except _Unclear:
        old, new = (_meanings_in(text) for text in (before, after))
    both = {name: (old.get(name), new.get(name)) for name in (*old, *new)}
    return {name: (was, now) for name, (was, now) in both.items() if was != now}


def _other(before: Sequence[Row], after: Sequence[Row]) -> tuple[set[Row], set[Row]]:
    """The rows between those at both ends that are the same: mostly one of thousands."""
    first, last = 0, 0
    most = min(len(before), len(after))
    while first < most and before[first] == after[first]:
        first += 1
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return set(before[first : len(before) - last]), set(after[first : len(after) - last])


def _meanings_of(found: set[Row]) -> Meanings:
    meanings: dict[str, str] = {}
    # A text that stands in the list twice is one mistake, whichever of the two is looked at.
    for section, text in sorted(found):
        values = _values(f"{section}:\n{text}").get(section)
        if not isinstance(values, list) or len(values) != 1 or not isinstance(values[0], dict):
            raise _Unclear
        meanings.update([_meaning(section, values[0])])
    return meanings


def _meanings_in(text: str) -> Meanings:
    values = _values(text)
    return dict(
        _meaning(section, row)
        for section in ENTRIES
        if isinstance(typed := values.get(section), list)
        for row in typed
        if isinstance(row, dict)
    )


def _values(text: str) -> Mapping[str, Any]:
    builder = Builder("", text)
    builder.build(fastest_events())
    return builder.value


def _meaning(section: str, row: Mapping[str, Any]) -> tuple[str, str]:
    kind = SECTIONS[section]
    try:
        part: Any = kind.model_validate(row)
    except ValidationError:
        # An older form that is not understood any more: what was typed stands for what was meant.
        typed = {key: value for key, value in row.items() if key not in NO_CHANGE_OF_MEANING}
        return slug(str(row.get("id", ""))), _short(section, typed)
    return part.id, _short(section, part.model_dump(mode="json", exclude=NO_CHANGE_OF_MEANING))


def _short(section: str, values: Mapping[str, Any]) -> str:
    return blake2b(json.dumps([section, values], sort_keys=True).encode(), digest_size=8).hexdigest()
