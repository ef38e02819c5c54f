"""Table: rows and columns of boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.language import Language
from generator.model.blocks import Table
from generator.model.blocks.table import Cell, Column
from generator.words import say
from generator.worksheets.blank import Blank, keys, name
from generator.worksheets.blocks.view import Asked, BlockView

TWELFTHS = 12
ROW_TITLE_WIDTH = 3


@dataclass(frozen=True)
class CellView:
    """A cell to write in: some words, or a number."""

    column: str
    blank: Blank
    is_number: bool


@dataclass(frozen=True)
class RowView:
    """A row and what it is about, where it has a name."""

    name: str
    hint: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class TableView(BlockView):
    template = "table.html"

    row_title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    """Width of each column in twelfths, that of the rows' names first where they have names."""
    cell_lines: int
    rows: tuple[RowView, ...]


def view(block: Table, language: Language) -> TableView:
    if block.row_names is None:
        count = block.rows or 1
        # In a table of one row the column says all there is to say.
        rows = [
            _row(block, n, language.say(say("Row {n}", n=n)) if count > 1 else "", language)
            for n in range(1, count + 1)
        ]
        weights: list[int] = []
    else:
        row_keys = keys(item.name for item in block.row_names)
        rows = [
            replace(_row(block, key, item.name, language), name=item.name, hint=item.hint or "")
            for key, item in zip(row_keys, block.row_names, strict=True)
        ]
        weights = [ROW_TITLE_WIDTH]
    weights += [column.width for column in block.columns]
    columns = tuple(column.name for column in block.columns)
    return TableView(Asked.of(block), block.row_title or "", columns, twelfths(weights), block.cell_lines, tuple(rows))


def _row(block: Table, key: object, spoken: str, language: Language) -> RowView:
    def cell(column_key: str, column: Column) -> CellView:
        label = language.say(say("{row}: {column}", row=spoken, column=column.name)) if spoken else column.name
        return CellView(column.name, Blank(name(block.id, key, column_key), label), column.cell is Cell.NUMBER)

    column_keys = keys(column.name for column in block.columns)
    return RowView("", "", tuple(map(cell, column_keys, block.columns)))


def twelfths(weights: Sequence[int]) -> tuple[int, ...]:
    """Widths as whole twelfths that add up to twelve, none of them empty.

    >>> twelfths([5, 2, 3]), twelfths([1, 1]), twelfths([12, 1, 1, 1, 1, 1])
    ((6, 2, 4), (6, 6), (7, 1, 1, 1, 1, 1))
    """
    shares = [weight * TWELFTHS / sum(weights) for weight in weights]
    whole = [max(1, int(share)) for share in shares]
    while (missing := TWELFTHS - sum(whole)) != 0:
        step = 1 if missing > 0 else -1
        open_to_change = [i for i in range(len(whole)) if whole[i] + step >= 1]
        neediest = max(open_to_change, key=lambda i: (step * (shares[i] - whole[i]), -i))
        whole[neediest] += step
    return tuple(whole)
