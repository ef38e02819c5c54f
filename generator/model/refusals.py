"""Pydantic's errors in the words of a volunteer.

Our own validators raise `Refused`, which carries its sentences along; what pydantic itself finds (a missing field, an
unknown one, a number that is none) is said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.base import Refused
from generator.model.field_names import FEW, meant, unknown_key
from generator.model.text import slug
from generator.words import Words, say

__all__ = ["Refusal", "refusals", "unknown_key"]

Step = str | int

# Names by which the model tells apart what may stand in one place; the file knows nothing of them.
_BRANCHES = frozenset({"<id>", "<place>"})
_LONGEST_SEEN = 40
_LONGEST_OFFER = 80
# Rules of values of which an empty one is told as "not a date" or the like, as if there was something to look at.
_NEED_A_TEXT = frozenset({"date", "span", "id", "language", "unknown-value"})
_DAY_OR_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.](0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)", re.ASCII)
_AN_AMOUNT = re.compile(r"[^,:{}\[\]#&*!|>'\"%@`]*\d[^,:{}\[\]#&*!|>'\"%@`]*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One value that was refused: the path to it inside its entry, and what to say about it."""

    where: tuple[Step, ...]
    rule: str
    message: Words
    hint: Words
    at_key: bool = False
    """True when the name of the field is the mistake, and not its value."""
    names_field: bool = False
    """True when the message says the name of the field itself."""


def refusals(error: ValidationError, kind: type[BaseModel], *, in_list: bool = False) -> Iterator[Refusal]:
    """Each refused value in a thing of this kind, which itself stands in a list or under a name."""
    details = error.errors(include_url=False)
    # Where a field is there under a wrong name or outside the one it belongs in, that it is missing is not said as well.
    misnamed = {(*around, *path.split(".")[:1]) for around, path in _misnamed(details, kind)}
    for detail in details:
        where = _in_the_file(detail)
        cause = detail.get("ctx", {}).get("error")
        if detail["type"] == "extra_forbidden":
            classes = _classes_at(kind, where[:-1])
            message, hint = unknown_key(str(where[-1]), _fields(classes), _fields_inside(classes))
            yield Refusal(where, "unknown-key", message, hint, at_key=True, names_field=True)
        elif detail["type"] == "missing":
            if where not in misnamed:
                message = say("'{field}' is missing.", field=where[-1])
                yield Refusal(where, "missing", message, _example(str(where[-1]), detail["input"]), names_field=True)
        elif isinstance(cause, Refused):
            is_key = cause.rule == "unknown-key"
            hint = _better_hint(cause, where, detail["input"], kind) or cause.hint
            message = cause.message
            if cause.rule in _NEED_A_TEXT and detail["input"] == "":
                yield Refusal(where, "empty", say("Nothing is typed here."), hint)
                continue
            if cause.rule == "date" and _DAY_OR_MONTH.fullmatch(str(detail["input"]).strip()):
                message, hint = _day_or_month(str(detail["input"]).strip())
            yield Refusal(where, cause.rule, message, hint, at_key=is_key, names_field=is_key)
        elif detail["input"] != "" or where not in misnamed:
            is_item = isinstance(where[-1], int) if where else in_list
            rule, message, hint = _in_plain_words(detail, _fields(_classes_at(kind, where)), is_item)
            yield Refusal(where, rule, message, _better_range(where, detail) or hint)


def _in_the_file(detail: ErrorDetails) -> tuple[Step, ...]:
    """The path without the model's own names; an unknown field may be called anything, even like one of those."""
    *outer, last = detail["loc"] or ("<place>",)
    around = tuple(step for step in outer if step not in _BRANCHES)
    return (*around, last) if last not in _BRANCHES or detail["type"] == "extra_forbidden" else around


def _misnamed(details: list[ErrorDetails], kind: type[BaseModel]) -> Iterator[tuple[tuple[Step, ...], str]]:
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *around, key = _in_the_file(detail)
            classes = _classes_at(kind, tuple(around))
            yield tuple(around), meant(str(key), _fields(classes), _fields_inside(classes))


