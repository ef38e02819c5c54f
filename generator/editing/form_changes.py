"""The change that a form asks for, made in the text of the directory: one listing, and nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.editing.field_order import fields_of
from generator.editing.fields import set_field
from generator.editing.files import Files, NothingChanged, Spot
from generator.editing.form_fields import CHANGE, NEW, Field
from generator.editing.form_reading import Sent
from generator.editing.new_listing import add, answered, free_id, listing
from generator.editing.questions import Question
from generator.editing.typed_file import TypedFile
from generator.model.base import Refused
from generator.model.directory import SECTIONS
from generator.problems import Problem
from generator.source.outline import LIST, MAPPING, TEXT, Typed, outline
from generator.source.writer import Writable
from generator.words import Words, say

INSIDE = {"schedule": "when", "location": "address", "cost": "kind"}
"""The field that holds the answer where a listing has a group of fields in place of one text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that the form changes: its question, the value before and after, as they are read."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FormChange:
    """What a form comes to: the listing, the file with its new content, and each field that changes."""

    id: str
    name: str
    path: Path
    data: bytes
    is_new: bool
    asked: tuple[Asked, ...]
    how_known: str


def change_of(files: Files, sent: Sent) -> FormChange:
    """The change; raises `NothingChanged` where a person has to look, or an answer cannot be used."""
    if sent.form not in (CHANGE, NEW):
        raise NothingChanged(say("Nothing was changed: this form wants to be read and answered by a person."))
    section = "groups"
    spot = None
    if sent.form is CHANGE:
        spot = files.spot(" ".join(sent.answers["listing"].text.split()))
        section = spot.section
    else:
        kind = next(field for field in NEW.fields if field.id == "kind")
        section = str(_choice(sent, kind, sent.answers["kind"].text))
    values = _values(files, sent, section, spot)
    known = sent.answers["how-known"].text
    return _changed(files, spot, values, known) if spot is not None else _added(files, section, values, known)


def _values(files: Files, sent: Sent, section: str, spot: Spot | None) -> list[tuple[Field, str, Writable]]:
    """Each answer that says something new, with what was typed; all that cannot be used are told together."""
    found: list[tuple[Field, str, Writable]] = []
    problems: list[Problem] = []
    for field in sent.form.fields:
        answer = sent.answers.get(field.id)
        if answer is None or not field.path or (spot is not None and _same(spot, field, answer.text)):
            continue
        try:
            typed = str(_choice(sent, field, answer.text)) if field.options else _one_text(field, answer.text)
            question = Question(field.path, Words(field.label), "", several=field.several, refers_to=field.refers_to)
            if field.path[0] not in SECTIONS[section].model_fields:
                raise Refused("form", say("A worksheet has no such field."), say("Leave the answer empty."))
            found.append((field, typed, answered(files, section, question, typed)))
        except Refused as refused:
            problems.append(sent.problem(field, refused.rule, refused.message, refused.hint))
    if problems:
        raise NothingChanged(say("Nothing was changed, because an answer cannot be used:"), tuple(problems))
    return found


def _choice(sent: Sent, field: Field, typed: str) -> str:
    if typed not in field.options:
        hint = say("Choose one of these: {known}.", known="; ".join(field.options))
        message = say("'{seen}' is not one of the answers.", seen=" ".join(typed.split())[:60])
        raise NothingChanged(
            say("Nothing was changed, because an answer cannot be used:"), (sent.problem(field, "form", message, hint),)
        )
    return field.options[typed]


def _one_text(field: Field, typed: str) -> str:
    """An answer of several lines keeps them only where the form gave room for them; a number a line becomes a list."""
    if field.kind == "textarea":
        return typed
    if field.several:
        return ", ".join(line.strip() for line in typed.split("\n") if line.strip())
    return " ".join(typed.split())


def _same(spot: Spot, field: Field, typed: str) -> bool:
    return " ".join(typed.split()) == " ".join(current(spot.shape, field).split())


def current(shape: Typed, field: Field) -> str:
    """What a listing says now to the question of a field, as the form would say it; empty where it says nothing.

    >>> from generator.editing.form_fields import CHANGE
    >>> asked = {one.id: one for one in CHANGE.fields}
    >>> tea = outline("name: Tea\\njoining: drop_in\\ncontact:\\n  phones: ['988', '112']\\n")
    >>> current(tea, asked["name"]), current(tea, asked["joining"]), current(tea, asked["phone"])
    ('Tea', 'Just come', '988, 112')
    """
    here: Typed | None = shape
    for step in field.path:
        here = here.get(step) if here is not None else None
    if here is not None and here.kind == MAPPING:
        here = here.get(INSIDE.get(field.path[-1], "text"))
    if here is None:
        return next((label for label, value in field.options.items() if value == "active"), "")
    if here.kind == LIST:
        return ", ".join(item.value.text for item in here.items if item.value.kind == TEXT)
    return next((label for label, value in field.options.items() if value == here.text), here.text)


def _changed(files: Files, spot: Spot, values: Sequence[tuple[Field, str, Writable]], how_known: str) -> FormChange:
    if not values:
        raise NothingChanged(say("Nothing was changed: every answer is what the listing says already."))
    file = files.files[spot.path]
    asked = []
    for field, typed, value in values:
        shape = outline(file.text).at([spot.section, spot.index])
        asked.append(Asked(field.label, current(shape, field), _read_as(field, typed)))
        file = _set(file, shape, spot, field, value)
    files.accepted({spot.path: file.data})
    identity, name = spot.shape.get("id"), spot.shape.get("name")
    return FormChange(
        identity.text if identity else "",
        name.text if name else "",
        spot.path,
        file.data,
        False,
        tuple(asked),
        how_known,
    )


def _set(file: TypedFile, shape: Typed, spot: Spot, field: Field, value: Writable) -> TypedFile:
    """One field set; what is typed as a group of fields keeps the others of them."""
    path = field.path
    here = shape.get(path[0])
    if path == ("schedule",) and here is not None and here.kind == LIST and here.items:
        raise NothingChanged(
            say("Nothing was changed: this listing has several schedules. Somebody has to change them in the file.")
        )
    holds_fields = here is not None and here.kind == MAPPING and path[0] in INSIDE and len(path) == 1
    if holds_fields and (isinstance(value, dict) or path[0] != "location"):
        path = (path[0], INSIDE[path[0]])
    for step in path[1:]:
        value = value[step] if isinstance(value, dict) and step in value else value
    return file.spliced([set_field(file.text, shape, path, value, fields_of(SECTIONS[spot.section]))])


def _added(files: Files, section: str, values: Sequence[tuple[Field, str, Writable]], how_known: str) -> FormChange:
    name = next(str(value) for field, _, value in values if field.id == "name")
    identity = free_id(files, name)
    path, data = add(files, section, listing(section, identity, {field.path: value for field, _, value in values}))
    asked = tuple(Asked(field.label, "", _read_as(field, typed)) for field, typed, _ in values)
    return FormChange(identity, name, path, data, True, asked, how_known)


def _read_as(field: Field, typed: str) -> str:
    return next((label for label, value in field.options.items() if value == typed), typed)
