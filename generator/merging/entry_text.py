"""One entry of a list changed in its text, field by field, with its notes and everything around it left alone.

>>> from generator.source.outline import outline
>>> text = "services:\\n  - id: tea # ours\\n    cost: free\\n    waiting: A week. # or so\\n"
>>> item = outline(text).at(["services"]).items[0]
>>> change = edited(text, item, False, "services", [(("waiting",), "A month."), (("cost",), None)])
>>> print(text[:change.start] + change.text + text[change.end:], end="")
services:
  - id: tea # ours
    waiting: A month. # or so
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator.editing.field_order import fields_of
from generator.editing.fields import is_empty, remove_field, set_field
from generator.editing.typed_file import Splice
from generator.model.directory import SECTIONS
from generator.source.outline import MAPPING, Item, Typed, outline
from generator.source.writer import Writable

Edit: TypeAlias = "tuple[tuple[str, ...], Writable | None]"
"""The address of a field in its entry, and its new value; None takes it out."""


def edited(text: str, item: Item, in_brackets: bool, section: str, edits: Sequence[Edit]) -> Splice:
    """The change of the text that brings an item of a list to its new values.

    Only the item is taken apart again after each edit, so a file of thousands of entries stays quick.
    """
    start, end = item.value.start, item.value.end
    if not in_brackets:
        start = text.rfind("\n", 0, item.start) + 1
        line_end = text.find("\n", end)
        end = len(text) if line_end < 0 else line_end
    piece = text[start:end]
    for path, value in edits:
        root = outline(piece)
        mapping = root if in_brackets else root.items[0].value
        change = _change(piece, mapping, path, value, section)
        if change is not None:
            piece = piece[: change.start] + change.text + piece[change.end :]
    return Splice(start, end, piece)


def _change(text: str, mapping: Typed, path: tuple[str, ...], value: Writable | None, section: str) -> Splice | None:
    if value is not None:
        return set_field(text, mapping, path, value, fields_of(SECTIONS[section]))
    around = mapping
    for step in path[:-1]:
        inner = around.get(step)
        if inner is None or inner.kind != MAPPING:
            return None
        around = inner
    if len(path) > 1 and len(around.items) == 1:
        # Nothing would be left in the group of fields.
        return _change(text, mapping, path[:-1], None, section)
    return _taken_out(text, around, path[-1])


def _taken_out(text: str, mapping: Typed, key: str) -> Splice | None:
    number = next((at for at, item in enumerate(mapping.items) if item.key is not None and item.key.text == key), None)
    if number is None or len(mapping.items) == 1:
        return None
    item = mapping.items[number]
    if not number:
        return Splice(item.start, mapping.items[1].start, "")
    if mapping.style:
        return Splice(_end(text, mapping.items[number - 1]), _end(text, item), "")
    return remove_field(text, mapping, key)


def _end(text: str, item: Item) -> int:
    if is_empty(item.value) and item.key is not None:
        return text.find(":", item.key.end) + 1
    return item.value.end
