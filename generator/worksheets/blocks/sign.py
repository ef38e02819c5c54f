"""Sign: short lines for a name or a date."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Sign
from generator.worksheets.blank import Blank, keys, name
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class SignView(BlockView):
    template = "sign.html"

    blanks: tuple[Blank, ...]


def view(block: Sign, _language: Language) -> SignView:
    blanks = (Blank(name(block.id, key), field) for key, field in zip(keys(block.fields), block.fields, strict=True))
    return SignView(Asked.of(block), tuple(blanks))
