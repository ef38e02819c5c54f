"""The school grade that a text asks for: the formula of Flesch and Kincaid (1975), with syllables counted by ear's rules.

    0.39 x words a sentence + 11.8 x syllables a word - 15.59

Grade 6 is the age of about eleven to twelve. The formula was made for English and says nothing about other languages; of
a few words it says little.

>>> round(grade(["You may skip a part. You can come back to it."]), 1)
-1.6
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ENOUGH_WORDS = 40
"""From so many words on a grade means something."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
# A last e, save after a consonant and l; the e of helped, not of wanted; of times, not of faces; of something, everybody.
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeioutdy])e(?=d$)|(?<=[^aeiouscxzgy])e(?=s$)|(?<=^som)e(?=.)|(?<=^ev)e(?=ry.)"
)


def has_enough_words(texts: Iterable[str]) -> bool:
    """Whether the texts together are long enough to be graded."""
    return sum(len(_WORD.findall(text)) for text in texts) >= ENOUGH_WORDS


def has_words(text: str) -> bool:
    """Whether there is anything to grade: signs and figures alone have no grade."""
    return bool(_WORD.search(text))


def grade(texts: Iterable[str]) -> float:
    """The grade of several texts together, which hold at least one word; the end of a text ends its sentence."""
    sentences = [found for text in texts for piece in _SENTENCE_END.split(text) if (found := _WORD.findall(piece))]
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """How many syllables an English word has: its groups of vowels, less an e that is written and not heard."""
    word = word.lower()
    found = len(_VOWELS.findall(word)) - len(_SILENT.findall(word))
    return max(found, 1)
