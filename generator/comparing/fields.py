"""Which fields of one thing changed, each with what stood there and what stands there now.

>>> from generator.model.contact import Contact
>>> before, after = Contact(website="https://example.org"), Contact(website="https://example.org", name="Rosa")
>>> list(changed_fields(before, after))
[FieldChange(path='name', before=(), after=('Rosa',))]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.base import Part
from generator.model.choice import Choice


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field, named as in the file (`contact.phones`), with what left it and what came.

    Of a list only the things that left or came are named; a list put into another order has the same things on both sides.
    """

    path: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_fields(
    before: Part, after: Part, path: str = "", but: frozenset[str] = frozenset()
) -> Iterator[FieldChange]:
    """Every field that differs, in the order of the model; those named in `but` are left to somebody else."""
    names = dict.fromkeys([*type(before).model_fields, *type(after).model_fields])
    for name in names:
        if name not in but:
            yield from _changes(getattr(before, name, None), getattr(after, name, None), _inside(path, name))


def field_change(path: str, was: Sequence[str], now: Sequence[str]) -> FieldChange:
    """What left and what came; all of both where the same things stand in another order.

    >>> field_change("goals", ["work", "coping"], ["coping", "home"])
    FieldChange(path='goals', before=('work',), after=('home',))
    """
    left, came = tuple(text for text in was if text not in now), tuple(text for text in now if text not in was)
    return FieldChange(path, left, came) if left or came else FieldChange(path, tuple(was), tuple(now))


def _changes(before: Any, after: Any, path: str) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, Part) and isinstance(after, Part) and type(before) is type(after):
        yield from changed_fields(before, after, path)
    elif (old := _by_name(before)) and (new := _by_name(after)):
        for name in dict.fromkeys([*old, *new]):
            yield from _changes(old.get(name), new.get(name), f"{path}[{name}]")
        kept = [name for name in old if name in new]
        if kept != [name for name in new if name in old]:
            yield FieldChange(path, tuple(kept), tuple(name for name in new if name in old))
    else:
        was, now = _texts(before), _texts(after)
        yield field_change(path, was, now)


def compact(value: Any) -> str:
    """A value in few words, as one would type it.

    >>> compact(date(2026, 11, 22)), compact(True), compact(("en", "es"))
    ('2026-11-22', 'yes', 'en, es')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Part):
        typed = {name: getattr(value, name) for name in type(value).model_fields if not _is_usual(value, name)}
        if len(typed) == 1:
            return compact(next(iter(typed.values())))
        return "; ".join(f"{name}: {compact(field)}" for name, field in typed.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(compact, value))
    return str(value)


def _texts(value: Any) -> list[str]:
    things = value if isinstance(value, tuple) else (value,)
    return [text for text in map(compact, things) if text]


def _is_usual(part: Part, name: str) -> bool:
    return bool(getattr(part, name) == type(part).model_fields[name].get_default(call_default_factory=True))


def _by_name(value: Any) -> Mapping[str, Part]:
    """The parts of a list by what they are called in it, if each has such a name and no two the same."""
    if not isinstance(value, tuple) or not all(isinstance(part, Part) for part in value):
        return {}
    named = {str(getattr(part, "id", None) or getattr(part, "title", None) or ""): part for part in value}
    return named if len(named) == len(value) and "" not in named else {}


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
