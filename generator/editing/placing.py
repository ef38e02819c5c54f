"""A new listing put at the end of its list: in the right file, in the right column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.editing.fields import field_lines, is_empty
from generator.editing.files import Files, NothingChanged
from generator.editing.typed_file import Splice
from generator.source.outline import LIST, MAPPING, Typed
from generator.source.writer import STEP, Writable
from generator.words import say


def block(values: Mapping[str, Writable], column: int = 2, note: str = "") -> str:
    """The listing as lines of a list whose dashes stand in this column, without the last line break.

    `note` stands behind its id, which is the first of its fields.

    >>> print(block({"id": "tea", "name": "Tea"}, 0))
    - id: tea
      name: Tea
    """
    lines = "\n".join(field_lines(key, value, 0) for key, value in values.items()).split("\n")
    first, *more = (" " * (column + len(STEP)) + line if line else "" for line in lines)
    behind = f" # {' '.join(note.split())}" if note and note.isprintable() else ""
    return "\n".join([f"{' ' * column}- {first.lstrip(' ')}{behind}", *more])


def placed(files: Files, section: str, values: dict[str, Writable]) -> tuple[Path, bytes]:
    """The file that gets the listing, with its new content; the file may be a new one."""
    homes = [path for path, root in files.shapes.items() if _rows(root, section)]
    if len(homes) > 1 and all(_holds_only(files.shapes[path], section, path.stem) for path in homes):
        # One file a listing, called by its id: the new one gets its own.
        path = homes[-1].with_name(f"{values['id']}{homes[-1].suffix}")
        if path.exists():
            raise NothingChanged(say("Nothing was changed: there is a file {path} already.", path=files.place(path)))
        return path, f"{section}:\n{block(values)}\n".encode()
    path = homes[-1] if homes else next(iter(files.files))
    for other, root in files.shapes.items():
        if not homes and root.get(section) is not None:
            path = other
    file = files.files[path]
    return path, file.spliced([splice(file.text, files.shapes[path], section, values)]).data


def splice(text: str, root: Typed, section: str, values: Mapping[str, Writable]) -> Splice:
    """The change of a file's text that adds the listing; raises `NothingChanged` where the list stands in brackets."""
    return splice_all(text, root, section, [(values, "")])


def splice_all(text: str, root: Typed, section: str, added: Sequence[tuple[Mapping[str, Writable], str]]) -> Splice:
    """The same for several, each with the note behind its id."""

    def lines(column: int, gap: str) -> str:
        return f"\n{gap}".join(block(values, column, note) for values, note in added)

    rows = root.get(section)
    if root.style or root.kind != MAPPING or (rows is not None and rows.style and rows.items):
        raise NothingChanged(
            say(
                "Nothing was changed: '{section}' stands in brackets. Type each entry on lines of its own, after a dash.",
                section=section,
            )
        )
    if rows is None:
        start = len(text)
        ends = "" if text.endswith("\n") else "\n"
        return Splice(start, start, f"{ends}\n{section}:\n{lines(2, chr(10))}\n")
    if rows.kind != LIST or not rows.items:
        if not (is_empty(rows) or rows.style == "["):
            raise NothingChanged(say("Nothing was changed: '{section}' is not a list.", section=section))
        return _below(text, rows, lines(2, "\n"))
    last = rows.items[-1]
    column = last.start - text.rfind("\n", 0, last.start) - 1
    at = _end_of_item(text, max(last.value.end, last.start + 1), column)
    gap = "\n" if len(rows.items) == 1 or _is_spaced(text, rows) else ""
    return Splice(at, at, f"\n{gap}{lines(column, gap)}")


def _below(text: str, rows: Typed, added: str) -> Splice:
    """The first entry of a list: it takes the place of empty brackets, and a note behind them stays in their line."""
    start = rows.start - (1 if rows.style and text[rows.start - 1] == " " else 0)
    end = text.find("\n", rows.end)
    at = len(text) if end < 0 else end
    return Splice(start, at, f"{text[rows.end : at]}\n{added}")


def _rows(root: Typed, section: str) -> bool:
    rows = root.get(section)
    return rows is not None and rows.kind == LIST and bool(rows.items)


def _holds_only(root: Typed, section: str, name: str) -> bool:
    rows = root.get(section)
    if rows is None or len(root.items) != 1 or len(rows.items) != 1 or rows.items[0].value.kind != MAPPING:
        return False
    identity = rows.items[0].value.get("id")
    return identity is not None and identity.text.strip() == name


def _end_of_item(text: str, at: int, column: int) -> int:
    """The end of the last line that belongs to an item: notes that stand further right than its dash are its own."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    while end < len(text):
        following = text.find("\n", end + 1)
        following = len(text) if following < 0 else following
        line = text[end + 1 : following]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end = following
    return end


def _is_spaced(text: str, rows: Typed) -> bool:
    """Whether empty lines stand between the items of a list."""
    first, second = rows.items[0], rows.items[1]
    return "\n\n" in text[first.value.end : second.start].replace(" ", "")
