"""A table to fill in."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from generator.model.base import Refused
from generator.model.blocks.block import Item, Named, Question
from generator.model.blocks.limits import GO_ON, MOST_COLUMNS, MOST_ROWS, Label, NamedOnce, Things, Whole, refuse_at
from generator.model.choice import Choice
from generator.words import say


class Cell(Choice):
    """What goes into the cells of a column."""

    WORDS = "words"
    NUMBER = "number"


class Column(Named):
    """A column of a table; its name alone will do."""

    width: Annotated[int, Whole(1, 12)] = 3
    """How wide it is beside the others: 6 is twice as wide as 3."""
    cell: Cell = Cell.WORDS
    """What goes into its cells: words or number."""


class Table(Question):
    """A table with empty rows, or with a row for each of some names.

    For several questions about several things. It needs columns, and either a number of empty rows or the names of the
    rows. Three columns are plenty: a fourth leaves each too narrow for a hand that writes large.

    ```yaml
    - type: table
      id: steps
      prompt: My small steps
      columns: [{name: Step, width: 5}, {name: By when, width: 2}]
      rows: 5
    - type: table
      id: parts
      prompt: Four parts of my life
      row_title: Part
      row_names: [Health, Home, Purpose, Community]
      columns: [What is good, What I would like]
    ```

    ## On screen

    A table with a box in each cell; on a narrow screen each row becomes a card with its column's name above each box.

    ## On paper

    A table with empty cells, `cell_lines` high. Its first row is repeated where it goes on over the page.
    """

    type: Literal["table"]
    """table"""
    columns: Annotated[tuple[Column, ...], Things(MOST_COLUMNS), NamedOnce]
    """The columns to fill in, from left to right."""
    rows: Annotated[int, Whole(1, MOST_ROWS, more=GO_ON)] | None = None
    """How many empty rows there are."""
    row_names: Annotated[tuple[Item, ...], Things(MOST_ROWS, more=GO_ON), NamedOnce] | None = None
    """What the rows are about, instead of a number of empty rows."""
    row_title: Label | None = None
    """What stands above the names of the rows."""
    cell_lines: Annotated[int, Whole(1, 8)] = 2
    """How many lines one can write in a cell."""

    @model_validator(mode="after")
    def _knows_its_rows(self) -> Self:
        if self.rows is not None and self.row_names is not None:
            refused = Refused(
                "table-rows",
                say("This table has a number of rows and names for them as well."),
                say("Take 'rows' out: there is a row for each of the names."),
            )
            raise refuse_at([(("rows",), refused)])
        if self.rows is None and self.row_names is None:
            raise Refused(
                "table-rows",
                say("This table needs either a number of rows or their names."),
                say("Type 'rows: 4' for empty rows, or a list of 'row_names'."),
            )
        if (self.row_names is None) != (self.row_title is None):
            raise Refused(
                "table-rows",
                say("Only one of 'row_names' and 'row_title' is typed."),
                say("Type both, as in: 'row_title: Part of my life', or neither."),
            )
        return self
