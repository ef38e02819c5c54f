"""Texts as they are set: with spaces and letters that the face has, and with places where too long a word may break."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from generator.paper.letters import undrawable

SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u200a": "", "\u2007": "\u00a0"})
"""Narrow spaces, for which the face has no width of its own."""

LEFT_OUT = "[…]"
"""Stands for words in letters that no font here can draw. One such listing is no reason to have no booklet."""

BREAK = "\u200b"
LONGEST = 24
"""A word longer than that may not fit on a line of a pocket booklet."""

AS_TYPED = ("href", "id")
"""Fields that nobody reads: they must stay as they are."""

_LONG = re.compile(rf"\S{{{LONGEST + 1},}}")
_JOINTS = re.compile(r"(?<=[/@])(?=\S)")
_HOLE = "\x00"
_HOLES = re.compile(rf"{_HOLE}(?:\s*{_HOLE})*")


def as_set(value: Any) -> Any:
    """A value of JSON with each of its texts as it is set.

    >>> as_set({"when": ["6:30\\u202fPM"]})
    {'when': ['6:30\\xa0PM']}
    """
    if isinstance(value, str):
        return _text_as_set(value)
    if isinstance(value, dict):
        return {key: part if key in AS_TYPED else as_set(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_set(part) for part in value]
    return value


@lru_cache(maxsize=4096)
def _text_as_set(text: str) -> str:
    # The booklet of an area has the same texts as that of the whole town.
    return breaking(legible(text.translate(SPACES)))


def legible(text: str) -> str:
    """The text without pictures among its letters, and with a mark where words cannot be drawn.

    >>> legible("Tea 🙂 and 中文 talk")
    'Tea  and […] talk'
    """
    lacking = undrawable(text)
    if not lacking:
        return text
    for letter in lacking:
        text = text.replace(letter, "" if unicodedata.category(letter).startswith("S") else _HOLE)
    return _HOLES.sub(LEFT_OUT, text)


def breaking(text: str) -> str:
    """The text with places to break within its longest words: after a slash, or anywhere if there is none.

    >>> breaking("example.org/lantern-bay/groups/tuesday-talkers").count(BREAK)
    3
    """
    return _LONG.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    parts: list[str] = []
    for part in _JOINTS.split(word):
        parts += [part[at : at + LONGEST] for at in range(0, len(part), LONGEST)] if len(part) > LONGEST else [part]
    return BREAK.join(parts)
