"""Words as the index knows them: small letters without accents, and which of them have one stem.

The visitor's words go through the same steps in the browser, so the steps are few and the same in every language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import snowballstemmer

from generator.language import Language, primary

_PLAIN = re.compile(r"[a-z0-9]+")


class _Kept(dict[int, int | str | None]):
    """For `str.translate`: letters and digits stay, marks on them vanish, all else parts words. Filled as it is used."""

    def __missing__(self, code: int) -> int | str | None:
        kind = unicodedata.category(chr(code))[0]
        self[code] = code if kind in "LN" else None if kind == "M" else " "
        return self[code]


_KEPT = _Kept()


def forms(text: str) -> list[str]:
    """The words of a text in their order: decomposed (NFKD), case folded, marks (Unicode M) taken off, split at
    everything that is neither letter (L) nor number (N).

    >>> forms("Café “Ñandú”: 2nd and 4th, Straße")
    ['cafe', 'nandu', '2nd', 'and', '4th', 'strasse']
    """
    if text.isascii():
        return _PLAIN.findall(text.lower())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return folded.translate(_KEPT).split()


class Stems:
    """The stems of one language; a language whose stems nobody has described has each word for its own."""

    def __init__(self, code: str) -> None:
        self._stem = _stemmer(code)
        self._known: dict[str, str] = {}

    def __call__(self, form: str) -> str:
        """The stem that this form shares with its kin.

        >>> english = Stems("en-US")
        >>> english("sleeping") == english("sleep"), Stems("cy")("cwsg")
        (True, 'cwsg')
        """
        stem = self._known.get(form)
        if stem is None:
            stem = self._known[form] = self._stem(form) if self._stem else form
        return stem


@cache
def stems_of(code: str) -> Stems:
    """The stems of the language with this tag. A preview is built again and again, of nearly the same words."""
    return Stems(code)


# Their vowels are marks, which are taken off before.
_WITHOUT_STEMS = {"hi", "ne", "ta"}


def _stemmer(code: str) -> Callable[[str], str] | None:
    if primary(code) in _WITHOUT_STEMS:
        return None
    known = set(snowballstemmer.algorithms())
    names = (Language.load(code).locale.english_name or "").lower().split()
    # Of languages that CLDR does not know, the locale is English; that does not make their words so.
    name = names[0] if names and Language.load(code).locale.language == primary(code) else ""
    name = "norwegian" if primary(code) == "no" else name
    return snowballstemmer.stemmer(name).stemWord if name in known else None
