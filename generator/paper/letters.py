"""Which letters the fonts for paper can draw, and what becomes of the others.

A PDF with an empty box for a letter would look finished and be wrong. So a job is looked through before it is printed:
letters that have a plain twin are replaced by it, what is never seen is left out, and if any other letter is in no font
the sheet stays a web sheet, with a sentence that names the letter.

>>> fitted("Call 020\u2011123, \ufb01rst")
'Call 020-123, first'
>>> undrawable("Zażółć, 中文")
['中', '文']
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from generator.fonts import STYLES, truetype
from generator.paper.job import Job
from generator.words import Words, say

# The kind of lookup in a face's GPOS table that says where a mark stands on a letter.
MARK_TO_BASE = 4

TWINS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\N{ZERO WIDTH NO-BREAK SPACE}": None})
LIGATURES = re.compile("[\ufb00-\ufb06]")
# Control characters other than those that end a line or divide words.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def fitted(text: str) -> str:
    """The same words with the letters that the fonts have, as far as a letter has a twin that reads the same."""
    plain = unicodedata.normalize("NFC", text).translate(TWINS)
    return LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), UNSEEN.sub("", plain))


def undrawable(text: str) -> list[str]:
    """The letters of a text that the fonts lack, each once, in order."""
    if _drawn().issuperset(text):
        return []
    return [letter for letter in dict.fromkeys(fitted(text)) if not _is_drawn(letter) and not _never_drawn(letter)]


def fitted_words(words: str) -> tuple[str, list[str]]:
    """A job's JSON with all words fitted, and the letters in it that no font can draw."""
    if "\\u" not in words and all(_stays(letter) for letter in set(words) - _drawn()):
        return words, []
    lacking: dict[str, None] = {}

    def fit(value: Any) -> Any:
        if isinstance(value, str):
            lacking.update(dict.fromkeys(undrawable(value)))
            return fitted(value)
        if isinstance(value, list):
            return [fit(part) for part in value]
        if isinstance(value, dict):
            return {key: fit(part) for key, part in value.items()}
        return value

    fitting = json.dumps(fit(json.loads(words)), ensure_ascii=False)
    return fitting, list(lacking)


def left_out(job: Job, lacking: list[str]) -> Words:
    """What is said of a sheet that stays without a PDF."""
    return say(
        "{title}: no PDF was made, since the fonts for paper cannot draw {letters}. The page itself shows and prints "
        "these letters; for a PDF, write the words in other letters.",
        title=job.title,
        letters=" ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking[:5]),
    )


def _is_drawn(letter: str) -> bool:
    """True also where the fonts put the letter together from another and its mark, as "ŷ"."""
    if letter in _drawn():
        return True
    parts = unicodedata.normalize("NFD", letter)
    return len(parts) == 2 and parts[0] in _carrying_marks() and parts[1] in _drawn()


@cache
def _drawn() -> frozenset[str]:
    """The letters that every style has: words may be set in any of them."""
    return frozenset.intersection(*map(_letters, STYLES))


def _letters(style: str) -> frozenset[str]:
    with TTFont(truetype(style), lazy=True) as face:
        return frozenset(map(chr, face.getBestCmap()))


@cache
def _carrying_marks() -> frozenset[str]:
    """The letters on which every style knows the place of a mark; over others it would stand beside or on the next one."""
    return frozenset.intersection(*map(_letters_with_anchors, STYLES))


def _letters_with_anchors(style: str) -> frozenset[str]:
    with TTFont(truetype(style), lazy=True) as face:
        lookups = (lookup for lookup in face["GPOS"].table.LookupList.Lookup if lookup.LookupType == MARK_TO_BASE)
        bases = {glyph for lookup in lookups for table in lookup.SubTable for glyph in table.BaseCoverage.glyphs}
        return frozenset(chr(code) for code, glyph in face.getBestCmap().items() if glyph in bases)


def _stays(letter: str) -> bool:
    """Only steers what stands beside it, as a place to break a long word does, and is no twin of another."""
    return _never_drawn(letter) and fitted(letter) == letter


def _never_drawn(letter: str) -> bool:
    """Spaces, line ends, and marks that only steer what stands beside them."""
    return (
        letter.isspace() or unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp") or "\ufe00" <= letter <= "\ufe0f"
    )
