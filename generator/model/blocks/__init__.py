"""The blocks a worksheet is made of, one kind a file, told apart by what stands as `type`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails

from generator.model.base import Refused
from generator.model.blocks.block import Block, Item, Question, Steps
from generator.model.blocks.cards import Cards
from generator.model.blocks.checklist import Checklist
from generator.model.blocks.circles import Circles
from generator.model.blocks.cut_cards import CutCards
from generator.model.blocks.if_then import IfThen
from generator.model.blocks.limits import Location, refuse_at
from generator.model.blocks.lines import Lines
from generator.model.blocks.note import Note
from generator.model.blocks.ranking import Ranking
from generator.model.blocks.scale import Scale
from generator.model.blocks.sign import Sign
from generator.model.blocks.table import Table
from generator.model.blocks.tracker import Tracker
from generator.model.field_names import unknown_key
from generator.words import Words, say

BLOCKS: Mapping[str, type[Block]] = {
    "lines": Lines,
    "scale": Scale,
    "checklist": Checklist,
    "cards": Cards,
    "ranking": Ranking,
    "table": Table,
    "tracker": Tracker,
    "circles": Circles,
    "if_then": IfThen,
    "note": Note,
    "sign": Sign,
    "cut_cards": CutCards,
}
"""Each kind of block by its `type`, in the order of the manual."""


def block(typed: Any) -> Any:
    """The block that was meant; `cut-cards`, `Cut cards` and `cut_cards` are the same kind.

    Choosing the class here, and not by pydantic's union, keeps the kind out of the place of a mistake and says in plain
    words what is wrong with a `type`.
    """
    if isinstance(typed, Block):
        return typed
    if not isinstance(typed, Mapping):
        raise Refused(
            "wrong-kind",
            say("There is no block here."),
            say("A block has at least a 'type' and an 'id', each on a line of its own."),
        )
    if not isinstance(typed.get("type"), str):
        raise Refused("block-type", say("This block does not say what kind it is."), _kinds())
    kind = typed["type"].strip().lower().replace("-", "_").replace(" ", "_")
    if kind not in BLOCKS:
        near = get_close_matches(kind, BLOCKS, n=1, cutoff=0.6)
        message = say("'{seen}' is not a kind of block.", seen=typed["type"][:40])
        hint = say("Did you mean '{near}'?", near=near[0]) if near else _kinds()
        raise refuse_at([(("type",), Refused("block-type", message, hint))])
    try:
        return BLOCKS[kind].model_validate({**typed, "type": kind})
    except ValidationError as error:
        raise refuse_at(_refused(BLOCKS[kind], detail) for detail in error.errors(include_url=False)) from None


def _refused(kind: type[Block], detail: ErrorDetails) -> tuple[Location, Refused] | InitErrorDetails:
    """An unknown field told with the fields of this kind alone, before the kinds are mixed; the rest as it is."""
    location = detail["loc"]
    if detail["type"] != "extra_forbidden" or len(location) > 1:
        same: InitErrorDetails = {"type": detail["type"], "loc": location, "input": detail["input"]}
        return {**same, "ctx": detail["ctx"]} if "ctx" in detail else same
    message, hint = unknown_key(str(location[0]), list(kind.model_fields))
    return location, Refused("unknown-key", message, hint)


def _kinds() -> Words:
    return say("Type one of these as 'type': {known}.", known=", ".join(BLOCKS))


AnyBlock = Annotated[
    Lines | Scale | Checklist | Cards | Ranking | Table | Tracker | Circles | IfThen | Note | Sign | CutCards,
    Field(discriminator="type"),
    BeforeValidator(block),
]
"""A block of any kind."""

__all__ = [
    "BLOCKS",
    "AnyBlock",
    "Block",
    "Cards",
    "Checklist",
    "Circles",
    "CutCards",
    "IfThen",
    "Item",
    "Lines",
    "Note",
    "Question",
    "Ranking",
    "Scale",
    "Sign",
    "Steps",
    "Table",
    "Tracker",
    "block",
]
