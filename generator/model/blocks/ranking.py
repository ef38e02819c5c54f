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

    ```yaml
    - type: ranking
      id: top-five
      prompt: My five most important values
      rows: 5
      row_title: Value
      scale: {title: How near do I live to it?, low: far, high: near}
    ```
    """

    type: Literal["ranking"]
    """ranking"""
    rows: Annotated[int, Whole(1, 10)] = 5
    """How many there are to name."""
    row_title: Label
    """What stands above the lines: Value."""
    scale: TitledSteps | None = None
    """A question about each of them, answered by a number."""
