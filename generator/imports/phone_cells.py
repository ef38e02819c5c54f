"""Phone numbers from a cell: one, several, with an extension, or spelled with letters.

>>> read_numbers("(618) 453-3217; (618) 536-7711", "US").numbers
({'number': '(618) 453-3217'}, {'number': '(618) 536-7711'})
>>> read_numbers("1-800-LAW-REP-4", "US").numbers
({'number': '1-800-529-7374', 'description': '1-800-LAW-REP-4'},)
>>> str(read_numbers("no phone", "US").refusal)
"'no phone' has no number in it."
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.base import Refused
from generator.model.number import ascii_digits
from generator.model.phone import Phone, PhoneType, number_problem
from generator.words import Words, say

_SEVERAL = re.compile(r"\s*(?:[;,/|]|\bor\b|\band\b|\n)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)", re.DOTALL)
_SPELLED = re.compile(r"(?:\+?1[-. ]?)?\(?[2-9]\d\d\)?(?:[-. ]?[A-Z0-9]+)+")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
NORTH_AMERICA = frozenset({"US", "CA"})
LENGTH_WITHOUT_CODE = 10

TYPES: Mapping[str, PhoneType] = {
    "voice": PhoneType.VOICE,
    "phone": PhoneType.VOICE,
    "hotline": PhoneType.VOICE,
    "cell": PhoneType.VOICE,
    "mobile": PhoneType.VOICE,
    "text": PhoneType.TEXT,
    "sms": PhoneType.TEXT,
    "fax": PhoneType.FAX,
    "tty": PhoneType.TEXTPHONE,
    "tdd": PhoneType.TEXTPHONE,
    "textphone": PhoneType.TEXTPHONE,
    "video": PhoneType.VIDEO,
}
"""HSDS names for what answers at a number, and the ones that people use in their place."""


_USUAL = re.compile(r"\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}")


@dataclass(frozen=True, slots=True)
class Read:
    """The numbers of a cell in the form of our files, or why there are none."""

    numbers: tuple[Mapping[str, str], ...] = ()
    refusal: Words | None = None
    change: Words | None = None
    """What was done to the text, if it does not stand as it was typed."""


def read_numbers(text: str, country: str) -> Read:
    """The numbers that a cell holds, each valid in the country; a text that leaves a doubt gives none."""
    plain = " ".join(text.split()).strip("\"'“”‘’ ")
    refusal = _problem(plain, country)
    if refusal is None:
        is_same = plain == " ".join(text.split())
        return Read(({"number": plain},), None, None if is_same else say("Quotation marks were taken off."))
    pieces = [piece for piece in _SEVERAL.split(text.strip()) if piece]
    if len(pieces) > 1 and all(_problem(piece, country) is None for piece in pieces):
        return Read(
            tuple({"number": piece} for piece in pieces), None, say("Several numbers in one cell were told apart.")
        )
    bracket = _IN_BRACKETS.fullmatch(plain)
    if bracket:
        for number, words in ((bracket[2], bracket[1]), (bracket[1], bracket[2])):
            if _problem(number, country) is None and len(ascii_digits(words)) < 7:
                change = say("The words beside the number went into its description.")
                return Read(({"number": number, "description": words},), None, change)
    spelled = _spelled(plain, country)
    if spelled:
        change = say("Letters were turned into the digits of a phone's keys.")
        return Read(({"number": spelled, "description": plain},), None, change)
    return Read((), refusal)


def _problem(text: str, country: str) -> Words | None:
    """Why this is not one number of the country, or None."""
    try:
        # Of a number in this form there is nothing to be taken apart.
        phone = Phone.model_construct(number=text) if _USUAL.fullmatch(text) else Phone.model_validate(text)
        problem = number_problem(phone, country)
    except ValidationError as error:
        found = error.errors()[0].get("ctx", {}).get("error")
        return found.message if isinstance(found, Refused) else say("This cannot be used.")
    return problem.message if problem else None


def _spelled(text: str, country: str) -> str | None:
    """The digits of a number such as 1-800-LAW-REP-4, where each letter is one key."""
    if country not in NORTH_AMERICA or not _SPELLED.fullmatch(text) or not any(letter.isalpha() for letter in text):
        return None
    digits = ascii_digits(text.translate(_KEYPAD))
    digits = digits[1:] if len(digits) == LENGTH_WITHOUT_CODE + 1 and digits.startswith("1") else digits
    if len(digits) != LENGTH_WITHOUT_CODE:
        return None
    number = f"1-{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return number if _problem(number, country) is None else None
