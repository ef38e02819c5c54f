"""iCalendar as text: content lines and components in the form of RFC 5545 and RFC 7986.

>>> event = Component("VEVENT", [Property.text("SUMMARY", "Tea, talk\\nand cake")])
>>> print(event.to_bytes().decode(), end="")
BEGIN:VEVENT\r
SUMMARY:Tea\\, talk\\nand cake\r
END:VEVENT\r
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

# Octets in a line without its line break (section 3.1).
LONGEST_LINE = 75

_LINE_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
# Control characters but for the tab (section 3.1); half a surrogate pair has no form in UTF-8.
_UNWRITABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Inside quotes a parameter may hold anything but quotes and line breaks; RFC 6868 spells these.
_PARAMETER_ESCAPES = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})
# Outside of quotes some readers take a backslash for an escape and lose their way.
_NEEDS_QUOTES = re.compile(r"[,;:\\\s]")


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: a name, a value that is already in the form of its type, and parameters."""

    name: str
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def text(cls, name: str, *texts: str, **parameters: str) -> Property:
        """A property of type TEXT; several texts make a list, as in CATEGORIES."""
        return cls(name, ",".join(escaped(text) for text in texts), parameters)

    @classmethod
    def moments(cls, name: str, *moments: date) -> Property:
        """A property of one or several dates or date-times; all are of one kind and, if they have one, of one zone.

        A time of `datetime.UTC` is written as UTC, one without a zone as the time of any place.

        >>> from zoneinfo import ZoneInfo
        >>> Property.moments("DTSTART", datetime(2026, 11, 24, 18, 30, tzinfo=ZoneInfo("Europe/London"))).line()
        'DTSTART;TZID=Europe/London:20261124T183000'
        >>> Property.moments("EXDATE", date(2026, 12, 24), date(2026, 12, 31)).line()
        'EXDATE;VALUE=DATE:20261224,20261231'
        """
        [parameters] = {tuple(_of_moment(moment).items()) for moment in moments}
        return cls(name, ",".join(_moment(moment) for moment in moments), dict(parameters))

    def line(self) -> str:
        """The line before it is folded, without a line break."""
        parameters = "".join(f";{name}={_parameter(value)}" for name, value in self.parameters.items())
        return f"{self.name}{parameters}:{_UNWRITABLE.sub('', self.value)}"


@dataclass(frozen=True, slots=True)
class Component:
    """A block of properties, such as an event, and the blocks inside it."""

    name: str
    properties: Sequence[Property]
    components: Sequence[Component | bytes] = ()
    """The blocks inside; as bytes where they are written already, for a calendar that repeats those of others."""

    def to_bytes(self) -> bytes:
        """The component as it stands in a file, each line folded and ended by CRLF."""
        return b"".join(
            [
                folded(f"BEGIN:{self.name}"),
                *(folded(prop.line()) for prop in self.properties),
                *(inner if isinstance(inner, bytes) else inner.to_bytes() for inner in self.components),
                folded(f"END:{self.name}"),
            ]
        )


def escaped(text: str) -> str:
    """A value of type TEXT: all kinds of line break become `\\n`, and what would end or split a value is escaped.

    >>> print(escaped("Bring: a cup; tea, cake"))
    Bring: a cup\\; tea\\, cake
    """
    return _UNWRITABLE.sub("", _LINE_BREAK.sub("\n", text).translate(_ESCAPES))


def folded(line: str) -> bytes:
    """A content line in UTF-8, in pieces of at most 75 octets that never part the octets of one character."""
    octets = line.encode()
    if len(octets) <= LONGEST_LINE:
        return octets + b"\r\n"
    pieces = []
    start, room = 0, LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        pieces.append(octets[start:end])
        # The space that begins each further line counts too.
        start, room = end, LONGEST_LINE - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _moment(moment: date) -> str:
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment:%Y%m%dT%H%M%S}{'Z' if moment.tzinfo is UTC else ''}"


def _of_moment(moment: date) -> dict[str, str]:
    if not isinstance(moment, datetime):
        return {"VALUE": "DATE"}
    return {} if moment.tzinfo in {None, UTC} else {"TZID": str(moment.tzinfo)}


def _parameter(value: str) -> str:
    """A parameter's value, spelled as in RFC 6868 and in quotes where it needs them."""
    text = _UNWRITABLE.sub("", _LINE_BREAK.sub("\n", value).translate(_PARAMETER_ESCAPES))
    return f'"{text}"' if _NEEDS_QUOTES.search(text) else text
