"""What a volunteer did where the parser says that the text is not YAML.

The parser knows the place; the sentence comes from looking at the typed line. Where the mistake is plain, the line is
also mended in memory, so that reading goes on and tells the further mistakes of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.source import open_ends
from generator.source.complaints import (
    Complaint,
    curly_quotes,
    invisible_character,
    missing_space_after_colon,
    out_of_curly_quotes,
    special_start,
)
from generator.source.indentation import dash_aside, out_of_line, text_above
from generator.source.line_starts import odd_space, wrong_dash
from generator.source.quoting import CURLY_QUOTES, LINE_READ, TypedLine, quoted, shown
from generator.words import say

_COLON = re.compile(r":(?= |$)")
_STUCK_COLON = re.compile(r"(?P<key>[^\W\d][\w -]{0,40}):(?P<value>(?!//)[^ ].*)")
_NAME_AND_TEXT = re.compile(r"(?P<name>[a-z][a-z_]*)[ ]+(?P<text>\S.*)")
_RULES = {"&": "anchor", "*": "alias", "!": "tag"}
_ALWAYS_SPECIAL = "&*!%@`,?]}|>"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A complaint with its place (from 0), and the whole line as it should have been typed, where that is plain."""

    row: int
    column: int
    complaint: Complaint
    mended: str | None = None


def explain(lines: list[str], error: Any) -> Mistake:
    """The mistake behind a parser's error (a `yaml.error.YAMLError`) in a text of these lines."""
    what, about = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    row, column = _marked(lines, getattr(error, "problem_mark", None))
    first_row, first_column = _marked(lines, getattr(error, "context_mark", None), row, column)
    if "quoted scalar" in about:
        if "escape" in what or "hex" in what:
            return Mistake(row, *open_ends.backslash(lines[row], column))
        return Mistake(first_row, *open_ends.quote(lines[first_row], first_column))
    if "unexpected ':'" in what:
        return _colon_in_brackets(lines, row, column)
    above = open_ends.quote_above(lines, row)
    if above is not None:
        return Mistake(*above)
    if "flow" in about:
        if "node" in about:
            first_row, first_column = open_ends.bracket_before(lines, row, column)
        bracket = open_ends.bracket(lines, row, column, first_row, first_column)
        if bracket is not None:
            return Mistake(*bracket)
    if "block scalar" in about or "expected ':'" in what:
        row, column = first_row, first_column
    return _in_line(lines, row, column, what)


def _marked(lines: list[str], mark: Any, row: int = 0, column: int = 0) -> tuple[int, int]:
    """Row and column of a parser's mark; one behind the end of the text is moved to its last typed line."""
    if mark is not None:
        row, column = mark.line, mark.column
    if row < len(lines) and (lines[row].strip() or column):
        return row, min(column, len(lines[row].rstrip()))
    row = min(row, len(lines) - 1)
    while row and not lines[row].strip():
        row -= 1
    return row, len(lines[row].rstrip())


def _in_line(lines: list[str], row: int, column: int, what: str) -> Mistake:
    """The mistake is in this line, or in how it stands to the lines above."""
    for near in (row, _typed_above(lines, row)):
        dash = wrong_dash(lines[near])
        if dash is not None:
            return Mistake(near, *dash)
    line = TypedLine.of(lines[row])
    started = _wrong_start(line, row)
    if started is not None and (column >= line.value_column or "token" in what):
        return started
    colon = _COLON.search(line.value)
    if line.key and colon:
        typed = shown(line.typed(quoted(line.value)))
        complaint = Complaint(
            "colon-in-value",
            say("The text of '{key}', '{seen}', has a colon in it.", key=line.key, seen=shown(line.value)),
            say("Put straight quotes round it: {typed}", typed=typed),
        )
        return Mistake(row, line.value_column + colon.start(), complaint, line.mended(quoted(line.value)))
    if "mapping values" in what:
        # The lines above were taken for the beginning of a text that goes on here.
        above = _typed_above(lines, row)
        started_at = text_above(lines, row, further_right=1)
        if started_at is not None and (" " in line.key or started_at != above):
            return _colon_in_long_text(lines, row, started_at)
        if started_at is None and above != row and not TypedLine.of(lines[above]).key:
            row = above
    return _in_key(lines, row, column)


def _in_key(lines: list[str], row: int, column: int) -> Mistake:
    """The mistake is at the beginning of the line: its key or its indentation."""
    raw = lines[row]
    line = TypedLine.of(raw)
    seen = shown(raw.strip())
    odd = odd_space(raw)
    if odd is not None:
        return Mistake(row, *odd)
    without_colon = _name_without_colon(lines, row)
    if without_colon is not None:
        return without_colon
    stuck = None if line.key else _STUCK_COLON.match(line.value)
    if stuck:
        complaint = missing_space_after_colon(stuck["key"], stuck["value"])
        if stuck["value"][0].isspace():
            complaint = invisible_character(stuck["value"][0])
        mended = f"{line.before}{stuck['key']}: {stuck['value'].strip()}"
        return Mistake(row, line.key_column + stuck.end("key"), complaint, mended)
    dash = dash_aside(lines, row)
    if dash is not None:
        return Mistake(*dash)
    aside = out_of_line(lines, row)
    if aside is not None:
        return Mistake(row, len(raw) - len(raw.lstrip()), aside)
    if line.value.startswith(":") and not line.key:
        message = say("There is no name before this colon.")
        hint = say("Type a name before it, as in: name: Tuesday Talkers")
        return Mistake(row, line.key_column, Complaint("key-not-text", message, hint))
    if not line.key and not line.before.strip():
        complaint = Complaint(
            "missing-colon",
            say("The line '{seen}' has no name with a colon.", seen=seen),
            say(
                "If it belongs to the text above it, move it further to the right. "
                "If not, type a name, a colon, a space and the text, as in: name: Tuesday Talkers"
            ),
        )
        return Mistake(row, len(raw) - len(raw.lstrip()), complaint)
    owner = text_above(lines, row) if line.before.strip() else None
    if owner is not None:
        complaint = Complaint(
            "list-below-text",
            say(
                "An item of a list stands here, but '{key}' in line {line} has a text.",
                key=TypedLine.of(lines[owner]).key,
                line=owner + 1,
            ),
            say("Delete that text if the list is meant, or put the item where its list is."),
        )
        return Mistake(row, len(raw) - len(raw.lstrip()), complaint)
    complaint = Complaint(
        "not-yaml",
        say("The line '{seen}' does not fit the lines above it.", seen=seen),
        say("Look in it and just above it for a missing quote, colon, dash or bracket."),
    )
    return Mistake(row, column, complaint)


