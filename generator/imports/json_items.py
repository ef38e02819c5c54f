"""The objects of a JSON file one after the other, so that a list of ten thousand never stands in memory whole.

>>> [(item.pointer, item.value) for item in items("tea.json", ['[{"a": 1}, ', '{"a": true}]'])]
[('/0', {'a': '1'}), ('/1', {'a': True})]

Numbers come as the text that was typed: nothing is rounded, and none is too long.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.imports.opened import refused
from generator.problems import InputError, Level, Place, Problem
from generator.words import Words, say

PAGED = "contents"
"""The field of a page in which its objects stand."""

_SPACE = " \t\n\r"
# A word or number that is cut off is shorter than this; what breaks farther from the end is a mistake.
_NEAR_THE_END = 8
_AGAIN = say("Download or export it again.")


@dataclass(frozen=True, slots=True)
class Item:
    """A value that stands in the file, and the way to it as a JSON pointer; empty where it is the whole file."""

    pointer: str
    value: Any
    is_rest: bool = False
    """Whether it is what stands round a list of objects, such as the numbers of a page."""


def items(file: str, pieces: Iterable[str], twice: list[str] | None = None) -> Iterator[Item]:
    """The items of a list or page, or the one object of a file; raises `InputError` that says where it breaks.

    Names of fields that stand twice in one object go into `twice`; the last one counts.
    """
    reading = _Reading(file, pieces, twice if twice is not None else [])
    first = reading.peek()
    if first == "":
        raise refused(file, say("This file is empty."), _AGAIN)
    if first == "[":
        yield from reading.listed("")
    elif first == "{":
        yield from reading.object_or_page()
    else:
        yield Item("", reading.value())
    if reading.peek():
        raise reading.broken()


class _Reading:
    """A text that comes in pieces, and how far it was read."""

    def __init__(self, file: str, pieces: Iterable[str], twice: list[str]) -> None:
        self._file = file
        self._pieces = iter(pieces)
        self._twice = twice
        self._text = ""
        self._at = 0
        self._is_all = False
        self._line, self._column = 1, 1
        self._decode = json.JSONDecoder(
            object_pairs_hook=self._once, parse_float=str, parse_int=str, parse_constant=str
        ).raw_decode

    def peek(self) -> str:
        """The next letter that is no space; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def value(self) -> Any:
        """The value that begins here."""
        if not self.peek():
            raise self.broken()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as cause:
                is_open = cause.msg.startswith("Unterminated") or cause.pos >= len(self._text) - _NEAR_THE_END
                if is_open and self._more():
                    continue
                self._at = len(self._text) if is_open else cause.pos
                raise self.broken() from None
            except RecursionError:
                message = say("There is more inside one another in this file than a directory has.")
                raise refused(self._file, message, _AGAIN) from None
            # A number that reaches to the end of this piece may go on in the next.
            if end == len(self._text) and self._more():
                continue
            self._at = end
            return value

    def listed(self, pointer: str) -> Iterator[Item]:
        """The items of the list that begins here."""
        self._take("[")
        if self.peek() == "]":
            self._take("]")
            return
        number = 0
        while True:
            yield Item(f"{pointer}/{number}", self.value())
            number += 1
            if self.peek() == "]":
                self._take("]")
                return
            self._take(",")

    def object_or_page(self) -> Iterator[Item]:
        """The object that begins here; the objects of a page first, and then what stands round them."""
        self._take("{")
        found: list[tuple[str, Any]] = []
        is_page = False
        if self.peek() == "}":
            self._take("}")
        else:
            while True:
                if self.peek() != '"':
                    raise self.broken()
                name = self.value()
                self._take(":")
                if name == PAGED and self.peek() == "[":
                    is_page = True
                    yield from self.listed(f"/{PAGED}")
                else:
                    found.append((name, self.value()))
                if self.peek() == "}":
                    self._take("}")
                    break
                self._take(",")
        yield Item("", self._once(found), is_rest=is_page)

    def broken(self) -> InputError:
        """The problem with the place at which the text stopped making sense."""
        whole = self._text[: self._at]
        line = self._line + whole.count("\n")
        column = len(whole) - whole.rfind("\n") if "\n" in whole else self._column + len(whole)
        is_cut = self._is_all and not self._text[self._at :].strip()
        message: Words = say("This is not JSON from here on.")
        if is_cut:
            message = say("This file ends in the middle: it was cut off.")
        return InputError([Problem(Place(self._file, line, column), Level.ERROR, "import", message, _AGAIN)])

    def _take(self, letter: str) -> None:
        if self.peek() != letter:
            raise self.broken()
        self._at += 1

    def _more(self) -> bool:
        """As much again as is still unread, or the next piece; so a long value is not begun anew too often."""
        if self._is_all:
            return False
        read = self._text[: self._at]
        if "\n" in read:
            self._line, self._column = self._line + read.count("\n"), len(read) - read.rfind("\n")
        else:
            self._column += len(read)
        rest = self._text[self._at :]
        new: list[str] = []
        length = 0
        for piece in self._pieces:
            new.append(piece)
            length += len(piece)
            if length and length >= len(rest):
                break
        else:
            self._is_all = True
        self._text, self._at = rest + "".join(new), 0
        return length > 0

    def _once(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            self._twice.append(next(name for name in names if names.count(name) > 1))
        return found
