"""Checklist: things to tick, and room for something else."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Checklist
from generator.worksheets.blank import OTHER, Blank, keys, name
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class ItemView:
    """Something to tick."""

    blank: Blank
    hint: str


@dataclass(frozen=True)
class ChecklistView(BlockView):
    template = "checklist.html"

    items: tuple[ItemView, ...]
    columns: int
    other: Blank | None


def view(block: Checklist, _language: Language) -> ChecklistView:
    items = tuple(
        ItemView(Blank(name(block.id, key), item.name), item.hint or "")
        for key, item in zip(keys(item.name for item in block.items), block.items, strict=True)
    )
    other = Blank(name(block.id, OTHER), block.other) if block.other else None
    return ChecklistView(Asked.of(block), items, block.columns, other)