def _name_without_colon(lines: list[str], row: int) -> Mistake | None:
    """A line like `cost free` among lines like `name: Tea and talk`."""
    line = TypedLine.of(lines[row])
    found = _NAME_AND_TEXT.match(line.value)
    if line.key or found is None or (line.before.strip() and text_above(lines, row) is not None):
        return None
    if not any(name.key and name.key_column == line.key_column for name in _lines_around(lines, row)):
        return None
    typed = f"{found['name']}: {found['text']}"
    complaint = Complaint(
        "missing-colon",
        say("The line '{seen}' has no name with a colon.", seen=shown(lines[row].strip())),
        say(
            "Type a colon after its first word: {typed}. If it belongs to the text above it, move it further to the right.",
            typed=shown(typed),
        ),
    )
    return Mistake(row, line.key_column, complaint, line.before + typed)


def _lines_around(lines: list[str], row: int) -> Iterator[TypedLine]:
    """The typed lines right above and below this one."""
    yield TypedLine.of(lines[_typed_above(lines, row)])
    below = next((more for more in range(row + 1, len(lines)) if lines[more].strip()), row)
    yield TypedLine.of(lines[below])


def _typed_above(lines: list[str], row: int) -> int:
    """The nearest line above that is neither empty nor a note, or the line itself if there is none."""
    for above in range(row - 1, -1, -1):
        if lines[above].strip() and not lines[above].lstrip().startswith("#"):
            return above
    return row


def _wrong_start(line: TypedLine, row: int) -> Mistake | None:
    """A value that begins with something YAML reads as a sign, and then goes on as a text."""
    value = line.value
    first = value[:1]
    mended = line.mended(quoted(value))
    if first in CURLY_QUOTES:
        return Mistake(row, line.value_column, curly_quotes(line), line.mended(quoted(out_of_curly_quotes(value))))
    if first in ('"', "'") and value.find(first, 1) not in (-1, len(value) - 1):
        inner = value.find(first, 1)
        if value.endswith(first) and (value[inner - 1] == " " or value[inner + 1].isalnum()):
            return _quote_in_quotes(line, row)
        complaint = Complaint(
            "text-after-quote",
            say("More text follows after the closing quote of {seen}.", seen=shown(value[: value.find(first, 1) + 1])),
            say("Put the quotes round the whole text: {typed}", typed=shown(line.typed(quoted(value)))),
        )
        return Mistake(row, line.value_column, complaint, mended)
    if value.startswith("- ") and line.key:
        typed = shown(line.typed(quoted(value)))
        complaint = Complaint(
            "list-beside-name",
            say("A list starts beside '{key}', in the same line.", key=line.key),
            say("Start it in the next line. If it is one text, put straight quotes round it: {typed}", typed=typed),
        )
        return Mistake(row, line.value_column, complaint, mended)
    if first in ("[", "{"):
        closed = value.rfind({"[": "]", "{": "}"}[first])
        if not 0 < closed < len(value) - 1:
            return None
    elif not first or first not in _ALWAYS_SPECIAL:
        return None
    return Mistake(row, line.value_column, special_start(_RULES.get(first, "special-start"), line), mended)


def _quote_in_quotes(line: TypedLine, row: int) -> Mistake:
    inner = quoted(line.value[1:-1])
    complaint = Complaint(
        "quote-in-quotes",
        say("The quote {mark} stands round the text and in it, too.", mark=line.value[0]),
        say("Put the other kind of quotes round it: {typed}", typed=shown(line.typed(inner))),
    )
    return Mistake(row, line.value_column, complaint, line.mended(inner))


def _colon_in_long_text(lines: list[str], row: int, started_at: int) -> Mistake:
    complaint = Complaint(
        "colon-in-value",
        say(
            "The text of '{key}' in line {line} goes on here and has a colon in it.",
            key=TypedLine.of(lines[started_at]).key,
            line=started_at + 1,
        ),
        say("Put a straight quote before its first word and another one after its last."),
    )
    colon = _COLON.search(lines[row][:LINE_READ])
    return Mistake(row, colon.start() if colon else 0, complaint)


def _colon_in_brackets(lines: list[str], row: int, column: int) -> Mistake:
    line = TypedLine.of(lines[row])
    typed = shown(line.typed(quoted(line.value)))
    complaint = Complaint(
        "missing-space",
        say("Between brackets, nothing but a space may follow a colon."),
        say("Type a space after it. If it is one text, put straight quotes round it: {typed}", typed=typed),
    )
    return Mistake(row, column, complaint)
