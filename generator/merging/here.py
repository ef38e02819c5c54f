"""What stands in the directory now: each entry of each list, with its values and its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.editing.files import Files
from generator.merging.values import Plain, plain
from generator.model.directory import SECTIONS
from generator.source.outline import LIST, MAPPING, Item

LISTINGS = ("groups", "services", "worksheets")
"""Sections that share one set of ids."""
MOVABLE = ("groups", "services")
"""An import may have called a group a service; whoever moves it to the other list keeps it the same record."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry where it stands."""

    path: Path
    section: str
    index: int
    item: Item
    in_brackets: bool
    """Whether the list stands in brackets, on one line."""
    values: Mapping[str, Plain]


class Here:
    """The entries of a directory by section and id."""

    def __init__(self, files: Files) -> None:
        self._found: dict[tuple[str, str], Standing] = {}
        self._named: dict[tuple[str, str], list[Standing]] = {}
        for identity, standing in _standings(files):
            if self._found.setdefault((standing.section, identity), standing) is standing:
                self._named.setdefault((standing.section, folded(standing.values.get("name"))), []).append(standing)

    def find(self, section: str, identity: str) -> Standing | None:
        """The entry; a group is also found among the services, and the other way round."""
        sections = (section, *MOVABLE) if section in MOVABLE else (section,)
        found = (self._found.get((one, identity)) for one in sections)
        return next((standing for standing in found if standing is not None), None)

    def named(self, section: str, name: str) -> Standing | None:
        """The one entry of a section with this name, whatever its id; None if there is none, or several."""
        found = self._named.get((section, folded(name)), [])
        return found[0] if len(found) == 1 and folded(name) else None

    def names(self, section: str, field: str = "name") -> dict[str, str]:
        """A text of each entry of a section by its id, where it has one."""
        return {
            identity: text
            for (one, identity), standing in self._found.items()
            if one == section and isinstance(text := standing.values.get(field), str)
        }

    def taken(self, section: str) -> set[str]:
        """The ids that a new entry of this section cannot have."""
        pool = LISTINGS if section in LISTINGS else (section,)
        return {identity for one, identity in self._found if one in pool}

    def ids(self) -> set[tuple[str, str]]:
        """Everything that can be referred to."""
        return set(self._found)


def folded(name: Plain | None) -> str:
    """A name without what differs between two ways of typing it.

    >>> folded("  Corner   House ")
    'corner house'
    """
    return " ".join(name.casefold().split()) if isinstance(name, str) else ""


def _standings(files: Files) -> Iterator[tuple[str, Standing]]:
    for path, root in files.shapes.items():
        for section in SECTIONS:
            rows = root.get(section)
            for index, item in enumerate(rows.items if rows is not None and rows.kind == LIST else ()):
                values = plain(item.value)
                identity = values.get("id") if item.value.kind == MAPPING and isinstance(values, dict) else None
                if isinstance(identity, str) and isinstance(values, dict) and rows is not None:
                    yield identity.strip(), Standing(path, section, index, item, bool(rows.style), values)
