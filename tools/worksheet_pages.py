"""Prints the manual's page of each block of a worksheet from its model: `python -m tools.worksheet_pages`.

`writing.md` in the same folder is written by hand and stays as it is.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.model.base import Part
from generator.model.blocks import BLOCKS, Block
from generator.model.blocks.limits import Letters, Things, Whole

FOLDER = Path(__file__).parents[1] / "docs" / "worksheets"
BY_HAND = ("writing.md",)

INDEX = """# Worksheets

A worksheet is text in `listings/worksheets/`. From it come the page to fill in on a screen and the sheets of paper, so there
is nothing to lay out. [Write a worksheet](writing.md) shows how to make one in half an hour, without code.

A worksheet has parts, and each part has blocks. There are twelve kinds:

| `type` | What it is |
|---|---|
"""

SHARED = """
## What every block has

| Field | What to type | |
|---|---|---|
"""

AFTER = """
An `id` is what saved answers are found by, on the screen and in a filled-in PDF, so it stays as it is once the sheet is
published. If it has to change, type the old one under `formerly`: then old answers go to the new block. A block may stand
elsewhere on the sheet, have other words or more rows without losing an answer. Options are known by their words: an answer to
one that has new words is kept in the saved file, but nothing is ticked for it.
"""


def pages() -> dict[str, str]:
    """File name and text of each page, the list of all kinds first."""
    kinds = "\n".join(f"| [{kind}]({_file(kind)}) | {_parts_of(block)[0]} |" for kind, block in BLOCKS.items())
    shared = "\n".join(_row(name, field) for name, field in Block.model_fields.items())
    index = f"{INDEX}{kinds}\n{SHARED}{shared}\n{AFTER}"
    return {"index.md": index} | {_file(kind): _page(kind, block) for kind, block in BLOCKS.items()}


def _file(kind: str) -> str:
    return f"{kind.replace('_', '-')}.md"


def _parts_of(block: type[Block]) -> tuple[str, str]:
    first, _, rest = inspect.cleandoc(block.__doc__ or "").partition("\n\n")
    return first.replace("\n", " "), rest


def _page(kind: str, block: type[Block]) -> str:
    first, rest = _parts_of(block)
    why, looks = rest.split("\n\n## ", 1)
    fields = {name: field for name, field in block.model_fields.items() if name not in ("type", "formerly")}
    own = "\n".join(_row(name, field) for name, field in fields.items())
    inner = "".join(_inner(name, field) for name, field in fields.items())
    return (
        f"# {kind}\n\n**{first}**\n\n{why}\n\n## Fields\n\n| Field | What to type | |\n|---|---|---|\n{own}\n{inner}\n"
        f"## {looks}\n\n[All kinds of blocks](index.md) · [Write a worksheet](writing.md)\n"
    )


def _inner(name: str, field: FieldInfo) -> str:
    """The fields inside a field, where it has any."""
    part = next(_parts_in(field.annotation), None)
    if part is None:
        return ""
    rows = "\n".join(_row(inner, each) for inner, each in part.model_fields.items())
    return f"\nInside `{name}`:\n\n| Field | What to type | |\n|---|---|---|\n{rows}\n"


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)


def _row(name: str, field: FieldInfo) -> str:
    notes = [note for note in (_limit(field), _unless_typed(field)) if note]
    return f"| `{name}` | {(field.description or '').replace(chr(10), ' ')} | {', '.join(notes)} |"


def _limit(field: FieldInfo) -> str:
    """How many, how long or how large; the outermost rule is the one that counts."""
    for mark in _marks(field):
        match mark:
            case Whole():
                return f"{mark.low} to {mark.high}"
            case Things():
                return f"{mark.least} to {mark.most} of them"
            case Letters():
                return f"up to {mark.most:,} characters"
    return ""


def _marks(field: FieldInfo) -> Iterator[object]:
    yield from reversed(field.metadata)
    pending = list(get_args(field.annotation))
    while pending:
        argument = pending.pop(0)
        yield from reversed(getattr(argument, "__metadata__", ()))
        pending += get_args(argument)


def _unless_typed(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    if field.default in (None, (), PydanticUndefined):
        return ""
    return f"{field.default} unless typed"


def write(folder: Path = FOLDER) -> None:
    """Write all pages, and take away those of kinds that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted and old.name not in BY_HAND:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
