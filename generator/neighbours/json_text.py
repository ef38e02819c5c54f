"""JSON from somebody else: bounded, with the place where it breaks, and with the lines in which ids stand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generator.problems import Level, Place, Problem
from generator.words import Words, say

LARGEST = 20_000_000
"""Bytes of one neighbour's file: some twenty thousand listings, and little enough to be read in memory whatever it holds."""
MOST_DEEP = 24


class Broken(Exception):
    """A file that cannot be used, with the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem.message))


def broken(place: Place, message: Words, hint: Words | None = None) -> Broken:
    usual = say("Run `waypost fetch`, or ask the neighbour for the file again. The site is built without it.")
    return Broken(Problem(place, Level.WARNING, "neighbour", message, hint or usual))


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of a file; raises `Broken`."""
    try:
        if not path.is_file():
            raise broken(Place(file), say("There is no such file."), say("Run `waypost fetch`, which writes it."))
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        message = say("This file cannot be read: {cause}.", cause=error.strerror or error)
        raise broken(Place(file), message) from None
    return data


def parsed(data: bytes, file: str) -> tuple[dict[str, Any], str]:
    """The object that the bytes hold, and their text; raises `Broken`."""
    if len(data) > LARGEST:
        raise broken(Place(file), say("This file is larger than {most} bytes.", most=LARGEST))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(Place(file, line), say("This file is not in UTF-8.")) from None
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise broken(Place(file, error.lineno, error.colno), say("This is not JSON from here on.")) from None
    except (ValueError, RecursionError):
        raise broken(Place(file), say("This file holds what no directory holds.")) from None
    if not isinstance(value, dict):
        raise broken(Place(file), say("This file does not hold a directory."))
    return value, text


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def line_of(text: str, id_: str) -> int:
    """The line in which an id stands, 1 if it cannot be told."""
    found = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(id_, ensure_ascii=False))}', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
