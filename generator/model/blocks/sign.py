"""Short lines at the foot of a sheet: a name, a date."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.blocks.block import Block
from generator.model.blocks.limits import Label, Things
from generator.model.text import Several


class Sign(Block):
    """Short lines side by side, such as for a name and a date.

    For a name, a date, a place: short things that go on one line. Nobody has to sign anything; use it to remember when and
    where.

    ```yaml
    - type: sign
      id: signed
      fields: [Name or initials, Date]
    ```

    ## On screen

    Short fields side by side.

    ## On paper

    Short lines with their words below them.
    """

    type: Literal["sign"]
    """sign"""
    fields: Annotated[Several[Label], Things(4)]
    """What is written on each line: one to four."""
