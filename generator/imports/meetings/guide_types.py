"""What the type codes of a Meeting Guide record mean here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.imports.cells import Cells
from generator.standards import meeting_guide as standard
from generator.words import say

_FOLDED = {
    code.casefold(): code for code in (*standard.WORDS, *standard.AUDIENCES, *standard.LANGUAGES, *standard.ACCESS)
}


@dataclass(frozen=True, slots=True)
class Types:
    """The codes, sorted by what they are about."""

    access: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    kinds: tuple[str, ...]
    """What has no field here, in words."""
    is_online: bool
    is_closed_for_now: bool


def types_of(codes: Sequence[str], cells: Cells) -> Types:
    """The codes of one record; what stays words, and what nobody knows, is told."""
    known = list(dict.fromkeys(_FOLDED.get(code.casefold(), code.upper()) for code in codes))
    kinds = [standard.WORDS[code] for code in known if code in standard.WORDS]
    if kinds:
        cells.kept("types", say("It stands in words: {kinds}.", kinds=", ".join(kinds)))
    sorted_out = {*standard.WORDS, *standard.ACCESS, *standard.LANGUAGES, *standard.AUDIENCES}
    unknown = [code for code in known if code not in {*sorted_out, standard.ONLINE, standard.CLOSED_FOR_NOW}]
    if unknown:
        cells.dropped("types", say("Nobody knows what this code means: {codes}.", codes=", ".join(unknown)))
    return Types(
        access=tuple(standard.ACCESS[code] for code in known if code in standard.ACCESS),
        languages=tuple(standard.LANGUAGES[code] for code in known if code in standard.LANGUAGES),
        audiences=tuple(standard.AUDIENCES[code] for code in known if code in standard.AUDIENCES),
        kinds=tuple(kinds),
        is_online=standard.ONLINE in known,
        is_closed_for_now=standard.CLOSED_FOR_NOW in known,
    )
