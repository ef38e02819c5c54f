"""The tables of an HSDS export: which of them are read, and which of their columns.

Tables and columns are named as in the Human Services Data Specification, version 1.1 (Open Referral, CC0), with the later
names of the same things where they changed, and those of version 3.0. The objects of the JSON form are rows of the same
tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.imports.csv_table import Row, Table, table_of
from generator.imports.opened import Member
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
        "tax_status tax_id year_incorporated legal_status logo uri parent_organization_id",
    ),
    "services": _kind(
        "services service",
        "id organization_id name alternate_name description url email status interpretation_services application_process "
        "wait_time fees fees_description eligibility_description minimum_age maximum_age alert assured_date last_modified",
        "program_id accreditations licenses assurer_email",
    ),
    "locations": _kind(
        "locations location",
        "id organization_id location_type url name alternate_name description transportation latitude longitude",
        "external_identifier external_identifier_type",
    ),
    "services_at_location": _kind(
        "services_at_location service_at_location services_at_locations service_at_locations",
        LINKS,
        "description",
    ),
    "phones": _kind("phones phone", f"{LINKS} contact_id number extension type language description"),
    "addresses": _kind(
        "addresses address",
        "id location_id address_1 address_2 city state_province postal_code country address_type",
        "attention region",
    ),
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
    "schedules": _kind(
        "schedules schedule",
        f"{LINKS} valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno bymonthday byyearday "
        "description opens_at closes_at schedule_link attending_type notes",
    ),
    "contacts": _kind("contacts contact", f"{LINKS} name title department email"),
    "cost_options": _kind(
        "cost_options cost_option", "id service_id valid_from valid_to option currency amount amount_description"
    ),
    "eligibility": _kind("eligibility eligibilities", f"{LINKS} eligibility"),
    "languages": _kind("languages language", f"{LINKS} phone_id language code name note"),
    "required_documents": _kind("required_documents required_document", f"{LINKS} document", "uri"),
    "accessibility": _kind(
        "accessibility_for_disabilities accessibility", f"{LINKS} accessibility description details", "url"
    ),
    "service_areas": _kind(
        "service_areas service_area", f"{LINKS} service_area name description", "extent extent_type uri"
    ),
    "attributes": _kind("attributes attribute", "id link_id link_entity link_type taxonomy_term_id value"),
    "taxonomy_terms": _kind(
        "taxonomy_terms taxonomy_term",
        "id code name description parent_id taxonomy language taxonomy_id term_uri vocabulary",
    ),
    "taxonomies": _kind("taxonomies taxonomy", "id name description uri version"),
    "programs": _kind("programs program", "id organization_id", "name alternate_name description"),
    "funding": _kind("funding", "id organization_id service_id", "source"),
    "organization_identifiers": _kind(
        "organization_identifiers organization_identifier",
        "id organization_id",
        "identifier_scheme identifier_type identifier",
    ),
    "metadata": _kind(
        "metadata",
        "id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value "
        "updated_by",
    ),
    "meta_table_descriptions": _kind(
        "meta_table_descriptions meta_table_description", "id name language character_set"
    ),
}

EXPECTED = ("organizations", "locations", "phones")
"""Files without which a directory is thin; their absence is told. Only services are required."""
HOURS = ("regular_schedules", "schedules")
"""One of these tells when things are, by the version of the standard."""


@dataclass(frozen=True, slots=True)
class Package:
    """All tables of an export."""

    tables: Mapping[str, Table] = field(default_factory=dict)
    _indexes: dict[tuple[str, str], dict[str, list[Row]]] = field(default_factory=dict, init=False)

    @classmethod
    def indexed(cls, tables: Mapping[str, Table], indexes: dict[tuple[str, str], dict[str, list[Row]]]) -> Package:
        """A package of which it is known already what belongs to what: rows by table, column and the id there."""
        package = cls(tables)
        package._indexes.update(indexes)
        return package

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none if its file is not there."""
        found = self.tables.get(table)
        return found.rows if found else ()

    def by(self, table: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by the id in one of their columns; rows without one are left out."""
        if (table, column) not in self._indexes:
            found = self._indexes[table, column] = {}
            for row in self.rows(table):
                if row[column]:
                    found.setdefault(row[column], []).append(row)
        return self._indexes[table, column]

    def with_table(self, name: str, table: Table, *, like: str) -> Package:
        """This package with another table, whose rows belong to what they belong to in the table `like`."""
        package = Package({**self.tables, name: table})
        package._indexes.update(self._indexes)
        kept = {id(row) for row in table.rows}
        for (other, column), found in self._indexes.items():
            if other == like:
                package._indexes[name, column] = {
                    owner: [row for row in rows if id(row) in kept] for owner, rows in found.items()
                }
        return package


def read_package(members: Iterable[Member], where: str, report: Report) -> Package:
    """Read the tables of an export called `where`; raises `InputError` with every reason why they cannot be used."""
    files = {PurePosixPath(member.base).stem: member for member in members if member.base.endswith(".csv")}
    tables, problems = {}, []
    same: dict[str, str] = {}
    for name, kind in TABLES.items():
        member = next((files.pop(file) for file in kind.files if file in files), None)
        if member is not None:
            try:
                tables[name] = table_of(PurePosixPath(member.name).name, member.bytes(), report, same)
            except InputError as error:
                problems += error.problems
    problems += _unusable(where, tables) if not problems else []
    if problems:
        raise InputError(problems)
    for name, member in sorted(files.items()):
        report.note(say("{file} was not read: nothing here is made from it.", file=member.name or name))
    for name in EXPECTED:
        if name not in tables:
            report.note(say("There is no {file} in the export.", file=f"{name}.csv"))
    if not any(name in tables for name in HOURS):
        report.note(say("There is no {file} in the export.", file=f"{HOURS[0]}.csv"))
    return Package(tables)


def tell_what_has_no_field(package: Package, report: Report, well_known: Collection[str] = ()) -> None:
    """Tell of columns that are not known, and of values for which a directory here has no field.

    The records in `well_known` are our own, of which everything is understood.
    """
    reason = say("A directory here has no field for it.")
    for name, table in package.tables.items():
        if name in {"physical_addresses", "postal_addresses"} and "addresses" in package.tables:
            # The same rows once more.
            continue
        for note in _columns_not_read(table, TABLES[name]):
            report.note(note)
        for column in sorted(TABLES[name].no_field & set(table.columns)):
            for row in table.rows:
                if column in row.values and row.id not in well_known:
                    report.dropped(row.origin, column, row[column], reason)


def _unusable(folder: str, tables: Mapping[str, Table]) -> Iterator[Problem]:
    services = tables.get("services")
    hint = say("Name the folder of an HSDS export in CSV: it holds services.csv and, if there are any, organizations.csv, "
               "locations.csv, phones.csv and others.")  # fmt: skip
    if services is None:
        message = say("There is no services.csv in '{folder}'.", folder=folder)
        yield Problem(Place(folder), Level.ERROR, "import", message, hint)
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
