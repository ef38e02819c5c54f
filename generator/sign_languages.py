"""Sign languages by their ISO 639-3 code, where the Unicode CLDR has no name for them yet."""

from __future__ import annotations

from collections.abc import Mapping

from generator.words import Words, say

SIGN_LANGUAGES: Mapping[str, Words] = {
    "asf": say("Auslan (Australian Sign Language)"),
    "bfi": say("British Sign Language"),
    "fcs": say("Quebec Sign Language"),
    "isg": say("Irish Sign Language"),
    "nzs": say("New Zealand Sign Language"),
}
