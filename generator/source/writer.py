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
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from generator.source.quoting import quoted
from generator.source.text import FORBIDDEN

Writable: TypeAlias = "str | bool | int | float | date | Sequence[Writable] | Mapping[str, Writable]"
"""What can be written. Everything is read back as text: `True` as `yes`, a number or a date as it is typed."""

Path = tuple[str | int, ...]
"""The address of a value, as keys and list positions: `("services", 3, "id")`."""

STEP = "  "

_KEY = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_SIMPLE = re.compile(r"[A-Za-z][\w ,.;/()'-]*[\w.]", re.ASCII)
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
    lines = [_comment(line) for line in heading.splitlines()]
    if lines:
        lines.append("")
    _write_mapping(value, "", (), notes or {}, lines)
    return "\n".join([*lines, ""])


def _write_mapping(
    value: Mapping[str, Writable], indent: str, path: Path, notes: Mapping[Path, str], lines: list[str], dash: str = ""
) -> None:
    """Add the lines of a mapping; `dash` begins the first of them, where it is an item of a list."""
    start = dash or indent
    for key, part in value.items():
        _write(f"{start}{_key(key)}:", part, indent, (*path, key), notes, lines)
        start = indent


# A directory has ten thousand entries and some hundred names of fields.
@lru_cache(maxsize=1024)
def _key(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError(f"{key!r} cannot be the name of a field")
    return in_line(key)


def _write(start: str, value: Writable, indent: str, path: Path, notes: Mapping[Path, str], lines: list[str]) -> None:
    note = f" {_comment(notes[path])}" if path in notes else ""
    if isinstance(value, str):
        if "\n" in value and _fits_in_a_block(value):
            lines.append(f"{start} {'|' if value.endswith(chr(10)) else '|-'}{note}")
            lines += [f"{indent}{STEP}{line}" if line else "" for line in value.removesuffix("\n").split("\n")]
        else:
            lines.append(f"{start} {in_line(value)}{note}")
    elif isinstance(value, Mapping):
        lines.append(f"{start}{note}" if value else f"{start} {{}}{note}")
        _write_mapping(value, indent + STEP, path, notes, lines)
    elif isinstance(value, Sequence):
        lines.append(f"{start}{note}" if value else f"{start} []{note}")
        inner = indent + STEP
        for index, part in enumerate(value):
            if part and isinstance(part, Mapping):
                _write_mapping(part, inner + STEP, (*path, index), notes, lines, dash=f"{inner}- ")
            else:
                _write(f"{inner}-", part, inner, (*path, index), notes, lines)
    elif isinstance(value, bool):
        lines.append(f"{start} {'yes' if value else 'no'}{note}")
    else:
        lines.append(f"{start} {value}{note}")


def in_line(text: str) -> str:
    """The text on one line, in quotes only where it needs them.

    >>> print(in_line("Tea and talk"), in_line("#5 Main St"), in_line("988"), in_line("one\\ntwo"))
    Tea and talk "#5 Main St" "988" "one\\ntwo"
    """
    if _SIMPLE.fullmatch(text) and not _OTHER_KIND.fullmatch(text):
        return text
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
