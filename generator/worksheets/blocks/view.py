"""What the view of every block holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.model.blocks import Block


@dataclass(frozen=True)
class Asked:
    """What a block asks, in the words of the sheet."""

    id: str
    prompt: str
    hint: str
    formerly: tuple[str, ...] = ()
    """Ids under which older answers to it were saved."""

    @classmethod
    def of(cls, block: Block) -> Asked:
        return cls(block.id, block.prompt or "", block.hint or "", block.formerly)


@dataclass(frozen=True)
class BlockView:
    """A block ready to be drawn; `template` is the partial that draws it."""

    template: ClassVar[str]

    asked: Asked

    @property
    def element(self) -> str:
        """Id of the element that carries the question."""
        return f"sheet-ask-{self.asked.id}"

    @property
    def hint_element(self) -> str:
        """Id of the element that carries the hint."""
        return f"sheet-hint-{self.asked.id}"
