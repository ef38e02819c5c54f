"""A few words to read, in a box."""

from __future__ import annotations

from typing import Literal

from generator.model.blocks.block import Block
from generator.model.blocks.limits import Passage


class Note(Block):
    """A few words to read; nothing to fill in.

    For what should be read and not answered: rules for a talk, a word of comfort, how to go on. Keep it short; people came
    to write. Lines that begin with a dash and a space make a list.

    ```yaml
    - type: note
      id: no-rush
      prompt: There is no rush
      text: You can leave any part empty and come back to it.
    ```

    ## On screen

    Words in a tinted box.

    ## On paper

    The same box, light enough for a cheap printer.
    """

    type: Literal["note"]
    """note"""
    text: Passage
    """The words: plain paragraphs, or lines that begin with a dash."""
