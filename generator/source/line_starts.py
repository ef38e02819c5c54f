"""Beginnings of lines that look right and are not: dashes without a space, bullets, invisible characters.

Each function gives back a column, a complaint and the mended line, or None if nothing is wrong.
"""

from __future__ import annotations

import re

from generator.source.complaints import Complaint, bullet, invisible_character, missing_space_after_dash
from generator.source.quoting import LINE_READ

BULLETS = "•–—·‣▪◦*"
"""What word processors and people put before the items of a list."""

_STUCK_DASH = re.compile(r" *-(?=[^\s-])")
_BULLET = re.compile(rf" *(?:- +)*(?=[{BULLETS}] )")


def wrong_dash(raw: str) -> tuple[int, Complaint, str | None] | None:
    """A dash that sticks to its text, or a bullet in place of a dash.

    >>> column, complaint, mended = wrong_dash("  • name: Tea")
    >>> print(column, complaint.message, mended)
    2 A list needs plain dashes, and this line begins with •.   - name: Tea
    """
    start = raw[:LINE_READ]
    found = _STUCK_DASH.match(start)
    if found and not raw.startswith("---"):
        at = found.end() - 1
        return at, missing_space_after_dash(raw.strip()), f"{raw[: at + 1]} {raw[at + 1 :]}"
    found = _BULLET.match(start)
    if found:
        at = found.end()
        return at, bullet(raw[at:]), f"{raw[:at]}-{raw[at + 1 :]}"
    return None


def odd_space(raw: str) -> tuple[int, Complaint, str | None] | None:
    """A space that is none for YAML, as web pages and word processors make them, at the beginning of a line."""
    at = len(raw) - len(raw.lstrip(" "))
    first = raw[at : at + 1]
    if not first or first.isprintable():
        return None
    return at, invisible_character(first), None
