"""What all blocks of a worksheet share, and the small parts that several kinds use."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Annotated, Any, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.model.base import Part, Refused
from generator.model.blocks.limits import GO_ON, MOST_ITEMS, Ask, Label, NamedOnce, Things, Whole, refuse_at
from generator.model.short_form import ShortForm
from generator.model.text import Id, Several
from generator.words import Words, say


class Block(Part):
    """One thing to read, fill in, tick or cut out."""

    type: str
    """What kind of block it is."""
    id: Id
    """Short name of this block, once a sheet. Saved answers are found by it, so never change it once it is published."""
    prompt: Ask | None = None
    """The question or invitation."""
    hint: Ask | None = None
    """A little help below it."""
    formerly: Several[Id] = ()
    """Ids this block had before, if one had to change. Answers that were saved under them are found again."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Editors show what the block is for and an example; how it looks stands in the manual."""
        schema = handler(core)
        resolved = handler.resolve_ref_schema(schema)
        resolved["description"] = resolved["description"].partition("\n\n## ")[0]
        return schema


class Question(Block):
    """A block that cannot do without its question."""

    prompt: Ask
    """The question or invitation."""


def after_comma(typed: Mapping[str, Any], known: Container[str]) -> tuple[str, Words, Words] | None:
    """What to say of a word that came loose from its text at a comma, as in `{name: Rest, hint: sleep, pauses}`.

    YAML takes such a word for a field without a value.
    """
    before = ""
    for key, value in typed.items():
        if key not in known and value == "" and before:
            whole = f"{before}: {typed[before]}, {key}"[:80]
            return (
                key,
                say("'{word}' stands by itself after a comma.", word=key[:40]),
                say('If it belongs to the text before it, put straight quotes round both: {field}: "{text}".',
                    field=before, text=whole.partition(": ")[2]),
            )  # fmt: skip
        before = key if isinstance(value, str) and key in known else ""
    return None


class Named(ShortForm):
    """A part with a name; the name alone will do."""

    name: Label
    """The word or short sentence."""

    @model_validator(mode="before")
    @classmethod
    def _a_name_alone_will_do(cls, typed: Any) -> Any:
        if isinstance(typed, str):
            if not typed.strip():
                raise Refused(
                    "empty-item", say("Nothing is typed here."), say("Type a word, or take the whole line out.")
                )
            return {"name": typed}
        if isinstance(typed, Mapping) and len(typed) == 1:
            ((key, value),) = typed.items()
            if key not in cls.model_fields and isinstance(value, str) and value:
                words = f"{key}: {value}"[:80]
                raise Refused(
                    "colon-in-value",
                    say("'{words}' has a colon in it.", words=words),
                    say('Put straight quotes round it: "{words}".', words=words),
                )
        return typed

    @model_validator(mode="before")
    @classmethod
    def _commas_stay_in_the_text(cls, typed: Any) -> Any:
        if isinstance(typed, Mapping):
            split = after_comma(typed, cls.model_fields)
            if split:
                raise refuse_at([((split[0],), Refused("unknown-key", *split[1:]))])
        return typed


class Item(Named):
    """A word with an optional line about what is meant; the word alone will do.

    ```yaml
    items:
      - Patience
      - {name: Courage, hint: doing hard things that matter}
    ```
    """

    hint: Ask | None = None
    """What is meant by it, in a few words."""


Items = Annotated[tuple[Item, ...], Things(MOST_ITEMS, more=GO_ON), NamedOnce]
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
