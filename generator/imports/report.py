"""What an import dropped, changed, guessed or kept as text: one line for each, with the row it came from.

>>> report = Report()
>>> report.dropped(Origin("phones.csv", 9, "51"), "number", "no phone", say("There is no number in it."))
>>> report.count(Happened.DROPPED), report.lines[0].origin.row
(1, 9)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from generator.words import Words, say


class Happened(Enum):
    """What became of a value, the gravest first."""

    DROPPED = "dropped"
    CHANGED = "changed"
    GUESSED = "guessed"
    KEPT_AS_TEXT = "kept_as_text"

    @property
    def words(self) -> Words:
        """The word for it in a table."""
        return _WORDS[self]


_WORDS = {
    Happened.DROPPED: say("dropped"),
    Happened.CHANGED: say("changed"),
    Happened.GUESSED: say("guessed"),
    Happened.KEPT_AS_TEXT: say("kept as text"),
}


Way: TypeAlias = "str | tuple[Way, str]"
"""A JSON pointer, or one with a step further; a large file has some hundred thousand, most of which nobody reads."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the export something stood."""

    file: str
    row: int = 0
    """Row as a spreadsheet counts, the names of the columns being row 1; 0 where the whole file is meant."""
    id: str = ""
    """Id of the record, or of the record it belongs to, as it was typed."""
    name: str = ""
    """Name of the record, if it has one."""
    last_row: int = 0
    """Last of several rows told together."""
    way: Way = ""
    """Where in a JSON file it stood, in steps; `row` then only counts."""

    @property
    def pointer(self) -> str:
        """The way as one text; empty if it was no JSON.

        >>> Origin("phones", way=(("services.json#/3", "/contacts/0"), "/phones/1")).pointer
        'services.json#/3/contacts/0/phones/1'
        """
        way, steps = self.way, [""]
        while not isinstance(way, str):
            way, step = way
            steps.append(step)
        return way + "".join(reversed(steps))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that did not come over just as it was."""

    origin: Origin
    field: str
    """Column of the export, empty where the whole row is meant."""
    happened: Happened
    original: str
    """The text that stood there, whole."""
    reason: Words


@dataclass(slots=True)
class Tally:
    """What became of the rows of one file."""

    rows: int = 0
    used: set[int] = field(default_factory=set)
    """Numbers of the rows that something was made of."""
    silent: set[int] = field(default_factory=set)
    """Numbers of the rows that say nothing, such as a weekday without hours."""

    @property
    def left_out(self) -> int:
        return self.rows - len(self.used | self.silent)


@dataclass(slots=True)
class Report:
    """Everything that a person should know about an import, in the order in which it came up."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    """What holds for a whole file or for the whole import."""
    rows: dict[str, Tally] = field(default_factory=dict)
    """What became of the rows, by file."""
    made: Counter[str] = field(default_factory=Counter)
    """How many entries were written, by section: `{"services": 429}`."""

    def dropped(self, origin: Origin, column: str, original: str, reason: Words) -> None:
        """Something is not in the new directory."""
        self.lines.append(Line(origin, column, Happened.DROPPED, original, reason))

    def changed(self, origin: Origin, column: str, original: str, reason: Words) -> None:
        """Something is there in another form."""
        self.lines.append(Line(origin, column, Happened.CHANGED, original, reason))

    def guessed(self, origin: Origin, column: str, original: str, reason: Words) -> None:
        """Something is there that the export does not say in so many words."""
        self.lines.append(Line(origin, column, Happened.GUESSED, original, reason))

    def kept(self, origin: Origin, column: str, original: str, reason: Words) -> None:
        """Something is there as plain text, where a field of its own would be better."""
        self.lines.append(Line(origin, column, Happened.KEPT_AS_TEXT, original, reason))

    def use(self, origin: Origin) -> None:
        """Something was made of this row."""
        self.rows.setdefault(origin.file, Tally()).used.add(origin.row)

    def pass_over(self, origin: Origin) -> None:
        """This row says nothing."""
        self.rows.setdefault(origin.file, Tally()).silent.add(origin.row)

    def note(self, words: Words) -> None:
        """Say something about the whole."""
        self.notes.append(words)

    def count(self, happened: Happened) -> int:
        return sum(line.happened is happened for line in self.lines)

    def reasons(self) -> list[tuple[Happened, Words, int]]:
        """How often each thing happened for each reason, the gravest first, then the most frequent.

        What differs from row to row in a reason stands as an ellipsis.
        """
        counts = Counter((line.happened, line.reason.singular) for line in self.lines)
        reasons = {line.reason.singular: _without_values(line.reason) for line in self.lines}
        order = list(Happened)
        ranked = sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1]))
        return [(happened, reasons[text], count) for (happened, text), count in ranked]


def _without_values(reason: Words) -> Words:
    return Words(reason.singular, dict.fromkeys(reason.values, "…"))
