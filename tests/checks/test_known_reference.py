from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.checks.known_reference import references
from generator.model.base import Part
from generator.model.directory import SECTIONS
from generator.model.text import _id
from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]

LISTING = "id: a\nname: A\nsummary: A group."


def _fields_with_ids(kind: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Each field that holds the id of something else, found by its type."""
    for name, field in kind.model_fields.items():
        if name != "id" and _mentions_id((field.annotation, *field.metadata)):
            yield (*path, name)
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Part):
            yield from _fields_with_ids(field.annotation, (*path, name))


def _mentions_id(annotation: Any) -> bool:
    if getattr(annotation, "func", None) is _id:
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return False
    return any(
        _mentions_id(argument) for argument in (annotation if isinstance(annotation, tuple) else get_args(annotation))
    )


@pytest.mark.parametrize("kind", SECTIONS.values(), ids=SECTIONS)
def test_every_field_that_holds_an_id_is_followed(kind: type[Part]) -> None:
    fields = set(_fields_with_ids(kind))
    values: dict[str, Any] = {name: field.default for name, field in kind.model_fields.items()}
    for path in fields:
        is_one = path[-1] in {"organization", "location", "next"}
        value: Any = "elsewhere" if is_one else ("elsewhere",)
        for name in reversed(path[1:]):
            value = kind.model_fields[path[0]].default.model_copy(update={name: value})
        values[path[0]] = value
    followed = {
        tuple(step for step in where if isinstance(step, str))
        for where, _, _ in references(kind.model_construct(**values))
    }
    assert followed == fields


def test_the_fields_with_ids_are_found_by_their_type() -> None:
    assert set(_fields_with_ids(SECTIONS["worksheets"])) >= {("goals",), ("related",), ("next",)}
    assert ("eligibility", "audiences") in set(_fields_with_ids(SECTIONS["groups"]))


def test_many_known_ids_are_not_all_listed(told: Told) -> None:
    goals = "".join(f"  - id: goal-{n}\n    name: Goal {n}\n    summary: A goal.\n" for n in range(20))
    (problem,) = told(
        "known-reference", f"goals:\n{goals}groups:\n  - id: a\n    name: A\n    summary: A.\n    goals: zebra\n"
    )
    assert str(problem.hint) == "Type an id that stands there, or add it there first."


def test_where_nothing_of_the_kind_is_there_it_says_so(told: Told) -> None:
    (problem,) = told("known-reference", "groups:\n  - id: a\n    name: A\n    summary: A.\n    goals: zebra\n")
    assert str(problem.hint) == "Add it under 'goals:' first, or take this out."


def test_a_listing_may_be_related_to_one_of_another_kind(told: Told) -> None:
    groups = "groups:\n  - id: a\n    name: A\n    summary: A.\n    related: b\n"
    services = "services:\n  - id: b\n    name: B\n    summary: B.\n    related: a\n"
    assert told("known-reference", groups + services) == []


def test_a_goal_and_a_group_of_the_same_id_are_not_the_same(told: Told) -> None:
    goals = "goals:\n  - id: a\n    name: A\n    summary: A.\n"
    groups = "groups:\n  - id: a\n    name: A\n    summary: A.\n    goals: a\n"
    assert told("known-reference", goals + groups) == []
