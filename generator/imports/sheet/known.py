"""What the directory has already, so that a name in a spreadsheet can lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """Names by their ids, of each section that a column may speak of."""

    goals: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    locations: Mapping[str, str] = field(default_factory=dict)
    streets: Mapping[str, str] = field(default_factory=dict)
    """Street and number of a place, by its id."""


def id_of(text: str, names: Mapping[str, str]) -> str:
    """The id that is meant: an id as it stands, or the name of one thing alone; empty if it is neither.

    >>> id_of("Old  town", {"old-town": "Old Town", "harbor": "Harbor"}), id_of("Town", {"old-town": "Old Town"})
    ('old-town', '')
    """
    typed = " ".join(text.split())
    if typed in names:
        return typed
    found = [identity for identity, name in names.items() if name.casefold() == typed.casefold()]
    return found[0] if len(found) == 1 else ""
