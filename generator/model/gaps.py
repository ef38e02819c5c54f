"""What can still be said of an entry in which something was refused.

>>> from generator.model.taxonomy import Goal
>>> left = what_is_left(Goal, {"id": "work", "summary": "To find work.", "nmae": "Work"}, refused={"nmae"})
>>> left.id, left.name
('work', None)
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import Field, ValidationError, create_model

from generator.model.base import Part

P = TypeVar("P", bound=Part)


def what_is_left(kind: type[P], typed: Mapping[str, object], refused: Set[str]) -> P | None:
    """The entry without the refused fields, or None if nothing can be made of it.

    A field that is not there is None, or what it is when nobody types it. Such an entry is for looking at its other
    fields, never for publishing.
    """
    try:
        fields = _fields_alone(kind).model_validate({name: typed[name] for name in typed if name not in refused})
    except ValidationError:
        return None
    return cast("P", kind.model_construct(**{name: getattr(fields, name) for name in kind.model_fields}))


@cache
def _fields_alone(kind: type[Part]) -> type[Part]:
    """The fields of this kind, none of them required and none judged by the others."""
    fields: dict[str, Any] = {
        name: (Annotated[field.annotation, *field.metadata, Field()], None if field.is_required() else field.default)
        for name, field in kind.model_fields.items()
    }
    return create_model(kind.__name__, __base__=Part, **fields)
