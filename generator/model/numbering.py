"""What a country's numbering plan makes of a phone number's text. The plans are those of the phonenumbers library.

>>> whole_number("020 7946 0000", "GB") is not None, whole_number("20 7946 0000", "GB") is not None
(True, False)
>>> is_short("988", "US"), is_short("988", "GB")
(True, False)
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import (
    CountryCodeSource,
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    ValidationResult,
    shortnumberinfo,
)

from generator.model.base import Refused
from generator.model.number import ascii_digits
from generator.words import say

# Numbers that Ofcom keeps free for drama and the library does not take for valid; without them a demonstration in the
# United Kingdom could ring somebody. It does take Ofcom's others, the North American 555-0100 to 555-0199, and ACMA's.
FICTION = {"GB": re.compile(r"01632960\d{3}|01154960\d{3}|07700900\d{3}")}
EXAMPLES = {"US": "(207) 555-0123", "CA": "(416) 555-0142", "GB": "020 7946 0000", "AU": "(02) 5550 1234"}
NORTH_AMERICA = 1
# Crisis and help lines that take texts in North America. Which other codes are in use, no public list tells.
KNOWN_TEXT_CODES = frozenset({"22522", "435748", "64673", "678678", "686868", "741741", "838255", "88788"})
LONGEST_SHORT_CODE = 6

# A number is checked once, then dialled and shown on several pages; reading it is the slow part.
REMEMBERED = 10_000

# Numbers that belong to no place. Networks promise to connect them inside the country only.
_WITHOUT_PLACE = frozenset(
    {PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.PREMIUM_RATE}
)
_WITH_COUNTRY_CODE = frozenset({CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN, CountryCodeSource.FROM_NUMBER_WITH_IDD})
_TOO_SHORT = frozenset({ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY})


@lru_cache(maxsize=REMEMBERED)
def is_short(text: str, country: str, *, to_text: bool = False) -> bool:
    """Whether this is a short number of the country: 988, 116 123, the text code 85258.

    Codes for texts are let out faster than any list follows, so for them a plausible length is enough.
    """
    digits = ascii_digits(text)
    if text.startswith("+") or not 3 <= len(digits) <= LONGEST_SHORT_CODE:
        return False
    parsed = _parsed(digits, country)
    if parsed is None:
        return False
    if shortnumberinfo.is_valid_short_number_for_region(parsed, country):
        return True
    return to_text and bool(shortnumberinfo.is_possible_short_number_for_region(parsed, country))


@lru_cache(maxsize=REMEMBERED)
def whole_number(text: str, country: str) -> PhoneNumber | None:
    """The ordinary number that this text is to somebody in the country, typed as they would dial it, or None."""
    parsed = _parsed(text, country)
    if parsed is None:
        return None
    if not (phonenumbers.is_valid_number(parsed) or _is_fiction(parsed)):
        return None
    if parsed.country_code_source in _WITH_COUNTRY_CODE:
        return parsed
    # The library guesses a missing 0 or area, and would take (207) 555-0142 in Britain for a number in London.
    dialled = {national_digits(parsed), _trunk_prefix(country) + phonenumbers.national_significant_number(parsed)}
    return parsed if ascii_digits(text) in dialled else None


def why_not(text: str, country: str) -> Refused:
    """What to say of a text that is neither a short nor a whole number in the country."""
    seen, example = text[:40], example_number(country)
    parsed = _parsed(text, country)
    reason = phonenumbers.is_possible_number_with_reason(parsed) if parsed else None
    hint = say(
        "Check every digit, as in: {example}. A number abroad begins with + and its country code.", example=example
    )
    if text.startswith("+"):
        message = say("phone '{seen}' is not a phone number of any country.", seen=seen)
        hint = say("Check the country code after the + and every digit, as in: +44 20 7946 0000.")
    elif reason is ValidationResult.TOO_LONG:
        message = say(
            "phone '{seen}' has too many digits for a phone number here ({country}).", seen=seen, country=country
        )
    elif reason is None or reason in _TOO_SHORT:
        message = say("phone '{seen}' is not a phone number.", seen=seen)
        hint = say("Type it with its area code, as in: {example}.", example=example)
    elif parsed and phonenumbers.is_valid_number(parsed):
        message = say("phone '{seen}' is not typed as people here ({country}) dial it.", seen=seen, country=country)
    else:
        message = say("phone '{seen}' is not a phone number here ({country}).", seen=seen, country=country)
    return Refused("phone-number", message, hint)


def digits_to_dial(number: PhoneNumber, country: str) -> str:
    """The number in full (E.164), or as dialled at home where networks promise it only there."""
    at_home = number.country_code == calling_code(country) != NORTH_AMERICA
    if at_home and phonenumbers.number_type(number) in _WITHOUT_PLACE:
        return national_digits(number)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def grouped(number: PhoneNumber, country: str) -> str:
    """The number in the usual groups of its country, with the country code if it is abroad."""
    at_home = number.country_code == calling_code(country)
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def is_typed_with_country_code(number: PhoneNumber) -> bool:
    """Whether it was typed with + or with the digits one dials for abroad."""
    return number.country_code_source in _WITH_COUNTRY_CODE


def national_digits(number: PhoneNumber) -> str:
    """The digits one dials inside the number's own country."""
    return ascii_digits(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))


def calling_code(country: str) -> int:
    """The calling code of a country, such as 44 for GB; 0 if it has none."""
    return phonenumbers.country_code_for_region(country)


def example_number(country: str) -> str:
    """A number to show as an example; one that is kept for fiction where the country has any."""
    example = phonenumbers.example_number(country)
    if country in EXAMPLES or example is None:
        return EXAMPLES.get(country, "+1 207 555 0123")
    return phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)


def _parsed(text: str, country: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(text, country, keep_raw_input=True)
    except NumberParseException:
        return None


def _is_fiction(number: PhoneNumber) -> bool:
    region = phonenumbers.region_code_for_country_code(number.country_code or 0)
    ranges = FICTION.get(region)
    return bool(ranges and ranges.fullmatch(f"0{number.national_number}"))


def _trunk_prefix(country: str) -> str:
    """What people put before a number inside the country: 0, 1, 8 or nothing."""
    return phonenumbers.ndd_prefix_for_region(country, True) or ""
