"""The CSV files of an HSDS export: which of them are read, and which of their columns.

Tables and columns are named as in the Human Services Data Specification, version 1.1 (Open Referral, CC0), with the later
names of the same things where they changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.imports.csv_table import Row, Table, read_table
from generator.imports.report import Report
from generator.problems import InputError, Level, Place, Problem
from generator.words import Words, say

LINKS = "id location_id service_id organization_id service_at_location_id"


@dataclass(frozen=True, slots=True)
class Kind:
    """A table: the names its file may have, the columns that are read, and those for which we have no field."""

    files: tuple[str, ...]
    read: frozenset[str]
    no_field: frozenset[str] = frozenset()


def _kind(files: str, read: str, no_field: str = "") -> Kind:
    return Kind(tuple(files.split()), frozenset(read.split()), frozenset(no_field.split()))


TABLES: Mapping[str, Kind] = {
    "organizations": _kind(
        "organizations organization",
        "id name alternate_name description email url website",
        "tax_status tax_id year_incorporated legal_status",
    ),
    "services": _kind(
        "services service",
        "id organization_id name alternate_name description url email status interpretation_services application_process "
        "wait_time fees fees_description eligibility_description minimum_age maximum_age alert",
        "program_id accreditations licenses",
    ),
    "locations": _kind(
        "locations location",
        "id organization_id name alternate_name description transportation latitude longitude",
    ),
    "services_at_location": _kind(
        "services_at_location service_at_location services_at_locations service_at_locations",
        LINKS,
        "description",
    ),
    "phones": _kind("phones phone", f"{LINKS} number extension type language description", "contact_id"),
    "physical_addresses": _kind(
        "physical_addresses physical_address",
        f"{LINKS} address_1 address_2 city state_province postal_code country",
        "attention region",
    ),
    "postal_addresses": _kind(
        "postal_addresses postal_address",
        f"{LINKS} attention address_1 address_2 city state_province postal_code country",
        "region",
    ),
    "regular_schedules": _kind("regular_schedules regular_schedule", f"{LINKS} weekday opens_at closes_at"),
    "eligibility": _kind("eligibility eligibilities", f"{LINKS} eligibility"),
    "languages": _kind("languages language", f"{LINKS} language code name"),
    "required_documents": _kind("required_documents required_document", f"{LINKS} document"),
    "accessibility": _kind(
        "accessibility_for_disabilities accessibility", f"{LINKS} accessibility description details"
    ),
    "service_areas": _kind("service_areas service_area", f"{LINKS} service_area name description"),
}

EXPECTED = ("organizations", "locations", "phones", "regular_schedules")
"""Files without which a directory is thin; their absence is told. Only services are required."""


@dataclass(frozen=True, slots=True)
class Package:
    """All tables of an export."""

    tables: Mapping[str, Table] = field(default_factory=dict)
    _indexes: dict[tuple[str, str], dict[str, list[Row]]] = field(default_factory=dict, init=False)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none if its file is not there."""
        found = self.tables.get(table)
        return found.rows if found else ()

    def by(self, table: str, column: str) -> Mapping[str, list[Row]]:
        """The rows of a table by the id in one of their columns; rows without one are left out."""
        if (table, column) not in self._indexes:
            found = self._indexes[table, column] = {}
            for row in self.rows(table):
                if row[column]:
                    found.setdefault(row[column], []).append(row)
        return self._indexes[table, column]


def read_package(folder: Path, report: Report) -> Package:
    """Read an export; raises `InputError` with every reason why the folder cannot be used."""
    files = _csv_files(folder)
    tables, problems = {}, []
    for name, kind in TABLES.items():
        path = next((files.pop(file) for file in kind.files if file in files), None)
        if path is not None:
            try:
                tables[name] = read_table(path, report)
            except InputError as error:
                problems += error.problems
    problems += _unusable(folder, tables) if not problems else []
    if problems:
        raise InputError(problems)
    for name, path in sorted(files.items()):
        report.note(say("{file} was not read: nothing here is made from it.", file=path.name or name))
    for name in EXPECTED:
        if name not in tables:
            report.note(say("There is no {file} in the export.", file=f"{name}.csv"))
    for name, table in tables.items():
        for note in _columns_not_read(table, TABLES[name]):
            report.note(note)
    _report_no_field(tables, report)
    return Package(tables)


def _csv_files(folder: Path) -> dict[str, Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    except OSError as cause:
        message = say("The folder '{folder}' cannot be read: {cause}.", folder=folder, cause=cause.strerror or cause)
        hint = say("Name the folder that holds the CSV files.")
        raise InputError([Problem(Place(str(folder)), Level.ERROR, "import", message, hint)]) from None
    return {path.stem.lower(): path for path in found}


def _unusable(folder: Path, tables: Mapping[str, Table]) -> Iterator[Problem]:
    services = tables.get("services")
    hint = say("Name the folder of an HSDS export in CSV: it holds services.csv and, if there are any, organizations.csv, "
               "locations.csv, phones.csv and others.")  # fmt: skip
    if services is None:
        message = say("There is no services.csv in '{folder}'.", folder=folder)
        yield Problem(Place(str(folder)), Level.ERROR, "import", message, hint)
    elif "name" not in services.columns:
        message = say("There is no column 'name' in {file}.", file=services.file)
        yield Problem(Place(services.file), Level.ERROR, "import", message, say("The first row must name the columns."))
    elif not services.rows:
        message = say("There are no services in {file}.", file=services.file)
        yield Problem(Place(services.file), Level.ERROR, "import", message, hint)


def _columns_not_read(table: Table, kind: Kind) -> Iterator[Words]:
    for column in table.columns:
        if column in kind.read | kind.no_field:
            continue
        filled = [row for row in table.rows if row[column]]
        if filled:
            yield say(
                "{file}: the column '{column}' is not known and was not read. Rows with something there: {n}, first row {row}: {text}",
                file=table.file,
                column=column,
                n=len(filled),
                row=filled[0].origin.row,
                text=repr(filled[0][column][:80]),
            )
        else:
            yield say("{file}: the column '{column}' is not known; it is empty.", file=table.file, column=column)


def _report_no_field(tables: Mapping[str, Table], report: Report) -> None:
    for name, table in tables.items():
        for row in table.rows:
            for column in sorted(TABLES[name].no_field):
                if row[column]:
                    report.dropped(row.origin, column, row[column], say("A directory here has no field for it."))
