"""Circles: rings around a middle, and lines for each of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Circles
from generator.worksheets.blank import Blank, keys, name
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class RingView:
    """A ring and the lines that belong to it."""

    name: str
    hint: str
    blank: Blank


@dataclass(frozen=True)
class CirclesView(BlockView):
    template = "circles.html"

    me: str
    alt: str
    rows: int
    rings: tuple[RingView, ...]
    """From the inside out."""

    @property
    def from_outside(self) -> tuple[str, ...]:
        """The names of the rings as they are drawn, each inside the one before."""
        return tuple(ring.name for ring in reversed(self.rings))


def view(block: Circles, _language: Language) -> CirclesView:
    rings = tuple(
        RingView(ring.name, ring.hint or "", Blank(name(block.id, key), ring.name))
        for key, ring in zip(keys(ring.name for ring in block.rings), block.rings, strict=True)
    )
    return CirclesView(Asked.of(block), block.me, block.alt, block.rows, rings)
