"""What an import makes: an entry of the new directory, with the record it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from generator.imports.report import Origin, Report
from generator.model.directory import SECTIONS
from generator.model.refusals import Refusal, refusals
from generator.source.writer import Writable


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry under a section, in the order in which its fields are written."""

    section: str
    origin: Origin
    fields: Mapping[str, Writable]
    home: str = ""
    """Id, in the export, of the organization it belongs to; the entries of one organization share a file."""
    note: str = ""
    """Where it came from; written behind its id as a comment."""

    @property
    def id(self) -> str:
        return str(self.fields["id"])


def filled(**fields: Writable | None) -> dict[str, Writable]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def as_typed(value: Writable) -> Writable:
    """A value as it is read back from a file: dates are text there, and may stand for more than a date.

    >>> as_typed({"cancelled": [date(2026, 12, 22)], "minimum_age": 18})
    {'cancelled': ['2026-12-22'], 'minimum_age': 18}
    """
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {name: as_typed(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_typed(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def fitted(entry: Entry, report: Report) -> Entry | None:
    """The entry as the model takes it. What the model refuses is taken out and told; None if too little is left."""
    fields = dict(entry.fields)
    kind = SECTIONS[entry.section]
    while True:
        try:
            kind.model_validate(as_typed(fields))
        except ValidationError as error:
            found = {str(refusal.where[0]) if refusal.where else "": refusal for refusal in refusals(error, kind)}
        else:
            return Entry(entry.section, entry.origin, fields, entry.home, entry.note)
        needed = {name for name, field in kind.model_fields.items() if field.is_required()}
        removable = [name for name in found if name in fields and name not in needed]
        if not removable:
            _tell_of_loss(entry, found, report)
            return None
        for name in removable:
            report.dropped(entry.origin, name, _shown(fields.pop(name)), found[name].message)


def _tell_of_loss(entry: Entry, found: Mapping[str, Refusal], report: Report) -> None:
    for name, refusal in found.items():
        report.dropped(entry.origin, name, _shown(entry.fields.get(name, "")), refusal.message)


def _shown(value: Writable) -> str:
    return value if isinstance(value, str) else repr(value)
