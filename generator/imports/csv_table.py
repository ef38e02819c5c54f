"""One CSV file as rows of text, whatever program wrote it.

Nothing is typed here, and no cell is ever taken for a formula. The header names the columns; a row that is too short has
empty cells at its end, and what stands beyond the last column is told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.imports.encoding import decoded, encoding_of, tell_of_encoding
from generator.imports.report import Origin, Report, Tally
from generator.problems import InputError, Level, Place, Problem
from generator.words import Words, say

LARGEST_FILE = 200_000_000
"""Bytes of one file."""

LENGTH_OF_AN_ID = 36
"""Characters of a text that is likely to come again: a UUID, or a word."""

DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the text of each cell by the name of its column, without spaces around it."""

    origin: Origin
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell; empty if the file has no such column."""
        return self.values.get(column, "")

    @property
    def id(self) -> str:
        return self.origin.id


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows, in order."""

    file: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def read_table(path: Path, report: Report) -> Table:
    """The rows of a file; raises `InputError` if it cannot be read at all."""
    return table_of(path.name, _bytes(path), report)


def table_of(file: str, data: bytes, report: Report, same: dict[str, str] | None = None) -> Table:
    """The rows of what a file holds; raises `InputError` if it is no table.

    Ids and short words come again and again; tables that share `same` hold each of them once.
    """
    encoding = encoding_of([data])
    text = "".join(decoded([data], encoding))
    tell_of_encoding(file, encoding, text.count("\N{REPLACEMENT CHARACTER}"), report)
    if text.count('"') % 2:
        report.note(say("{file}: a quotation mark is not closed, so rows after it may have run together.", file=file))
    with _long_cells():
        try:
            lines = csv.reader(_lines(text), delimiter=_delimiter(text), skipinitialspace=True)
            header = next(lines, None)
            if header is None:
                report.rows[file] = Tally()
                return Table(file)
            columns = _columns(file, header, report)
            short: list[int] = []
            rows = tuple(_rows(file, columns, lines, short, {} if same is None else same, report))
        except csv.Error as cause:
            raise _refused(
                file, say("This file is not a table of comma-separated values ({cause}).", cause=cause)
            ) from None
    if short:
        report.note(
            say(
                "{file}: rows that end before the last column: {n}, the first of them row {row}; what is not there was taken as empty.",
                file=file,
                n=len(short),
                row=short[0],
            )
        )
    report.rows[file] = Tally(rows=len(rows))
    return Table(file, tuple(column for column in columns if column), rows)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as cause:
        raise _refused(path.name, say("This file cannot be read: {cause}.", cause=cause.strerror or cause)) from None
    if size > LARGEST_FILE:
        raise _refused(path.name, say("This file has {size} bytes; {most} can be read.", size=size, most=LARGEST_FILE))
    return data


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends. (`StringIO` would do, at four bytes a letter.)"""
    start, length = 0, len(text)
    if text.count("\r") > text.count("\r\n"):
        # Lines that end as they did long ago.
        yield from io.StringIO(text, newline="")
        return
    while start < length:
        end = text.find("\n", start) + 1 or length
        yield text[start:end]
        start = end


def _delimiter(text: str) -> str:
    """What separates the cells, judged by the first line: some programs write semicolons or tabs."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=lambda mark: (first.count(mark), -DELIMITERS.index(mark)))


def _columns(file: str, header: list[str], report: Report) -> list[str]:
    columns: list[str] = []
    for cell in header:
        name = "_".join(cell.strip().lower().split())
        if name and name in columns:
            report.note(
                say("{file}: the column '{column}' stands twice; the first one was read.", file=file, column=name)
            )
            name = ""
        columns.append(name)
    return columns


def _rows(
    file: str, columns: list[str], lines: Iterable[list[str]], short: list[int], same: dict[str, str], report: Report
) -> Iterator[Row]:
    """The rows with something in them; the numbers of those that end too early go into `short`."""
    width = len(columns)
    for number, typed in enumerate(lines, start=2):
        cells = [cell.strip() for cell in typed]
        if not any(cells):
            continue
        if len(cells) < width:
            short.append(number)
        values = {
            column: same.setdefault(cell, cell) if len(cell) <= LENGTH_OF_AN_ID else cell
            for column, cell in zip(columns, cells, strict=False)
            if column and cell
        }
        origin = Origin(file, number, values.get("id", ""), values.get("name", ""))
        beyond = [cell for cell in cells[width:] if cell]
        if beyond:
            report.dropped(origin, "", " | ".join(beyond), say("These cells stand beyond the last column."))
        yield Row(origin, values)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let a cell be as long as a file may be; the limit is one for all of Python."""
    before = csv.field_size_limit(LARGEST_FILE)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _refused(file: str, message: Words) -> InputError:
    hint = say("Export it again as CSV in UTF-8.")
    return InputError([Problem(Place(file), Level.ERROR, "import", message, hint)])
