"""Lines that stand too far to the right or to the left."""

from __future__ import annotations

from collections.abc import Iterator

from generator.source.complaints import Complaint
from generator.source.quoting import TypedLine
from generator.words import say

_LINES_BACK = 400
"""How far above a line its neighbours are looked for."""
_BESIDE = 1
"""How many columns beside the others a dash may stand to be taken for one of them."""


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


def dash_aside(lines: list[str], row: int) -> tuple[int, int, Complaint, str | None] | None:
    """A dash that stands a column beside the other dashes of its list: row, column, complaint, mended line.

    The row is that of the dash, also where the line below it is the first that fits nowhere.
    """
    at = row if _dash_column(lines[row]) is not None else _row_above(lines, row)
    column, name = _dash_column(lines[at]), TypedLine.of(lines[at]).key
    if column is None or not name:
        return None
    near = [*range(at - 1, max(-1, at - _LINES_BACK), -1), *range(at + 1, min(len(lines), at + _LINES_BACK))]
    for other in near:
        beside = _dash_column(lines[other])
        if beside is not None and TypedLine.of(lines[other]).key == name:
            break
    else:
        return None
    if not 0 < abs(beside - column) <= _BESIDE:
        return None
    seen = say("This dash starts in column {column}, and the others of its list do not.", column=column + 1)
    mended = " " * beside + lines[at].lstrip(" ")
    below = next((line for line in lines[at + 1 :] if line.strip() and not line.lstrip().startswith("#")), "")
    if TypedLine.of(below).key and TypedLine.of(below).key_column == TypedLine.of(lines[at]).key_column:
        hint = say(
            "Start it in column {column}, as in line {line}, and move the lines that belong to it as far.",
            column=beside + 1,
            line=other + 1,
        )
        return at, column, Complaint("indentation", seen, hint), None
    hint = say("Start it in column {column}, as in line {line}.", column=beside + 1, line=other + 1)
    return at, column, Complaint("indentation", seen, hint), mended


def _dash_column(raw: str) -> int | None:
    """Where the dash of an item stands, or None if the line begins no item."""
    start = raw.lstrip(" ")
    return len(raw) - len(start) if start.startswith("- ") else None


def _row_above(lines: list[str], row: int) -> int:
    return next((above for above in range(row - 1, -1, -1) if lines[above].strip()), row)


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
