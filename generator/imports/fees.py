"""What a text about fees says for certain.

>>> read_fees("Free to everyone")
'free'
>>> read_fees("Sliding scale based on income")
{'kind': 'sliding_scale', 'note': 'Sliding scale based on income'}
>>> read_fees("Free for members, others pay") is None
True
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.choice import CostKind
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable

_WHOLLY: Mapping[str, CostKind] = dict.fromkeys(
    ["free", "free of charge", "free to everyone", "free for everyone", "free to all", "free for all", "no charge", "no fee",
     "no fees", "no cost", "there is no charge", "there is no fee", "there are no fees"],
    CostKind.FREE,
)  # fmt: skip
"""Texts that say nothing but the kind."""

_IN_PART: Mapping[str, CostKind] = {
    "free to eligible persons": CostKind.FREE,
    "free to eligible persons/entities": CostKind.FREE,
    "free to those who are eligible": CostKind.FREE,
    "sliding scale": CostKind.SLIDING_SCALE,
    "sliding fee scale": CostKind.SLIDING_SCALE,
    "sliding scale based on income": CostKind.SLIDING_SCALE,
    "sliding scale, based on income": CostKind.SLIDING_SCALE,
    "fees are based on a sliding scale": CostKind.SLIDING_SCALE,
    "donation": CostKind.DONATION,
    "donations": CostKind.DONATION,
    "by donation": CostKind.DONATION,
    "suggested donation": CostKind.DONATION,
    "flat fee": CostKind.FIXED,
    "flat fee regardless of income": CostKind.FIXED,
}
"""Texts that say the kind and more; they stay beside it as a note."""


def read_fees(text: str) -> Writable | None:
    """The cost in the form of our files, or None where the text does not say its kind for certain."""
    words = " ".join(text.split())
    key = words.casefold().rstrip(".!")
    if key in _WHOLLY:
        return str(_WHOLLY[key])
    if key in _IN_PART and len(words) <= LONGEST_SUMMARY:
        return {"kind": str(_IN_PART[key]), "note": words}
    return None
