"""The blanks of a sheet: what each is called in a saved file, a form and a PDF, and what a screen reader says for it.

A name is made of the block's id and, where a block has several blanks, of words from the sheet: `steps_2_by-when`. Ids
and words become small letters, digits and single hyphens, so the underscore between them is unambiguous; a part that
the generator adds itself begins with another underscore: `sort__own-1`. Full stops are avoided since they divide the
names of PDF fields.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.text import slug


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write in, or a box to tick."""

    name: str
    """Its name, once a sheet."""
    label: str
    """What it is for, in words that stand alone."""

    @property
    def element(self) -> str:
        """Id of its HTML element, apart from all ids of the page round it."""
        return f"sheet-{self.name}"


@dataclass(frozen=True, slots=True)
class Choices:
    """Several answers of which one can be chosen."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its value in a saved file, the words on it, and what a screen reader says."""

    value: str
    words: str
    label: str


def name(block: str, *parts: object) -> str:
    """The name of a blank in a block.

    >>> name("steps", 2, "by-when"), name("sort", own(1))
    ('steps_2_by-when', 'sort__own-1')
    """
    return "_".join([block, *map(str, parts)])


def own(number: int) -> str:
    """The part of a name for a row or card that the person names."""
    return f"_own-{number}"


OTHER, NOTE, SCALE, IF, THEN = "_other", "_note", "_scale", "_if", "_then"


def keys(words: Iterable[str]) -> tuple[str, ...]:
    """A short key for each of some words, so that answers stay with their word when others come before it.

    Words without a Latin letter or digit go by their position, and so does a word whose key is taken.

    >>> keys(["By when", "Who helps?", "Кто", "by-when"])
    ('by-when', 'who-helps', '3', 'by-when-4')
    """
    made: list[str] = []
    for position, word in enumerate(words, start=1):
        key = slug(word) if _has_latin(word) else str(position)
        while key in made:
            key = f"{key}-{position}"
        made.append(key)
    return tuple(made)


def _has_latin(word: str) -> bool:
    return any(letter.isascii() and letter.isalnum() for letter in unicodedata.normalize("NFKD", word))
