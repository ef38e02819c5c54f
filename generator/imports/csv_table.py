"""One CSV file as rows of text, whatever program wrote it.

Nothing is typed here, and no cell is ever taken for a formula. The header names the columns; a row that is too short has
empty cells at its end, and what stands beyond the last column is told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.imports.report import Origin, Report, Tally
from generator.problems import InputError, Level, Place, Problem
from generator.words import Words, say

LARGEST_FILE = 200_000_000
"""Bytes of one file."""

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
    file = path.name
    text = _decoded(file, _bytes(path), report)
    if text.count('"') % 2:
        report.note(say("{file}: a quotation mark is not closed, so rows after it may have run together.", file=file))
    with _long_cells():
        try:
            lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), skipinitialspace=True))
        except csv.Error as cause:
            raise _refused(
                file, say("This file is not a table of comma-separated values ({cause}).", cause=cause)
            ) from None
    if not lines:
        report.rows[file] = Tally()
        return Table(file)
    columns = _columns(file, lines[0], report)
    rows = tuple(_rows(file, columns, lines, report))
    short = [number for number, cells in enumerate(lines[1:], start=2) if any(cells) and len(cells) < len(columns)]
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


def _decoded(file: str, data: bytes, report: Report) -> str:
    """The text, in the encoding that fits: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.note(say("{file} is in UTF-16 and was read so.", file=file))
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    unclear = text.count("\N{REPLACEMENT CHARACTER}")
    if unclear:
        report.note(
            say(
                "{file} is not in UTF-8; it was read as Windows-1252. Characters that do not exist there: {n}.",
                file=file,
                n=unclear,
            )
        )
    else:
        report.note(say("{file} is not in UTF-8; it was read as Windows-1252. Look at the accents.", file=file))
    return text


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


def _rows(file: str, columns: list[str], lines: list[list[str]], report: Report) -> Iterator[Row]:
    width = len(columns)
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        values = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column and cell.strip()}
        origin = Origin(file, number, values.get("id", ""), values.get("name", ""))
        beyond = [cell.strip() for cell in cells[width:] if cell.strip()]
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
