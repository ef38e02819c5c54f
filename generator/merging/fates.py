"""What became of each record of a source, and of each of its fields, when it was brought into a directory."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.imports.report import Origin
from generator.merging.values import Plain
from generator.source.writer import Writable
from generator.words import Words, say

Path = tuple[str, ...]
"""The address of a field in its entry: `("contact", "phones")`."""


class FieldFate(Enum):
    """What became of one field that differs somewhere, the one that wants a look first."""

    CONFLICT = "conflict"
    """The source changed it, and so did people here, or nobody knows who did: what stands here stays."""
    LEADS_NOWHERE = "leads_nowhere"
    """It names something that people here took out."""
    TAKEN = "taken"
    """The source changed it, people here did not."""
    KEPT = "kept"
    """People here changed it, the source did not."""


class RecordFate(Enum):
    """What became of a record as a whole, in the order in which it is told."""

    ADDED = "added"
    """It is new."""
    MERGED = "merged"
    """It was here already; its fields say what happened."""
    GONE = "gone"
    """It stands here, and the source does not have it any more. It stays."""
    TAKEN_OUT = "taken_out"
    """People here took it out. It stays out."""


RECORD_WORDS: dict[RecordFate, Words] = {
    RecordFate.ADDED: say("New, added"),
    RecordFate.GONE: say("No longer in the source, left as it is"),
    RecordFate.TAKEN_OUT: say("Taken out here, stays out"),
}
FIELD_WORDS: dict[FieldFate, Words] = {
    FieldFate.CONFLICT: say("Different here and in the source: yours was kept"),
    FieldFate.LEADS_NOWHERE: say("Names something that was taken out here: left out"),
    FieldFate.TAKEN: say("Changed in the source: taken over"),
    FieldFate.KEPT: say("Changed here only: kept"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs between what was imported last (`base`), what the source says (`theirs`) and what stands
    here (`ours`); None where it is not there."""

    path: Path
    fate: FieldFate
    base: Plain | None
    theirs: Plain | None
    ours: Plain | None
    value: Writable | None = None
    """What is written if it is taken."""

    @property
    def field(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record of the source."""

    section: str
    id: str
    name: str
    fate: RecordFate
    origin: Origin
    file: str = ""
    """The file of the directory in which it stands."""
    fields: tuple[FieldChange, ...] = ()
    asked_id: str = ""
    """The id it would have had, were that not another entry's."""

    def count(self, fate: FieldFate) -> int:
        return sum(change.fate is fate for change in self.fields)
