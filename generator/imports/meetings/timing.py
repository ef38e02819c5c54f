"""When a meeting is, as far as its record says so for certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from generator.imports.cells import Cells
from generator.imports.meetings.times import clock_time, speaks_of_certain_weeks, when
from generator.problems import Say
from generator.words import say


@dataclass(frozen=True, slots=True)
class Timing:
    """Days and hours; no days where it is by appointment or nothing certain is said."""

    weekdays: tuple[int, ...] = ()
    opens_at: time | None = None
    closes_at: time | None = None
    is_by_appointment: bool = False
    line: str = ""
    """What stands in the words of the listing in place of a time that is not certain."""


def timing(
    cells: Cells, columns: tuple[str, str], weekdays: tuple[int, ...] | None, closes_at: time | None, texts: Sequence[str],
    spoken: Say,
) -> Timing:  # fmt: skip
    """The time in two columns, for the day and the start; `weekdays` is None where the day could not be read.

    Where a text says that the meeting is on in certain weeks only, no weekly time is claimed: it stands there in words.
    """
    day, start = columns
    opens_at = clock_time(cells.row[start]) if cells.row[start] else None
    if cells.row[start] and opens_at is None:
        cells.dropped(start, say("This is no time of day, so nothing is said of when it is."))
        return Timing()
    if weekdays is None:
        cells.dropped(day, say("This is no day of the week, so nothing is said of when it is."))
        return Timing()
    if not weekdays:
        if opens_at is None:
            cells.changed(day, say("No day is given, which in this form means by appointment."))
            return Timing(is_by_appointment=True)
        cells.dropped(start, say("There is a time but no day, so nothing is said of when it is."))
        return Timing()
    if opens_at is None:
        cells.guessed(day, say("There is a day but no time; the day alone was taken."))
        return Timing(weekdays)
    for text in texts:
        words, is_certain = speaks_of_certain_weeks(text, weekdays)
        if is_certain:
            hours = when(weekdays, opens_at, closes_at)
            reason = say(
                "The form knows weekly meetings only, but the text says '{words}'. No time was taken: type it yourself.",
                words=words,
            )
            cells.kept(start, reason)
            return Timing(line=spoken(say("On file as {hours}, but not every week.", hours=hours)))
        if words:
            reason = say("The text says '{words}' about something else, it seems: it was taken as weekly.", words=words)
            cells.guessed(start, reason)
    return Timing(weekdays, opens_at, closes_at)
