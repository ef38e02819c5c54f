"""Degrees north and east from two cells."""

from __future__ import annotations

from generator.imports.cells import Cells
from generator.words import say


def coordinates(cells: Cells) -> tuple[float, float] | tuple[None, None]:
    """Both numbers, if both are there and lie on earth; (0, 0) is what programs write for "unknown"."""
    typed = cells.row["latitude"], cells.row["longitude"]
    if not any(typed):
        return None, None
    try:
        north, east = (float(text) for text in typed)
    except ValueError:
        cells.report.dropped(cells.origin, "latitude", " ".join(typed), say("These are not two numbers."))
        return None, None
    # NaN is equal to nothing, not even to itself, and so never within the range.
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        cells.report.dropped(cells.origin, "latitude", " ".join(typed), say("There is no such spot on earth."))
        return None, None
    if north == east == 0:
        return None, None
    return north, east
