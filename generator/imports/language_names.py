"""Languages by their English names, as codes.

>>> language_codes("Spanish; Polish and Klingonese")
(['es', 'pl'], ['Klingonese'])
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from pydantic import TypeAdapter, ValidationError

from generator.model.entry import LanguageTag

_TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)
_BETWEEN = re.compile(r"[,;/|\n]|\band\b", re.IGNORECASE)


def language_codes(text: str) -> tuple[list[str], list[str]]:
    """The codes of the languages that a text names, each once, and the names that mean no language for certain."""
    codes: list[str] = []
    unknown: list[str] = []
    for name in filter(None, (piece.strip() for piece in _BETWEEN.split(text))):
        code = _by_english_name().get(name.casefold()) or _tag(name)
        if code is None:
            unknown.append(name)
        elif code not in codes:
            codes.append(code)
    return codes, unknown


def _tag(text: str) -> str | None:
    try:
        return _TAG.validate_python(text) if len(text) in {2, 3, 5} else None
    except ValidationError:
        return None


@cache
def _by_english_name() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for code, name in Locale("en").languages.items():
        # The plain language before its regional forms.
        if "_" not in code and _tag(code):
            names.setdefault(name.casefold(), code)
    return names
