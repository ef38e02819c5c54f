"""Ids for imported records: short, readable, and the same again when the same export is imported anew.

A name that only one record has gives its id. Where several share a name, each of them also carries its own id of the
export, so that one more or one less changes none of the others.

>>> ids_for([("Night line", "12"), ("Help desk", "13"), ("Help desk", "14")])
['night-line', 'help-desk-13', 'help-desk-14']
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence

from generator.model.text import LONGEST_ID, slug

LONGEST_MARK = 12
"""Characters of an id of the export that fit into ours; a longer one is shortened to eight."""


def ids_for(records: Sequence[tuple[str, str]], taken: Collection[str] = ()) -> list[str]:
    """An id for each name and id of the export; none is in `taken`, none comes twice."""
    wanted = [_whole_words(slug(name)) for name, _ in records]
    shared = {word for word, times in Counter(wanted).items() if times > 1} | set(taken)
    used = set(taken)
    found = []
    for word, (_, original) in zip(wanted, records, strict=True):
        choice = _free(_joined(word, _mark(original)) if word in shared else word, used)
        used.add(choice)
        found.append(choice)
    return found


def _whole_words(word: str) -> str:
    """A slug without a last word that was cut in two."""
    return word.rpartition("-")[0] or word if len(word) == LONGEST_ID else word


def _mark(original: str) -> str:
    """The part of an id that tells it from others."""
    plain = slug(original) if original else ""
    if len(plain) <= LONGEST_MARK:
        return plain
    # The beginning of a UUID is random; that of other long ids may be the same in all of them.
    is_uuid = len(plain.replace("-", "")) == 32
    return plain[:8] if is_uuid else hashlib.sha256(original.encode()).hexdigest()[:8]


def _joined(word: str, mark: str) -> str:
    return f"{word[: LONGEST_ID - len(mark) - 1].rstrip('-')}-{mark}" if mark else word


def _free(word: str, used: Collection[str]) -> str:
    number, choice = 1, word
    while choice in used:
        number += 1
        choice = _joined(word, str(number))
    return choice
