"""Days and times from the cells of a spreadsheet, where they are certain.

>>> lines_of("Tuesdays 7pm; 1st Friday 10am-12pm")
['Tuesday 19:00', '1st Friday of the month 10:00-12:00']
>>> lines_of("Most Tuesdays") is None
True
>>> composed("Mon, Wed", "18:30", "8pm")
'Mon, Wed 18:30-8pm'
"""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic import ValidationError

from generator.model.schedule import Schedule

_SEVERAL = re.compile(r"\s*(?:[;\n|]|\s/\s)\s*")
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}")


@lru_cache(maxsize=4096)
def _line(text: str) -> str | None:
    """The line as our files have it, or None where it leaves a doubt."""
    try:
        return str(Schedule.model_validate(text))
    except ValidationError:
        return None


def lines_of(text: str) -> list[str] | None:
    """The schedule lines of a cell, each in the form of our files; None unless all of it is understood."""
    whole = _line(" ".join(text.split()))
    if whole is not None:
        return [whole]
    pieces = [piece for piece in _SEVERAL.split(text.strip()) if piece]
    found = [_line(piece) for piece in pieces]
    lines = [line for line in found if line is not None]
    return list(dict.fromkeys(lines)) if lines and len(lines) == len(pieces) else None


def composed(day: str, starts_at: str, ends_at: str) -> str:
    """Day and times of three cells as one line; the seconds that spreadsheets add to a time are left out."""
    begin, end = (_SECONDS.sub(r"\1", " ".join(typed.split())) for typed in (starts_at, ends_at))
    hours = f"{begin}-{end}" if begin and end else begin or end
    return " ".join(filter(None, (" ".join(day.split()), hours)))
