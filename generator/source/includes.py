"""Further files of a directory: which ones are meant, and how their lists join those of the first file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from generator.problems import Level, Place, Problem
from generator.source.document import Document, Mapping, Sequence, Value
from generator.source.line_table import LineTable
from generator.source.quoting import shown
from generator.words import Words, say

_MOST_PARTS = 20
"""Folders within folders in one pattern."""


@dataclass(slots=True)
class Included:
    """The files that patterns lead to, in order, each once, and what was wrong with the patterns."""

    files: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def taken(mapping: Mapping, key: str) -> tuple[Value | None, int]:
    """Take a key out of a mapping: its value (None if it is not there) and the position of its entry in the file."""
    if key not in mapping:
        return None, mapping.start
    ordinal = list(mapping).index(key) * 2
    position = mapping.places[ordinal]
    del mapping.places[ordinal : ordinal + 2]
    return mapping.pop(key), position


def patterns_of(value: Value, document: Document, key: str) -> tuple[list[tuple[str, Place]], list[Problem]]:
    """The patterns typed under the include key, with their places."""
    if isinstance(value, Sequence) and all(isinstance(item, str) and item for item in value):
        return [(str(item), document.place([key, number])) for number, item in enumerate(value)], []
    if isinstance(value, str) and value:
        return [(value, document.place([key]))], []
    message = say("'{key}' must be a list of file names.", key=key)
    hint = say("Type each name in a line of its own, after a dash and a space, as in: - listings/*.yaml")
    return [], [Problem(document.key_place([key]), Level.ERROR, "include", message, hint)]


def find(patterns: list[tuple[str, Place]], *, folder: Path, root: Path, first: Path) -> Included:
    """The files that the patterns name, relative to `folder`, none of them outside `root`; `first` is not among them.

    `*`, `?` and `[abc]` stand for parts of one name, `**` for folders within folders. Names that begin with a dot are
    left out unless the pattern says the dot.
    """
    included = Included()
    try:
        real_root = root.resolve(strict=True)
        real_folder = folder.resolve(strict=True)
        seen = {first.resolve()}
    except (OSError, RuntimeError):  # The first file could not be read either, and that was told.
        return included
    is_inside = real_folder.is_relative_to(real_root)
    for pattern, place in patterns:
        problem = _wrong_pattern(pattern) if is_inside else _outside(pattern)
        if problem is not None:
            included.problems.append(Problem(place, Level.ERROR, "include", *problem))
            continue
        search = _Search(real_root)
        matches = sorted(search.matches(folder, real_folder, pattern.split("/")), key=lambda match: match[0].as_posix())
        for outside in sorted(search.outside):
            message = say("{name} is a link that leads out of the project folder.", name=outside)
            hint = say("Put the file itself into the project folder.")
            included.problems.append(Problem(place, Level.ERROR, "include", message, hint))
        if not matches and not search.outside:
            included.problems.append(Problem(place, Level.ERROR, "include", *_no_match(folder, pattern)))
        for path, real_path in matches:
            if real_path not in seen:
                seen.add(real_path)
                included.files.append(path)
    return included


def merge(into: Mapping, more: Mapping, lines: LineTable) -> Iterator[Problem]:
    """Add another file's values: lists are joined, other values may stand in one of the files only."""
    ordinals = {key: number for number, key in enumerate(into)}
    for number, (key, value) in enumerate(more.items()):
        key_at, value_at = more.places[2 * number], more.places[2 * number + 1]
        if key not in into:
            into[key] = value
            into.places.extend((key_at, value_at))
            continue
        mine = into[key]
        if isinstance(mine, Sequence) and isinstance(value, Sequence):
            mine.extend(value)
            mine.places.extend(value.places)
        elif mine == "":
            into[key] = value
            into.places[2 * ordinals[key] + 1] = value_at
        elif value != "":
            other = lines.place(into.places[2 * ordinals[key]])
            message = say(
                "'{key}' was given in {path}, line {line}, already.", key=key, path=other.path, line=other.line
            )
            hint = say("Keep one of the two; only lists may go on in another file.")
            yield Problem(lines.place(key_at), Level.ERROR, "repeated-key", message, hint)


class _Search:
    """One walk through the project folder; `outside` collects links that lead out of it."""

    def __init__(self, real_root: Path) -> None:
        self._real_root = real_root
        self.outside: set[str] = set()

    def matches(self, folder: Path, real_folder: Path, parts: list[str]) -> Iterator[tuple[Path, Path]]:
        """Files as they are called, with where they really are."""
        part, rest = parts[0], parts[1:]
        if part == "**":
            for inner, real_inner in self._folders(folder, real_folder):
                yield from self.matches(inner, real_inner, rest or ["*"])
            return
        for entry in _entries(folder):
            is_hidden = entry.name.startswith(".") and not part.startswith(".")
            if is_hidden or not fnmatchcase(entry.name, part):
                continue
            real = self._real(entry, real_folder)
            if real is None:
                continue
            if rest and real.is_dir():
                yield from self.matches(folder / entry.name, real, rest)
            elif not rest and real.is_file():
                yield folder / entry.name, real

    def _folders(self, folder: Path, real_folder: Path) -> Iterator[tuple[Path, Path]]:
        """The folder and all folders below it; links to folders are not followed, as they may lead in circles."""
        waiting = [(folder, real_folder)]
        while waiting:
            folder, real_folder = waiting.pop()
            yield folder, real_folder
            waiting += [
                (folder / entry.name, real_folder / entry.name)
                for entry in _entries(folder)
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
            ]

    def _real(self, entry: os.DirEntry[str], real_folder: Path) -> Path | None:
        try:
            if not entry.is_symlink():
                return real_folder / entry.name
            real = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):
            return None
        if real.is_relative_to(self._real_root):
            return real
        self.outside.add(shown(entry.name))
        return None


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name longer than any that a disk can hold
        return False


def _outside(pattern: str) -> tuple[Words, Words]:
    message = say("{seen} is not inside the project folder.", seen=shown(pattern))
    return message, say("Type the name from the folder of this file on, as in: listings/*.yaml")


def _wrong_pattern(pattern: str) -> tuple[Words, Words] | None:
    parts = pattern.split("/")
    if pattern.startswith(("/", "~")) or re.match(r"[A-Za-z]:", pattern) or ".." in parts:
        return _outside(pattern)
    if "\\" in pattern:
        return say("{seen} has backslashes in it.", seen=shown(pattern)), say(
            "Type forward slashes, as in: listings/*.yaml"
        )
    odd = "" in parts or "." in parts or parts.count("**") > 1 or len(parts) > _MOST_PARTS
    if odd or not pattern.isprintable():
        message = say("{seen} is not the name of a file.", seen=shown(pattern))
        return message, say("Type the name from the folder of this file on, as in: listings/*.yaml")
    return None


def _no_match(folder: Path, pattern: str) -> tuple[Words, Words]:
    message = say("No file is called {seen}.", seen=shown(pattern))
    if not set("*?[") & set(pattern) and _is_folder(folder / pattern):
        return message, say("That is a folder; for all files in it, type: {typed}", typed=f"{pattern}/*.yaml")
    return message, say("Look at how the name is spelt, capital letters too, and in which folder the file is.")
