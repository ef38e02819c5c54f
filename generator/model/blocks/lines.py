"""Ruled lines to write on."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Question
from generator.model.blocks.limits import GO_ON, MOST_ROWS, Whole


class Lines(Question):
    """A question with room to write.

    For anything that wants a sentence and not a tick. It is the kind to take when in doubt: no answer is given, so every
    answer is possible. Two or three lines invite a sentence or two; six begin to look like an essay.

    ```yaml
    - type: lines
      id: why
      prompt: Why does this goal matter to me?
      hint: Which of my values does it serve?
      rows: 3
    ```

    ## On screen

    A box that grows with the words, under its question.

    ## On paper

    Ruled lines, far enough apart for a shaky hand: 9.5 mm, and 13 mm in large print. In the PDF to fill in, one box of
    the same height that takes several lines.
    """

    type: Literal["lines"]
    """lines"""
    rows: Annotated[int, Whole(1, MOST_ROWS, more=GO_ON)] = 3
    """How many lines there are to write on."""
