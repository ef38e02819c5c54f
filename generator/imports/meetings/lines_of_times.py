"""The schedule of a listing: a line for each time, days that share everything else in one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.imports.entries import filled
from generator.imports.meetings.meeting import Meeting
from generator.imports.meetings.reaching import one_or_several
from generator.imports.meetings.times import when
from generator.imports.meetings.timing import Timing
from generator.imports.meetings.together import OneGroup
from generator.model.when import Frequency, Recurrence, typed
from generator.source.writer import Writable
from generator.words import say


@dataclass(frozen=True, slots=True)
class _Line:
    timing: Timing
    rest: dict[str, Writable]

    def taken_up(self, other: _Line) -> _Line | None:
        """Both as one, if only the day differs and comes later in the week."""
        mine, theirs = self.timing, other.timing
        if self.rest != other.rest or (mine.opens_at, mine.closes_at) != (theirs.opens_at, theirs.closes_at):
            return None
        if not mine.weekdays or not theirs.weekdays or mine.weekdays[-1] >= theirs.weekdays[0]:
            return None
        return _Line(Timing((*mine.weekdays, *theirs.weekdays), mine.opens_at, mine.closes_at), self.rest)

    @property
    def written(self) -> Writable:
        words = _words(self.timing)
        return {"when": words, **self.rest} if self.rest else words


def schedule(group: OneGroup, time_zone: str) -> Writable:
    """The lines; `time_zone` is the directory's own, which no line repeats."""
    lines: list[_Line] = []
    seen: list[_Line] = []
    for meeting, note in zip(group.meetings, group.notes, strict=True):
        if not meeting.timing.weekdays and not meeting.timing.is_by_appointment:
            continue
        line = _Line(meeting.timing, _rest(meeting, group, note, time_zone))
        if line in seen:
            meeting.cells.dropped("", say("It repeats another meeting of the same group wholly."))
            continue
        seen.append(line)
        joined = lines[-1].taken_up(line) if lines else None
        if joined:
            lines[-1] = joined
        else:
            lines.append(line)
    return one_or_several([line.written for line in lines])


def _rest(meeting: Meeting, group: OneGroup, note: str, time_zone: str) -> dict[str, Writable]:
    ways = [str(way) for way in meeting.attending] if meeting.attending != group.first.attending else []
    zone = meeting.time_zone if meeting.time_zone != time_zone else ""
    return filled(time_zone=zone, attending=one_or_several(ways), note=note)


def _words(timing: Timing) -> str:
    if timing.is_by_appointment:
        return "by appointment"
    if timing.opens_at is None:
        return typed(Recurrence(Frequency.WEEKLY, weekdays=timing.weekdays))
    return when(timing.weekdays, timing.opens_at, timing.closes_at)
