"""A grid of small boxes to tick day by day."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from generator.model.base import Refused
from generator.model.blocks.block import Item, Question
from generator.model.blocks.limits import GO_ON, MOST_ROWS, Label, NamedOnce, Things, Whole
from generator.model.text import Several
from generator.words import say

MOST_DAYS = 14


class Tracker(Question):
    """Rows of boxes to tick: what was done, on which day.

    For noticing, day by day, what one has chosen to notice. Leave rows empty with `own_rows`, so that people choose for
    themselves; an empty day should need no excuse.

    ```yaml
    - type: tracker
      id: week
      prompt: Tick each day on which I did it.
      row_title: What matters to me
      row_names: [Moved my body, Talked to somebody]
      own_rows: 2
      columns: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]
      note_column: What I noticed
    ```

    ## On screen

    A table with boxes to tick, and a field for a few words at the end of each row.

    ## On paper

    A grid of squares of 5 mm, with room for a few words beside it.
    """

    type: Literal["tracker"]
    """tracker"""
    columns: Annotated[Several[Label], Things(MOST_DAYS)]
    """What stands above the boxes, from left to right: days, or weeks."""
    row_title: Label
    """What stands above the names of the rows."""
    row_names: Annotated[tuple[Item, ...], Things(MOST_ROWS, more=GO_ON), NamedOnce] | None = None
    """What the rows are about."""
    own_rows: Annotated[int, Whole(0, 10)] = 0
    """Empty rows for things of one's own."""
    note_column: Label | None = None
    """What stands above a last column with room for a few words."""

    @model_validator(mode="after")
    def _has_rows(self) -> Self:
        if self.row_names is None and not self.own_rows:
            raise Refused(
                "tracker-rows",
                say("This tracker has no rows."),
                say("Type a list of 'row_names', or 'own_rows: 3' for empty rows."),
            )
        return self
