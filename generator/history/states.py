"""States of files, compared two by two, each read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.history.entries import Differences, Row, differences, rows
from generator.history.kept import Found, Kept, Pair
from generator.history.repository import Blobs

LARGEST_FILE = 20_000_000
"""Bytes; a larger file is no directory."""


class States:
    """The states of all files of one project."""

    def __init__(self, blobs: Blobs, kept: Kept) -> None:
        self._blobs = blobs
        self._kept = kept
        self._last: dict[str, tuple[str, Sequence[Row], int]] = {}

    def together(self, pairs: Iterable[Pair]) -> Found | None:
        """The differences of files that changed at one time; None if this clone does not hold one of the states."""
        found = []
        needed: dict[str, tuple[str, Sequence[Row], int]] = {}
        for pair in pairs:
            known = self._kept.get(pair)
            if known is None:
                known = self._compared(pair, needed)
                if known is None:
                    return None
                self._kept.add(pair, known)
            found.append(known)
        if needed:
            # The older commit that follows leads up to one of these.
            self._last = needed
        return Found(sum(one.size for one in found), joined(one.differences for one in found))

    def unsaved(self, before: str, content: bytes) -> Differences:
        """What a file says now beside what it said under this name."""
        old = self._state(before) if before else ("", (), 0)
        text = _text(content)
        return differences(old[0], text, old[1], rows(text)) if old else {}

    def _compared(self, pair: Pair, needed: dict[str, tuple[str, Sequence[Row], int]]) -> Found | None:
        states = []
        for name in pair:
            state = needed.get(name) or self._last.get(name) or self._state(name)
            if state is None:
                return None
            needed[name] = state
            states.append(state)
        (old, old_rows, old_size), (new, new_rows, new_size) = states
        return Found(old_size + new_size, differences(old, new, old_rows, new_rows))

    def _state(self, name: str) -> tuple[str, Sequence[Row], int] | None:
        content = self._blobs.read(name)
        if content is None or len(content) > LARGEST_FILE:
            return None
        text = _text(content)
        return text, rows(text), len(content)


def joined(found: Iterable[Differences]) -> Differences:
    """The differences of several files as one: what left one file and came into another has only moved."""
    together: Differences = {}
    for differences_ in found:
        for name, (was, now) in differences_.items():
            before, after = together.get(name, (None, None))
            together[name] = (was if was is not None else before, now if now is not None else after)
    return {name: (was, now) for name, (was, now) in together.items() if was != now}


def _text(content: bytes) -> str:
    text = content.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n") if "\r" in text else text
