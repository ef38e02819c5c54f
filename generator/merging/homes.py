"""Which file a new record goes to: that of its organization, as an import into a new folder lays it out.

listings/corner-house.yaml   an organization, its places and its listings
listings/services.yaml       services without an organization
listings/places.yaml         places without one
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from generator.editing.files import Files, NothingChanged
from generator.editing.typed_file import Splice, TypedFile
from generator.imports.layout import FOLDER
from generator.merging.here import Here
from generator.merging.records import Record
from generator.model.text import slug
from generator.source.outline import LIST, MAPPING, TEXT, Typed, outline
from generator.source.writer import in_line
from generator.words import say

INCLUDE = "include"


class Homes:
    """The files of one directory, and those that come to it."""

    def __init__(self, files: Files, here: Here, records: Sequence[Record]) -> None:
        self._files = files
        self._here = here
        self._root = files.resources.parent
        self._read = {path.resolve(): path for path in files.files}
        self._organizations = {
            record.entry.home: record.id
            for record in records
            if record.entry.section == "organizations" and record.entry.home
        }
        self._names: dict[str, Path] = {}

    def of(self, record: Record) -> Path:
        """The file of a new record: one that belongs to the directory, or one that nobody has."""
        entry = record.entry
        owner = self._organizations.get(entry.home, "") if entry.home else ""
        named = owner or str(entry.fields.get("organization", ""))
        standing = self._here.find("organizations", named) if named else None
        if standing is not None and standing.path != self._files.resources and (owner or standing.path.stem == named):
            return standing.path
        if owner:
            return self._file(owner)
        if entry.home:
            return self._file(slug(f"organization {entry.home}"))
        return self._file("places" if entry.section == "locations" else entry.section)

    def _file(self, name: str) -> Path:
        """A file of that name that was read, or the next name that is free."""
        if name not in self._names:
            number, path = 1, self._root / FOLDER / f"{name}.yaml"
            while path.resolve() not in self._read and os.path.lexists(path):
                number += 1
                path = self._root / FOLDER / f"{name}-{number}.yaml"
            self._names[name] = self._read.get(path.resolve(), path)
        return self._names[name]

    def include(self, first: TypedFile, new: Sequence[Path]) -> Splice | None:
        """The change of the first file by which the new files belong to the directory; None if they do already."""
        shape = outline(first.text)
        patterns = _patterns(shape.get(INCLUDE))
        names = [path.relative_to(self._root).as_posix() for path in new]
        missing = [name for name in names if not any(_covers(pattern, name) for pattern in patterns)]
        if not missing:
            return None
        others = {path.resolve() for path in (self._root / FOLDER).glob("*.yaml")} - self._read.keys()
        return _with(first.text, shape, missing if others else [f"{FOLDER}/*.yaml"])


def _patterns(typed: Typed | None) -> list[str]:
    if typed is None:
        return []
    return [typed.text] if typed.kind == TEXT else [item.value.text for item in typed.items]


def _covers(pattern: str, name: str) -> bool:
    """Whether a pattern leads to a file; what stands for several folders is not looked into.

    >>> _covers("listings/*.yaml", "listings/tea.yaml"), _covers("*.yaml", "listings/tea.yaml")
    (True, False)
    """
    parts, names = pattern.split("/"), name.split("/")
    if parts[0] == "**":
        return len(parts) == 1 or any(
            fnmatchcase("/".join(names[at:]), "/".join(parts[1:])) for at in range(len(names))
        )
    return len(parts) == len(names) and all(map(fnmatchcase, names, parts))


def _with(text: str, root: Typed, patterns: Sequence[str]) -> Splice:
    """Further patterns under `include`, behind those that stand there, with their notes left alone."""
    if root.style or root.kind != MAPPING:
        raise NothingChanged(say("Nothing was changed: the directory's first file stands in brackets."))
    typed = root.get(INCLUDE)
    lines = "".join(f"\n  - {in_line(pattern)}" for pattern in patterns)
    if typed is None:
        ends = "" if text.endswith("\n") else "\n"
        return Splice(len(text), len(text), f"{ends}\n{INCLUDE}:{lines}\n")
    if typed.kind == LIST and typed.items and not typed.style:
        last = typed.items[-1]
        column = last.start - text.rfind("\n", 0, last.start) - 1
        end = text.find("\n", last.value.end)
        at = len(text) if end < 0 else end
        return Splice(at, at, "".join(f"\n{' ' * column}- {in_line(pattern)}" for pattern in patterns))
    end = text.find("\n", typed.end)
    at = len(text) if end < 0 else end
    start = typed.start - (1 if text[typed.start - 1 : typed.start] == " " else 0)
    there = "".join(f"\n  - {in_line(pattern)}" for pattern in _patterns(typed) if pattern)
    return Splice(start, at, text[typed.end : at].rstrip(" ") + there + lines)
