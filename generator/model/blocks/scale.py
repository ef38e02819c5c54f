"""A row of numbers to circle."""

from __future__ import annotations

from typing import Literal

from generator.model.blocks.block import Question, Steps


class Scale(Steps, Question):
    """A question answered by one number on a scale.

    For how much, how sure or how near. A number is quick when words are hard to find, and two of them a month apart can
    be compared. Give both ends words of equal worth: a low number is an answer and no bad mark.

    ```yaml
    - type: scale
      id: ready
      prompt: How ready do I feel?
      min: 0
      max: 10
      low: not yet
      high: completely
    ```

    ## On screen

    Numbers in circles, of which one can be chosen, with the words for both ends beside them.

    ## On paper

    The same circles, to mark with a pen. In the PDF to fill in, the chosen one gets a thick ring and stays readable.
    """

    type: Literal["scale"]
    """scale"""
