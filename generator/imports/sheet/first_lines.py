"""What stands above the names of the columns in many spreadsheets: titles, empty rows, a line for one program.

>>> above_the_heads(b"Helplist 2026,,\\r\\n,,\\r\\nName,Tel,Day\\r\\nTea,988,Monday\\r\\n")
(21, 2)
>>> above_the_heads(b"sep=;\\nName;Tel\\n"), above_the_heads(b"Name,Tel\\n")
((6, 1), (0, 0))
"""

from __future__ import annotations

import csv
import re

MOST = 20
"""Lines that are looked at."""

BEGINNING = 100_000
"""Bytes of a file that are looked at."""
BOM = b"\xef\xbb\xbf"
_FOR_A_PROGRAM = re.compile(rb"(?i)\s*\"?sep=.\"?\s*")


def above_the_heads(begin: bytes) -> tuple[int, int]:
    """How many bytes and how many lines stand above the names of the columns, by the beginning of a file.

    A title is alone in its line. In UTF-16, and where a quotation mark is open, nothing is passed over.
    """
    start = len(BOM) if begin.startswith(BOM) else 0
    lines = begin[start:].splitlines(keepends=True)[:MOST]
    if b"\0" in begin[:100]:
        return 0, 0
    mark = max((b",", b";", b"\t", b"|"), key=lambda sign: sum(line.count(sign) for line in lines))
    for number, line in enumerate(lines):
        if line.count(b'"') % 2:
            break
        cells = next(csv.reader([line.decode("latin-1")], delimiter=mark.decode()), [])
        if not _FOR_A_PROGRAM.fullmatch(line) and sum(bool(cell.strip()) for cell in cells) > 1:
            return (start + sum(map(len, lines[:number])), number) if number else (0, 0)
    return 0, 0
