"""Cells of our own tables without the apostrophe that keeps a spreadsheet from taking them for a formula.

>>> plain("'=HYPERLINK(A1)"), plain("'tis the season"), plain("''=typed so")
('=HYPERLINK(A1)', "'tis the season", "'=typed so")
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.imports.csv_table import Row
from generator.imports.hsds_tables import Package

_FORMULA = re.compile(r"(?:\s*|'+)[=@+\-\t\r]")
_HARMLESS = re.compile(r"[+-]?[\d ().-]*|[+-]?\d?[A-Z]{2}(,[+-]?\d?[A-Z]{2})*")


def plain(cell: str) -> str:
    """The text that was exported; the very opposite of how the export writes it."""
    rest = cell[1:]
    return rest if cell.startswith("'") and _FORMULA.match(rest) and not _HARMLESS.fullmatch(rest) else cell


def without_apostrophes(package: Package) -> Package:
    """The same tables, with the texts that were exported."""
    tables = {}
    for name, table in package.tables.items():
        rows = tuple(
            Row(row.origin, {column: plain(cell) for column, cell in row.values.items()})
            if any(cell.startswith("'") for cell in row.values.values())
            else row
            for row in table.rows
        )
        tables[name] = replace(table, rows=rows)
    return Package(tables)
