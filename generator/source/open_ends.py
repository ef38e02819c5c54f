"""Quotes and brackets that are opened and not closed, and backslashes that lead nowhere.

What is given back is a row (where it is not known before), a column, a complaint, and the mended line or None.
"""

from __future__ import annotations

from generator.source.complaints import Complaint
from generator.source.quoting import LINE_READ, TypedLine, quoted, shown
from generator.words import say

_LINES_BACK = 100
"""How far above the parser's place an open quote or bracket is looked for."""


def backslash(raw: str, column: int) -> tuple[int, Complaint, str | None]:
    """A backslash in double quotes with letters after it that mean nothing."""
    line = TypedLine.of(raw)
    at = max(0, raw.rfind("\\", 0, column + 1))
    inner = line.value[1:-1]
    message = say("A backslash in double quotes begins a special sign, and this one does not exist.")
    if not (line.value.startswith('"') and line.value.endswith('"')) or '"' in inner or "\\" not in inner:
        hint = say("Type two backslashes instead of one, or use single quotes round the text.")
        return at, Complaint("backslash", message, hint), None
    hint = say("Use single quotes round the text: {typed}", typed=shown(line.typed(quoted(inner))))
    return at, Complaint("backslash", message, hint), line.mended(quoted(inner))


def quote(raw: str, column: int) -> tuple[int, Complaint, str | None]:
    """A quote that is opened in this line and never closed."""
    mark = raw[column : column + 1]
    line = TypedLine.of(raw)
    mended = line.mended(quoted(line.value[1:])) if line.value_column == column else None
    message = say("The quote {mark} is opened here and never closed.", mark=mark)
    if mark == "'":
        typed = shown(line.typed(f'"{line.value}"'))
        hint = say(
            "Close it where the text ends. If it is an apostrophe, put double quotes round all: {typed}", typed=typed
        )
    else:
        hint = say("Type another {mark} where the text ends.", mark=mark)
    return column, Complaint("open-quote", message, hint), mended


def goes_over_names(first: str, more: list[str]) -> bool:
    """Whether a text in quotes that begins in the first line goes on over lines that are fields or items by their looks.

    >>> goes_over_names('  - name: "Tea', ["    summary: Talk", '    note: "'])
    True
    >>> goes_over_names('  - name: "Tea', ['      and: talk"'])
    False
    """
    column = TypedLine.of(first).key_column
    for raw in more:
        line = TypedLine.of(raw)
        if (line.key or line.before.strip()) and len(raw) - len(raw.lstrip(" ")) <= column:
            return True
    return False


def quote_above(lines: list[str], row: int) -> tuple[int, int, Complaint, str | None] | None:
    """A quote forgotten in an earlier line is closed by the next quote of the file, and the parser stumbles only there."""
    for above in range(row - 1, max(-1, row - _LINES_BACK), -1):
        line = TypedLine.of(lines[above])
        mark = line.value[:1]
        if mark not in ("'", '"') or mark in line.value[1:].replace("''" if mark == "'" else '\\"', ""):
            continue
        for below in range(above + 1, row + 1):
            end = lines[below].find(mark)
            if end >= 0:
                rest = lines[below][end + 1 :].strip()
                if rest and not rest.startswith("#"):
                    return above, *quote(lines[above], line.value_column)
                break
    return None


def bracket_before(lines: list[str], row: int, column: int) -> tuple[int, int]:
    """Where the bracket was opened that is still open here, or here if none is found."""
    closed = 0
    for above in range(row, max(-1, row - _LINES_BACK), -1):
        before = lines[above][:LINE_READ]
        for at in range(min(len(before), column if above == row else LINE_READ) - 1, -1, -1):
            closed += (before[at] in "]}") - (before[at] in "[{")
            if closed < 0:
                return above, at
    return row, column


def bracket(
    lines: list[str], row: int, column: int, first_row: int, first_column: int
) -> tuple[int, int, Complaint, str | None] | None:
    """A bracket that is not closed, or a comma that is missing between brackets; None if it is something else."""
    opened = lines[first_row][first_column : first_column + 1]
    closing = {"[": "]", "{": "}"}.get(opened)
    if closing is None:
        return None
    line = TypedLine.of(lines[first_row])
    whole = line.value_column == first_column
    mended = line.mended(quoted(line.value)) if whole else None
    typed = shown(line.typed(quoted(line.value)))
    if row == first_row and closing in lines[first_row][first_column:]:
        message = say(
            "Something between {opened} and {closing} is not separated by a comma.", opened=opened, closing=closing
        )
        hint = say(
            "Type commas between the parts. If it is one text, put straight quotes round it: {typed}", typed=typed
        )
        return row, column, Complaint("bracket", message, hint), mended
    message = say("The bracket {opened} is opened here and never closed.", opened=opened)
    hint = say(
        "Type {closing} where the list ends. If it is one text, put straight quotes round it: {typed}",
        closing=closing,
        typed=typed,
    )
    return first_row, first_column, Complaint("bracket", message, hint), mended if closing not in line.value else None
