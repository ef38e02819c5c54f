"""What there is of a page on paper: each file with the words of its link and its size."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.words import say

KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that can be had."""

    path: str
    """Where it stands in the site."""
    words: str
    """Which one it is, beside others for the same page: `A4, to print`."""
    size: str
    """How much there is to fetch: `38 kB`."""


def size_in_words(length: int, language: Language) -> str:
    """The size of a file of so many bytes, for people.

    >>> size_in_words(38_412, Language.load("en")), size_in_words(1_240_000, Language.load("en"))
    ('38 kB', '1.2 MB')
    """
    if length < KILOBYTE**2 - KILOBYTE // 2:
        return language.say(say("{count} kB", count=language.number(max(1, round(length / KILOBYTE)))))
    return language.say(say("{count} MB", count=language.number(round(length / KILOBYTE**2, 1))))
