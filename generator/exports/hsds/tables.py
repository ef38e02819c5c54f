"""The tabular form: one CSV a table and a datapackage.json, zipped; the same directory gives the same bytes."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.exports.hsds.own_words import KEY, own_words
from generator.exports.hsds.record import Record
from generator.standards.hsds import CHILDREN, TABLES, VERSION, Column, Table
from generator.views.survey import Survey

Row = dict[str, object]
Rows = Mapping[str, Mapping[str, Row]]
"""The rows of each table by their ids."""

# A zip knows no time before this, and the day of writing would make other bytes of the same directory.
_WRITTEN = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
# An apostrophe that was typed before such a text gets another one, so that a reader can take off the one that was put.
_FORMULA = re.compile(r"(?:\s*|'+)[=@+\-\t\r]")
_HARMLESS = re.compile(r"[+-]?[\d ().-]*|[+-]?\d?[A-Z]{2}(,[+-]?\d?[A-Z]{2})*")
_TABULAR_TYPE = {"text": "string", "uuid": "string", "email": "string", "uri": "string"}


def rows(records: Iterable[Record]) -> Rows:
    """Every object inside these records as a row, with the ids of what it belongs to."""
    found: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
    # What stands below two objects of one table, as a schedule for two places, belongs to neither alone.
    ambiguous: set[tuple[str, str]] = set()

    def place(record: Record) -> Row:
        known = found[record.table].get(record.id)
        if known is not None:
            return known
        row = found[record.table][record.id] = dict(record.fields)
        for name, held in record.inside.items():
            child = CHILDREN[record.table][name]
            if isinstance(held, Record):
                place(held)
                row[f"{child.table}_id"] = held.id
            else:
                for one in held:
                    belong(place(one), one, record)
        return row

    def belong(row: Row, record: Record, owner: Record) -> None:
        if record.table == "attribute":
            row.update(link_id=owner.id, link_entity=owner.table)
        column = f"{owner.table}_id"
        if column not in TABLES[record.table].by_name or (record.id, column) in ambiguous:
            return
        if row.setdefault(column, owner.id) != owner.id:
            del row[column]
            ambiguous.add((record.id, column))

    for record in records:
        place(record)
    return found


def package(found: Rows, survey: Survey) -> bytes:
    """The zip."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        described = json.dumps(_described(survey), ensure_ascii=False, indent=2) + "\n"
        archive.writestr(_entry("datapackage.json"), described.encode())
        for table in TABLES.values():
            archive.writestr(_entry(table.file), _csv(table, found[table.name].values()))
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _WRITTEN)
    entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _PLAIN_FILE, 3
    return entry


def _csv(table: Table, found: Iterable[Row]) -> bytes:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    columns = [column.name for column in table.columns]
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in found)
    return written.getvalue().encode()


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; an apostrophe in front is its own way to say so.

    >>> _cell("=HYPERLINK(A1)"), _cell("+44 20 7946 0000"), _cell("-1FR"), _cell(-69.2)
    ("'=HYPERLINK(A1)", '+44 20 7946 0000', '-1FR', -69.2)
    """
    if isinstance(value, str) and _FORMULA.match(value) and not _HARMLESS.fullmatch(value):
        return f"'{value}"
    return value


def _described(survey: Survey) -> dict[str, object]:
    about = survey.directory.about
    described: dict[str, object] = {
        "name": "human_services_data",
        "title": about.name,
        "profile": "tabular-data-package",
        "version": f"{VERSION}.0",
        "homepage": "https://docs.openreferral.org",
    }
    if about.licence:
        licence = {"title": about.licence.name, "path": about.licence.url}
        described["licenses"] = [{name: value for name, value in licence.items() if value}]
    described[KEY] = own_words(survey)
    described["resources"] = [_resource(table) for table in TABLES.values()]
    return described


def _resource(table: Table) -> dict[str, object]:
    keys = [
        {"fields": column.name, "reference": {"resource": column.refers_to, "fields": "id"}}
        for column in table.columns
        if column.refers_to
    ]
    schema: dict[str, object] = {"primaryKey": "id", "fields": [_field(column) for column in table.columns]}
    return {
        "name": table.name,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {**schema, "foreignKeys": keys} if keys else schema,
    }


def _field(column: Column) -> dict[str, object]:
    found: dict[str, object] = {"name": column.name, "type": _TABULAR_TYPE.get(column.type, column.type)}
    if column.type in {"uuid", "email", "uri"}:
        found["format"] = column.type
    constraints: dict[str, object] = {"required": column.required, "unique": column.name == "id"}
    if column.answers:
        constraints["enum"] = list(column.answers)
    return {**found, "constraints": constraints}
