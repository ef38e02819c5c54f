"""What a file of open data looks like inside: its first lines as an example, and the names of its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

MOST_LINES = 14
MOST_LETTERS = 96
# Enough to meet the fields that only some records have.
_RECORDS_LOOKED_AT = 60

_GROUPS = b'"groups": ['
_RECORD = re.compile(rb'\{".*\},?\r?')
_ICALENDAR_NAME = re.compile(r"^([A-Z-]+)[;:]", re.MULTILINE)
_XML_NAME = re.compile(r"<([a-z]+)[ >/]")


def example(path: str, content: bytes) -> str:
    """The beginning of the file, or of its first record, as a few short lines.

    >>> print(example("data/listings.csv", b"\\xef\\xbb\\xbfid,name\\r\\ntea,Tea\\r\\n"))
    id,name
    tea,Tea
    """
    record = next(iter(_records(path, content)), None)
    text = json.dumps(record, ensure_ascii=False, indent=1) if record else _text(content[: MOST_LINES * 2000])
    if path.endswith(".ics"):
        text = text[max(text.find("BEGIN:VEVENT"), 0) :]
    lines = text.splitlines()
    short = [line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1]}…" for line in lines[:MOST_LINES]]
    return "\n".join([*short, *(["…"] if len(lines) > MOST_LINES else [])])


def field_names(path: str, content: bytes) -> tuple[str, ...]:
    """The names of the fields that its records have, in the order in which they come.

    >>> field_names("data/listings.csv", b"\\xef\\xbb\\xbfid,name\\r\\ntea,Tea\\r\\n")
    ('id', 'name')
    """
    if path.endswith(".csv"):
        return tuple(_text(content).partition("\n")[0].strip().split(","))
    if path.endswith(".ics"):
        events = _text(content).replace("\r\n ", "").partition("BEGIN:VEVENT")[2]
        return _once(name for name in _ICALENDAR_NAME.findall(events) if name not in {"BEGIN", "END"})
    if path.endswith(".atom"):
        return _once(_XML_NAME.findall(_text(content).partition("<entry>")[2]))
    return _once(name for record in _records(path, content) for name in record)


def _records(path: str, content: bytes) -> list[dict[str, Any]]:
    """The first records of a JSON file that has one a line; groups where it has several sorts, and of a map's its facts."""
    if not path.endswith("json"):
        return []
    begin = max(content.find(_GROUPS), 0)
    lines = content[begin:].split(b"\n", _RECORDS_LOOKED_AT + 2)[: _RECORDS_LOOKED_AT + 2]
    found = [json.loads(line.rstrip(b",\r")) for line in lines if _RECORD.fullmatch(line)]
    if len(found) == 1 and isinstance(found[0].get("contents"), list):
        # A page of HSDS is one line that holds the records.
        found = found[0]["contents"][:_RECORDS_LOOKED_AT]
    return [record.get("properties", record) for record in found]


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
