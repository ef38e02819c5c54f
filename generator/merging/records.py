"""The records of an import as they are called here: which were known before, which are new, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.imports.entries import Entry
from generator.imports.ids import ids_for
from generator.merging.base import Base, Key, Known
from generator.merging.here import LISTINGS, Here, Standing, folded
from generator.merging.values import Plain, alike, as_read
from generator.model.directory import SECTIONS
from generator.source.writer import Writable

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "organization": ("organizations",),
    "location": ("locations",),
    "related": LISTINGS,
    "worksheets": ("worksheets",),
    "goals": ("goals",),
    "areas": ("areas",),
}
"""Fields that hold ids, and the sections where these stand."""
BY_NAME = frozenset({"organizations", "areas", "audiences", "goals"})
"""Sections where two things with one name are one thing."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the source, with its id here."""

    key: Key
    entry: Entry
    """With the fields as they are called here."""
    known: Known | None
    """What was written last."""
    standing: Standing | None
    """Where it stands, if it does."""
    asked_id: str = ""
    """The id it would have had, were that not another entry's."""
    is_by_id: bool = False
    """Known by nothing but its id: what differs is told, and nothing is taken."""
    lost: tuple[tuple[str, Plain], ...] = ()
    """References that were left out, as what they name was taken out here."""

    @property
    def id(self) -> str:
        return self.entry.id


def keys_of(entries: Sequence[Entry]) -> list[Key]:
    """What to know each entry by the next time: its id in the source, or else its id here."""
    found: list[Key] = []
    seen: set[Key] = set()
    for entry in entries:
        key = (entry.section, entry.origin.id or f"={entry.id}")
        if key in seen:
            key = (entry.section, f"{key[1]}={entry.id}")
        seen.add(key)
        found.append(key)
    return found


def first_base(source: str, entries: Sequence[Entry]) -> Base:
    """The base of a directory that was made wholly by this import."""
    keys = keys_of(entries)
    return Base(source, {key: known_as(entry) for key, entry in zip(keys, entries, strict=True)})


def known_as(entry: Entry, *, taken_out: bool = False) -> Known:
    """What is remembered of an entry."""
    fields = {name: as_read(value) for name, value in entry.fields.items() if name != "id"}
    return Known(entry.id, fields, taken_out)


def records_of(entries: Sequence[Entry], base: Base, here: Here, *, ids_are_ours: bool = False) -> list[Record]:
    """The entries with their ids here; a reference leads where the thing it names is, or is left out."""
    named = _Naming(base, here, ids_are_ours).all(list(zip(keys_of(entries), entries, strict=True)))
    ids = {(entry.section, entry.id): record.id for entry, record in zip(entries, named, strict=True)}
    there = here.ids() | {
        (record.entry.section, record.id) for record in named if record.standing is None and record.known is None
    }
    return [_referring(record, ids, there) for record in named]


