"""People around me, near and farther: rings with room to write."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Item, Question
from generator.model.blocks.limits import Label, NamedOnce, Things, Whole
from generator.model.text import Line


class Circles(Question):
    """Rings around a middle, with lines for the names in each ring.

    ```yaml
    - type: circles
      id: people
      prompt: My circles of support
      me: me
      rings: [Closest to me, People I trust, Groups and services]
      alt: Three rings around the word me.
    ```
    """

    type: Literal["circles"]
    """circles"""
    me: Label
    """The word in the middle."""
    rings: Annotated[tuple[Item, ...], Things(4, least=2), NamedOnce]
    """The rings from the inside out: two to four."""
    rows: Annotated[int, Whole(1, 10)] = 2
    """How many lines there are to write on for each ring."""
    alt: Line
    """What the picture shows, for people who cannot see it."""
