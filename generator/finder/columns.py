"""Columns: what many entries have in common is written once, and each entry has only its number.

>>> column([["free"], [], ["free"]], key="sets")
{'of': [0, 1, 0], 'sets': [['free'], []]}
>>> column(["Free", "", "$5"], key="labels", first="")
{'of': [1, 0, 2], 'labels': ['', 'Free', '$5']}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.finder.script import compact


def column(values: Sequence[Any], *, key: str, first: Any = None) -> dict[str, Any]:
    """The values as `{"of": [a number for each], key: [each value once]}`.

    What comes most often has the smallest number, and `first`, if it is given, always 0.
    """
    known = [compact(value) for value in values]
    written = dict(zip(known, values, strict=True))
    # Counter keeps the order of first appearance among equals, so the same entries give the same numbers.
    order = [text for text, _ in Counter(known).most_common()]
    if first is not None:
        head = compact(first)
        written[head] = first
        order = [head, *(text for text in order if text != head)]
    numbers = {text: number for number, text in enumerate(order)}
    return {"of": [numbers[text] for text in known], key: [written[text] for text in order]}
