"""The directory's data for "My plan", spread over a few files of a size that a slow phone loads at once.

Which file an entry stands in follows from its id alone, by a rule that the page's script knows too (plan-directory.js).
So a plan of five things asks for five files at most. Entries of every kind and subject are mixed in each, so that asking
for one says little about what it was asked for (docs/decisions/0008-my-plan-stays-with-the-visitor.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.made import AssetFile

FOLDER = "assets/plan"
NAMES = f"{FOLDER}/names.js"

WHOLE = 50_000
"""Up to this many bytes, about a hundred entries, everybody gets the same one file."""
MOST = 24_000
"""The bytes that one of several files may have; about five thousand of them travel."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The entries in the order in which they are looked up by name, and over how many files they are spread."""

    rows: Sequence[dict[str, Any]]
    count: int

    @property
    def has_names(self) -> bool:
        """With several parts, a file of all names lets somebody look a thing up; a single part holds them anyway."""
        return self.count > 1

    def path(self, number: int | str) -> str:
        """Where a part stands; its name says of how many, so that a part kept from last month is never taken for another."""
        return f"{FOLDER}/{number}-of-{self.count}.js"

    def files(self) -> Iterator[AssetFile]:
        spread: list[list[dict[str, Any]]] = [[] for _ in range(self.count)]
        for row in self.rows:
            spread[part_of(row["id"], self.count) - 1].append(row)
        for number, rows in enumerate(spread, start=1):
            yield AssetFile(self.path(number), script(f"[{number}]", rows))
        if self.has_names:
            yield AssetFile(NAMES, script(".names", [[row["id"], row["name"], row["kind"]] for row in self.rows]))


def part_of(entry_id: str, parts: int) -> int:
    """The number of the part, from 1, in which the entry with this id stands.

    >>> part_of("tuesday-talkers", 1), part_of("a", 64), part_of("b", 64)
    (1, 34, 35)
    """
    total = 0
    for letter in entry_id:
        # A prime just under 2 to the 16th: no step leaves the whole numbers that every script engine counts in.
        total = (total * 31 + ord(letter)) % 65521
    return total % parts + 1


COUNTS = (2, 3, *(quarter << power for power in range(12) for quarter in (4, 5, 6, 7)))
"""Over how many files entries may be spread: in steps, so that the number seldom changes and browsers can keep files."""


def in_parts(rows: Sequence[dict[str, Any]]) -> Parts:
    """The rows in as few parts as keep each one small."""
    sizes = {row["id"]: len(as_json(row).encode()) + 1 for row in rows}
    if sum(sizes.values()) <= WHOLE:
        return Parts(rows, 1)
    # A few enormous entries are no reason for ever more files.
    most = max(MOST, 2 * max(sizes.values()))
    enough = (count for count in COUNTS if count >= len(rows) or max(_filled(sizes, count)) <= most)
    return Parts(rows, next(enough, COUNTS[-1]))


def _filled(sizes: dict[str, int], count: int) -> list[int]:
    """How many bytes each of so many parts would have."""
    filled = [0] * count
    for entry_id, size in sizes.items():
        filled[part_of(entry_id, count) - 1] += size
    return filled


def script(place: str, rows: Sequence[object]) -> bytes:
    """A script of one statement, which puts the rows where the page looks for them.

    It is a script and not JSON because a page opened from a memory stick may run its own scripts but fetch nothing.

    >>> script("[1]", [{"id": "tea"}])
    b'waypostDirectory[1]=[{"id":"tea"}];\\n'
    """
    return f"waypostDirectory{place}={as_json(rows)};\n".encode()


def as_json(value: object) -> str:
    """Compact JSON without the two letters that end a line of script in old browsers."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
