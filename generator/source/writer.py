"""Values to YAML text in one canonical, readable form; `generator.source.reader` reads the same values back.

>>> print(written({"services": [{"id": "tea", "name": "Tea: and talk", "languages": ["en", "no"]}]},
...               notes={("services", 0, "id"): "HSDS service 7"}), end="")
services:
  - id: tea # HSDS service 7
    name: "Tea: and talk"
    languages:
      - en
      - "no"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from generator.source.quoting import quoted
from generator.source.text import FORBIDDEN

Writable: TypeAlias = "str | bool | int | float | date | Sequence[Writable] | Mapping[str, Writable]"
"""What can be written. Everything is read back as text: `True` as `yes`, a number or a date as it is typed."""

Path = tuple[str | int, ...]
"""The address of a value, as keys and list positions: `("services", 3, "id")`."""

STEP = "  "

_KEY = re.compile(r"[A-Za-z_][\w-]*")
_FIRST = re.compile(r"[^\W_]|[(+$£€]")
# What other YAML programs take for something else than a text: yes and no, nothing, numbers, times, dates.
_OTHER_KIND = re.compile(
    r"y|yes|n|no|on|off|true|false|null|[-+]?(?:[\d_.,:]+|0[xob][\da-f_]+|[\d_]*\.?[\d_]*e[-+]?\d+)|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?",
    re.IGNORECASE,
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def written(value: Mapping[str, Writable], *, notes: Mapping[Path, str] | None = None, heading: str = "") -> str:
    """A mapping as a YAML file.

    `heading` stands above it and each of the `notes` behind the value at its path, as comments. Raises `ValueError` for
    what no file can hold: a control character, or a key that is no plain word.
    """
    top = "".join(f"{_comment(line)}\n" for line in heading.splitlines())
    lines = _mapping(value, "", (), notes or {})
    return "\n".join([*([top] if top else []), *lines, ""])


def _mapping(value: Mapping[str, Writable], indent: str, path: Path, notes: Mapping[Path, str]) -> Iterator[str]:
    for key, part in value.items():
        if not _KEY.fullmatch(key) or not key.isascii():
            raise ValueError(f"{key!r} cannot be the name of a field")
        yield from _value(f"{indent}{in_line(key)}:", part, indent, (*path, key), notes)


def _sequence(value: Sequence[Writable], indent: str, path: Path, notes: Mapping[Path, str]) -> Iterator[str]:
    for index, part in enumerate(value):
        here = (*path, index)
        if part and isinstance(part, Mapping):
            inner = f"{indent}{STEP}"
            first, *rest = _mapping(part, inner, here, notes)
            yield f"{indent}- {first[len(inner) :]}"
            yield from rest
        else:
            yield from _value(f"{indent}-", part, indent, here, notes)


def _value(start: str, value: Writable, indent: str, path: Path, notes: Mapping[Path, str]) -> Iterator[str]:
    note = f" {_comment(notes[path])}" if path in notes else ""
    inner = f"{indent}{STEP}"
    if isinstance(value, Mapping):
        yield f"{start}{note}" if value else f"{start} {{}}{note}"
        yield from _mapping(value, inner, path, notes)
    elif isinstance(value, str):
        if _fits_in_a_block(value):
            yield f"{start} {'|' if value.endswith(chr(10)) else '|-'}{note}"
            yield from (f"{inner}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            yield f"{start} {in_line(value)}{note}"
    elif isinstance(value, Sequence):
        yield f"{start}{note}" if value else f"{start} []{note}"
        yield from _sequence(value, inner, path, notes)
    elif isinstance(value, bool):
        yield f"{start} {'yes' if value else 'no'}{note}"
    else:
        yield f"{start} {value}{note}"


def in_line(text: str) -> str:
    """The text on one line, in quotes only where it needs them.

    >>> print(in_line("Tea and talk"), in_line("#5 Main St"), in_line("988"), in_line("one\\ntwo"))
    Tea and talk "#5 Main St" "988" "one\\ntwo"
    """
    if FORBIDDEN.search(text):
        raise ValueError("a control character cannot be written")
    if "\n" in text or "\t" in text:
        return f'"{"".join(_ESCAPES.get(letter, letter) for letter in text)}"'
    return text if _is_plain(text) else quoted(text)


def _is_plain(text: str) -> bool:
    return (
        _FIRST.match(text) is not None
        and text.isprintable()
        and not text.endswith((" ", ":"))
        and ": " not in text
        and " #" not in text
        and not _OTHER_KIND.fullmatch(text)
    )


def _fits_in_a_block(text: str) -> bool:
    """Whether the text can stand as typed on lines of its own; others with line breaks are written with `\\n`."""
    if "\n" not in text or "\t" in text or FORBIDDEN.search(text) or text.endswith("\n\n"):
        return False
    lines = text.removesuffix("\n").split("\n")
    return bool(lines[0]) and not lines[0].startswith(" ") and all(not line or line.strip(" ") for line in lines)


def _comment(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return f"# {shown}".rstrip()
