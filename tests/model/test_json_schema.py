"""The schema that editors use: it takes what we take, and points at the mistakes that volunteers make most."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.model.json_schema import directory_schema

ROOT = Path(__file__).resolve().parents[2]


class _Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, in which `no` is a text and 988 a number."""


_Core.yaml_implicit_resolvers = {}
_Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
_Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return directory_schema()


def mistakes(schema: dict[str, Any], text: str) -> list[str]:
    found = Draft7Validator(schema).iter_errors(yaml.load(text, _Core))
    return [error.message for error in found]


def test_it_is_a_schema_of_draft_7(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(
    "file", ["resources.yaml", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("listings/**/*.yaml"))]
)
def test_the_demonstration_has_no_red_line_in_an_editor(schema: dict[str, Any], file: str) -> None:
    assert mistakes(schema, (ROOT / file).read_text(encoding="utf-8")) == []


GROUP = "groups:\n  - {id: tea, name: Tea, summary: Tea and talk., "


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("grups: []", "grups"),
        (GROUP + "sumary: x}", "sumary"),
        (GROUP + "status: activ}", "activ"),
        (GROUP + "eligibility: {minimum_age: old}}", "old"),
        (GROUP + "verified: [1]}", "[1]"),
        ("groups:\n  - {id: Tea Group, name: Tea, summary: x}", "Tea Group"),
        ("groups:\n  - {name: Tea, summary: x}", "id"),
    ],
)
def test_an_editor_marks_it(schema: dict[str, Any], text: str, word: str) -> None:
    assert any(word in message for message in mistakes(schema, text))


@pytest.mark.parametrize(
    "text",
    [
        GROUP + "cost: free}",
        GROUP + "cost: {kind: fixed, amount: 5}}",
        GROUP + "schedule: Tuesday 18:30-20:00}",
        GROUP + "schedule: [{when: Tuesday 18:30-20:00, starts: 2026-09-01}]}",
        GROUP + "contact: {phones: 988}}",
        GROUP + "location: library}",
        GROUP + "location: {name: Library, confidential: yes}}",
        GROUP + "languages: [no, en]}",
        "crisis: US",
        "include: [listings/*.yaml]",
    ],
)
def test_an_editor_lets_the_short_forms_stand(schema: dict[str, Any], text: str) -> None:
    assert mistakes(schema, text) == []


def _fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, definition in {"Directory": schema, **schema["definitions"]}.items():
        for form in definition.get("anyOf", [definition]):
            for field, described in form.get("properties", {}).items():
                yield f"{name}.{field}", described


def test_every_field_has_help_for_the_person_who_types_it(schema: dict[str, Any]) -> None:
    fields = dict(_fields(schema))
    assert len(fields) > 100
    assert [name for name, field in fields.items() if not field.get("description") and "const" not in field] == []


def test_the_committed_schema_is_this_one(schema: dict[str, Any]) -> None:
    committed = json.loads((ROOT / "docs" / "resources.schema.json").read_text(encoding="utf-8"))
    assert committed == schema, "run: waypost schema --out docs/resources.schema.json"
