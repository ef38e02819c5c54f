"""What a listing says now to each question of the form "Change a listing", as it was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.editing.form_changes import INSIDE
from generator.editing.form_fields import CHANGE, Field
from generator.editing.form_reading import HEADING
from generator.model.directory import Directory
from generator.model.listing import Listing

Answers = Mapping[str, str]
"""Texts by the ids of the form's questions; what a listing says nothing about is not in it."""

_PLACE = "place"


def answers_by_id(typed: Mapping[str, Any], directory: Directory) -> dict[str, Answers]:
    """The answers of every group, service and worksheet, by its id.

    `typed` is the whole directory as it was read, before anything in it got a meaning: an answer that comes back
    untouched is then, letter for letter, what the file says.
    """
    found: dict[str, Answers] = {}
    for section in ("groups", "services", "worksheets"):
        rows = typed.get(section)
        for row in rows if isinstance(rows, list) else ():
            identity = str(row.get("id", "")).strip() if isinstance(row, dict) else ""
            if identity in directory.entry_by_id:
                found[identity] = _answers(row, _is_secret(identity, directory))
    return found


def _is_secret(identity: str, directory: Directory) -> bool:
    entry = directory.entry_by_id[identity]
    place = directory.location_of(entry) if isinstance(entry, Listing) else None
    return place is not None and place.confidential


def _answers(row: Mapping[str, Any], is_secret: bool) -> Answers:
    told = ((field, answer(row, field)) for field in CHANGE.fields if field.path)
    return {
        field.id: text
        for field, text in told
        # A line that looks like the form's own question could not be told from one in what comes back.
        if text and HEADING not in text and not (is_secret and field.id == _PLACE)
    }


def answer(row: Mapping[str, Any], field: Field) -> str:
    """What a listing as typed says to one question; the same as `form_changes.current` reads from a file's text.

    >>> asked = {one.id: one for one in CHANGE.fields}
    >>> tea = {"name": "Tea", "joining": "drop_in", "contact": {"phones": ["988", "112"]}}
    >>> answer(tea, asked["name"]), answer(tea, asked["joining"]), answer(tea, asked["phone"]), answer(tea, asked["news"])
    ('Tea', 'Just come', '988, 112', '')
    """
    value: object = row
    for step in field.path:
        value = value.get(step) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get(INSIDE.get(field.path[-1], "text"))
    if value is None:
        return next((label for label, meant in field.options.items() if meant == "active"), "")
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = ", ".join(item for item in value if isinstance(item, str))
    text = value if isinstance(value, str) else ""
    text = next((label for label, meant in field.options.items() if meant == text), text)
    return text.strip() if field.kind == "textarea" else " ".join(text.split())
