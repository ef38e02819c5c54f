"""What a check is given, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from generator.model.base import Part
from generator.model.directory import SECTIONS, Directory, everything
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.problems import Level, Place
from generator.words import Words

Where = tuple[str | int, ...]
"""The address of a value in the file, as keys and list positions: `("groups", 3, "contact", "phones", 0)`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed: where in the directory, what was seen, and what to type."""

    where: Where
    message: Words
    hint: Words
    level: Level | None = None
    """How bad it is, where that differs from the check's own level."""


def _in_the_usual_file(_where: Where) -> Place:
    return Place("resources.yaml")


@dataclass(frozen=True, slots=True)
class Subject:
    """A directory under check, on one day, and where its parts stand in the files.

    Where something could not be read, the directory holds the rest: a check then says what is wrong with that, and
    nothing that may only come of the gap.
    """

    directory: Directory
    today: date
    has_head: bool = True
    """False if `directory:` or `crisis:` could not be read: then there is no country and no rhythm of review."""
    is_complete: bool = True
    """False if a file could not be read to its end: nobody can tell what else stands there."""
    partly: Sequence[tuple[Where, Part]] = ()
    """What is left of entries that could not be read wholly. Each value in them can be judged, what is missing cannot."""
    typed_ids: Mapping[str, Sequence[tuple[Where, str]]] = field(default_factory=dict)
    """Every id that stands in the files with its address, by section, also of entries that could not be read: a
    reference to such an entry is no second mistake."""
    likely_ids: Mapping[str, Set[str]] = field(default_factory=dict)
    """By section the ids that entries without one, or with an impossible one, will most likely get."""
    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For each section the place in the file's list of each of its parts; they count through where nothing is given."""
    place: Callable[[Where], Place] = _in_the_usual_file
    """File, line and column of an address."""

    def everything(self) -> Iterator[tuple[Where, Part]]:
        """Each item of each list with its address, also what is left of those that could not be read wholly."""
        yield from self._whole()
        yield from self.partly

    def entries(self) -> Iterator[tuple[Where, Entry]]:
        """Each group, service and worksheet that could be read wholly."""
        for where, part in self._whole():
            if isinstance(part, Entry):
                yield where, part

    def listings(self) -> Iterator[tuple[Where, Listing]]:
        """Each group and service that could be read wholly."""
        for where, part in self._whole():
            if isinstance(part, Listing):
                yield where, part

    def _whole(self) -> Iterator[tuple[Where, Part]]:
        for (section, index), part in everything(self.directory):
            rows = self.rows.get(section)
            yield (section, rows[index] if rows else index), part

    def ids(self, *sections: str) -> Iterator[tuple[Where, str]]:
        """Every id that is typed in these sections, with its address."""
        if self.typed_ids:
            for section in sections:
                yield from self.typed_ids.get(section, ())
            return
        for where, part in self.everything():
            if where[0] in sections:
                typed = getattr(part, "id", None)
                if typed:
                    yield (*where, "id"), typed


class Check(Protocol):
    """What each file in this folder holds: a docstring that is its page of the manual, and these three.

    The docstring begins with one sentence that says what the check asks for. Then it tells why that matters to a
    visitor, and under the headings "Passes", "Is refused" or "Is told", and "How to mend it" what to do.
    """

    ID: str
    """The name at the end of each of its problems, and of its page."""
    LEVEL: Level
    """How bad a finding is, unless it says otherwise itself."""

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Everything in the directory that this check has something to say about."""
        ...


__all__ = ["SECTIONS", "Check", "Finding", "Subject", "Where"]
