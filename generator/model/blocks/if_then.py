"""Plans for when something gets in the way: if this happens, then I will do that."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Question
from generator.model.blocks.limits import Label, Whole


class IfThen(Question):
    """Pairs of boxes: if this happens, then I will do that.

    For an answer that is ready before it is needed: if this happens, then I will do that. It is easier to find on a calm
    day. One or two pairs are enough.

    ```yaml
    - type: if_then
      id: plans
      prompt: If something gets in the way
      if_words: If this happens
      then_words: then I will
      rows: 3
    ```

    ## On screen

    Pairs of boxes, each with its words above it.

    ## On paper

    Pairs of ruled boxes, side by side; in large print one below the other.
    """

    type: Literal["if_then"]
    """if_then"""
    if_words: Label
    """Words above the first box of a pair."""
    then_words: Label
    """Words above the second box of a pair."""
    rows: Annotated[int, Whole(1, 10)] = 3
    """How many pairs there are."""
