"""What the schemas ask for: known fields, required ones, types, fixed answers; and that required text says something."""

from __future__ import annotations

import math
from collections.abc import Iterator
from difflib import get_close_matches

from generator.standards.hsds import CHILDREN, TABLES, Column
from generator.validating.finding import Finding
from generator.validating.hsds.objects import Object
from generator.validating.hsds.values import why_not, why_not_text
from generator.words import say

# Not every country has states or postal codes, and nobody knows what stood in a field before data were kept.
_MAY_BE_EMPTY = {
    ("address", "city"),
    ("address", "state_province"),
    ("address", "postal_code"),
    ("metadata", "previous_value"),
}
# Required in the tables; in the JSON form what holds the object tells it.
_REQUIRED_IN_TABLES = {
    ("attribute", "link_id"),
    ("attribute", "link_entity"),
    ("attribute", "taxonomy_term_id"),
    ("cost_option", "service_id"),
    ("metadata", "resource_id"),
    ("metadata", "resource_type"),
    ("organization_identifier", "organization_id"),
    ("program", "organization_id"),
    ("service", "organization_id"),
    ("service_at_location", "location_id"),
    ("service_at_location", "service_id"),
}


def check(found: Object, *, is_tabular: bool) -> Iterator[Finding]:
    """Everything about the shape of one object."""
    columns = TABLES[found.table].by_name
    for field in found.values:
        if field not in columns and (is_tabular or field not in CHILDREN[found.table]):
            yield _unknown(found, field)
    for name, column in columns.items():
        value = found.values.get(name)
        if value is None or (is_tabular and value == "" and not column.required):
            if name in found.values and value is None and not is_tabular:
                yield found.finding(
                    name, "null", say("Nothing stands here. Leave the field out instead of writing null.")
                )
            elif column.required and (is_tabular or (found.table, name) not in _REQUIRED_IN_TABLES):
                yield found.finding(name, "required", say("This field is required, and is missing."))
        else:
            yield from _value(found, column, value)
    if not is_tabular:
        yield from _held(found)


def _value(found: Object, column: Column, value: object) -> Iterator[Finding]:
    name, table = column.name, found.table
    if column.type == "number":
        yield from _number(found, name, value)
        return
    if not isinstance(value, str):
        yield found.finding(name, "type", say("A text is expected here, and this is something else."))
        return
    if not value.strip():
        if column.required:
            may_be = (table, name) in _MAY_BE_EMPTY
            if table != "metadata":
                yield found.finding(
                    name, "empty", say("This field is required, and says nothing."), is_error=not may_be
                )
        else:
            yield found.finding(name, "empty", say("This field says nothing. Leave it out."), is_error=False)
        return
    if column.answers and value not in column.answers:
        known = ", ".join(column.answers)
        yield found.finding(name, "answer", say("'{seen}' is not one of: {known}.", seen=value[:40], known=known))
    elif wrong := why_not(column.type, value):
        yield found.finding(name, column.type, wrong)
    elif column.type == "text" and not column.answers and (broken := why_not_text(value)):
        yield found.finding(name, *broken)


def _number(found: Object, name: str, value: object) -> Iterator[Finding]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield found.finding(name, "type", say("A number is expected here, and '{seen}' is none.", seen=str(value)[:40]))
    elif not math.isfinite(value):
        yield found.finding(name, "type", say("This number is not finite."))


def _unknown(found: Object, field: str) -> Finding:
    known = [*TABLES[found.table].by_name, *CHILDREN[found.table]]
    near = get_close_matches(field, known, n=1, cutoff=0.75)
    if near:
        message = say("HSDS 3.0 has no such field here. Was '{near}' meant?", near=near[0])
        return found.finding(field[:60], "unknown-field", message)
    # Terms of one's own are allowed beside those of the specification.
    return found.finding(field[:60], "unknown-field", say("HSDS 3.0 has no such field here."), is_error=False)


def _held(found: Object) -> Iterator[Finding]:
    for field, child in CHILDREN[found.table].items():
        held = found.values.get(field)
        if field not in found.values:
            continue
        if not isinstance(held, list if child.is_list else dict):
            message = say("A list is expected here.") if child.is_list else say("An object is expected here.")
            yield found.finding(field, "type", message)
        elif isinstance(held, list) and not all(isinstance(one, dict) for one in held):
            yield found.finding(field, "type", say("Each entry of this list must be an object."))
