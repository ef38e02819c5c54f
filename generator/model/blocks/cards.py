"""Words to sort by how much they matter."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Label, Things, Whole
from generator.model.text import Several


class Cards(Question):
    """Words to sort: for each one, a choice.

    For sorting many words by a feeling that comes before reasons, such as values. Each word gets one of two to five piles.
    A few empty rows let people add words of their own.

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

    ## On screen

    A table with a row for each word, and a choice for each row.

    ## On paper

    The same table in two halves side by side, in one column in large print.
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
