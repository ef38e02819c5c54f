"""Our table of HSDS 3.0 against the specification's own files."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from generator.standards.hsds import CHILDREN, TABLES
from tests.exports.hsds.published import NOT_THERE, SPECIFICATION

pytestmark = pytest.mark.skipif(not SPECIFICATION.is_dir(), reason=NOT_THERE)


@cache
def package() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SPECIFICATION / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in found["resources"]}


def test_the_tables_are_the_specifications_in_its_order() -> None:
    assert [(name, table.file) for name, table in TABLES.items()] == [
        (name, one["path"]) for name, one in package().items()
    ]


@pytest.mark.parametrize("name", list(TABLES))
def test_columns_types_answers_and_keys_are_the_specifications(name: str) -> None:
    theirs = package()[name]["schema"]
    types = {"string": "text"}
    assert [(column.name, column.type, column.required, list(column.answers)) for column in TABLES[name].columns] == [
        (
            field["name"],
            field.get("format") or types.get(field["type"], field["type"]),
            field["constraints"]["required"],
            field["constraints"].get("enum", []),
        )
        for field in theirs["fields"]
    ]
    keys = {(key["fields"], key["reference"]["resource"]) for key in theirs.get("foreignKeys", [])}
    ours = {(column.name, column.refers_to) for column in TABLES[name].columns if column.refers_to}
    # The specification tells these two in words alone.
    assert ours - keys <= {("parent_organization_id", "organization"), ("parent_id", "taxonomy_term")}
    assert keys <= ours


@pytest.mark.parametrize("name", list(TABLES))
def test_what_objects_hold_is_what_their_schemas_say(name: str) -> None:
    schema = json.loads((SPECIFICATION / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    theirs = {}
    for field, told in schema["properties"].items():
        if told.get("type") == "array":
            theirs[field] = (told["items"]["$ref"].removesuffix(".json"), True)
        elif "$ref" in told:
            theirs[field] = (told["$ref"].removesuffix(".json"), False)
    # Only the compiled schemas, which the API's answers follow, have these two.
    compiled = {("organization", "services"), ("service_at_location", "service")}
    ours = {
        field: (child.table, child.is_list) for field, child in CHILDREN[name].items() if (name, field) not in compiled
    }
    assert ours == theirs


def test_the_compiled_schemas_hold_the_two_others() -> None:
    for table, field in (("organization", "services"), ("service_at_location", "service")):
        schema = json.loads((SPECIFICATION / "schema" / "compiled" / f"{table}.json").read_text(encoding="utf-8"))
        assert field in schema["properties"]
        assert field in CHILDREN[table]
