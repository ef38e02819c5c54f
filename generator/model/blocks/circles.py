"""People around me, near and farther: rings with room to write."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Item, Question
from generator.model.blocks.limits import Ask, Label, NamedOnce, Things, Whole


class Circles(Question):
    """Rings around a middle, with lines for the names in each ring.

    For seeing at a glance who is near and who is farther off. The picture is a help for the eye; the names are written on
    lines beside it, so that it works without the picture too. Write into `alt` what the picture shows.

    ```yaml
    - type: circles
      id: people
      prompt: My circles of support
      me: me
      rings: [Closest to me, People I trust, Groups and services]
      alt: Three rings around the word me.
    ```

    ## On screen

    A picture of the rings, and a box for each of them.

    ## On paper

    The rings with their names, and lines for each ring beside them.
    """

    type: Literal["circles"]
    """circles"""
    me: Label
    """The word in the middle."""
    rings: Annotated[tuple[Item, ...], Things(4, least=2), NamedOnce]
    """The rings from the inside out: two to four."""
    rows: Annotated[int, Whole(1, 10)] = 2
    """How many lines there are to write on for each ring."""
    alt: Ask
    """What the picture shows, for people who cannot see it."""
