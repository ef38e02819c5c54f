"""What was found out about states of files, kept between builds: two states never come to differ in another way.

It may be thrown away at any time, and a site is the same with it and without.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.history.entries import Differences

FORM = 1
"""Grows when what is kept would be understood otherwise."""

Pair: TypeAlias = tuple[str, str]
"""What stood in a file before and after, by the names that git gives to both."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found out about two states of a file."""

    size: int
    """Bytes of both."""
    differences: Differences


class Kept:
    """Everything that is kept for one project; `file` may be None, where nothing may be kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._before = self._read() if file else {}
        self._now: dict[Pair, Found] = {}

    def get(self, pair: Pair) -> Found | None:
        """What is known of the pair; what is asked for stays kept."""
        found = self._now.get(pair) or self._before.get(pair)
        if found:
            self._now[pair] = found
        return found

    def add(self, pair: Pair, found: Found) -> None:
        self._now[pair] = found

    def write(self) -> None:
        """Keep what was asked for and what is new, for the next build."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        rows = {" ".join(pair): [found.size, found.differences] for pair, found in self._now.items()}
        # What cannot be kept only makes the next build longer.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new = self._file.with_suffix(".new")
            new.write_text(json.dumps({"form": FORM, "pairs": rows}), encoding="utf-8")
            new.replace(self._file)

    def _read(self) -> dict[Pair, Found]:
        try:
            written = json.loads(self._file.read_text(encoding="utf-8")) if self._file else {}
            if written["form"] != FORM:
                return {}
            return {
                (pair.split()[0], pair.split()[1]): Found(
                    int(size), {str(name): (was, now) for name, (was, now) in differences.items()}
                )
                for pair, (size, differences) in written["pairs"].items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
            return {}
