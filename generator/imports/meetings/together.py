"""Which meetings are one listing: those of one group that differ in nothing but when they are.

Where a row differs in anything else that visitors read, it stays a listing of its own: nobody can tell whether it is the
same group.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from generator.imports.meetings.meeting import Afar, Meeting
from generator.model.text import LONGEST_SUMMARY


@dataclass(frozen=True, slots=True)
class OneGroup:
    """The meetings of one listing."""

    meetings: tuple[Meeting, ...]
    lines: tuple[str, ...]
    """The words that hold for all of them."""
    notes: tuple[str, ...]
    """For each meeting, what holds for it alone."""
    afar: Afar

    @property
    def first(self) -> Meeting:
        return self.meetings[0]


def groups_of(meetings: Iterable[Meeting]) -> list[OneGroup]:
    """The listings, in the order in which their first meetings stand."""
    alike: dict[Hashable, list[Meeting]] = {}
    for meeting in meetings:
        alike.setdefault(_key(meeting), []).append(meeting)
    found: list[OneGroup] = []
    for together in alike.values():
        found += _by_words(together)
    order = {id(meeting): number for number, meeting in enumerate(m for together in alike.values() for m in together)}
    return sorted(found, key=lambda group: (group.first.cells.origin.row, order[id(group.first)]))


def _key(meeting: Meeting) -> Hashable:
    return (
        meeting.name.casefold(),
        meeting.series,
        meeting.organization,
        meeting.place,
        meeting.area,
        meeting.people,
        meeting.kinds,
        meeting.languages,
        meeting.audiences,
        meeting.access,
        meeting.is_paused,
        meeting.news,
        meeting.lines[:1],
    )


def _by_words(meetings: Sequence[Meeting]) -> list[OneGroup]:
    """One listing if the words and the way to join are the same, or else as many as there are different ones."""
    ways = {meeting.afar for meeting in meetings if meeting.afar}
    told = _told_apart([meeting.lines for meeting in meetings])
    if len(ways) <= 1 and told:
        lines, notes = told
        return [OneGroup(tuple(meetings), lines, notes, next(iter(ways), Afar()))]
    parts: dict[Hashable, list[Meeting]] = {}
    for meeting in meetings:
        parts.setdefault((meeting.afar, meeting.lines), []).append(meeting)
    return [OneGroup(tuple(part), part[0].lines, ("",) * len(part), part[0].afar) for part in parts.values()]


def _told_apart(texts: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The lines that all share, and for each text the one line behind its first that it has beyond them."""
    shortest = min(texts, key=len)
    for shared in (shortest, shortest[:1] + shortest[2:]):
        notes = [_beyond(text, shared) for text in texts]
        if all(note is not None for note in notes):
            return shared, tuple(note or "" for note in notes)
    return None


def _beyond(text: tuple[str, ...], shared: tuple[str, ...]) -> str | None:
    if text == shared:
        return ""
    is_one_more = text[:1] + text[2:] == shared and len(text) > 1
    return text[1] if is_one_more and len(text[1]) <= LONGEST_SUMMARY else None
