"""A new listing from somebody's answers, each looked at by the model as soon as it is given."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.editing.field_order import fields_of
from generator.editing.files import Files, NothingChanged, shown_id
from generator.editing.placing import placed
from generator.editing.questions import QUESTIONS, Question
from generator.model.base import Refused
from generator.model.directory import SECTIONS
from generator.model.refusals import refusals
from generator.model.text import LONGEST_ID, Id, slug
from generator.source.outline import LIST, MAPPING
from generator.source.writer import Writable
from generator.words import say

_ID = TypeAdapter[str](Id)


def free_id(files: Files, name: str) -> str:
    """The nearest id to a name that no listing has yet: `tea`, `tea-2`."""
    taken = {identity for identity, _ in files.listings()}
    first = slug(name)
    number, found = 1, first
    while found in taken:
        number += 1
        found = f"{first[: LONGEST_ID - len(str(number)) - 1]}-{number}"
    return found


def check_id(files: Files, typed: str) -> str:
    """The id, or `Refused`: it becomes a file name and a web address, and it must be nobody else's."""
    try:
        found = _ID.validate_python(typed)
    except ValidationError as error:
        cause = error.errors()[0].get("ctx", {}).get("error")
        if not isinstance(cause, Refused):
            raise
        seen = say("'{seen}' cannot be an id.", seen=shown_id(typed))
        raise Refused("id", seen, cause.hint) from error
    if any(identity == found for identity, _ in files.listings()):
        hint = say("Use another one: {free}.", free=free_id(files, found))
        raise Refused("unique-id", say("There is a listing with the id '{id}' already.", id=found), hint)
    return found


def answered(files: Files, section: str, question: Question, typed: str) -> Writable:
    """The value for an answer; raises `Refused` with what was seen and what to type instead."""
    parts = [part.strip() for part in typed.split(",") if part.strip()] if question.several else [typed.strip()]
    if question.refers_to:
        parts = [_referred(files, question, part) for part in parts]
    value: Writable = parts if question.several and len(parts) > 1 else parts[0] if parts else ""
    if question.path == ("location",) and value not in ids_of(files, "locations"):
        value = {"address": value}
    for step in reversed(question.path[1:]):
        value = {step: value}
    if question.path[0] == "prompt":
        return value
    kind = SECTIONS[section]
    try:
        kind.model_validate({question.path[0]: _plain(value)})
    except ValidationError as error:
        for refusal in refusals(error, kind, in_list=True):
            if refusal.where[:1] == question.path[:1]:
                raise Refused(refusal.rule, refusal.message, refusal.hint) from error
    return value


def ids_of(files: Files, section: str) -> dict[str, str]:
    """The ids that stand in a list of the directory, with the names."""
    found: dict[str, str] = {}
    for root in files.shapes.values():
        rows = root.get(section)
        for row in rows.items if rows is not None and rows.kind == LIST else ():
            identity = row.value.get("id") if row.value.kind == MAPPING else None
            name = row.value.get("name") if row.value.kind == MAPPING else None
            if identity is not None:
                found[identity.text] = name.text if name is not None else ""
    return found


def _referred(files: Files, question: Question, typed: str) -> str:
    """The id that was meant: an id, or a name that is known."""
    known = ids_of(files, question.refers_to)
    by_name = {name.lower(): identity for identity, name in known.items()}
    if typed in known or typed.lower() in by_name:
        return typed if typed in known else by_name[typed.lower()]
    if question.path == ("location",) and not _looks_like_id(typed):
        return typed
    near = get_close_matches(slug(typed), list(known), n=1, cutoff=0.5)
    seen = say("'{seen}' is none of the ids under '{section}:'.", seen=shown_id(typed), section=question.refers_to)
    if near:
        raise Refused("known-reference", seen, say("Did you mean '{near}'?", near=near[0]))
    hint = say("There are: {known}.", known=", ".join(known)) if known else say("Leave it empty; there are none yet.")
    raise Refused("known-reference", seen, hint)


def _looks_like_id(typed: str) -> bool:
    return "-" in typed and typed == slug(typed)


def _plain(value: Writable) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def listing(section: str, identity: str, answers: Mapping[tuple[str, ...], Writable]) -> dict[str, Writable]:
    """The values of a listing in the model's order, from the answers by the paths of their questions."""
    merged: dict[str, Any] = {"id": identity}
    for path, value in answers.items():
        if isinstance(value, Mapping) and isinstance(merged.get(path[0]), dict):
            merged[path[0]].update(value)
        else:
            merged[path[0]] = dict(value) if isinstance(value, Mapping) else value
    prompt = merged.pop("prompt", None)
    if prompt is not None:
        question = {"type": "lines", "id": "first", "prompt": prompt, "rows": 4}
        merged["sections"] = [{"title": merged.get("name", ""), "blocks": [question]}]
    order = fields_of(SECTIONS[section])
    return {key: merged[key] for key in sorted(merged, key=order.index)}


def add(files: Files, section: str, values: dict[str, Writable]) -> tuple[Path, bytes]:
    """The file with the listing put in; raises `NothingChanged` with the problems that it would bring."""
    check_id(files, str(values["id"]))
    path, data = placed(files, section, values)
    after = files.accepted({path: data})
    if values["id"] not in after.places:
        raise NothingChanged(
            say("Nothing was changed: {path} is not among the included files.", path=files.place(path))
        )
    return path, data


def missing(section: str, answers: Mapping[tuple[str, ...], Writable]) -> list[Question]:
    """Questions that must be answered and were not."""
    return [question for question in QUESTIONS[section] if question.required and question.path not in answers]
