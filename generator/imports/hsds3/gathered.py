"""The objects of HSDS JSON, which hold one another, laid out as rows of the tables that the CSV form has.

An object that stands in several places, as a phone below a service and below its contact, is one row that belongs to both.

>>> gathered = Gathered(Report())
>>> gathered.add("service", {"id": "1", "name": "Tea", "phones": [{"id": "2", "number": "988"}]}, "tea.json#")
>>> [row["number"] for row in gathered.package().by("phones", "service_id")["1"]]
['988']
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from generator.imports.csv_table import Row, Table
from generator.imports.hsds_tables import Package
from generator.imports.report import Origin, Report, Tally, Way
from generator.standards.hsds import CHILDREN, TABLES
from generator.words import Words, say

TABLE_OF: Mapping[str, str] = {name: table.file.removesuffix(".csv") for name, table in TABLES.items()} | {
    "service_at_location": "services_at_location"
}
"""The table of each object, by the name that earlier versions gave it."""

DEEPEST = 12
"""Objects of the specification hold one another less deeply than this."""

_MAIN = {"service", "organization", "location", "service_at_location"}
# Columns in which a row names what it belongs to; the other objects name what they hold.
_OWNED_BY_LINK = {"attribute": "link", "metadata": "resource"}

_LONGEST_SHOWN = 500
_SHORT = 24
"""Characters of a text that is likely to come again."""


class Gathered:
    """Rows by their tables, and which of them belong to what."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._rows: dict[str, list[Row]] = {}
        self._by_id: dict[str, dict[str, Row]] = {}
        self._links: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._columns: dict[str, dict[str, None]] = {}
        self._same: dict[str, str] = {}

    def add(self, table: str, values: Mapping[str, Any], pointer: str) -> None:
        """An object with all that is inside it; `pointer` says where it stands, as in `services.json#/contents/3`."""
        self._add(table, values, pointer, "", 0)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def package(self) -> Package:
        """The tables, with an index for each way in which rows belong together."""
        tables = {}
        for name, rows in self._rows.items():
            tables[name] = Table(name, tuple(self._columns[name]), tuple(rows))
            self._report.rows[name] = Tally(rows=len(rows))
        for (name, column), found in self._links.items():
            nested = {id(row) for rows in found.values() for row in rows}
            for row in self._rows[name]:
                if column in row.values and id(row) not in nested:
                    found.setdefault(row.values[column], []).append(row)
        return Package.indexed(tables, self._links)

    def _add(self, table: str, values: Mapping[str, Any], way: Way, name: str, depth: int) -> tuple[Row, bool]:
        """The row of an object, and whether it is a new one."""
        inside: list[tuple[str, Any]] = []
        odd: list[tuple[str, Any]] = []
        cells: dict[str, str] = {}
        children, same = CHILDREN[table], self._same
        for field, value in values.items():
            if isinstance(value, str):
                if text := value.strip():
                    # Each object of a long list comes with names and short words of its own; one of each will do.
                    short = same.setdefault(text, text) if len(text) <= _SHORT else text
                    cells[same.setdefault(field, field)] = short
            elif isinstance(value, bool):
                cells[field] = "true" if value else "false"
            elif not value:
                continue
            elif field in children:
                inside.append((field, value))
            else:
                odd.append((field, value))
        row, is_new = self._row(table, cells, way, name)
        for field, value in odd:
            self._drop(row, field, value, say("There is a list or a group of fields here, where a text belongs."))
        for field, value in inside:
            child = children[field]
            held = value if isinstance(value, list) else [value]
            if not child.is_list and len(held) > 1:
                self._drop(
                    row, field, held[1:], say("There are several here, where one belongs; the first one was taken.")
                )
                held = held[:1]
            for number, one in enumerate(held):
                step = f"/{field}/{number}" if isinstance(value, list) else f"/{field}"
                at = (way, same.setdefault(step, step))
                if not isinstance(one, dict):
                    if one not in (None, ""):
                        self._drop(row, field, one, say("There is a text here, where an object with fields belongs."))
                elif depth >= DEEPEST:
                    self._drop(row, field, one, say("It stands deeper inside others than the standard has anything."))
                elif child.is_list:
                    inner, inner_is_new = self._add(child.table, one, at, name or row.origin.name, depth + 1)
                    self._belongs(child.table, inner, inner_is_new, table, row)
                else:
                    # One that is named, not owned: the row keeps its id.
                    inner, _ = self._add(child.table, one, at, "", depth + 1)
                    column = f"{child.table}_id"
                    _cells(row).setdefault(column, inner.id)
                    self._columns[TABLE_OF[table]][column] = None
        return row, is_new

    def _belongs(self, table: str, row: Row, is_new: bool, owner_table: str, owner: Row) -> None:
        column = f"{_OWNED_BY_LINK.get(table, owner_table)}_id"
        name = TABLE_OF[table]
        rows = self._links.setdefault((name, column), {}).setdefault(owner.id, [])
        if is_new or not any(known is row for known in rows):
            rows.append(row)
        cells = _cells(row)
        cells.setdefault(column, owner.id)
        if column == "link_id":
            cells.setdefault("link_entity", owner_table)
        self._columns[name][column] = None

    def _row(self, table: str, cells: dict[str, str], way: Way, name: str) -> tuple[Row, bool]:
        id_ = cells.get("id", "")
        by_id = self._by_id.setdefault(table, {})
        known = by_id.get(id_) if id_ else None
        if known is not None and self._says_the_same(table, known, cells, way):
            return known, False
        columns = self._columns.setdefault(TABLE_OF[table], {})
        rows = self._rows.setdefault(TABLE_OF[table], [])
        number = len(rows) + 1
        # What belongs to it must be able to say so.
        id_ = id_ or f"no-id-{table}-{number}"
        row = Row(Origin(TABLE_OF[table], number, id_, name or cells.get("name", ""), way=way), cells)
        rows.append(row)
        if not cells.keys() <= columns.keys():
            columns.update(dict.fromkeys(cells))
        if known is None:
            by_id[id_] = row
        return row, True

    def _says_the_same(self, table: str, known: Row, cells: dict[str, str], way: Way) -> bool:
        """Whether this is the known record once more, perhaps with more fields.

        A record of its own is one however often it is told; of two phones and the like with one id both are kept.
        """
        old = _cells(known)
        other = {field: text for field, text in cells.items() if old.get(field, text) != text}
        if other and table not in _MAIN:
            return False
        at = known.origin
        for field, text in other.items():
            reason = say("The same record says something else at {other}; that was taken.", other=at.pointer)
            self._report.dropped(Origin(at.file, at.row, at.id, at.name, way=way), field, text, reason)
        new = {field: text for field, text in cells.items() if field not in old}
        if new:
            old.update(new)
            self._columns[TABLE_OF[table]].update(dict.fromkeys(new))
        return True

    def _drop(self, row: Row, field: str, value: Any, reason: Words) -> None:
        self._report.dropped(row.origin, field, _shown(value), reason)


def _cells(row: Row) -> dict[str, str]:
    """The cells of a row that was made here, and may still grow."""
    return cast("dict[str, str]", row.values)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