def _better_hint(cause: Refused, where: tuple[Step, ...], typed: object, kind: type[BaseModel]) -> Words | None:
    """What to type where the place tells more than the value: a list without brackets, a field that must be there."""
    if where[-1:] == (0,) and isinstance(typed, str) and len(_parts(typed)) > 1:
        return say("Type several in brackets: [{several}]", several=", ".join(_parts(typed)))
    field = (
        where[-1] if where and isinstance(where[-1], str) else next((s for s in where[-2:-1] if isinstance(s, str)), "")
    )
    if cause.rule == "empty" and field in _EXAMPLES:
        found = [owner.model_fields.get(field) for owner in _classes_at(kind, where[:-1])]
        return _example(field, None) if any(one and one.is_required() for one in found) else None
    if cause.rule == "id" and field != "id" and isinstance(typed, str):
        return _id_of(field, typed)
    if cause.rule == "unknown-value" and field == "cost" and _AN_AMOUNT.fullmatch(str(typed)):
        return say("Type what kind of cost it is as well, as in: cost: {{kind: fixed, amount: {seen}}}", seen=typed)
    return None


# Under which name the ids stand that a field refers to, where it is only one.
_SECTIONS_OF_IDS: Mapping[str, str] = {
    "areas": "areas",
    "audiences": "audiences",
    "goals": "goals",
    "neighbors": "areas",
    "next": "worksheets",
    "organization": "organizations",
    "worksheets": "worksheets",
}


def _id_of(field: str, typed: str) -> Words:
    """What to type where an id belongs and a name was typed."""
    if field == "location":
        inside = "address" if typed[:1].isdigit() else "name"
        return say(
            "Type the place itself, as in: location: {{{field}: ...}}, or the id of one under 'locations:'.",
            field=inside,
        )
    section = _SECTIONS_OF_IDS.get(field)
    if section is None:
        return say("Type the id that it has in its own section, as it stands there after 'id:'.")
    return say("Type the id as it stands under '{section}:', after 'id:'.", section=section)


def _day_or_month(typed: str) -> tuple[Words, Words]:
    """What to say of a date like 01/02/2027, whose two readings are both days of the calendar."""
    first, second, year = (int(number) for number in _DAY_OR_MONTH.fullmatch(typed).groups())  # type: ignore[union-attr]
    message = say("'{seen}' does not say which number is the day and which the month.", seen=typed)
    hint = say(
        "Type year, month and day: {one} if the day comes first there, {other} if the month does.",
        one=f"{year}-{second:02}-{first:02}",
        other=f"{year}-{first:02}-{second:02}",
    )
    return message, hint


def _better_range(where: tuple[Step, ...], detail: ErrorDetails) -> Words | None:
    if where[-1:] in (("latitude",), ("longitude",)) and detail["type"].endswith("than_equal"):
        return say("Latitude lies between -90 and 90, longitude between -180 and 180; the two may be swapped.")
    return None


def _parts(typed: str) -> list[str]:
    return [part.strip() for part in typed.replace(";", ",").split(",") if part.strip()]


def _classes_at(kind: type[BaseModel], where: tuple[Step, ...]) -> list[type[BaseModel]]:
    """The classes of what may stand at this path; several where the model knows several."""
    classes = [kind]
    for step in where:
        if isinstance(step, str):
            fields = [found.model_fields[step].annotation for found in classes if step in found.model_fields]
            classes = [model for annotation in fields for model in _models_in(annotation)]
    return classes


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _fields(classes: list[type[BaseModel]]) -> list[str]:
    return list(dict.fromkeys(one.alias or name for found in classes for name, one in found.model_fields.items()))


def _fields_inside(classes: list[type[BaseModel]]) -> dict[str, list[str]]:
    """For each field that holds fields of its own, their names."""
    inside = {
        name: _fields(list(_models_in(field.annotation)))
        for found in classes
        for name, field in found.model_fields.items()
    }
    return {name: fields for name, fields in inside.items() if fields}


# What a missing field might look like, so that there is something to type.
_EXAMPLES: Mapping[str, str] = {
    "area_served": "area_served: Lantern County",
    "author": "author: Waypost contributors",
    "blocks": "blocks: [{type: lines, id: good, prompt: Three good things}]",
    "checked": "checked: 2026-11-20",
    "country": "country: US",
    "date": "date: 2026-12-22",
    "first": "first: 2026-12-20",
    "items": "items: [Rest, Company, A walk]",
    "kind": "kind: free",
    "last": "last: 2027-01-03",
    "licence": "licence: CC0-1.0",
    "minutes": "minutes: 10 to 20",
    "name": "name: Tuesday Talkers",
    "number": "number: (207) 555-0142",
    "prompt": "prompt: What did me good this week?",
    "purpose": "purpose: It helps you see what does you good.",
    "row_title": "row_title: Day",
    "sections": "sections: [{title: The week, blocks: [{type: lines, id: good, prompt: Three good things}]}]",
    "summary": "summary: Tea and talk among equals.",
    "text": "text: In November we meet upstairs.",
    "time_zone": "time_zone: America/New_York",
    "title": "title: The week",
    "to": "to: 2026-12-21",
    "when": "when: Tuesday 18:30-20:00",
}


