"""A second opinion on what the engine says, by going through every entry, every slot and every day, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from tests.finder.engine.made_up import CLOCK, HORIZON, WEEKDAYS

Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Meeting:
    """One slot on one day, as wall-clock times without a zone."""

    begins: datetime
    ends: datetime
    is_timed: bool
    slot: tuple[Any, ...]

    def parts(self) -> set[str]:
        """Of a meeting the part of the day in which it begins; of opening hours all that they reach into."""
        if not self.is_timed:
            return set()
        _, start, end, is_opening, _ = self.slot
        minutes = range(start, end) if is_opening and end > start else [start]
        return {part_of(minute // 60 % 24) for minute in minutes}


def part_of(hour: int) -> str:
    if 5 <= hour < 12:
        return "morning"
    if 12 <= hour < 17:
        return "afternoon"
    return "evening" if 17 <= hour < 22 else "night"


class Judge:
    """What is true of a directory at a minute of its clock; `now` is None where nobody can know the time."""

    def __init__(self, data: Mapping[str, Any], now: datetime | None) -> None:
        self.data = data
        self.made = date.fromisoformat(data["made"])
        self.now = now or datetime.combine(self.made, time())
        self.is_trusted = now is not None
        slots = data["slots"]
        self._coming = [list(self._meetings(slots["sets"][number])) for number in slots["of"]]

    def _meetings(self, slots: Sequence[Sequence[Any]]) -> Iterator[Meeting]:
        for written in slots:
            days, start, end, opening, change = [*written, *[0, ""][len(written) - 3 :]][:5]
            for number in range(HORIZON):
                day = self.made + timedelta(days=number)
                if not (days >> day.weekday() & 1 if isinstance(days, int) else number in days):
                    continue
                midnight = datetime.combine(day, time())
                begins = midnight + timedelta(minutes=max(start, 0))
                if start < 0 or (end < 0 and opening):
                    ends = midnight + timedelta(days=1)
                else:
                    # Nobody said how long it is: an hour is worth going for.
                    ends = midnight + timedelta(minutes=end if end >= 0 else start + 60)
                if ends > self.now:
                    yield Meeting(begins, ends, start >= 0, (days, start, end, bool(opening), change))

    def is_now(self, meeting: Meeting) -> bool:
        return self.is_trusted and meeting.is_timed and meeting.begins <= self.now < meeting.ends

    def next(self, i: int, chosen: Chosen | None = None) -> Meeting | None:
        """What comes next of all that fits the answers that a clock gives."""
        coming = [meeting for meeting in self._coming[i] if self._suits(meeting, chosen or {})]
        return min(coming, key=lambda one: (not self.is_now(one), one.begins)) if coming else None

    def values(self, i: int, key: str) -> set[str]:
        """What an entry answers to a question that no clock is needed for."""
        values = next(values for name, _, values in self.data["facets"] if name == key)
        column = self.data[key]
        numbers = [column[i]] if key == "kind" else column["sets"][column["of"][i]]
        return {values[number][0] for number in numbers}

    def _when(self, meeting: Meeting) -> set[str]:
        ahead = (meeting.begins.date() - self.now.date()).days
        said = {"today": ahead <= 0, "tomorrow": ahead == 1, "week": ahead < 7, "now": self.is_now(meeting)}
        return {name for name, holds in said.items() if holds}

    def fits(self, i: int, chosen: Chosen) -> bool:
        for key, ids in chosen.items():
            if key not in CLOCK and not self.values(i, key) & set(ids):
                return False
        if not any(key in chosen for key in CLOCK):
            return True
        return any(self._suits(meeting, chosen) for meeting in self._coming[i])

    def _suits(self, meeting: Meeting, chosen: Chosen) -> bool:
        answers = {
            "day": {WEEKDAYS[meeting.begins.weekday()]},
            "time": meeting.parts(),
            "when": self._when(meeting),
        }
        return all(answers[key] & set(chosen[key]) for key in CLOCK if key in chosen)

    def found(self, chosen: Chosen, among: set[int] | None = None) -> list[int]:
        return [i for i in range(self.data["count"]) if (among is None or i in among) and self.fits(i, chosen)]

    def counts(self, chosen: Chosen, among: set[int] | None = None) -> dict[str, list[int]]:
        return {
            key: [len(self.found({**chosen, key: [value]}, among)) for value, _ in values]
            for key, _, values in self.data["facets"]
        }
