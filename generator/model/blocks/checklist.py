"""Things to tick."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Label, Whole


class Checklist(Question):
    """Things to tick, any number of them, and room for something else.

    For things people know when they see them. Offer everyday words, in the first person where it is about the person, and
    leave room for something else with `other`: nobody's list is complete.

    ```yaml
    - type: checklist
      id: bring
      prompt: Strengths I bring
      items: [I keep trying, I ask for help, I am kind]
      columns: 3
      other: Another strength
    ```

    ## On screen

    Boxes to tick in one to four columns, and a line to write on for something else.

    ## On paper

    Squares of 4 mm to tick, in as many columns as there is room for: large print takes fewer.
    """

    type: Literal["checklist"]
    """checklist"""
    items: Items
    """What can be ticked."""
    columns: Annotated[int, Whole(1, 4)] = 2
    """How many stand side by side where there is room."""
    other: Label | None = None
    """Words before an empty line for something that is not in the list."""