def _example(field: str, entry: object) -> Words:
    name = entry.get("name", entry.get("prompt")) if isinstance(entry, Mapping) else None
    example = f"id: {slug(name if isinstance(name, str) else '')}" if field == "id" else _EXAMPLES.get(field)
    if example:
        return say("Type a line for it, as in: {example}", example=example)
    return say("Type a line that begins with '{field}:'.", field=field)


_PATTERNS: Mapping[str, Words] = {"^[A-Z]{3}$": say("Type three capital letters, as in: USD.")}


_A_NUMBER = say("Type a number in digits, or take the whole line out.")
_EMPTY_HINTS: Mapping[str, Words] = {
    "int_parsing": _A_NUMBER,
    "float_parsing": _A_NUMBER,
    "bool_parsing": say("Type yes or no, or take the whole line out."),
}


def _in_plain_words(detail: Any, fields: list[str], is_item: bool) -> tuple[str, Words, Words]:
    """Rule, message and hint for what pydantic itself found."""
    typed, limits = detail["input"], detail.get("ctx", {})
    seen = str(typed)[:_LONGEST_SEEN] if isinstance(typed, str | int | float) else ""
    if typed == "" and detail["type"] in _EMPTY_HINTS:
        return "empty", say("Nothing is typed here."), _EMPTY_HINTS[detail["type"]]
    match detail["type"]:
        case "int_parsing" | "int_from_float" | "int_parsing_size":
            return "number", say("'{seen}' is not a whole number.", seen=seen), say("Type digits only, as in: 18.")
        case "float_parsing" | "finite_number":
            message = say("'{seen}' is not a number.", seen=seen)
            return "number", message, say("Type digits with a point, as in: 44.1035.")
        case "bool_parsing":
            return "yes-or-no", say("'{seen}' is neither yes nor no.", seen=seen), say("Type yes or no.")
        case "greater_than_equal":
            message = say("{seen} is too small.", seen=seen)
            return "number", message, say("The smallest number here is {limit}.", limit=limits["ge"])
        case "less_than_equal":
            message = say("{seen} is too large.", seen=seen)
            return "number", message, say("The largest number here is {limit}.", limit=limits["le"])
        case "string_pattern_mismatch":
            message = say("'{seen}' does not have the form that belongs here.", seen=seen)
            return "pattern", message, _PATTERNS.get(limits["pattern"], say("Look up the field in the manual."))
        case "model_type" | "model_attributes_type" | "dict_type":
            return "wrong-kind", *_no_fields(typed, fields, is_item)
        case "int_type" | "float_type" | "bool_type" | "string_type":
            message = say("There is a list or a group of fields here, where one value belongs.")
            return "wrong-kind", message, say("Type one value after the colon, on the same line.")
    return "value", say("This value cannot be used here."), say("Look up the field in the manual.")


def _no_fields(typed: object, fields: list[str], is_item: bool) -> tuple[Words, Words]:
    """What to say where fields belong and something else stands."""
    known = ", ".join(fields[:FEW])
    if not isinstance(typed, str):
        message = say("There is a list here, where fields with a name belong.")
        return message, say("Take the hyphens out; type fields such as these without one: {known}.", known=known)
    if typed.strip():
        message = say("'{seen}' stands here, where fields with a name belong.", seen=typed[:_LONGEST_SEEN])
        field = _likely_field(typed, fields)
        as_field = f"{field}: {typed}"[:_LONGEST_OFFER]
        if field and is_item:
            return message, say("Type the name of a field before it: - {typed}", typed=as_field)
        if field:
            return message, say("Type it in a line of its own below, two spaces further in: {typed}", typed=as_field)
    else:
        message = say("Nothing is typed here.")
    return message, say("Type fields such as these below it, two spaces further in: {known}.", known=known)


def _likely_field(typed: str, fields: list[str]) -> str | None:
    """The field in which a text that stands alone most likely belongs."""
    if "@" in typed:
        likely = "email"
    elif typed.lower().startswith(("http", "www.")):
        likely = "website" if "website" in fields else "url"
    elif sum(letter.isdigit() for letter in typed) > 5:
        likely = "phones" if "phones" in fields else "phone"
    else:
        likely = "text" if "until" in fields else "name"
    return likely if likely in fields else None
