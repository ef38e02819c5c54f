"""The shape of one typed line, and how to put a text into quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE_READ = 2_000
"""Characters of a line that are looked at to explain a mistake."""

_LINE = re.compile(
    r"""(?P<before>[ ]*(?:-[ ]+)*)
        (?:(?P<key>(?:[^\s:#"'\[\]{}&*!|>%@`,?-]|-(?=\S)|:(?=\S))(?:[^:]|:(?=\S))*|"[^"]*"|'[^']*'):(?P<gap>[ ]+|$))?
        (?P<value>.*)""",
    re.VERBOSE,
)
_NOTE = re.compile(r"(?<=\S) +# ")
CURLY_QUOTES = {"“": "”", "„": "“”", "”": "”", "‘": "’", "‚": "‘’", "«": "»", "»": "«"}
"""Quotes that word processors make, and what closes them."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line in its parts: `before` (spaces and dashes), `key`, `gap` (the colon's space), `value`; a note is left out."""

    before: str
    key: str
    gap: str
    value: str

    @classmethod
    def of(cls, line: str) -> TypedLine:
        """Take a line apart.

        >>> TypedLine.of("  - name: Tea and talk ")
        TypedLine(before='  - ', key='name', gap=' ', value='Tea and talk')
        """
        found = _LINE.match(line[:LINE_READ].rstrip())
        if found is None:  # Cannot be: each part may be empty.
            return cls("", "", "", line)
        parts = found.groupdict(default="")
        value = parts["value"] if parts["value"][:1] in ('"', "'") else _NOTE.split(parts["value"], maxsplit=1)[0]
        return cls(parts["before"], parts["key"].rstrip(" "), parts["gap"], value)

    @property
    def value_column(self) -> int:
        """Column of the value, from 0."""
        return len(self.before) + (len(self.key) + 1 + len(self.gap) if self.key else 0)

    @property
    def key_column(self) -> int:
        """Column of the first thing after spaces and dashes, from 0."""
        return len(self.before)

    def typed(self, value: str) -> str:
        """What to type instead of this line, without its indentation.

        >>> TypedLine.of("  - name: Peer: group").typed('"Peer: group"')
        'name: "Peer: group"'
        """
        start = f"{self.key}: " if self.key else "- " if self.before.strip(" ") else ""
        return start + value

    def mended(self, value: str) -> str:
        """The whole line with another value."""
        return self.before + (f"{self.key}:{self.gap or ' '}" if self.key else "") + value


def quoted(text: str) -> str:
    """The text in straight quotes, so that YAML takes it as it is.

    >>> print(quoted("Peer: group"), quoted('the "Hope" group'), quoted("Jo's \\"Hope\\""))
    "Peer: group" 'the "Hope" group' 'Jo''s "Hope"'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(text: str, most: int = 60) -> str:
    """A text short enough for a message.

    >>> shown("one two three", 9)
    'one two …'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
