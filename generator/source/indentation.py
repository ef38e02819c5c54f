"""Lines that stand too far to the right or to the left."""

from __future__ import annotations

from collections.abc import Iterator

from generator.source.complaints import Complaint
from generator.source.quoting import TypedLine
from generator.words import say

_LINES_BACK = 400
"""How far above a line its neighbours are looked for."""


def out_of_line(lines: list[str], row: int) -> Complaint | None:
    """What to say of a line that starts in a column where nothing around it starts, or None if it starts well.

    >>> seen = out_of_line(["groups:", "  - name: A", "   phone: 1"], 2)
    >>> print(seen.message, seen.hint)
    This line starts in column 4, where no line above it starts. Start it in column 5, right below 'name' in line 2.
    """
    raw = lines[row]
    column = len(raw) - len(raw.lstrip(" "))
    is_item = raw.lstrip(" ").startswith("- ")
    neighbours = [(at, line, name) for at, line, name in _starts_above(lines, row) if (name == "-") is is_item]
    if not neighbours or any(at == column for at, _, _ in neighbours):
        return None
    at, line, name = min(neighbours, key=lambda start: (abs(start[0] - column), -start[0]))
    return Complaint(
        "indentation",
        say("This line starts in column {column}, where no line above it starts.", column=column + 1),
        say(
            "Start it in column {column}, right below '{name}' in line {line}.", column=at + 1, name=name, line=line + 1
        ),
    )


def text_above(lines: list[str], row: int, further_right: int = 0) -> int | None:
    """The nearest line above with a key, if it has a text too and this line is so much further to the right, or more."""
    column = len(lines[row]) - len(lines[row].lstrip(" "))
    for above in range(row - 1, max(-1, row - _LINES_BACK), -1):
        line = TypedLine.of(lines[above])
        if line.key:
            return above if line.value and line.key_column + further_right <= column else None
    return None


def _starts_above(lines: list[str], row: int) -> Iterator[tuple[int, int, str]]:
    """Column, row and name of the keys and dashes that are still open above a line."""
    open_until = None
    for above in range(row - 1, max(-1, row - _LINES_BACK), -1):
        raw = lines[above]
        if not raw.strip() or raw.lstrip().startswith("#"):
            continue
        line = TypedLine.of(raw)
        indent = len(raw) - len(raw.lstrip(" "))
        dashes = [at for at, letter in enumerate(line.before) if letter == "-"]
        starts = [(at, "-") for at in dashes] + ([(line.key_column, line.key)] if line.key else [])
        for at, name in starts:
            if open_until is None or at < open_until:
                yield at, above, name
        if starts:
            open_until = indent if open_until is None else min(indent, open_until)
        if open_until == 0:
            return
