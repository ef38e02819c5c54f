"""A file's text as entries with the notes that belong to each, so that both can move together.

A note at the end of a line belongs to that line. A note on a line of its own belongs to what follows; where a list or a
group of fields ends above it and the note stands as far right as they do, it belongs to the end of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.source.outline import Item, Typed


@dataclass(slots=True)
class Note:
    """A note on a line of its own: its column, its text with the `#`, and whether an empty line stands above it."""

    column: int
    text: str
    gap: bool


@dataclass(slots=True)
class Leaf:
    """A text, or a list or group of fields in brackets, as typed; `note` stands behind it."""

    typed: Typed
    raw: str
    base: int
    """The column of the field or dash it belongs to, from which the text after `|` or `>` is counted."""
    notes: list[Note] = field(default_factory=list)
    """Notes between the name and the text, which then begins on a line of its own."""
    note: str = ""
    note_on_key: str = ""


@dataclass(slots=True)
class Branch:
    """A list or group of fields told by indentation; `below` are the notes at its end."""

    is_list: bool
    column: int
    entries: list[Entry] = field(default_factory=list)
    below: list[Note] = field(default_factory=list)
    note_on_key: str = ""


Value: TypeAlias = Leaf | Branch


@dataclass(slots=True)
class Entry:
    """A field with its name, or an item of a list, with the notes above it; `gap`: an empty line stands right above."""

    key: str | None
    name: str
    notes: list[Note]
    gap: bool
    value: Value


class Gardener:
    """One walk over a text, in its order."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._text = text
        self._at = start
        self._last: Leaf | None = None
        self._ended: list[Branch] = []

    def tree(self, root: Typed, end: int) -> Branch:
        """The tree of a file whose root is told by indentation; what belongs to it ends at `end`."""
        found = self._branch(root)
        notes, _ = self._notes_until(end)
        found.below += notes
        return found

    def _branch(self, typed: Typed) -> Branch:
        found = Branch(typed.kind == "list", _column(self._text, typed.items[0].start))
        for item in typed.items:
            self._ended = [] if not found.entries else self._ended
            notes, gap = self._notes_until(item.start, found if not found.entries else None)
            name = item.key.text if item.key is not None else ""
            key = self._text[item.key.start : item.key.end] if item.key is not None else None
            entry = Entry(key, name, notes, gap, Leaf(item.value, "", found.column))
            found.entries.append(entry)
            self._at = self._behind_the_sign(item)
            entry.value = self._value(item.value, found.column)
        self._ended.append(found)
        return found

    def _behind_the_sign(self, item: Item) -> int:
        if item.key is None:
            return item.start + 1
        return self._text.index(":", item.key.end) + 1

    def _value(self, typed: Typed, base: int) -> Value:
        if typed.is_block and typed.items:
            self._last = None
            return self._branch(typed)
        leaf = Leaf(typed, self._text[typed.start : typed.end], base)
        self._ended = []
        if typed.start < typed.end and "\n" in self._text[self._at : typed.start]:
            line_end = self._text.index("\n", self._at)
            leaf.note_on_key = self._text[self._at : line_end].strip(" ")
            self._at = line_end
            leaf.notes, _ = self._notes_until(typed.start)
        self._at = max(typed.end, self._at)
        self._last = leaf
        return leaf

    def _notes_until(self, end: int, opening: Branch | None = None) -> tuple[list[Note], bool]:
        """The notes from here to a position, and whether an empty line stands right above it.

        What stands on the rest of this line is given to the value that ended here, or to the branch that is opening.
        """
        lines = self._text[self._at : end].split("\n")
        beside = lines[0].strip(" ")
        starts_line = self._at == 0 or self._text[self._at - 1] == "\n"
        if beside.startswith("#") and not starts_line:
            if opening is not None:
                opening.note_on_key = beside
            elif self._last is not None:
                self._last.note = beside
        whole = lines if starts_line else lines[1:]
        notes: list[Note] = []
        gap = False
        # The last of the lines is the beginning of the one where the next thing stands.
        for line in whole[:-1] if end < len(self._text) else whole:
            text = line.strip(" ")
            if not text:
                gap = True
                continue
            notes.append(Note(len(line) - len(line.lstrip(" ")), text, gap))
            gap = False
        self._at = end
        return self._own(notes, _column(self._text, end) if end < len(self._text) else -1), gap

    def _own(self, notes: list[Note], column: int) -> list[Note]:
        """The notes that belong to what follows in this column; the others are given to the branches that have ended."""
        waiting = [branch for branch in self._ended if branch.column > column]
        self._ended = []
        kept: list[Note] = []
        for note in notes:
            while waiting and note.column < waiting[0].column:
                waiting.pop(0)
            if waiting and not kept:
                waiting[0].below.append(note)
            else:
                kept.append(note)
        return kept


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1
