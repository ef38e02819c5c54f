"""A row of numbers to circle."""

from __future__ import annotations

from typing import Literal

from generator.model.blocks.block import Question, Steps


class Scale(Steps, Question):
    """A question answered by one number on a scale.

    ```yaml
    - type: scale
      id: ready
      prompt: How ready do I feel?
      min: 0
      max: 10
      low: not yet
      high: completely
    ```
    """

    type: Literal["scale"]
    """scale"""
