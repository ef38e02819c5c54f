"""The canonical layout of a file: fields in the model's order, two spaces a step, one empty line between listings.

Texts keep their quotes, lists keep their order, and every note stays with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.editing.field_order import WHOLE, Classes, in_order, inside
from generator.editing.files import LISTED
from generator.editing.leaf_lines import lines_of
from generator.editing.notes import Branch, Entry, Gardener, Leaf, Note
from generator.source.outline import outline

STEP = 2
_FIRST_LINES = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*---[ ]*(?:#[^\n]*)?\n")
_LAST_LINES = re.compile(r"^\.\.\.(?:[ \n]|\Z)", re.MULTILINE)
_FOR_EDITORS = re.compile(r"# *(?:yaml-language-server:|vim?:|-\*-)")


def laid_out(text: str) -> str:
    """The text in its canonical layout; raises `NoOutline` for what is not one of a directory's files.

    >>> print(laid_out("groups:\\n- name:  Tea   # hot\\n  id: tea"), end="")
    groups:
      - id: tea
        name: Tea # hot
    """
    root = outline(text)
    if not root.is_block or not root.items:
        return text if text.endswith("\n") else text + "\n"
    before = _FIRST_LINES.match(text)
    start = before.end() if before and before.end() <= root.start else 0
    after = _LAST_LINES.search(text, root.end)
    end = after.start() if after else len(text)
    tree = Gardener(text, start).tree(root, end)
    page = _Page(text)
    page.lines += [line.rstrip(" ") for line in text[:start].splitlines()]
    page.write_file(tree)
    page.lines += [line.rstrip(" ") for line in text[end:].splitlines()]
    return "\n".join(page.lines) + "\n"


class _Page:
    """The lines of the new text."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._kept = False
        """The last lines are empty ones that belong to a text: another would change it."""

    def write_file(self, tree: Branch) -> None:
        first = tree.entries[0]
        count = max((number + 1 for number, note in enumerate(first.notes) if _FOR_EDITORS.match(note.text)), default=0)
        gaps = [number for number, note in enumerate(first.notes) if note.gap and number]
        count = max([count, *gaps, len(first.notes) if first.gap else 0])
        heading, first.notes = first.notes[:count], first.notes[count:]
        if first.notes:
            first.notes[0].gap = False
        self._notes(heading, 0, is_first=True)
        self._mapping(tree, 0, WHOLE, "", begun=bool(heading))

    def _gap(self) -> None:
        if self.lines and self.lines[-1] and not self._kept:
            self.lines.append("")

    def _add(self, lines: Sequence[str], *, kept: bool = False) -> None:
        self.lines += lines
        self._kept = kept

    def _notes(self, notes: Sequence[Note], column: int, *, is_first: bool) -> None:
        for number, note in enumerate(notes):
            if note.gap and not (is_first and not number):
                self._gap()
            self._add([" " * column + note.text])

    def _mapping(self, tree: Branch, column: int, classes: Classes, dash: str, *, begun: bool = False) -> None:
        """The fields; `dash` begins the line of the first, where they are an item of a list."""
        kind = next((e.value.typed.text for e in tree.entries if e.name == "type" and isinstance(e.value, Leaf)), "")
        order = in_order(classes, [entry.name for entry in tree.entries], kind)
        for number, place in enumerate(order):
            entry = tree.entries[place]
            is_section = classes is WHOLE
            if is_section and (number or begun):
                self._gap()
            stands_first = not number
            self._notes(entry.notes, len(dash) - STEP if dash and stands_first else column, is_first=stands_first)
            if entry.gap and (entry.notes or not stands_first):
                self._gap()
            start = dash if dash and stands_first else " " * column
            self._entry(
                entry,
                f"{start}{entry.key}:",
                column,
                inside(classes, entry.name, kind),
                entry.name if is_section else "",
            )
        self._notes(tree.below, column, is_first=False)

    def _list(self, tree: Branch, column: int, classes: Classes, section: str) -> None:
        for number, entry in enumerate(tree.entries):
            if number and section in LISTED:
                self._gap()
            self._notes(entry.notes, column, is_first=not number)
            if entry.gap and (entry.notes or number):
                self._gap()
            value = entry.value
            start = " " * column + "-"
            if isinstance(value, Branch) and not value.is_list and not value.note_on_key:
                self._mapping(value, column + STEP, classes, start + " ")
            else:
                self._entry(entry, start, column, classes, "")
        self._notes(tree.below, column, is_first=False)

    def _entry(self, entry: Entry, start: str, column: int, classes: Classes, section: str) -> None:
        value = entry.value
        if isinstance(value, Leaf):
            self._leaf(value, start, column, classes)
            return
        self._add([f"{start} {value.note_on_key}".rstrip(" ")])
        if value.is_list:
            self._list(value, column + STEP, classes, section)
        else:
            self._mapping(value, column + STEP, classes, "")

    def _leaf(self, leaf: Leaf, start: str, column: int, classes: Classes) -> None:
        note = f" {leaf.note}" if leaf.note else ""
        first, *more = lines_of(leaf, self._text, column, STEP, classes)
        if leaf.notes or leaf.note_on_key:
            self._add([f"{start} {leaf.note_on_key}".rstrip(" ")])
            self._notes(leaf.notes, column + STEP, is_first=True)
            start = " " * (column + STEP - 1)
        lines = [f"{start} {first}" if first else start, *more]
        lines[-1] += note
        self._add(lines, kept=leaf.typed.style in ("|", ">") and "+" in first.partition("#")[0])
