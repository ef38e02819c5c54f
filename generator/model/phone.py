"""Phone numbers and text lines as people type them, how they are dialled, and when they cannot be right.

The text stays as typed: a number is judged or dialled for a country, and nothing here ever "corrects" one.

    >>> phone = Phone.model_validate("(207) 555-0123 ext. 4")
    >>> phone.number, phone.extension
    ('(207) 555-0123', '4')
    >>> dial(phone, "US"), spoken(phone, "US")
    ('tel:+12075550123;ext=4', '(207) 555-0123 ext. 4')
    >>> dial(TextLine.model_validate("SHOUT to 85258"), "GB")
    'sms:85258?body=SHOUT'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from pydantic import model_validator

from generator.model.base import Refused
from generator.model.choice import Choice
from generator.model.entry import LanguageTag
from generator.model.number import Extension, Number, ascii_digits, without_extension
from generator.model.numbering import (
    KNOWN_TEXT_CODES,
    NORTH_AMERICA,
    calling_code,
    digits_to_dial,
    example_number,
    grouped,
    is_short,
    is_typed_with_country_code,
    whole_number,
    why_not,
)
from generator.model.short_form import ShortForm
from generator.model.text import LONGEST_LINE, Line, Several, Summary
from generator.words import Words, say

TEXT_LINE = re.compile(
    r"(?:(?:text|send)\s+)?(?:(?P<keyword>.+?)\s+to\s+)?(?P<number>\+?[\d(][\d\s().-]*)", re.IGNORECASE
)

QUOTES = "'\"\u2018\u2019\u201c\u201d"

LONGEST_VOICE_CODE = 4


class PhoneType(Choice):
    """What answers at a number; HSDS `phone.type`."""

    VOICE = "voice"
    TEXT = "text"
    FAX = "fax"
    TEXTPHONE = "textphone"
    VIDEO = "video"


class Phone(ShortForm):
    """A number to call (HSDS `phone`); the number alone will do.

    ```yaml
    phones:
      - (207) 555-0142 ext. 4
      - number: (207) 555-0143
        type: textphone
        description: Weekday mornings only.
    ```
    """

    number: Number
    """The number as people write it, with its area code: (207) 555-0123, 020 7946 0000, 988."""
    extension: Extension | None = None
    """The extension to ask for, in digits: 204."""
    type: PhoneType = PhoneType.VOICE
    """What answers there: voice, text, fax, textphone (TTY) or video (sign language)."""
    description: Summary | None = None
    """Who answers, when, and which key to press: Press 2 for Spanish."""
    languages: Several[LanguageTag] = ()
    """Languages spoken on this number, if they differ from the listing's: es."""

    @model_validator(mode="before")
    @classmethod
    def _the_number_alone_will_do(cls, typed: Any) -> Any:
        if isinstance(typed, Phone):
            return typed
        fields = typed if isinstance(typed, dict) else {"number": typed}
        typed_number = fields.get("number")
        if not isinstance(typed_number, str):
            return fields
        number, extension = without_extension(typed_number)
        if extension is None:
            return fields
        if fields.get("extension") is not None:
            raise Refused(
                "phone-extension",
                say("The extension of '{seen}' is typed twice.", seen=number[:40]),
                say("Leave it either after the number or in 'extension'."),
            )
        return {**fields, "number": number, "extension": extension}


class TextLine(ShortForm):
    """A number to text, with the word to send if one is asked for; `HOME to 741741` alone will do."""

    number: Number
    """The number or short code to text: 741741."""
    keyword: Line | None = None
    """The word to send first, if the line asks for one: HOME."""
    description: Summary | None = None
    """Who answers, and when: Evenings from 6 to 10."""
    languages: Several[LanguageTag] = ()
    """Languages one can write in, if they differ from the listing's: es."""

    @model_validator(mode="before")
    @classmethod
    def _a_short_form_will_do(cls, typed: Any) -> Any:
        if not isinstance(typed, str):
            return typed
        found = TEXT_LINE.fullmatch(typed.strip()) if len(typed) <= LONGEST_LINE else None
        if not found:
            return {"number": typed}
        keyword = found["keyword"]
        return {"number": found["number"], "keyword": keyword.strip(QUOTES) if keyword else None}

    def in_words(self, country: str) -> Words:
        """What to do, as on a poster.

        >>> str(TextLine.model_validate("HOME to 741741").in_words("US"))
        'Text HOME to 741741'
        """
        number = spoken(self, country)
        if self.keyword:
            return say("Text {keyword} to {number}", keyword=self.keyword, number=number)
        return say("Text {number}", number=number)


