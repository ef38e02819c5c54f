"""One kind of block a file: what its partial in `templates/blocks/` needs, words and names spelled out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.language import Language
from generator.model.blocks import Block
from generator.worksheets.blocks import (
    cards,
    checklist,
    circles,
    cut_cards,
    if_then,
    lines,
    note,
    ranking,
    scale,
    sign,
    table,
    tracker,
)
from generator.worksheets.blocks.view import BlockView

VIEWS: Mapping[str, Callable[[Any, Language], BlockView]] = {
    "lines": lines.view,
    "scale": scale.view,
    "checklist": checklist.view,
    "cards": cards.view,
    "ranking": ranking.view,
    "table": table.view,
    "tracker": tracker.view,
    "circles": circles.view,
    "if_then": if_then.view,
    "note": note.view,
    "sign": sign.view,
    "cut_cards": cut_cards.view,
}
"""What makes the view of a block, by its `type`."""


def view(block: Block, language: Language) -> BlockView:
    """The view of any block."""
    return VIEWS[block.type](block, language)
