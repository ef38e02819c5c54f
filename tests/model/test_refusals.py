from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from generator.model.about import About
from generator.model.base import Part
from generator.model.directory import SECTIONS, Directory
from generator.model.gaps import what_is_left
from generator.model.listing import PeerGroup, Service
from generator.model.refusals import _EXAMPLES, Refusal, refusals
from generator.model.worksheet import Worksheet

GROUP = {"id": "talkers", "name": "Talkers", "summary": "Tea and talk."}


def _refused(kind: type[Part], typed: object) -> list[Refusal]:
    try:
        kind.model_validate(typed)
    except ValidationError as error:
        return list(refusals(error, kind))
    return []


def _told(kind: type[Part], typed: object) -> list[tuple[tuple[str | int, ...], str]]:
    return [(refusal.where, refusal.rule) for refusal in _refused(kind, typed)]


@pytest.mark.parametrize(
    ("more", "where", "rule"),
    [
        ({"summary": ["Tea"]}, ("summary",), "wrong-kind"),
        ({"status": "perhaps"}, ("status",), "unknown-value"),
        ({"status": ["active"]}, ("status",), "wrong-kind"),
        ({"eligibility": {"minimum_age": "18+"}}, ("eligibility", "minimum_age"), "number"),
        ({"eligibility": {"minimum_age": ["18"]}}, ("eligibility", "minimum_age"), "wrong-kind"),
        ({"eligibility": {"minimum_age": "1" * 5000}}, ("eligibility", "minimum_age"), "number"),
        ({"eligibility": {"minimum_age": "1.5"}}, ("eligibility", "minimum_age"), "number"),
        ({"location": {"latitude": "nan", "longitude": "1"}}, ("location", "latitude"), "number"),
        ({"location": {"confidential": "rather"}}, ("location", "confidential"), "yes-or-no"),
        ({"location": {"confidential": {}}}, ("location", "confidential"), "wrong-kind"),
        ({"location": ["library"]}, ("location",), "wrong-kind"),
        ({"location": {"<place>": "library"}}, ("location", "<place>"), "unknown-key"),
        ({"<id>": "talkers"}, ("<id>",), "unknown-key"),
        ({"contact": "call us"}, ("contact",), "wrong-kind"),
        ({"alert": {}}, ("alert", "text"), "missing"),
        ({"related": {"a": "b"}}, ("related", 0), "wrong-kind"),
    ],
)
def test_a_refused_value_is_told_where_it_stands(
    more: dict[str, object], where: tuple[str | int, ...], rule: str
) -> None:
    assert _told(PeerGroup, GROUP | more) == [(where, rule)]


@pytest.mark.parametrize("typed", ["a line", [], ["a"], ""])
def test_an_entry_that_is_none_is_told_once(typed: object) -> None:
    assert _told(PeerGroup, typed) == [((), "wrong-kind")]


def test_a_field_under_a_wrong_name_is_not_missing_as_well() -> None:
    assert _told(PeerGroup, {"id": "talkers", "name": "Talkers", "sumary": "Tea."}) == [(("sumary",), "unknown-key")]


def test_a_sound_entry_has_no_refusals() -> None:
    assert _told(PeerGroup, GROUP) == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("talk@example.org", "email: talk@example.org"),
        ("https://example.org", "website: https://example.org"),
        ("207 555 0142", "phones: 207 555 0142"),
        ("Rosa", "name: Rosa"),
    ],
)
def test_a_contact_in_one_line_is_told_its_field(typed: str, hint: str) -> None:
    (refusal,) = _refused(PeerGroup, GROUP | {"contact": typed})
    assert str(refusal.hint).endswith(hint)


def test_no_refusal_is_without_a_sentence_of_its_own() -> None:
    """Whatever pydantic can say of these classes has words of ours, and not only the last resort."""
    wrong: list[Any] = ["", "x", "-5", "9" * 400, [], {}, ["x"], {"x": "y"}, [["x"]], [{}]]
    kinds: list[type[Part]] = [*SECTIONS.values(), About]
    for kind in kinds:
        for field in kind.model_fields:
            for value in wrong:
                for refusal in _refused(kind, {**GROUP, field: value}):
                    assert refusal.rule != "value", (kind, field, value)


def _models(kind: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if kind not in seen:
        seen.add(kind)
        yield kind
        for field in kind.model_fields.values():
            for inner in _inside(field.annotation):
                yield from _models(inner, seen)


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


@pytest.mark.parametrize("field", sorted(_EXAMPLES))
def test_what_is_offered_for_a_missing_field_can_be_typed(field: str) -> None:
    owners = [
        kind
        for kind in _models(Directory, set())
        if field in kind.model_fields and kind.model_fields[field].is_required()
    ]
    assert owners
    typed = yaml.load(_EXAMPLES[field], Loader=yaml.BaseLoader)
    accepted = [kind for kind in owners if issubclass(kind, Part) and what_is_left(kind, typed, set()) is not None]
    assert accepted


def test_what_is_left_keeps_what_can_be_read() -> None:
    typed = GROUP | {"status": "perhaps", "goals": ["home"], "contact": {"phones": "988"}}
    left = what_is_left(PeerGroup, typed, refused={"status"})
    assert left is not None
    assert (left.id, left.goals, left.contact and left.contact.phones[0].number) == ("talkers", ("home",), "988")
    assert isinstance(left, PeerGroup)


def test_what_is_left_is_not_judged_as_a_whole() -> None:
    """Rules that look at several fields wait until all of them can be read."""
    left = what_is_left(Worksheet, {"id": "week", "next": "week"}, refused=set())
    assert left is not None
    assert left.sections is None


def test_nothing_is_left_where_more_is_wrong_than_was_told() -> None:
    assert what_is_left(Service, {"status": "perhaps"}, refused=set()) is None
