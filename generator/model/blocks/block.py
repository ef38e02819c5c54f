"""What all blocks of a worksheet share, and the small parts that several kinds use."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import model_validator

from generator.model.base import Part, Refused
from generator.model.blocks.limits import MOST_ITEMS, Label, NamedOnce, Things, Whole, refuse_at
from generator.model.short_form import ShortForm
from generator.model.text import Id, Line
from generator.words import say


class Block(Part):
    """One thing to read, fill in, tick or cut out."""

    type: str
    """What kind of block it is."""
    id: Id
    """Short name of this block, once a sheet. Saved answers are found by it, so never change it once it is published."""
    prompt: Line | None = None
    """The question or invitation, up to 300 characters."""
    hint: Line | None = None
    """A little help below it, up to 300 characters."""


class Question(Block):
    """A block that cannot do without its question."""

    prompt: Line
    """The question or invitation, up to 300 characters."""


class Named(ShortForm):
    """A part with a name; the name alone will do."""

    name: Label
    """The word or short sentence."""

    @model_validator(mode="before")
    @classmethod
    def _a_name_alone_will_do(cls, typed: Any) -> Any:
        return {"name": typed} if isinstance(typed, str) else typed


class Item(Named):
    """A word with an optional line about what is meant; the word alone will do.

    ```yaml
    items:
      - Patience
      - {name: Courage, hint: doing hard things that matter}
    ```
    """

    hint: Line | None = None
    """What is meant by it, in a few words."""


Items = Annotated[tuple[Item, ...], Things(MOST_ITEMS), NamedOnce]
"""Up to 60 words, each once."""


class Steps(Part):
    """A row of numbers to choose from, with words at both ends."""

    min: Annotated[int, Whole(0, 10)] = 0
    """First number, 0 unless typed."""
    max: Annotated[int, Whole(1, 10)] = 10
    """Last number, 10 unless typed."""
    low: Label
    """Words at the low end: not at all."""
    high: Label
    """Words at the high end: very much."""

    @model_validator(mode="after")
    def _goes_up(self) -> Self:
        if self.min >= self.max:
            refused = Refused(
                "scale",
                say("This scale goes from {min} to {max}.", min=self.min, max=self.max),
                say("Type a larger number as max, or leave both out for 0 to 10."),
            )
            raise refuse_at([(("max",), refused)])
        return self

    @property
    def numbers(self) -> range:
        return range(self.min, self.max + 1)
