"""Whether ids are one for each object, and lead to objects that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.standards.hsds import CHILDREN, TABLES
from generator.validating.finding import Finding
from generator.validating.hsds.objects import Object
from generator.validating.hsds.values import is_uuid
from generator.words import say

_PARENTS = frozenset({"parent_organization_id", "parent_id"})


class Links:
    """The ids of everything that was read. Add each object, then ask for what is wrong."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], dict[str, object]] = {}
        self._tables: dict[str, str] = {}
        self._in_list: dict[tuple[str, str, str], Object] = {}
        self._known: dict[str, set[str]] = defaultdict(set)
        self._references: list[tuple[Object, str, str, str]] = []
        self._parents: dict[tuple[str, str], tuple[Object, str, str]] = {}

    def add(self, found: Object) -> Iterator[Finding]:
        """Remember an object, and tell where it stands against another."""
        if found.id:
            yield from self._of_its_own(found)
        for field, column in TABLES[found.table].by_name.items():
            target = found.text(field).lower()
            if not target or not column.refers_to:
                continue
            around = found.top(column.refers_to)
            if field in _PARENTS:
                self._parents.setdefault((found.table, found.id), (found, field, target))
                self._references.append((found, field, column.refers_to, target))
                continue
            held = next(found.inside(_field_of(found.table, column.refers_to)), None)
            beside = held if held is not None and held.id else around
            if beside is not None and is_uuid(beside.id) and beside.id != target and beside.table == column.refers_to:
                message = say("This is not the id of the {table} with which it stands.", table=beside.table)
                yield found.finding(field, "belongs-elsewhere", message)
            else:
                self._references.append((found, field, column.refers_to, target))
        for table, field in (("attribute", "link_id"), ("metadata", "resource_id")):
            link, owner = found.text(field).lower(), found.owner
            if found.table != table or not link:
                continue
            if owner is not None and is_uuid(owner.id) and link != owner.id:
                message = say("This is not the id of the {table} with which it stands.", table=owner.table)
                yield found.finding(field, "belongs-elsewhere", message)
            elif owner is None:
                self._references.append((found, field, "", link))

    def broken(self, *, is_whole: bool) -> Iterator[Finding]:
        """References to nothing, and objects above themselves. Of a part of a directory, only what it holds is judged."""
        for found, field, table, target in self._references:
            # Parents, and what attributes belong to, may well stand in another file.
            if not is_whole and (not table or field in _PARENTS):
                continue
            known = self._known.get(table, set()) if table else self._tables.keys()
            if target not in known and (known or is_whole):
                message = say("No {table} has this id.", table=table) if table else say("Nothing has this id.")
                yield found.finding(field, "orphan", message)
        for (table, id_), (found, field, _) in self._parents.items():
            if self._is_above_itself(table, id_):
                yield found.finding(field, "circle", say("By these ids it stands above itself."))

    def _of_its_own(self, found: Object) -> Iterator[Finding]:
        other = self._tables.setdefault(found.id, found.table)
        if other != found.table:
            message = say("A {table} has the same id. Every object needs one of its own.", table=other)
            yield found.finding("id", "id-of-another", message)
        self._known[found.table].add(found.id)
        if found.is_listed:
            place = found.path.partition("[")[0]
            key = (f"{found.file}\n{found.owner.label if found.owner else ''}", f"{found.table} {place}", found.id)
            if self._in_list.setdefault(key, found) is not found:
                yield found.finding(
                    "id", "duplicate", say("Another {table} of the list has the same id.", table=found.table)
                )
                return
        own = {name: value for name, value in found.values.items() if name not in CHILDREN[found.table]}
        own = {name: value for name, value in own.items() if not name.endswith("_id") and value not in (None, "")}
        known = self._values.setdefault((found.table, found.id), own)
        for field in own.keys() & known.keys():
            if own[field] != known[field]:
                message = say("Another {table} with the same id says something else here.", table=found.table)
                yield found.finding(field, "duplicate", message)
                return
        known.update(own)

    def _is_above_itself(self, table: str, id_: str) -> bool:
        seen: set[str] = set()
        at = id_
        while (table, at) in self._parents and at not in seen:
            seen.add(at)
            at = self._parents[table, at][2]
        return at == id_ and bool(seen)


def _field_of(table: str, held: str) -> str:
    """The field in which an object of one table holds a single object of another."""
    inside: Mapping[str, object] = CHILDREN[table]
    names: Iterable[str] = (name for name in inside if name in {held, f"{held}_detail"})
    return next(iter(names), "")
