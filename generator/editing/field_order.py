"""In which order the fields of anything in the directory stand: the order of the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from generator.model.blocks import BLOCKS
from generator.model.blocks.block import Block
from generator.model.directory import SECTIONS, Directory
from generator.model.entry import Entry

Classes: TypeAlias = Sequence[type[BaseModel]]
"""What may stand in one place of the file."""

WHOLE: Classes = (Directory,)
_HEAD = ("directory", "crisis", "include", "include_directory")
_LAST = ("verified", "verified_by", "review_every", "sections")
"""Fields of a listing that stand at its end: when it was made sure of, and what is longer than all the rest."""


def fields_of(model: type[BaseModel]) -> list[str]:
    """The fields of a class in the order in which they should stand.

    >>> fields_of(SECTIONS["groups"])[-3:]
    ['verified', 'verified_by', 'review_every']
    """
    if model is Directory:
        return [*_HEAD, *SECTIONS]
    names = [field.alias or name for name, field in model.model_fields.items()]
    last = [name for name in _LAST if name in names] if issubclass(model, Entry) else []
    return [name for name in names if name not in last] + last


def in_order(classes: Classes, keys: Sequence[str], kind: str = "") -> list[int]:
    """The places of the keys in the order in which they should stand; those that no class knows stay behind the others.

    `kind` is what stands as `type`, where a class is chosen by it.

    >>> in_order(WHOLE, ["groups", "include", "directory"])
    [2, 1, 0]
    """
    order = _fields(classes, keys, kind)
    rank = {name: number for number, name in enumerate(order)}
    return sorted(range(len(keys)), key=lambda place: rank.get(keys[place], len(rank)))


def inside(classes: Classes, key: str, kind: str = "") -> Classes:
    """What may stand under a key."""
    found = [model.model_fields[key].annotation for model in _chosen(classes, kind) if key in model.model_fields]
    return tuple(dict.fromkeys(model for annotation in found for model in _models(annotation)))


def _fields(classes: Classes, keys: Sequence[str], kind: str) -> list[str]:
    chosen = _chosen(classes, kind)
    fitting = [model for model in chosen if set(keys) <= set(model.model_fields)] or list(chosen)
    return fields_of(fitting[0]) if fitting else []


def _chosen(classes: Classes, kind: str) -> Classes:
    blocks = [model for model in classes if issubclass(model, Block)]
    if not blocks:
        return classes
    plain = kind.strip().lower().replace("-", "_").replace(" ", "_")
    return (BLOCKS[plain],) if plain in BLOCKS else ()


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]
