"""Words to sort by how much they matter."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Label, Things, Whole
from generator.model.text import Several


class Cards(Question):
    """Words to sort: for each one, a choice.

    ```yaml
    - type: cards
      id: sort
      prompt: How much does each of these matter to me today?
      row_title: Value
      choices: [A lot, Some, Not now]
      items:
        - {name: Kindness, hint: caring about others}
        - {name: Calm, hint: peace in my mind}
      own_rows: 2
    ```
    """

    type: Literal["cards"]
    """cards"""
    row_title: Label
    """What stands above the words: Value."""
    choices: Annotated[Several[Label], Things(5, least=2)]
    """The piles, from left to right: two to five."""
    items: Items
    """The words to sort."""
    own_rows: Annotated[int, Whole(0, 10)] = 0
    """Empty rows for words of one's own."""
