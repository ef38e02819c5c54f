"""The few that matter most, in order."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Question, Steps
from generator.model.blocks.limits import Label, Whole


class TitledSteps(Steps):
    """A scale that stands in a column of its own."""

    title: Label
    """What stands above the numbers."""


class Ranking(Question):
    """Numbered lines from first to last, each with a scale beside it where one is typed.

    For the step after sorting: the few that count most. With a `scale`, each of them gets a number too, such as how near
    one lives to a value.

    ```yaml
    - type: ranking
      id: top-five
      prompt: My five most important values
      rows: 5
      row_title: Value
      scale: {title: How near do I live to it?, low: far, high: near}
    ```

    ## On screen

    Numbered lines, each followed by its circles.

    ## On paper

    A table with a line and its circles in each row; in large print the circles stand below the line.
    """

    type: Literal["ranking"]
    """ranking"""
    rows: Annotated[int, Whole(1, 10)] = 5
    """How many there are to name."""
    row_title: Label
    """What stands above the lines: Value."""
    scale: TitledSteps | None = None
    """A question about each of them, answered by a number."""
