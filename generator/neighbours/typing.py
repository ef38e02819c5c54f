"""Entries of a neighbour as parts of our model. What the model refuses is left out, and nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.model.base import Part
from generator.model.refusals import refusals
from generator.words import Words

P = TypeVar("P", bound=Part)

PRIVATE = frozenset({"accepted", "review_every", "verified_by", "worksheets"})
"""Only for those who keep the directory there, or leading to what is not taken over."""
SHOWN_OF_A_SECRET = frozenset({"id", "confidential"})


def typed(kind: type[P], row: Mapping[str, Any]) -> tuple[P | None, Mapping[str, Words]]:
    """The entry without the fields that the model refuses, and why; None if too little is left."""
    fields = {name: _cleaned(name, value) for name, value in row.items() if name not in PRIVATE}
    if kind.__name__ == "Location":
        fields = dict(_place(fields))
    told: dict[str, Words] = {}
    while True:
        try:
            return kind.model_validate(fields), told
        except ValidationError as error:
            found = {str(one.where[0]) if one.where else "": one.message for one in refusals(error, kind)}
        known = kind.model_fields
        removable = [name for name in found if name in fields and (name not in known or not known[name].is_required())]
        told |= found
        if not removable:
            return None, told
        for name in removable:
            del fields[name]


def _cleaned(name: str, value: Any) -> Any:
    if name == "location" and isinstance(value, Mapping):
        return _place(value)
    if name == "contact" and isinstance(value, Mapping):
        return {field: part for field, part in value.items() if field != "name"}
    return value


def _place(place: Mapping[str, Any]) -> Mapping[str, Any]:
    """A place without all that would lead to the door of a confidential one, whatever the neighbour wrote."""
    secret = str(place.get("confidential", "")).strip().lower() in {"true", "yes", "1"}
    kept = SHOWN_OF_A_SECRET if secret else place.keys() - PRIVATE
    return {name: value for name, value in place.items() if name in kept}


def names_of(rows: Iterable[Any]) -> dict[str, str]:
    """Names by ids, of rows that have both as short texts."""
    found: dict[str, str] = {}
    for row in rows:
        if isinstance(row, dict) and isinstance(row.get("id"), str) and isinstance(row.get("name"), str):
            name = " ".join("".join(letter for letter in row["name"] if letter.isprintable()).split())[:120]
            if name:
                found.setdefault(row["id"][:120], name)
    return found
