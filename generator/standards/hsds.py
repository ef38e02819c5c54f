"""HSDS 3.0 as tables: its objects, their columns in order with types, what is required, what holds what.

The facts of the specification (https://docs.openreferral.org/en/3.0/) in a notation of our own: `name:type!`, where the
type is text if none is named and `!` marks what is required.

>>> [column.name for column in TABLES["taxonomy"].columns if column.required]
['id', 'name', 'description']
>>> CHILDREN["service"]["phones"], CHILDREN["service"]["organization"]
(Child(table='phone', is_list=True), Child(table='organization', is_list=False))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

VERSION = "3.0"
OPENAPI_URL = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"

_TABLES = """
organization organizations.csv: id:uuid! name! alternate_name description! email:email website:uri tax_status tax_id \
year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid
program programs.csv: id:uuid! organization_id:uuid! name! alternate_name description!
service services.csv: id:uuid! organization_id:uuid! program_id:uuid name! alternate_name description url:uri email:email \
status! interpretation_services application_process fees_description wait_time fees accreditations \
eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert \
last_modified:datetime
attribute attributes.csv: id:uuid! link_id:uuid! taxonomy_term_id:uuid! link_type link_entity! value
service_at_location service_at_location.csv: id:uuid! service_id:uuid! location_id:uuid! description
location locations.csv: id:uuid! location_type! url:uri organization_id:uuid name alternate_name description \
transportation latitude:number longitude:number external_identifier external_identifier_type
phone phones.csv: id:uuid! location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid \
service_at_location_id:uuid number! extension:number type description
contact contacts.csv: id:uuid! organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name \
title department email:email
address addresses.csv: id:uuid! location_id:uuid attention address_1! address_2 city! region state_province! \
postal_code! country! address_type!
schedule schedules.csv: id:uuid! service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date \
valid_to:date dtstart:date timezone:number until:date count:number wkst freq interval:number byday byweekno bymonthday \
byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes
funding funding.csv: id:uuid! organization_id:uuid service_id:uuid source
service_area service_areas.csv: id:uuid! service_id:uuid name description extent extent_type uri
required_document required_documents.csv: id:uuid! service_id:uuid document uri:uri
language languages.csv: id:uuid! service_id:uuid location_id:uuid phone_id:uuid name code note
accessibility accessibility.csv: id:uuid! location_id:uuid description details url:uri
taxonomy_term taxonomy_terms.csv: id:uuid! code name! description! parent_id:uuid taxonomy language taxonomy_id:uuid \
term_uri:uri
metadata metadata.csv: id:uuid! resource_id:uuid! resource_type! last_action_date:date! last_action_type! field_name! \
previous_value! replacement_value! updated_by!
meta_table_description meta_table_descriptions.csv: id:uuid! name language character_set
cost_option cost_options.csv: id:uuid! service_id:uuid! valid_from:date valid_to:date option currency amount:number \
amount_description
organization_identifier organization_identifiers.csv: id:uuid! organization_id:uuid! identifier_scheme identifier_type! \
identifier!
taxonomy taxonomies.csv: id:uuid! name! description! uri:uri version
"""

# What an object of the JSON form holds beside its columns: "phones" a list of phones, "organization" one organization.
_CHILDREN = """
organization: funding[] contacts[] phones[] locations[] programs[] organization_identifiers[] services[]
service: phones[] schedules[] service_areas[] service_at_locations[] languages[] organization funding[] cost_options[] \
program required_documents[] contacts[]
service_at_location: contacts[] phones[] schedules[] location service
location: languages[] addresses[] contacts[] accessibility[] phones[] schedules[]
contact: phones[]
phone: languages[]
attribute: taxonomy_term
taxonomy_term: taxonomy_detail
"""
_SINGULAR = {
    "accessibility": "accessibility",
    "addresses": "address",
    "funding": "funding",
    "taxonomy_detail": "taxonomy",
}
_WITHOUT_ATTRIBUTES = {"attribute", "metadata", "taxonomy", "taxonomy_term"}

ANSWERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
    ("location", "location_type"): ("physical", "postal", "virtual"),
    ("address", "address_type"): ("physical", "postal", "virtual"),
    ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
    ("schedule", "wkst"): ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
}
"""Columns that take only certain answers."""

OTHER_TABLES: Mapping[str, str] = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}
"""Columns that refer to a table by another name than its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or field of the JSON form."""

    name: str
    type: str
    """text, uuid, email, uri, number, date, time or datetime."""
    required: bool
    refers_to: str
    """The table whose ids stand here, or nothing."""
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table, or object of the JSON form."""

    name: str
    file: str
    columns: tuple[Column, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}


@dataclass(frozen=True, slots=True)
class Child:
    """Objects inside an object: of which table, and whether there may be several."""

    table: str
    is_list: bool


def _column(table: str, typed: str, tables: frozenset[str]) -> Column:
    name, _, kind = typed.removesuffix("!").partition(":")
    own_table = name.removesuffix("_id")
    refers_to = OTHER_TABLES.get(name) or (own_table if name.endswith("_id") and own_table in tables else "")
    return Column(name, kind or "text", typed.endswith("!"), refers_to, ANSWERS.get((table, name), ()))


def _tables() -> dict[str, Table]:
    lines = [line.partition(": ") for line in _TABLES.strip().splitlines()]
    named = {head: columns.split() for head, _, columns in lines}
    names = frozenset(head.split()[0] for head in named)
    found = {}
    for head, columns in named.items():
        name, file = head.split()
        found[name] = Table(name, file, tuple(_column(name, typed, names) for typed in columns))
    return found


def _children() -> dict[str, dict[str, Child]]:
    found: dict[str, dict[str, Child]] = {name: {} for name in TABLES}
    for line in _CHILDREN.strip().splitlines():
        table, _, fields = line.partition(": ")
        for typed in fields.split():
            field = typed.removesuffix("[]")
            singular = field.removesuffix("s")
            found[table][field] = Child(_SINGULAR.get(field, singular), typed.endswith("[]"))
    for table, fields_of in found.items():
        if table not in _WITHOUT_ATTRIBUTES:
            fields_of["attributes"] = Child("attribute", is_list=True)
        if table != "metadata":
            fields_of["metadata"] = Child("metadata", is_list=True)
    return found


TABLES: Mapping[str, Table] = _tables()
"""Every table by the name of its object, in the order of the tabular package."""

CHILDREN: Mapping[str, Mapping[str, Child]] = _children()
"""What objects of the JSON form hold beside their own columns."""


def likely_table(values: Mapping[str, object], hint: str = "") -> str | None:
    """The table an object belongs to, by the name of its file or folder, or by its fields.

    >>> likely_table({"id": "1", "name": "Tea", "status": "active"})
    'service'
    >>> likely_table({"a": 1}) is None
    True
    """
    named = [name for name, table in TABLES.items() if hint in {name, table.file.removesuffix(".csv"), f"{name}s"}]
    if named:
        return named[0]
    telling = {
        "service": {"status", "schedules", "service_at_locations", "application_process", "assured_date"},
        "service_at_location": {"location", "service", "location_id"},
        "location": {"location_type", "addresses", "latitude"},
        "organization": {"locations", "website", "organization_identifiers", "services"},
        "taxonomy_term": {"taxonomy", "taxonomy_detail", "taxonomy_id", "parent_id"},
    }
    counts = {table: len(fields & values.keys()) for table, fields in telling.items()}
    best = max(counts, key=lambda table: counts[table])
    if counts[best]:
        return best
    return "organization" if {"id", "name", "description"} <= values.keys() else None
