"""Ruled lines to write on."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Question
from generator.model.blocks.limits import MOST_ROWS, Whole


class Lines(Question):
    """A question with room to write.

    ```yaml
    - type: lines
      id: why
      prompt: Why does this goal matter to me?
      hint: Which of my values does it serve?
      rows: 3
    ```
    """

    type: Literal["lines"]
    """lines"""
    rows: Annotated[int, Whole(1, MOST_ROWS)] = 3
    """How many lines there are to write on."""