def number_problem(way: Phone | TextLine, country: str) -> Refused | None:
    """Why this cannot be a number for a directory in `country` (two letters), or None.

    >>> print(number_problem(Phone(number="83"), "GB"))
    phone '83' is not a phone number. Type it with its area code, as in: 020 7946 0000.
    """
    if not is_short_code(way, country):
        return None if whole_number(way.number, country) else why_not(way.number, country)
    if isinstance(way, TextLine):
        return None
    if way.extension is not None:
        return Refused(
            "phone-extension",
            say("phone '{seen}' is a short number, and those have no extensions.", seen=way.number),
            say("Say in 'description' which key to press, as in: Press {key}.", key=way.extension),
        )
    digits = ascii_digits(way.number)
    is_code_for_texts = len(digits) > LONGEST_VOICE_CODE and calling_code(country) == NORTH_AMERICA
    if not is_code_for_texts or way.type is PhoneType.TEXT:
        return None
    if digits not in KNOWN_TEXT_CODES:
        # Any five or six digits may be such a code; far more often they are a phone number with some left out.
        message = say(
            "phone '{seen}' has too few digits for a phone number here ({country}).", seen=way.number, country=country
        )
        example = example_number(country)
        if not way.number.isdecimal():
            return Refused(
                "phone-number", message, say("Type it with its area code, as in: {example}.", example=example)
            )
        hint = say(
            "Type it with its area code, as in: {example}. Only if it is a code for texts, type it under 'text'.",
            example=example,
        )
        return Refused("phone-number", message, hint)
    return Refused(
        "phone-number",
        say("phone '{seen}' takes texts only; it cannot be called.", seen=way.number),
        say("Move it to 'text', with the word to send, as in: HOME to 741741."),
    )


def dial(way: Phone | TextLine, country: str) -> str:
    """The address that a phone dials or texts: RFC 3966 `tel:`, RFC 5724 `sms:`.

    Short codes, and in their own country freephone and other numbers without a place, stand as bare digits. RFC 3966
    would add `;phone-context=`, but handsets commonly stumble over it, and a link that fails is worse than a bare one.
    The answer holds only digits, `+`, `;ext=` and a percent-coded `?body=`, whatever was typed.

    >>> dial(Phone(number="116 123"), "GB"), dial(Phone(number="020 7946 0000"), "GB")
    ('tel:116123', 'tel:+442079460000')
    """
    number = None if is_short_code(way, country) else whole_number(way.number, country)
    digits = digits_to_dial(number, country) if number else ascii_digits(way.number)
    if isinstance(way, TextLine):
        return f"sms:{digits}?body={quote(way.keyword, safe='')}" if way.keyword else f"sms:{digits}"
    if way.type is PhoneType.TEXT:
        return f"sms:{digits}"
    return f"tel:{digits};ext={way.extension}" if way.extension else f"tel:{digits}"


def spoken(way: Phone | TextLine, country: str, words: Callable[[Words], str] = str) -> str:
    """The number for people's eyes; pass `language.say` as `words` for the extension in another language.

    Grouping that was typed stays, for it is often meant to be remembered (0800 58 58 58); bare digits are grouped by
    the country's custom, and a number abroad keeps its country code.
    """
    text = way.number
    number = None if is_short_code(way, country) else whole_number(text, country)
    if number and (text.isdecimal() or is_typed_with_country_code(number)):
        text = grouped(number, country)
    extension = way.extension if isinstance(way, Phone) else None
    return words(say("{number} ext. {extension}", number=text, extension=extension)) if extension else text


def is_short_code(way: Phone | TextLine, country: str) -> bool:
    """Whether this is a short number of the country, such as 988, 116 123 or the text code 85258."""
    return is_short(way.number, country, to_text=isinstance(way, TextLine) or way.type is PhoneType.TEXT)
