"""What the columns of a spreadsheet probably mean, judged by their heads and by what stands in them.

>>> from generator.imports.csv_table import Row
>>> from generator.imports.report import Origin
>>> rows = [Row(Origin("x.csv", 2), {"group_name": "Tea", "contact": "(207) 555-0142"})]
>>> [(guess.target, guess.how.value) for guess in guessed(["group_name", "contact"], rows, "US")]
[('name', 'head'), ('phones', 'contents')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.imports.csv_table import Row
from generator.imports.phone_cells import read_numbers
from generator.imports.sheet.targets import LEAVE_OUT, MORE, OUR_OWN, TARGETS, words_of
from generator.imports.sheet.times import lines_of
from generator.model.number import ascii_digits
from generator.words import Words, say

MOST_LOOKED_AT = 200
"""Cells of a column that are looked at."""
NEARLY_ALL = 0.8
FEWEST_DIGITS = 7

_MAIL = re.compile(r"(?:mailto:)?[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FITS_WITH = {
    "phones": {"phones", "text", "online_phone"},
    "website": {"website", "form", "online_url"},
    "email": {"email"},
}
_LONG = 60
"""Characters of a cell on average from which on a column without a known head is taken for prose."""


class How(Enum):
    """By what a column was known, the surest first."""

    NAME = "name"
    HEAD = "head"
    CONTENTS = "contents"
    PART = "part"
    UNKNOWN = "unknown"

    @property
    def words(self) -> Words:
        return _WORDS[self]


_WORDS = {
    How.NAME: say("certain: it is called so here too"),
    How.HEAD: say("likely, by its head"),
    How.CONTENTS: say("likely, by what stands in it"),
    How.PART: say("a guess: please look"),
    How.UNKNOWN: say("not known: please look"),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """One column, what it becomes, by what that was known, and what stands in it for example."""

    column: str
    target: str
    how: How
    examples: tuple[str, ...] = ()


def guessed(columns: Iterable[str], rows: Sequence[Row], country: str) -> list[Guess]:
    """A guess for each column; where two would become the same and only one can, the surer one does."""
    first = [_guess(column, [row[column] for row in rows if row[column]], country) for column in columns]
    order = list(How)
    taken: dict[str, Guess] = {}
    for guess in sorted(first, key=lambda guess: order.index(guess.how)):
        if not TARGETS[guess.target].several:
            taken.setdefault(guess.target, guess)
    has_schedule = any(guess.column == "schedule" for guess in first)
    found = []
    for guess in first:
        if has_schedule and guess.column == "when":
            # Our own table says the same in a sentence, for people.
            found.append(Guess(guess.column, LEAVE_OUT, How.NAME, guess.examples))
        elif taken.get(guess.target, guess) is not guess:
            found.append(Guess(guess.column, MORE, How.UNKNOWN, guess.examples))
        else:
            found.append(guess)
    return found


def _guess(column: str, cells: list[str], country: str) -> Guess:
    looked_at = cells[:MOST_LOOKED_AT]
    examples = tuple(dict.fromkeys(looked_at))[:3]
    if column in OUR_OWN or column in TARGETS:
        return Guess(column, OUR_OWN.get(column, column), How.NAME, examples)
    head = words_of(column)
    by_head = next((name for name, target in TARGETS.items() if head in (words_of(name), *target.heads)), "")
    by_contents = next((name for name, is_one in _tests(country).items() if _nearly_all(looked_at, is_one)), "")
    if by_contents and by_head not in _FITS_WITH.get(by_contents, {by_contents, by_head}):
        return Guess(column, by_contents, How.CONTENTS, examples)
    if by_head:
        return Guess(column, by_head, How.HEAD, examples)
    if by_contents:
        return Guess(column, by_contents, How.CONTENTS, examples)
    part = _by_a_part(head)
    if part:
        return Guess(column, part, How.PART, examples)
    is_prose = sum(map(len, looked_at)) > _LONG * len(looked_at) > 0
    return Guess(column, MORE if is_prose else LEAVE_OUT, How.UNKNOWN, examples)


def _tests(country: str) -> dict[str, Callable[[str], bool]]:
    return {
        "email": lambda cell: bool(_MAIL.fullmatch(cell)),
        "website": lambda cell: bool(_WEB.fullmatch(cell)),
        "phones": lambda cell: (
            len(ascii_digits(cell)) >= FEWEST_DIGITS and not read_numbers(cell, country or "US").refusal
        ),
        "when": lambda cell: any(sign.isdigit() for sign in cell) and lines_of(cell) is not None,
    }


def _nearly_all(cells: list[str], is_one: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(is_one, cells)) >= NEARLY_ALL * len(cells)


def _by_a_part(head: str) -> str:
    """The target with the longest head that stands as whole words in this one."""
    found = [
        (len(known), name)
        for name, target in TARGETS.items()
        for known in (words_of(name), *target.heads)
        if name not in (LEAVE_OUT, "id") and f" {known} " in f" {head} "
    ]
    return max(found, key=lambda one: one[0])[1] if found else ""
