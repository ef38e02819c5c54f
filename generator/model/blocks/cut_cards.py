"""Cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Whole


class CutCards(Question):
    """Cards to cut out along dashed lines, with empty ones at the end where wanted.

    For people who think better with their hands, and for groups. Each card holds a word or a question and a few words
    about it. `own_cards` adds empty ones.

    ```yaml
    - type: cut_cards
      id: cards
      prompt: Cut along the lines.
      columns: 3
      items: [{name: Kindness, hint: caring about others}]
      own_cards: 3
    ```

    ## On screen

    The cards as a list to read; the empty ones can be written on.

    ## On paper

    A grid with dashed lines to cut along, two to four cards across. No card is split between pages.
    """

    type: Literal["cut_cards"]
    """cut_cards"""
    items: Items
    """What stands on the cards."""
    columns: Annotated[int, Whole(2, 4)] = 3
    """How many cards stand side by side."""
    own_cards: Annotated[int, Whole(0, 12)] = 0
    """Empty cards for words of one's own."""
