"""Tables for spreadsheets: UTF-8 with the mark that Excel looks for, lines ended by CRLF (RFC 4180), and no formulas.

>>> table(["name"], [["=1+1"], ["Tea, talk"]])
b'\\xef\\xbb\\xbfname\\r\\n\\'=1+1\\r\\n"Tea, talk"\\r\\n'
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

# Spreadsheets run a cell that begins with one of these, the wide forms of East Asian keyboards among them. What stands
# before it is skipped by some.
_FORMULA = re.compile("^[\\s\x00-\x20\ufeff]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file: a line of names and a line for each row; numbers stay numbers, texts are made harmless."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def harmless(text: str) -> str:
    """The text as one cell that no spreadsheet runs: an apostrophe stands before what could be a formula.

    >>> harmless("+44 20 7946 0000"), harmless("Tea - and talk")
    ("'+44 20 7946 0000", 'Tea - and talk')
    """
    clean = _UNREADABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{clean}" if _FORMULA.match(clean) else clean
