"""A line such as `1st and 3rd Tuesday, 7-8.30pm` taken apart into words, numbers, times and signs.

>>> [(token.kind.name, token.text) for token in tokens("2nd Tuesday, 7-9pm")]
[('ORDINAL', '2nd'), ('WORD', 'Tuesday'), ('COMMA', ','), ('NUMBER', '7'), ('DASH', '-'), ('TIME', '9pm')]
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from generator.model.base import Refused
from generator.model.when.vocabulary import KNOWN, MONTHS, nearest
from generator.words import Words, say

RULE = "when"
LONGEST = 1000
LONGEST_SHOWN = 100
LONGEST_WORD = 40


class Kind(Enum):
    """What a piece of the line is."""

    ALWAYS = auto()
    APPOINTMENT = auto()
    EVERY_DAY = auto()
    DATE = auto()
    TIME = auto()
    ORDINAL = auto()
    NUMBER = auto()
    WORD = auto()
    AND = auto()
    COMMA = auto()
    DASH = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One piece, as it was typed."""

    kind: Kind
    text: str

    @property
    def word(self) -> str:
        """The word in small letters; nothing where it is none."""
        return self.text.lower() if self.kind is Kind.WORD else ""

    @property
    def number(self) -> int:
        """The number that its digits make."""
        return int("".join(letter for letter in self.text if letter.isdigit()))


_PIECES = re.compile(
    r"""
      (?P<SPACE>       \s+ )
    | (?P<DAY_MONTH>   \d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{2,4}(?!\d) | \d{4}[./]\d{1,2}[./]\d{1,2}(?!\d) | (?!24/7)\d{1,2}/\d{1,2}(?!\d) )
    | (?P<DATE>        \d{4}-\d{1,2}-\d{1,2}(?!\d) )
    | (?P<ALWAYS>      24\s*/\s*7\b | 24[\s-]*(?:hours?|hrs?|h)\b(?:\s+(?:a|per)\s+day\b)? | (?:a)?round\s+the\s+clock\b | always\b )
    | (?P<APPOINTMENT> (?:only\s+)?(?:by|on)[\s-]+appointment\b(?:\s+only\b)? | appointments?\s+only\b )
    | (?P<EVERY_DAY>   every\s*day\b | each\s+day\b | daily\b | (?:7|seven)\s+days(?:\s+a\s+week\b|\s*/\s*week\b)? )
    | (?P<ORDINAL>     (?:2nd|second)[\s-]+(?:to[\s-]+)?last\b | next[\s-]+to[\s-]+last\b | \d+\s?(?:st|nd|rd|th)\b )
    | (?P<TIME>        \d{1,2}[:.]\d{2}(?!\d)(?:\s?[ap]\.?m\b\.?)? | \d{1,2}\s?[ap]\.?m\b\.? | 12\s+(?:noon|midnight)\b )
    | (?P<NUMBER>      \d+ )
    | (?P<AND>         [&+/] )
    | (?P<COMMA>       , )
    | (?P<DASH>        - )
    | (?P<WORD>        [^\W\d_]+(?:'[^\W\d_]+)*\.? )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DASHES = re.compile("[\u2010-\u2015\u2212~]+|--+")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc`]")


def plain(text: str) -> str:
    """The line with the typing of phones and word processors taken out: dashes, quotes, wide letters, spaces.

    >>> plain("  Tuesday\\u00a018:30\\u2013 20:00. ")
    'Tuesday 18:30- 20:00'
    """
    text = _APOSTROPHES.sub("'", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
    return " ".join(text.split()).rstrip(".;, ")


def tokens(line: str) -> list[Token]:
    """The pieces of a line that `plain` made; raises `Refused` on what nobody could read."""
    found: list[Token] = []
    seen, at = shown(line), 0
    while at < len(line):
        piece = _PIECES.match(line, at)
        if piece is None:
            raise refused(say("'{seen}': the sign '{sign}' is not understood.", seen=seen, sign=line[at]), example())
        at = piece.end()
        name, text = str(piece.lastgroup), piece[0]
        if name == "DAY_MONTH":
            message = say("'{seen}': '{date}' is not a date this file can use.", seen=seen, date=text)
            raise refused(message, say("Type year, month and day, as in: 2026-09-01."))
        if name != "SPACE":
            found.append(_checked(seen, _token(Kind[name], text)))
    return found


def refused(message: Words, hint: Words) -> Refused:
    """The refusal of a line of words."""
    return Refused(RULE, message, hint)


def shown(line: str) -> str:
    """The line as it is shown when it is refused: its beginning, if it is long."""
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def example() -> Words:
    """What to type when there is no better advice."""
    return say("Type it as in: Tuesday 18:30-20:00, or: 1st and 3rd Tuesday 19:00-20:30.")


def _token(kind: Kind, text: str) -> Token:
    if kind is Kind.WORD:
        text = text.rstrip(".").removesuffix("'s").removesuffix("'")
        return Token(Kind.AND if text.lower() == "and" else Kind.WORD, text)
    return Token(kind, text)


def _checked(seen: str, token: Token) -> Token:
    if not token.word or token.word in KNOWN:
        return token
    word = token.text[:LONGEST_WORD]
    message = say("'{seen}': the word '{word}' is not understood.", seen=seen, word=word)
    if token.word in MONTHS:
        raise refused(message, say("Type dates as year, month and day, as in: 2026-09-01."))
    if token.word in {"biweekly", "bimonthly", "semimonthly", "bi", "semi"}:
        message = say("'{seen}': '{word}' can mean twice in that time or every second time.", seen=seen, word=word)
        raise refused(message, say("Type: every 2nd week on Tuesday, or: Tuesday and Thursday."))
    if token.word == "days":
        raise refused(message, say("Type the days of the week, as in: Monday, Wednesday and Friday."))
    if token.word in {"except", "excluding", "not", "no", "without", "closed"}:
        raise refused(message, say("Type the days it is on, and days off under 'cancelled' or 'breaks'."))
    near = nearest(token.word)
    raise refused(message, say("Did you mean '{near}'?", near=near) if near else example())
