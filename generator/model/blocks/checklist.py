"""Things to tick."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Items, Question
from generator.model.blocks.limits import Label, Whole


class Checklist(Question):
    """Things to tick, any number of them, and room for something else.

    ```yaml
    - type: checklist
      id: bring
      prompt: Strengths I bring
      items: [I keep trying, I ask for help, I am kind]
      columns: 3
      other: Another strength
    ```
    """

    type: Literal["checklist"]
    """checklist"""
    items: Items
    """What can be ticked."""
    columns: Annotated[int, Whole(1, 4)] = 2
    """How many stand side by side where there is room."""
    other: Label | None = None
    """Words before an empty line for something that is not in the list."""
