"""The text of a phone number, as far as it can be judged without knowing the country.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(Number).validate_python(" 020 7946  0000 ")
'020 7946 0000'
>>> without_extension("(207) 555-0123 ext. 4")
('(207) 555-0123', '4')
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

from generator.model.base import Refused
from generator.model.text import LONGEST_LINE, Line
from generator.words import say

SEPARATORS = " ()-.\u00a0\u2010\u2011\u2012\u2013"
_EXTENSION = re.compile(r"[\s,;]*(?:(?<![a-z])(?:extension|extn?|x)\.?|#)\s*:?\s*(\d{1,7})\s*\Z", re.IGNORECASE)
_NO_DIGIT = re.compile(r"\D+", re.ASCII)
_BETWEEN = re.compile(r"[/,;|&]|\b(?:or|and)\b", re.IGNORECASE)
# Freephone numbers with a word, such as 1-800-FLOWERS: seven keys after 8xx, so the digits are certain.
_FREEPHONE_WORD = re.compile(r"(?:\+?1[-. ]?)?\(?(8\d\d)\)?((?:[-. ]?[A-Z0-9]){7})")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def ascii_digits(text: str) -> str:
    """The digits of a text in order, as 0 to 9, whatever script they are typed in.

    >>> ascii_digits("(020) 7946 \u0660")
    '02079460'
    """
    if text.isascii():
        return _NO_DIGIT.sub("", text)
    return "".join(str(unicodedata.decimal(letter)) for letter in text if letter.isdecimal())


def without_extension(text: str) -> tuple[str, str | None]:
    """A number and the extension typed after it: `ext. 4`, `extension 4`, `x4`, `#4`."""
    found = _EXTENSION.search(text) if len(text) <= LONGEST_LINE else None
    if found is None or found.start() == 0:
        return text, None
    return text[: found.start()], ascii_digits(found[1])


_PLAIN = re.compile(r"[0-9 ()+./-]*")
"""What most numbers are made of."""


def _number(text: str) -> str:
    seen = text[:40]
    has_letters = not _PLAIN.fullmatch(text) and any(letter.isalpha() for letter in text)
    if sum(len(ascii_digits(piece)) >= 3 for piece in _BETWEEN.split(text)) > 1:
        message = say("'{seen}' looks like more than one phone number.", seen=seen)
        hint = say("Type each number on a line of its own that begins with a hyphen; inside a number use spaces.")
    elif not ascii_digits(text):
        message = say("'{seen}' has no number in it.", seen=seen)
        hint = say("Type the number in digits, or take the line out.")
    elif has_letters and (word := _FREEPHONE_WORD.fullmatch(text)):
        keys = ascii_digits(word[2].translate(_KEYPAD))
        message = say("'{seen}' has letters in it, which not every phone can dial.", seen=seen)
        hint = say("Type the digits: {digits}. The word can stand in 'description'.",
                   digits=f"1-{word[1]}-{keys[:3]}-{keys[3:]}")  # fmt: skip
    elif has_letters:
        message = say("'{seen}' holds words as well as a number.", seen=seen)
        hint = say("Type only the number here; words such as 'press 2' go in 'description'.")
    elif odd := _first_odd(text):
        message = say("'{seen}' has a '{letter}' in it.", seen=seen, letter=odd)
        hint = say("Type only digits and spaces; a + may stand at the beginning.")
    else:
        return text
    raise Refused("phone-number", message, hint)


def _first_odd(text: str) -> str | None:
    rest = text.removeprefix("+")
    return next((letter for letter in rest if not letter.isdecimal() and letter not in SEPARATORS), None)


def _extension(text: str) -> str:
    if not re.fullmatch(r"\d{1,7}", text, re.ASCII):
        raise Refused(
            "phone-extension",
            say("'{seen}' is not an extension.", seen=text[:40]),
            say("Type up to 7 digits, as in: 204."),
        )
    return text


Number = Annotated[Line, AfterValidator(_number)]
"""The number as people write it, with its area code: (207) 555-0123, 020 7946 0000, 988."""

Extension = Annotated[Line, AfterValidator(_extension)]
"""The digits one is asked for after the number."""
