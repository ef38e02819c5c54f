"""Languages with their codes and names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record
from generator.language import Language


def languages(of: str, codes: Iterable[str], ids: Ids, language: Language) -> list[Record]:
    """A record for each; `of` is the name of what they belong to."""
    return [
        Record("language", {"id": ids.of(of, "language", code), "name": language.language_name(code), "code": code})
        for code in codes
    ]
