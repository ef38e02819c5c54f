"""An import brought into a directory: what becomes of each record, and the new contents of the files.

Nothing is written here. What people here changed stays, what they took out stays out, and what the source does not have any
more is only told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.editing.files import Files, NothingChanged
from generator.editing.placing import splice_all
from generator.editing.typed_file import Splice, TypedFile
from generator.imports.imported import Imported
from generator.imports.report import Origin
from generator.load import Loaded
from generator.merging.base import Base, Key, Known
from generator.merging.entry_text import edited
from generator.merging.fates import FieldChange, FieldFate, RecordChange, RecordFate
from generator.merging.here import Here
from generator.merging.homes import Homes
from generator.merging.records import Record, known_as, records_of
from generator.merging.three_way import compared, fitting, told_only
from generator.model.directory import SECTIONS
from generator.source.outline import outline
from generator.source.writer import Path as Where
from generator.source.writer import Writable, written
from generator.words import say


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import comes to in a directory."""

    contents: Mapping[Path, bytes]
    """The files of the directory that change or come to it, with their new contents."""
    base: Base
    """What is remembered for the next time."""
    records: tuple[RecordChange, ...]
    """Each record of which there is something to say, as it came."""
    unchanged: int
    """How many records stand here just as the source says them."""

    def of(self, fate: RecordFate) -> list[RecordChange]:
        return [record for record in self.records if record.fate is fate]

    def with_field(self, fate: FieldFate) -> list[tuple[RecordChange, FieldChange]]:
        return [(record, change) for record in self.records for change in record.fields if change.fate is fate]


def merge(files: Files, imported: Imported, base: Base) -> Merged:
    """Bring an import into the directory; raises `NothingChanged` with every reason if that would not be right."""
    here = Here(files)
    records = records_of(imported.entries, base, here, ids_are_ours=imported.ids_are_ours)
    if base.records and records and not any(record.known for record in records):
        raise NothingChanged(
            say(
                "Nothing was changed: none of these records was in the last import from '{source}'. If this is another source, "
                "give it a name of its own, as in: --source county-helplist",
                source=base.source,
            )
        )
    changes = [_change(record, files) for record in records]
    contents = _contents(files, here, records, changes)
    if contents:
        _look_at(files.rehearsed(contents), records)
    told = [change for change in changes if change is not None and _is_news(change)]
    gone = list(_gone(base, records, here, files))
    return Merged(contents, _next(base, records, here), (*told, *gone), len(records) - len(told))


def _change(record: Record, files: Files) -> RecordChange | None:
    """What becomes of a record; None for one that was taken out here, when that has been told."""
    entry, standing = record.entry, record.standing
    name = str(entry.fields.get("name") or entry.fields.get("address") or entry.id)
    if standing is None and record.known is not None:
        if record.known.taken_out:
            return None
        return RecordChange(entry.section, record.id, name, RecordFate.TAKEN_OUT, entry.origin)
    lost = tuple(
        FieldChange((field,), FieldFate.LEADS_NOWHERE, None, identity, None) for field, identity in record.lost
    )
    if standing is None:
        return RecordChange(
            entry.section, record.id, name, RecordFate.ADDED, entry.origin, fields=lost, asked_id=record.asked_id
        )
    known = record.known.fields if record.known else {}
    fields = compared(standing.section, known, standing.values, entry.fields)
    fields = told_only(fields) if record.is_by_id else fitting(standing.section, standing.values, fields)
    new_loss = tuple(one for one in lost if one.path[0] in known)
    file = files.place(standing.path)
    return RecordChange(standing.section, record.id, name, RecordFate.MERGED, entry.origin, file, (*fields, *new_loss))


def _is_news(change: RecordChange) -> bool:
    return change.fate is not RecordFate.MERGED or bool(change.fields)


def _contents(
    files: Files, here: Here, records: Sequence[Record], changes: Sequence[RecordChange | None]
) -> dict[Path, bytes]:
    """The files with the edits, then with the new entries, which are counted from the edited text."""
    splices: dict[Path, list[Splice]] = {}
    added: dict[Path, list[Record]] = {}
    homes = Homes(files, here, records)
    for record, change in zip(records, changes, strict=True):
        if change is None:
            continue
        if change.fate is RecordFate.ADDED:
            added.setdefault(homes.of(record), []).append(record)
        edits = [(field.path, field.value) for field in change.fields if field.fate is FieldFate.TAKEN]
        if edits and record.standing is not None:
            at = record.standing
            text = files.files[at.path].text
            splices.setdefault(at.path, []).append(edited(text, at.item, at.in_brackets, at.section, edits))
    done = {path: files.files[path].spliced(found) for path, found in splices.items()}
    new = [path for path in added if path not in files.files]
    for path, rows in added.items():
        if path in files.files:
            done[path] = _with_rows(done.get(path, files.files[path]), rows)
        else:
            done[path] = TypedFile.of(_new_file(rows).encode())
    first = done.get(files.resources, files.files[files.resources])
    include = homes.include(first, new)
    if include is not None:
        # Written last: whoever pulls the plug in between has files that are not included yet, and a site that builds.
        done.pop(files.resources, None)
        done[files.resources] = first.spliced([include])
    return {path: file.data for path, file in done.items() if path in new or file.data != files.files[path].data}


def _with_rows(file: TypedFile, rows: Sequence[Record]) -> TypedFile:
    shape = outline(file.text)
    by_section = {section: [row for row in rows if row.entry.section == section] for section in SECTIONS}
    return file.spliced(
        splice_all(file.text, shape, section, [(row.entry.fields, row.entry.note) for row in found])
        for section, found in by_section.items()
        if found
    )


def _new_file(rows: Sequence[Record]) -> str:
    sections: dict[str, Writable] = {}
    notes: dict[Where, str] = {}
    for section in SECTIONS:
        found = [row.entry for row in rows if row.entry.section == section]
        if found:
            sections[section] = [entry.fields for entry in found]
            notes |= {(section, index, "id"): entry.note for index, entry in enumerate(found) if entry.note}
    return written(sections, notes=notes)


def _look_at(after: Loaded, records: Sequence[Record]) -> None:
    """Raises `NothingChanged` where the directory would be wrong, or would not have what was added."""
    if after.errors:
        raise NothingChanged(
            say("Nothing was changed, because the directory would have mistakes:"), tuple(after.errors)
        )
    added = {
        record.id for record in records if record.standing is None and record.entry.section in ("groups", "services")
    }
    lost = sorted(added - after.places.keys() - {record.id for record in records if record.known})
    if lost:
        raise NothingChanged(say("Nothing was changed: {id} would stand in a file that is not included.", id=lost[0]))


def _gone(base: Base, records: Sequence[Record], here: Here, files: Files) -> Sequence[RecordChange]:
    """Records that the source had the last time and has no longer, and that still stand here."""
    still = {record.key for record in records}
    found = []
    for (section, key), known in base.records.items():
        standing = here.find(section, known.id) if (section, key) not in still else None
        if standing is not None:
            name = str(standing.values.get("name") or known.id)
            found.append(
                RecordChange(
                    standing.section, known.id, name, RecordFate.GONE, Origin("", id=key), files.place(standing.path)
                )
            )
    return found


def _next(base: Base, records: Sequence[Record], here: Here) -> Base:
    """What was written now; what is gone at the source is remembered as long as it stands here, for it may come back."""
    kept: dict[Key, Known] = {
        (section, key): known for (section, key), known in base.records.items() if here.find(section, known.id)
    }
    now = {
        record.key: known_as(record.entry, taken_out=record.standing is None and record.known is not None)
        for record in records
    }
    return Base(base.source, kept | now)
