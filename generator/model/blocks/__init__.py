"""The blocks a worksheet is made of, one kind a file, told apart by what stands as `type`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails

from generator.model.base import Refused
from generator.model.blocks.block import Block, Item, Question, Steps, after_comma
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

OTHER_KINDS: Mapping[str, str] = {
    "checkbox": "checklist",
    "checkboxes": "checklist",
    "ticks": "checklist",
    "text": "lines",
    "textarea": "lines",
    "question": "lines",
    "box": "lines",
    "number": "scale",
    "rating": "scale",
    "radio": "scale",
    "slider": "scale",
    "sort": "cards",
    "top_five": "ranking",
    "order": "ranking",
    "grid": "table",
    "diary": "tracker",
    "habits": "tracker",
    "rings": "circles",
    "plan": "if_then",
    "info": "note",
    "paragraph": "note",
    "heading": "note",
    "signature": "sign",
    "date": "sign",
    "cards_to_cut": "cut_cards",
    "cutouts": "cut_cards",
}
"""What people call a kind of block, with the kind that they mean."""

OTHER_FIELDS: Mapping[str, tuple[str, ...]] = {
    "question": ("prompt",),
    "label": ("prompt",),
    "title": ("prompt",),
    "name": ("prompt",),
    "description": ("text", "hint"),
    "help": ("hint",),
    "options": ("choices", "items"),
    "choices": ("items",),
    "values": ("items",),
    "cards": ("items",),
    "words": ("text", "items"),
    "lines": ("rows",),
    "from": ("min",),
    "to": ("max",),
    "names": ("row_names",),
    "days": ("columns",),
}
"""What people call a field of a block, with those that may be meant."""


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
    if "type" not in typed and isinstance(typed.get("kind"), str):
        hint = say("Type it as: type: {kind}", kind=typed["kind"][:40])
        raise refuse_at([(("kind",), Refused("unknown-key", say("The kind of a block stands after 'type:'."), hint))])
    if not isinstance(typed.get("type"), str):
        raise Refused("block-type", say("This block does not say what kind it is."), _kinds())
    kind = typed["type"].strip().lower().replace("-", "_").replace(" ", "_").removesuffix("_plan")
    if kind not in BLOCKS:
        near = [OTHER_KINDS[kind]] if kind in OTHER_KINDS else get_close_matches(kind, BLOCKS, n=1, cutoff=0.6)
        message = say("'{seen}' is not a kind of block.", seen=typed["type"][:40])
        hint = say("Did you mean '{near}'?", near=near[0]) if near else _kinds()
        raise refuse_at([(("type",), Refused("block-type", message, hint))])
    try:
        return BLOCKS[kind].model_validate({**typed, "type": kind})
    except ValidationError as error:
        details = error.errors(include_url=False)
    renamed = {_meant(str(detail["loc"][0]), kind) for detail in details if detail["type"] == "extra_forbidden"}
    # A field that is there under another name is not missing as well.
    told = [detail for detail in details if detail["type"] != "missing" or detail["loc"][0] not in renamed]
    raise refuse_at(_refused(kind, typed, detail) for detail in told)


def _refused(kind: str, typed: Mapping[str, Any], detail: ErrorDetails) -> tuple[Location, Refused] | InitErrorDetails:
    """An unknown field told with the fields of this kind alone, before the kinds are mixed; the rest as it is."""
    location = detail["loc"]
    if detail["type"] != "extra_forbidden" or len(location) > 1:
        same: InitErrorDetails = {"type": detail["type"], "loc": location, "input": detail["input"]}
        return {**same, "ctx": detail["ctx"]} if "ctx" in detail else same
    key, fields = str(location[0]), BLOCKS[kind].model_fields
    split = after_comma(typed, fields)
    if split and split[0] == key:
        return location, Refused("unknown-key", *split[1:])
    message, hint = unknown_key(key, list(fields))
    if near := _meant(key, kind):
        hint = say("Did you mean '{near}'?", near=near)
    return location, Refused("unknown-key", message, hint)


def _meant(key: str, kind: str) -> str:
    """The field of a block that people may mean by another word, or nothing."""
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    return next((field for field in OTHER_FIELDS.get(plain, ()) if field in BLOCKS[kind].model_fields), "")


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
    "OTHER_FIELDS",
    "OTHER_KINDS",
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
