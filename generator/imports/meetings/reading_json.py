"""The records of a JSON file, each as a row of texts: nothing is typed yet, and what is no text is told from its own shape.

>>> in_words(["O", "D"]), in_words("7"), in_words(None), in_words({"a": "1"})
('O, D', '7', '', '{"a": "1"}')
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.imports.csv_table import Row
from generator.imports.encoding import decoded, encoding_of, tell_of_encoding
from generator.imports.json_items import items
from generator.imports.opened import Member, opened, refused
from generator.imports.report import Origin, Report, Tally
from generator.words import say

MOST_RECORDS = 200_000
_LOOK = say("Look whether it is the right file.")

Records = list[tuple[Row, Mapping[str, Any]]]


def read_json(path: Path, report: Report) -> tuple[str, Any]:
    """What the file holds, or the one JSON file of a folder or zip, and its name; raises `InputError`.

    Numbers come as the text that was typed.
    """
    with opened(path, report) as members:
        found = [member for member in members if member.base.endswith(".json")] or members
        if len(found) != 1:
            raise refused(path.name, say("There are {n} JSON files in it; one is read.", n=len(found)), _LOOK)
        return found[0].name, _values(found[0], report)


def _values(member: Member, report: Report) -> Any:
    encoding = encoding_of(member.pieces())
    unclear = 0
    listed: list[Any] = []
    whole: Any = listed
    twice: list[str] = []
    texts = []
    for text in decoded(member.pieces(again=True), encoding):
        unclear += text.count("\N{REPLACEMENT CHARACTER}")
        texts.append(text)
    for item in items(member.name, texts, twice):
        if item.pointer:
            listed.append(item.value)
        else:
            whole = item.value
    tell_of_encoding(member.name, encoding, unclear, report)
    for name in dict.fromkeys(twice):
        report.note(say("{file}: the field '{field}' stands twice in one record; the last one was read.",
                        file=member.name, field=name))  # fmt: skip
    return whole


def records(found: Any, file: str, report: Report, *, key: str, name: str) -> Records:
    """The records of a list, as texts and as they are; what is no record is told.

    `key` and `name` are the fields that hold a record's id and name.
    """
    if not isinstance(found, list):
        raise refused(file, say("This file does not hold a list of meetings."), _LOOK)
    if len(found) > MOST_RECORDS:
        message = say("This file holds {n} meetings; {most} can be read.", n=len(found), most=MOST_RECORDS)
        raise refused(file, message, say("Export it in parts, and import one after the other."))
    report.rows[file] = Tally(rows=len(found))
    rows: Records = []
    for number, record in enumerate(found, start=1):
        if not isinstance(record, dict):
            report.dropped(Origin(file, number), "", in_words(record), say("This is no meeting."))
            continue
        values = {field: text for field, value in record.items() if (text := in_words(value))}
        origin = Origin(file, number, values.get(key, ""), " ".join(values.get(name, "").split()))
        rows.append((Row(origin, values), record))
    return rows


def in_words(value: Any) -> str:
    """Any value as a text; empty for nothing."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def several(value: Any) -> Sequence[str]:
    """A list of texts, or a text with commas in it, as texts; what is no text is left out.

    >>> several(["O", " D ", None, ""]), several("O,D"), several({"a": "1"})
    (['O', 'D'], ['O', 'D'], [])
    """
    if isinstance(value, str):
        value = value.split(",")
    found = value if isinstance(value, list) else []
    return [one.strip() for one in found if isinstance(one, str) and one.strip()]
