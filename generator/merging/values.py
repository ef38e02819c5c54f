"""Values as a file would hold them, and whether two of them mean the same.

>>> as_read({"peer_run": True, "minimum_age": 18, "languages": ["en", "no"]})
{'peer_run': 'yes', 'minimum_age': '18', 'languages': ['en', 'no']}
>>> alike("groups", "schedule", "Tuesdays 6.30pm-8pm", ["Tuesday 18:30-20:00"])
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from generator.model.directory import SECTIONS
from generator.source.outline import MAPPING, TEXT, Typed
from generator.source.writer import Writable

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""A value as the reader gives it: texts, lists and groups of fields."""


def as_read(value: Writable) -> Plain:
    """The value as it is read back from a file to which it was written."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return {name: as_read(part) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [as_read(part) for part in value]
    return str(value)


def plain(typed: Typed) -> Plain:
    """The value that stands at a place of a file."""
    if typed.kind == TEXT:
        return typed.text
    if typed.kind == MAPPING:
        return {item.key.text: plain(item.value) for item in typed.items if item.key is not None}
    return [plain(item.value) for item in typed.items]


def alike(section: str, field: str, one: Plain | None, other: Plain | None) -> bool:
    """Whether two ways of typing a field mean the same; None is a field that is not there."""
    if one == other:
        return True
    if one is None or other is None:
        return False
    return squeezed(one) == squeezed(other) or _typed_alike(section, field, one, other)


def squeezed(value: Plain) -> Plain:
    """The value without what means nothing: spaces between words, and a list around one thing."""
    if isinstance(value, str):
        return "\n\n".join(" ".join(block.split()) for block in value.strip().split("\n\n"))
    if isinstance(value, dict):
        return {name: squeezed(part) for name, part in value.items()}
    return squeezed(value[0]) if len(value) == 1 else [squeezed(part) for part in value]


def _typed_alike(section: str, field: str, one: Plain, other: Plain) -> bool:
    kind = _kind(section, field)
    if kind is None:
        return False
    try:
        return bool(kind.validate_python(one) == kind.validate_python(other))
    except ValidationError:
        return False


@cache
def _kind(section: str, field: str) -> TypeAdapter[Any] | None:
    """How the model reads a field of the entries under a section; None if they have no such field."""
    info = SECTIONS[section].model_fields.get(field)
    if info is None or info.annotation is None:
        return None
    whole: Any = info.annotation
    for more in info.metadata:
        whole = Annotated[whole, more]
    return TypeAdapter(whole)
