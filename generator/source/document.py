"""Plain values that remember where they were typed.

A directory's YAML is read as texts, lists and mappings, all of them as typed: `18:30`, `no` and `0555567` are texts.
What they mean is decided later, by the model.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from generator.problems import Place, Problem
from generator.source.line_table import LineTable

NOWHERE = 0xFFFFFFFF
"""The position of a value that was not read from a file."""


class Mapping(dict[str, "Value"]):
    """Names and their values, in the order typed.

    It is a `dict` to everybody who reads it. Whoever changes it loses the places: they are held beside the entries, two
    numbers an entry (where its key starts, where its value starts), as `LineTable` counts them.
    """

    __slots__ = ("places", "start")

    def __init__(
        self, values: AnyMapping[str, Value] | Iterable[tuple[str, Value]] = (), *, start: int = NOWHERE
    ) -> None:
        super().__init__(values)
        self.start = start
        self.places = array("I")


class Sequence(list["Value"]):
    """A list of values; `places` holds where each one starts."""

    __slots__ = ("places", "start")

    def __init__(self, values: Iterable[Value] = (), *, start: int = NOWHERE) -> None:
        super().__init__(values)
        self.start = start
        self.places = array("I")


Value: TypeAlias = str | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Document:
    """A directory as typed: one mapping, every problem met while reading it, and the files it came from.

    `value` holds what could be read even if there are problems. It is `complete` when nothing is missing from it: when
    it is not, a file could not be read to its end or something was refused, and nobody can tell what it was to say.
    """

    value: Mapping
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    complete: bool = True
    lines: LineTable = field(default_factory=LineTable, repr=False, compare=False)
    _ordinals: dict[int, dict[str, int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def place(self, where: Iterable[str | int]) -> Place:
        """Where the value at a path of keys and indexes starts, or else the nearest value around it.

        An empty value starts right after the colon. `place(["groups", 3, "phone"])` is the telephone number of the
        fourth group; if that group has none, it is the place where the group itself starts.
        """
        return self.lines.place(self._find(where)[1])

    def key_place(self, where: Iterable[str | int]) -> Place:
        """Where the key of the value at that path starts; an item of a list has no key and starts with itself."""
        return self.lines.place(self._find(where)[0])

    def _find(self, where: Iterable[str | int]) -> tuple[int, int]:
        """The positions of the key and of the value, as far as the path leads."""
        here: Any = self.value
        key_at = value_at = here.start
        for step in where:
            if isinstance(here, Mapping):
                first = self._ordinal(here, step) * 2
                second = first + 1
            elif isinstance(here, Sequence) and isinstance(step, int):
                first = second = step
            else:
                break
            if not 0 <= first <= second < len(here.places):
                break
            key_at, value_at = here.places[first], here.places[second]
            here = here[step]
        return key_at, value_at

    def _ordinal(self, mapping: Mapping, key: object) -> int:
        """Which entry of the mapping has this key, or -1. Counted once a mapping, as there may be many problems."""
        ordinals = self._ordinals.get(id(mapping))
        if ordinals is None:
            ordinals = self._ordinals[id(mapping)] = {name: number for number, name in enumerate(mapping)}
        return ordinals.get(key, -1) if isinstance(key, str) else -1
