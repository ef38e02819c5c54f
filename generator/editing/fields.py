"""One field of a listing set, as a change of the text that touches nothing else.

>>> from generator.source.outline import outline
>>> text = "- id: tea # first\\n  cost: free\\n"
>>> set_field(text, outline(text).items[0].value, ("verified",), date(2026, 11, 22), ["id", "cost", "verified"])
Splice(start=30, end=30, text='\\n  verified: 2026-11-22')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.editing.typed_file import Splice
from generator.source.outline import MAPPING, TEXT, Item, Typed
from generator.source.quoting import quoted
from generator.source.writer import Writable, in_line, written

_FLOW_SIGNS = set(",[]{}")


def set_field(text: str, mapping: Typed, path: Sequence[str], value: Writable, order: Sequence[str]) -> Splice:
    """Set the field at a path inside a mapping; `order` are the fields of the mapping in the order they should stand.

    A value of one line takes exactly the place of the old one. A field that is not there gets a line of its own, behind
    the field that should stand before it. Raises `ValueError` where the way leads through a text or a list.
    """
    key, *inner = path
    entry = next((item for item in mapping.items if item.key is not None and item.key.text == key), None)
    if inner and entry is not None and entry.value.kind == MAPPING:
        return set_field(text, entry.value, inner, value, [])
    if inner and entry is not None and not is_empty(entry.value):
        raise ValueError(f"'{key}' holds no fields")
    for step in reversed(inner):
        value = {step: value}
    if entry is None:
        return _added(text, mapping, key, value, order)
    if mapping.style:
        return Splice(entry.value.start, entry.value.end, _in_brackets(value))
    if _is_short(value) and _stands_in_one_line(text, entry.value):
        short = _in_brackets(value) if isinstance(value, list) else _on_one_line(value)
        space = " " if text[entry.value.start - 1 : entry.value.start] == ":" else ""
        return Splice(entry.value.start, entry.value.end, space + short)
    end = max(entry.value.end, text.find(":", entry.key.end if entry.key else entry.start) + 1)
    return Splice(entry.start, end, field_lines(key, value, _column(text, entry.start)).lstrip(" "))


def remove_field(text: str, mapping: Typed, key: str) -> Splice | None:
    """Take a field's lines out; None if it is not there, or is the first of its list item or stands in brackets."""
    for number, item in enumerate(mapping.items):
        if item.key is not None and item.key.text == key and not mapping.style and number:
            start = text.rfind("\n", 0, item.start)
            return Splice(start, _line_end(text, _end(text, item)), "")
    return None


def is_empty(value: Typed) -> bool:
    """Whether nothing is typed where the value belongs."""
    return value.kind == TEXT and value.start == value.end


def _added(text: str, mapping: Typed, key: str, value: Writable, order: Sequence[str]) -> Splice:
    before = set(order[: order.index(key)]) if key in order else None
    after = mapping.items[-1] if mapping.items else None
    if before is not None and mapping.items:
        there = [item for item in mapping.items if item.key is not None and item.key.text in before]
        after = there[-1] if there else mapping.items[0]
    if mapping.style:
        typed = f"{in_line(key)}: {_in_brackets(value)}"
        if after is None:
            return Splice(mapping.start + 1, mapping.end - 1, typed)
        return Splice(_end(text, after), _end(text, after), f", {typed}")
    if after is None:
        raise ValueError("an empty mapping has no lines")
    at = _line_end(text, _end(text, after))
    return Splice(at, at, "\n" + field_lines(key, value, _column(text, after.start)))


def _end(text: str, item: Item) -> int:
    """Behind the last character of an entry, whose value may be empty."""
    if not is_empty(item.value) or item.key is None:
        return item.value.end
    return text.find(":", item.key.end) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1


def _stands_in_one_line(text: str, value: Typed) -> bool:
    return not value.is_block and value.style not in ("|", ">") and "\n" not in text[value.start : value.end]


def _is_short(value: Writable) -> bool:
    if isinstance(value, list):
        return all(not isinstance(part, list | dict) and _is_short(part) for part in value)
    return "\n" not in value if isinstance(value, str) else isinstance(value, bool | int | float | date)


def _on_one_line(value: Writable) -> str:
    if isinstance(value, str):
        return in_line(value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def field_lines(key: str, value: Writable, column: int) -> str:
    """The field as lines that begin in this column, without the last line break."""
    if isinstance(value, list) and _is_short(value):
        lines = [f"{in_line(key)}: {_in_brackets(value)}"]
    else:
        lines = written({key: value}).removesuffix("\n").split("\n")
    return "\n".join(" " * column + line if line else "" for line in lines)


def _in_brackets(value: Writable) -> str:
    """The value on one line, as it may stand between brackets."""
    if isinstance(value, str):
        plain = in_line(value)
        if plain == value and _FLOW_SIGNS & set(value):
            return quoted(value)
        return plain
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{in_line(key)}: {_in_brackets(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_in_brackets(part) for part in value) + "]"
    return _on_one_line(value)
