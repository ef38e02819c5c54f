"""Lines: a question over a box that grows with the words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Lines
from generator.worksheets.blank import Blank
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class LinesView(BlockView):
    template = "lines.html"

    blank: Blank
    rows: int


def view(block: Lines, _language: Language) -> LinesView:
    return LinesView(Asked.of(block), Blank(block.id, block.prompt), block.rows)
