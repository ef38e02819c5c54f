"""The kinds of text a volunteer types: an id, a line, a paragraph or more.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(Line).validate_python("  Tea   and talk ")
'Tea and talk'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from generator.model.base import Refused
from generator.words import say

LONGEST_ID = 60
LONGEST_SUMMARY = 250
LONGEST_LINE = 300
LONGEST_PROSE = 5000

# Words that are pages of their own beside the listings, so no listing may take their address.
RESERVED_IDS = frozenset({"index", "page", "all"})

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_PATTERN = f"^{_ID.pattern}$"
# Bidi overrides and isolates can make a line read as another; they have no use in a listing.
_STEERING = re.compile("[\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

# Letters of a width and without a shape, and a Braille cell without a dot.
_BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Marks that stand on, in or under a letter. No script stacks as many; a pile of them covers the lines around it.
MOST_MARKS = 10


def as_text(value: object) -> str:
    """The text itself; lists and mappings, which YAML makes of stray colons and dashes, are refused."""
    if not isinstance(value, str):
        raise Refused(
            "wrong-kind",
            say("There is a list or a group of fields here, where a text belongs."),
            say('Type one text; put quotes round it if it holds a colon: "Peer: group".'),
        )
    return value


def _filled(text: str) -> str:
    if not text.strip():
        raise Refused(
            "empty",
            say("Nothing is typed here."),
            say("Type a value, or take the whole line out. If the text begins with #, put quotes round it."),
        )
    return text


def _clean(text: str) -> str:
    # Nearly every text: nothing of what follows is in ASCII that prints.
    if text.isascii() and text.replace("\n", " ").isprintable() and not text.isspace():
        return text
    for letter in text:
        if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} and letter not in "\n\t\r":
            raise Refused(
                "control-character",
                say("There is an invisible control character (U+{code}) in this text.", code=f"{ord(letter):04X}"),
                say("Delete the text and type it again by hand."),
            )
    if not any(is_seen(letter) for letter in text):
        raise Refused(
            "empty",
            say("There is nothing to see in this text: its characters are invisible."),
            say("Delete the text and type it again by hand, or take the whole line out."),
        )
    if not text.isascii() and _most_marks(text) > MOST_MARKS:
        raise Refused(
            "stacked-marks",
            say("More than {most} accents stand on one letter of this text.", most=MOST_MARKS),
            say("Delete the text and type it again by hand."),
        )
    found = _STEERING.search(text)
    if found:
        raise Refused(
            "control-character",
            say("There is an invisible character (U+{code}) in this text.", code=f"{ord(found[0]):04X}"),
            say("Delete the text and type it again by hand."),
        )
    return text


def is_seen(letter: str) -> bool:
    """Whether a letter leaves a trace on a page by itself.

    >>> [is_seen(letter) for letter in ("a", "\u263a", " ", "\u200d", "\u3164", "\u0301")]
    [True, True, False, False, False, False]
    """
    return unicodedata.category(letter)[0] not in "CMZ" and letter not in _BLANK


def _most_marks(text: str) -> int:
    most = row = 0
    for letter in text:
        row = row + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        most = max(most, row)
    return most


def _line(value: object) -> str:
    text = _clean(_filled(as_text(value)))
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def _no_longer_than(limit: int, text: str) -> str:
    if len(text) > limit:
        raise Refused(
            "too-long",
            say("This text has {length} characters; {limit} fit here.", length=len(text), limit=limit),
            say("Shorten it, or move a part of it to the description."),
        )
    return text


def _short(text: str) -> str:
    return _no_longer_than(LONGEST_LINE, text)


def _summary(text: str) -> str:
    return _no_longer_than(LONGEST_SUMMARY, text)


def _prose(value: object) -> str:
    text = _clean(_filled(as_text(value))).replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = [" ".join(block.split()) if not _has_items(block) else block.strip() for block in text.split("\n\n")]
    return _no_longer_than(LONGEST_PROSE, "\n\n".join(p for p in paragraphs if p))


def _has_items(block: str) -> bool:
    return any(line.lstrip().startswith("- ") for line in block.splitlines())


def _id(value: object) -> str:
    text = as_text(value).strip()
    if not _ID.fullmatch(text) or len(text) > LONGEST_ID or text in RESERVED_IDS:
        suggestion = slug(text)
        raise Refused(
            "id",
            say("'{seen}' cannot be an id.", seen=text[:80]),
            say("Use small letters a to z, digits and single hyphens, at most {limit}: {suggestion}.",
                limit=LONGEST_ID, suggestion=suggestion),
        )  # fmt: skip
    return text


def slug(text: str) -> str:
    """The nearest safe id to any text; it becomes a file name and a web address, so only a-z, 0-9 and hyphens.

    >>> slug("Café Ñandú: Tuesday & Friday")
    'cafe-nandu-tuesday-friday'
    """
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    name = "-".join(words)[:LONGEST_ID].strip("-") or "listing"
    return f"{name}-1" if name in RESERVED_IDS else name


# A program that reads YAML 1.2 takes 988 or 12 for numbers before it looks at the schema, so a text may look like one.
_TYPED_TEXT = {"type": ["string", "number"]}

Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": LONGEST_ID}),
]
"""A short name for links and file names: small letters, digits, hyphens."""

Line = Annotated[
    str, BeforeValidator(_line), AfterValidator(_short), WithJsonSchema(_TYPED_TEXT | {"maxLength": LONGEST_LINE})
]
"""One line of text."""

Summary = Annotated[
    str, BeforeValidator(_line), AfterValidator(_summary), WithJsonSchema(_TYPED_TEXT | {"maxLength": LONGEST_SUMMARY})
]
"""One or two plain sentences, up to 250 characters."""

Prose = Annotated[str, BeforeValidator(_prose), WithJsonSchema(_TYPED_TEXT | {"maxLength": LONGEST_PROSE})]
"""Plain paragraphs with an empty line between them; lines that begin with `- ` make a list. No markup."""


def _several(value: object) -> object:
    """One thing typed alone is a list of one; an empty or repeated one is refused."""
    values = list(value) if isinstance(value, list | tuple) else [value]
    if not values or values == [""]:
        raise Refused("empty", say("This list is empty."), say("Type at least one value, or take the whole line out."))
    return tuple(values)


def _each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: list[object] = []
    for value in values:
        if isinstance(value, Hashable) and value in seen:
            raise Refused(
                "repeated", say("'{value}' stands twice in this list.", value=value), say("Take one of them out.")
            )
        seen.append(value)
    return values


T = TypeVar("T")


def _one_or_list(schema: dict[str, Any]) -> dict[str, Any]:
    return schema


Several = Annotated[tuple[T, ...], BeforeValidator(_several), AfterValidator(_each_once), Field()]
"""A list, or one value typed alone."""
