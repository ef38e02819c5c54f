"""The report of an import as a Markdown page that a person can read: the sums first, then each record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice
from operator import attrgetter

from generator.imports.report import Happened, Line, Report
from generator.problems import Say
from generator.words import Words, say

LINES_OF_A_BLOCK = 1_000
LONGEST_EXCERPT = 200
LONGEST_LOSS = 2_000
"""Characters of a text that is shown; more of one that is nowhere else."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def report_page(report: Report, spoken: Say = str) -> str:
    """The whole page. Text from the export stands in it as code, so that it cannot become anything else."""
    return "\n".join([*_blocks(_page(report, spoken)), ""])


def _blocks(lines: Iterator[str]) -> Iterator[str]:
    """The lines, many of them in one text: fifty thousand small ones at once would take much memory."""
    while block := list(islice(lines, LINES_OF_A_BLOCK)):
        yield "\n".join(block)


def _page(report: Report, spoken: Say) -> Iterator[str]:
    yield from (f"# {spoken(say('What the import did'))}", "")
    yield spoken(
        say("Nothing was invented. Whatever did not come over just as it was stands below, with its row in the export.")
    )
    yield from ("", f"## {spoken(say('In sum'))}", "")
    yield from table(
        [say("Written"), say("Entries")], [[section, str(n)] for section, n in report.made.items()], spoken
    )
    yield from table(
        [say("File"), say("Rows"), say("Used"), say("Say nothing"), say("Left out, told below")],
        [
            [file, *map(str, (tally.rows, len(tally.used), len(tally.silent - tally.used), tally.left_out))]
            for file, tally in report.rows.items()
        ],
        spoken,
    )
    yield from table(
        [say("What happened"), say("Why"), say("How often")],
        [[spoken(happened.words), spoken(reason), str(n)] for happened, reason, n in report.reasons()],
        spoken,
    )
    if report.notes:
        yield from (f"## {spoken(say('About the files'))}", "")
        yield from (f"- {as_plain(spoken(note))}" for note in report.notes)
        yield ""
    for file, lines in groupby(sorted(report.lines, key=_by_record), key=lambda line: line.origin.file):
        yield from (f"## {as_plain(file)}", "")
        for _, of_record in groupby(lines, key=lambda line: (line.origin.row, line.origin.id)):
            yield from _record(list(of_record), spoken)


def table(head: Iterable[Words], rows: Iterable[list[str]], spoken: Say) -> Iterator[str]:
    """The lines of a table, with an empty one at its end; none if there are no rows."""
    cells = [[as_plain(cell) for cell in row] for row in rows]
    if not cells:
        return
    names = [spoken(word) for word in head]
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    yield from (f"| {' | '.join(row)} |" for row in cells)
    yield ""


_by_record = attrgetter("origin.file", "origin.row", "origin.id")


def _record(lines: list[Line], spoken: Say) -> Iterator[str]:
    origin = max((line.origin for line in lines), key=lambda origin: origin.last_row)
    if origin.pointer:
        where = as_code(origin.pointer)
    elif not origin.row:
        where = spoken(say("The whole file"))
    elif origin.last_row > origin.row:
        where = spoken(say("Rows {first} to {last}", first=origin.row, last=origin.last_row))
    else:
        where = spoken(say("Row {row}", row=origin.row))
    yield f"### {', '.join(filter(None, (where, as_plain(origin.id), as_plain(origin.name))))}"
    yield ""
    for line in lines:
        field = f"{as_code(line.field)}: " if line.field else ""
        original = f" {_excerpt(line)}" if line.original else ""
        yield f"- **{spoken(line.happened.words)}** {field}{as_plain(spoken(line.reason))}{original}"
    yield ""


def _excerpt(line: Line) -> str:
    limit = LONGEST_LOSS if line.happened is Happened.DROPPED else LONGEST_EXCERPT
    text = line.original
    return as_code(text if len(text) <= limit else f"{text[:limit]}…")


def _printable(text: str) -> str:
    """The text on one line, with a space for each letter that does not print."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(letter if letter.isprintable() else " " for letter in line)


# The same fields and reasons come again in thousands of lines.
_said_again = lru_cache(maxsize=8192)


@_said_again
def as_code(text: str) -> str:
    """Any text as code on one line, whatever is in it."""
    shown = _printable(text)
    longest = max(map(len, re.findall(r"`+", shown)), default=0) if "`" in shown else 0
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


@_said_again
def as_plain(text: str) -> str:
    """Any text as text of a Markdown page."""
    shown = _printable(text)
    return _MARKUP.sub(r"\\\1", shown)
