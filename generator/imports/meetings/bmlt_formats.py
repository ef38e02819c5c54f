"""What the formats of a BMLT record mean here.

With the server's own list of formats a code is certain; without it the usual letters are taken, and told as a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.imports.cells import Cells
from generator.imports.meetings.reading_json import in_words
from generator.standards import bmlt as standard
from generator.words import say

KNOWN = frozenset(
    {*standard.ACCESS, *standard.LANGUAGES, *standard.AUDIENCES, *standard.OF_HOW, standard.CLOSED_FOR_NOW}
)


@dataclass(frozen=True, slots=True)
class Formats:
    """The codes of a record, sorted by what they are about."""

    access: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    kinds: tuple[str, ...]
    is_closed_for_now: bool


@dataclass(frozen=True, slots=True)
class Legend:
    """The formats that the export itself explains: by each key its shared name and its words."""

    rows: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, listed: Any) -> Legend:
        """From the list that a server gives out; what is no format there is passed over."""
        found = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
        rows = {in_words(row.get("key_string")): row for row in found}
        return cls(
            {key: (in_words(row.get("world_id")), in_words(row.get("name_string"))) for key, row in rows.items() if key}
        )

    def formats(self, codes: Sequence[str], cells: Cells) -> Formats:
        """What the codes of one record mean; what stays words or is guessed is told."""
        shared = {code: self._shared(code) for code in dict.fromkeys(codes)}
        named = [name for name in shared.values() if name in KNOWN]
        guessed = [code for code, name in shared.items() if name in KNOWN and code not in self.rows]
        if guessed:
            reason = say("Taken in their usual meaning, as the export does not explain them: {codes}.",
                         codes=", ".join(guessed))  # fmt: skip
            cells.guessed("formats", reason)
        words = {code: self._words(code) for code, name in shared.items() if name not in KNOWN}
        kinds = tuple(dict.fromkeys(text for text in words.values() if text))
        if kinds:
            cells.kept("formats", say("It stands in words: {kinds}.", kinds=", ".join(kinds)))
        unknown = [code for code, text in words.items() if not text]
        if unknown:
            cells.dropped("formats", say("Nobody knows what this code means: {codes}.", codes=", ".join(unknown)))
        return Formats(
            access=tuple(standard.ACCESS[name] for name in named if name in standard.ACCESS),
            languages=tuple(standard.LANGUAGES[name] for name in named if name in standard.LANGUAGES),
            audiences=tuple(standard.AUDIENCES[name] for name in named if name in standard.AUDIENCES),
            kinds=kinds,
            is_closed_for_now=standard.CLOSED_FOR_NOW in named,
        )

    def _shared(self, code: str) -> str:
        return self.rows[code][0] if code in self.rows else standard.USUAL.get(code, "")

    def _words(self, code: str) -> str:
        return self.rows[code][1] if code in self.rows else standard.WORDS.get(code, "")
