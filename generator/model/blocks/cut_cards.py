"""Cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Whole


class CutCards(Question):
    """Cards to cut out along dashed lines, with empty ones at the end where wanted.

    ```yaml
    - type: cut_cards
      id: cards
      prompt: Cut along the lines.
      columns: 3
      items: [{name: Kindness, hint: caring about others}]
      own_cards: 3
    ```
    """

    type: Literal["cut_cards"]
    """cut_cards"""
    items: Items
    """What stands on the cards."""
    columns: Annotated[int, Whole(2, 4)] = 3
    """How many cards stand side by side."""
    own_cards: Annotated[int, Whole(0, 12)] = 0
    """Empty cards for words of one's own."""
