"""One file: from disk to values and problems."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from yaml.error import YAMLError

from generator.problems import Level, Place, Problem
from generator.source import limits
from generator.source.builder import Builder
from generator.source.document import Mapping
from generator.source.events import Events
from generator.source.mistakes import Mistake, explain
from generator.source.text import FileText, decoded
from generator.words import Words, say

_READ_AGAIN = 4_000_000
"""Characters read again, all in all, to find the mistakes behind a first one."""


@dataclass(slots=True)
class OneFile:
    """What one file holds: its values, its problems, its text as it was read, its bytes, and whether nothing is missing."""

    file: str
    value: Mapping = field(default_factory=Mapping)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""
    size: int = 0
    complete: bool = False


def name_of(path: Path, root: Path) -> str:
    """A file's name for people: relative to the project folder, with forward slashes, and fit for one line."""
    try:
        name = Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # Another drive, on Windows.
        name = path.as_posix()
    if name.startswith("../"):
        name = path.as_posix()
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)


def read_file(path: Path, file: str, *, start: int, events: Events, room: int = limits.LARGEST_TOGETHER) -> OneFile:
    """Read one file, called `file` in problems; positions count on from `start`, and at most `room` bytes are read."""
    found = OneFile(file)
    data = _bytes_of(path, found, room)
    if data is None:
        return found
    decoded_text = decoded(file, data)
    del data
    found.text = decoded_text.text
    found.problems = decoded_text.problems
    if decoded_text.readable:
        _read_values(found, decoded_text, start, events)
    if len(found.problems) >= limits.MOST_PROBLEMS:
        found.problems = sorted(found.problems, key=lambda problem: problem.place)[: limits.MOST_PROBLEMS]
        message = say("There are more problems in this file than are shown.")
        hint = say("Mend the ones shown, then check again.")
        found.problems.append(Problem(found.problems[-1].place, Level.ERROR, "more-problems", message, hint))
    return found


def _bytes_of(path: Path, found: OneFile, room: int) -> bytes | None:
    try:
        with open(path, "rb", opener=_open_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                _refuse(found, "unreadable-file", say("This is not a file."), say("Name a text file instead."))
                return None
            data: bytes = stream.read(min(limits.LARGEST_FILE, max(room, 0)) + 1)
    except FileNotFoundError:
        _refuse(
            found,
            "no-file",
            say("There is no such file."),
            say("Look at how its name is spelt, and in which folder it is."),
        )
    except IsADirectoryError:
        _refuse(found, "unreadable-file", say("This is a folder, not a file."), say("Name a text file instead."))
    except PermissionError:
        message = say("This file may not be read by the person who runs the program.")
        _refuse(found, "unreadable-file", message, say("Change who may read it."))
    except (OSError, ValueError) as error:
        message = say("This file cannot be opened: {reason}", reason=getattr(error, "strerror", None) or error)
        _refuse(found, "unreadable-file", message, say("Look at its name, and whether other programs can open it."))
    else:
        found.size = len(data)
        if found.size <= min(limits.LARGEST_FILE, max(room, 0)):
            return data
        if room < limits.LARGEST_FILE:
            message = say("With this file, the directory is larger than {most} bytes.", most=limits.LARGEST_TOGETHER)
        else:
            message = say("This file is larger than {most} bytes.", most=limits.LARGEST_FILE)
        _refuse(found, "too-large", message, say("Take out what does not belong in a directory of listings."))
    return None


def _open_without_waiting(name: str, flags: int) -> int:
    """A named pipe would keep a build waiting for ever."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse(found: OneFile, rule: str, message: Words, hint: Words) -> None:
    found.problems.append(Problem(Place(found.file), Level.ERROR, rule, message, hint))


def _read_values(found: OneFile, text: FileText, start: int, events: Events) -> None:
    """Read the text, and again with a line mended as long as that tells further mistakes."""
    mistakes: list[Mistake] = []
    lines: list[str] = []
    read_again = 0
    while True:
        builder = Builder(found.file, found.text, start)
        error = builder.build(events)
        if error is None:
            break
        lines = lines or found.text.split("\n")
        mistake = explain(lines, error)
        if text.spoilt_from is not None and _last_row(error, mistake) + 1 >= text.spoilt_from:
            break
        if mistakes and mistake.row <= mistakes[-1].row:
            break
        mistakes.append(mistake)
        read_again += len(found.text)
        if mistake.mended is None or read_again > _READ_AGAIN or len(mistakes) >= limits.MOST_PROBLEMS:
            break
        lines[mistake.row] = mistake.mended
        found.text = "\n".join(lines)
    told = {mistake.row + 1 for mistake in mistakes}
    found.problems += [
        mistake.complaint.at(Place(found.file, mistake.row + 1, mistake.column + 1)) for mistake in mistakes
    ]
    found.problems += [problem for problem in builder.problems if problem.place.line not in told]
    found.value = builder.value
    found.complete = builder.complete


def _last_row(error: YAMLError, mistake: Mistake) -> int:
    mark = getattr(error, "problem_mark", None)
    return max(mistake.row, mark.line) if mark is not None else mistake.row
