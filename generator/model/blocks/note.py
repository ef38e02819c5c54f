"""A few words to read, in a box."""

from __future__ import annotations

from typing import Literal

from generator.model.blocks.block import Block
from generator.model.text import Prose


class Note(Block):
    """A few words to read; nothing to fill in.

    ```yaml
    - type: note
      id: no-rush
      prompt: There is no rush
      text: You can leave any part empty and come back to it.
    ```
    """

    type: Literal["note"]
    """note"""
    text: Prose
    """The words: plain paragraphs, or lines that begin with a dash."""