class _Naming:
    """Gives ids: those of the last import again, and for what is new one that nobody else has."""

    def __init__(self, base: Base, here: Here, ids_are_ours: bool) -> None:
        self._base = base
        self._ids_are_ours = ids_are_ours
        self._here = here
        self._claimed: dict[str, set[str]] = {}
        for (section, _), known in base.records.items():
            self._claimed.setdefault(_pool(section), set()).add(known.id)
        self._taken = {pool: here.taken(pool) | self._claimed.get(pool, set()) for pool in map(_pool, SECTIONS)}
        self._ids: dict[tuple[str, str], str] = {}

    def all(self, rows: list[tuple[Key, Entry]]) -> list[Record]:
        """The records in the order of the rows; what listings refer to is named before them."""
        found: dict[Key, Record] = {}
        for key, entry in sorted(rows, key=lambda row: row[1].section in LISTINGS):
            found[key] = self._record(key, entry)
            self._ids[entry.section, entry.id] = found[key].id
        return [found[key] for key, _ in rows]

    def _record(self, key: Key, entry: Entry) -> Record:
        known = self._base.records.get(key)
        if known is not None:
            renamed = replace(entry, fields={**entry.fields, "id": known.id})
            return Record(key, renamed, known, self._here.find(entry.section, known.id))
        standing = self._same(entry)
        if standing is not None:
            identity = str(standing.values["id"]).strip()
            self._claim(entry, identity)
            renamed = replace(entry, fields={**entry.fields, "id": identity})
            return Record(key, renamed, None, standing, is_by_id=self._is_meant(entry))
        taken = self._taken[_pool(entry.section)]
        identity = entry.id if entry.id not in taken else ids_for([(entry.id, entry.origin.id)], taken)[0]
        self._claim(entry, identity)
        asked = entry.id if identity != entry.id else ""
        return Record(key, replace(entry, fields={**entry.fields, "id": identity}), None, None, asked)

    def _claim(self, entry: Entry, identity: str) -> None:
        self._claimed.setdefault(_pool(entry.section), set()).add(identity)
        self._taken[_pool(entry.section)].add(identity)

    def _is_meant(self, entry: Entry) -> bool:
        """Whether the source itself calls it by the id that it would have here."""
        return self._ids_are_ours and entry.section in LISTINGS and entry.origin.id == entry.id

    def _same(self, entry: Entry) -> Standing | None:
        """What stands here and is certainly the same thing, though no import brought it."""
        standing = self._here.find(entry.section, entry.id)
        if entry.section in BY_NAME:
            standing = self._here.named(entry.section, str(entry.fields.get("name", "")))
        if standing is None or str(standing.values["id"]).strip() in self._claimed.get(_pool(entry.section), ()):
            return None
        as_here = replace(entry, fields={name: self._as_here(name, value) for name, value in entry.fields.items()})
        return standing if self._is_meant(entry) or is_the_same(as_here, standing) else None

    def _as_here(self, name: str, value: Writable) -> Writable:
        """A value with the ids of what was named so far."""
        if name not in REFERENCES or isinstance(value, Mapping):
            return value
        return [called_here(typed, REFERENCES[name], self._ids) for typed in _texts(value)]


def is_the_same(entry: Entry, standing: Standing) -> bool:
    """Whether an entry that nobody imported is certainly what the source speaks of.

    A listing must say nothing else than the source; what is known by its name must have the same; a place the same address.
    """
    if standing.section != entry.section:
        return False
    if entry.section in BY_NAME:
        return folded(str(entry.fields.get("name", ""))) == folded(standing.values.get("name"))
    theirs = {name: as_read(value) for name, value in entry.fields.items()}
    same = {
        name: alike(entry.section, name, standing.values[name], value)
        for name, value in theirs.items()
        if name in standing.values
    }
    if entry.section == "locations" and "address" in same:
        return same["address"] and same.get("city", True) and same.get("postal_code", True)
    return all(same.values())


def _pool(section: str) -> str:
    return LISTINGS[0] if section in LISTINGS else section


def _referring(record: Record, ids: Mapping[tuple[str, str], str], there: set[tuple[str, str]]) -> Record:
    fields: dict[str, Writable] = {}
    lost: list[tuple[str, Plain]] = []
    for name, value in record.entry.fields.items():
        sections = REFERENCES.get(name)
        if sections is None or isinstance(value, Mapping):
            fields[name] = value
            continue
        found, missing = _led(value, sections, ids, there)
        lost += [(name, one) for one in missing]
        if found:
            is_list = isinstance(value, Sequence) and not isinstance(value, str)
            fields[name] = found if is_list else found[0]
    return replace(record, entry=replace(record.entry, fields=fields), lost=tuple(lost))


def _led(
    value: Writable, sections: Sequence[str], ids: Mapping[tuple[str, str], str], there: set[tuple[str, str]]
) -> tuple[list[str], list[str]]:
    """The ids as they are here, and those that lead nowhere."""
    found: list[str] = []
    missing: list[str] = []
    for typed in _texts(value):
        identity = called_here(typed, sections, ids)
        known = any((section, identity) in there for section in sections)
        (found if known else missing).append(identity)
    return found, missing


def called_here(typed: str, sections: Sequence[str], ids: Mapping[tuple[str, str], str]) -> str:
    """What an id of the import is called here."""
    return next((ids[section, typed] for section in sections if (section, typed) in ids), typed)


def _texts(value: Writable) -> Iterator[str]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from map(str, value)
    else:
        yield str(value)
