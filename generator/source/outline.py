"""Where everything in a file stands: the shape of its text, for changes that touch nothing around them.

`generator.source.reader` gives the values; this gives beginnings and ends, quotes and brackets, in the text as typed.

>>> text = "groups:\\n  - id: tea # first\\n    name: 'Tea'\\n"
>>> name = outline(text).at(["groups", 0, "name"])
>>> text[name.start:name.end], name.text, name.style
("'Tea'", 'Tea', "'")
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from yaml.error import YAMLError
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.source.events import Events, fastest_events

TEXT, MAPPING, LIST = "text", "mapping", "list"


class NoOutline(ValueError):
    """The text is not YAML, or uses something that no directory may hold (anchors, tags, several documents)."""


@dataclass(slots=True)
class Typed:
    """One value as it stands in the text; `end` is the position behind its last character.

    `style` is the sign a text or a bracketed value begins with (`'`, `"`, `|`, `>`, `[`, `{`), or empty for plain text
    and for lists and mappings that are told by their indentation alone.
    """

    kind: str
    start: int
    end: int
    style: str = ""
    text: str = ""
    items: list[Item] = field(default_factory=list)

    def get(self, key: str) -> Typed | None:
        """The value of a key, or None."""
        return next((item.value for item in self.items if item.key is not None and item.key.text == key), None)

    def at(self, where: Sequence[str | int]) -> Typed:
        """The value at a path of keys and indexes; `KeyError` if there is none."""
        here = self
        for step in where:
            found = here.get(step) if isinstance(step, str) else None
            if isinstance(step, int) and here.kind == LIST and 0 <= step < len(here.items):
                found = here.items[step].value
            if found is None:
                raise KeyError(step)
            here = found
        return here

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping told by indentation."""
        return self.kind != TEXT and not self.style


@dataclass(slots=True)
class Item:
    """One entry of a mapping (with its key) or one item of a list (with none); `start` is that of the key or the dash."""

    start: int
    key: Typed | None
    value: Typed


def outline(text: str, events: Events | None = None) -> Typed:
    """The shape of a text with plain line feeds; raises `NoOutline` if it cannot be one of a directory's files."""
    try:
        found = list((events or fastest_events())(text))
    except YAMLError as error:
        raise NoOutline(str(error)) from error
    roots = list(_values(iter(found), text))
    if len(roots) != 1 or any(getattr(event, "anchor", None) or getattr(event, "tag", None) for event in found):
        raise NoOutline("not one plain document")
    return roots[0]


def _values(events: Iterator[Any], text: str) -> Iterator[Typed]:
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            yield _text_of(event, text)
        elif kind is MappingStartEvent:
            yield _mapping(event, events, text)
        elif kind is SequenceStartEvent:
            yield _list(event, events, text)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            yield Typed("end", event.start_mark.index, event.end_mark.index)
            return


def _text_of(event: Any, text: str) -> Typed:
    start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
    if style in ("|", ">"):
        end = end_of_block_text(text, start, end)
    return Typed(TEXT, start, end, style, event.value)


def _mapping(begin: Any, events: Iterator[Any], text: str) -> Typed:
    found = Typed(MAPPING, begin.start_mark.index, begin.end_mark.index, "{" if begin.flow_style else "")
    key: Typed | None = None
    for value in _values(events, text):
        if value.kind == "end":
            _close(found, value)
        elif key is None:
            if value.kind != TEXT:
                raise NoOutline("a list or mapping as a key")
            key = value
        else:
            found.items.append(Item(key.start, key, value))
            key = None
    return found


def _list(begin: Any, events: Iterator[Any], text: str) -> Typed:
    found = Typed(LIST, begin.start_mark.index, begin.end_mark.index, "[" if begin.flow_style else "")
    after = begin.start_mark.index
    for value in _values(events, text):
        if value.kind == "end":
            _close(found, value)
        else:
            start = value.start if found.style else next_sign(text, after)
            found.items.append(Item(start, None, value))
            after = max(value.end, start + 1)
    return found


def _close(found: Typed, end: Typed) -> None:
    if found.style:
        found.end = end.end
    elif found.items:
        # The parser ends a block where the next thing begins; for an edit it ends with the last thing in it.
        last = found.items[-1]
        found.end = max(last.value.end, last.start + 1)


def next_sign(text: str, at: int) -> int:
    """The position of the next character that is neither space nor note."""
    while at < len(text):
        if text[at] in " \n":
            at += 1
        elif text[at] == "#" and (at == 0 or text[at - 1] in " \n"):
            line_end = text.find("\n", at)
            at = len(text) if line_end < 0 else line_end
        else:
            break
    return at


def end_of_block_text(text: str, start: int, end: int) -> int:
    """The end of a text after `|` or `>`, without the line break of its last line and without empty lines that say nothing."""
    head, _, body = text[start:end].partition("\n")
    signs = head.partition("#")[0]
    if "+" in signs:
        return end - (1 if text[:end].endswith("\n") else 0)
    lines = body.split("\n")
    first = next((line for line in lines if line.strip(" ")), "")
    # Where the step is given by a digit, a line of nothing but spaces may say something.
    deepest = 0 if any(sign.isdigit() for sign in signs) else len(first) - len(first.lstrip(" "))
    while lines and not lines[-1].strip(" ") and len(lines[-1]) <= deepest:
        lines.pop()
    return start + len(head) + sum(len(line) + 1 for line in lines)
