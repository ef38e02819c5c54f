"""The lines of one text, or of one list or group of fields in brackets, in another column; its meaning stays."""

from __future__ import annotations

import re

from generator.editing.field_order import Classes, in_order, inside
from generator.editing.notes import Leaf
from generator.source.outline import MAPPING, TEXT, Typed

_HEAD = re.compile(r"[|>](?P<signs>[-+1-9]*)(?P<rest>.*)")


def lines_of(leaf: Leaf, text: str, column: int, step: int, classes: Classes) -> list[str]:
    """The lines of a leaf that belongs to something in this column: the first without indentation, the others with it."""
    if leaf.typed.style in ("|", ">"):
        return _block_text(leaf, text, column, step)
    if "\n" in leaf.raw:
        first, *more = leaf.raw.split("\n")
        shift = column + step
        if leaf.typed.kind == TEXT:
            if not leaf.typed.style:
                first, more = first.rstrip(" "), [line.rstrip(" ") for line in more]
            return [first, *(" " * shift + line.lstrip(" ") if line.strip(" ") else "" for line in more)]
        least = min((_indent(line) for line in more if line.strip(" ")), default=0)
        return [first, *(" " * shift + line[least:] if line.strip(" ") else "" for line in more)]
    return [in_brackets(leaf.typed, text, classes)]


def in_brackets(typed: Typed, text: str, classes: Classes = ()) -> str:
    """A value on one line with one space after each comma and colon; as typed where something in it is out of the usual.

    >>> from generator.source.outline import outline
    >>> in_brackets(outline("[ a,b ,{c:   d} ]"), "[ a,b ,{c:   d} ]")
    '[a, b, {c: d}]'
    """
    raw = text[typed.start : typed.end]
    if typed.kind == TEXT:
        return raw
    kind = typed.get("type") if typed.kind == MAPPING else None
    parts: list[str] = []
    for item in typed.items:
        if item.value.start == item.value.end or raw[:1] not in ("[", "{"):
            return raw
        more = (
            inside(classes, item.key.text, kind.text if kind is not None else "") if item.key is not None else classes
        )
        part = in_brackets(item.value, text, more)
        if item.value.kind != TEXT and part[:1] not in ("[", "{"):
            return raw
        parts.append(f"{text[item.key.start : item.key.end]}: {part}" if item.key is not None else part)
    if typed.kind == MAPPING:
        names = [item.key.text if item.key is not None else "" for item in typed.items]
        parts = [parts[place] for place in in_order(classes, names, kind.text if kind is not None else "")]
    inner = ", ".join(parts)
    return f"{{{inner}}}" if typed.kind == MAPPING else f"[{inner}]"


def _block_text(leaf: Leaf, text: str, column: int, step: int) -> list[str]:
    head, *more = leaf.raw.split("\n")
    found = _HEAD.fullmatch(head)
    signs, rest = (found["signs"], found["rest"].strip(" ")) if found else ("", "")
    number = next((int(sign) for sign in signs if sign.isdigit()), 0)
    first = next((line for line in more if line.strip(" ")), "")
    before = leaf.base + number if number else _indent(first)
    after = column + (number or step)
    if leaf.typed.end == len(text) and not text.endswith("\n"):
        # At the very end of a file without a last line break the text has none either, and so it shall be.
        signs = signs.replace("+", "").replace("-", "") + "-"
    lines = [" " * after + line[before:] if line[before:] else "" for line in more]
    while lines and not lines[-1] and "+" not in signs:
        lines.pop()
    return [f"{head[:1]}{signs}{' ' if rest else ''}{rest}", *lines]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
