"""The one way in: a directory's files, read into one document with all their problems."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import Level, Problem, in_order
from generator.source import includes, limits
from generator.source.builder import Builder
from generator.source.document import Document, Mapping
from generator.source.events import Events, fastest_events
from generator.source.line_table import LineTable
from generator.source.reading import OneFile, name_of, read_file
from generator.words import say


def read(path: Path, *, root: Path, include_key: str = "include", events: Events | None = None) -> Document:
    """Read a directory: the file at `path`, and the files it includes from the project folder `root`.

    Every scalar is the text that was typed. The document holds all problems of all files, in order; nothing is raised,
    whatever the files hold. `include_key` at the top of the first file lists patterns of further files; it is not in
    the result. `events` is the YAML parser, by default the fastest there is.
    """
    with collector_at_rest():
        return _read(path, root, include_key, events or fastest_events())


def _read(path: Path, root: Path, include_key: str, events: Events) -> Document:
    lines = LineTable()
    first = read_file(path, name_of(path, root), start=0, events=events)
    lines.add(first.file, first.text)
    value, problems, complete, files = first.value, first.problems, first.complete, [path]
    if include_key not in value and not complete:
        _find_include_key(value, first, include_key, events)
    if include_key in value:
        found = _included(Document(value, lines=lines), path, root, include_key)
        problems += found.problems
        room = limits.LARGEST_TOGETHER - first.size
        for more_path in found.files:
            more = read_file(more_path, name_of(more_path, root), start=lines.end, events=events, room=room)
            lines.add(more.file, more.text)
            room -= more.size
            files.append(more_path)
            problems += more.problems
            complete = complete and more.complete
            nested, position = includes.taken(more.value, include_key)
            if nested is not None:
                message = say("A file that is included cannot include others.")
                hint = say("Name the further files in {first}.", first=first.file)
                problems.append(Problem(lines.place(position), Level.ERROR, "include", message, hint))
            refused = list(includes.merge(value, more.value, lines))
            problems += refused
            complete = complete and not refused
            if room < 0:  # It was told; the files behind it would only tell it again.
                break
        complete = complete and not found.problems
    return Document(value, tuple(in_order(problems)), tuple(files), complete, lines)


def _included(document: Document, path: Path, root: Path, include_key: str) -> includes.Included:
    patterns, problems = includes.patterns_of(document.value[include_key], document, include_key)
    includes.taken(document.value, include_key)
    found = includes.find(patterns, folder=path.parent, root=root, first=path)
    if len(found.files) >= limits.MOST_FILES:
        message = say("More than {most} files are included.", most=limits.MOST_FILES)
        hint = say("Put several listings into each file.")
        problems.append(Problem(patterns[0][1], Level.ERROR, "too-large", message, hint))
        del found.files[limits.MOST_FILES - 1 :]
    found.problems += problems
    return found


def _find_include_key(value: Mapping, first: OneFile, include_key: str, events: Events) -> None:
    """Where the first file cannot be read to its end, the list of the others may stand behind the mistake."""
    lines = re.search(rf"^{re.escape(include_key)} *:[^\n]*(?:\n(?:[ -][^\n]*)?)*", first.text, re.MULTILINE)
    if lines is None:
        return
    builder = Builder(first.file, lines[0], lines.start())
    if builder.build(events) is None and include_key in builder.value:
        value[include_key] = builder.value[include_key]
        value.places.extend(builder.value.places[:2])


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Python's garbage collector would walk through a growing tree that holds no garbage, again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
