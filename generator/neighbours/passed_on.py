"""Which services of an HSDS export its publisher has from other directories itself: those whose attributes name a source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.imports.opened import Member, opened
from generator.imports.report import Report
from generator.neighbours.json_text import MOST_DEEP

SOURCE = "details/source"


def passed_on(path: Path) -> frozenset[str]:
    """The ids of these services; raises `InputError` where the file cannot be read."""
    with opened(path, Report()) as members:
        tables = {member.base: member for member in members}
        if "attributes.csv" in tables and "taxonomy_terms.csv" in tables:
            terms = {row.get("id") for row in _rows(tables["taxonomy_terms.csv"]) if row.get("code") == SOURCE}
            found = (
                row.get("link_id", "")
                for row in _rows(tables["attributes.csv"])
                if row.get("taxonomy_term_id") in terms
            )
            return frozenset(found)
        return frozenset(id_ for member in members if member.base.endswith(".json") for id_ in _in_json(member))


def _rows(member: Member) -> Iterator[Mapping[str, str]]:
    text = member.bytes().decode("utf-8-sig", "replace")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def _in_json(member: Member) -> Iterator[str]:
    try:
        value = json.loads(member.bytes())
    except (ValueError, RecursionError):
        return  # The reader of the form says where it breaks.
    yield from _services(value, MOST_DEEP)


def _services(value: Any, deepest: int) -> Iterator[str]:
    """The id of whatever has an attribute that names a source, at any depth."""
    if deepest == 0:
        return
    if isinstance(value, dict):
        attributes = value.get("attributes")
        marks = attributes if isinstance(attributes, list) else []
        terms = [mark.get("taxonomy_term") for mark in marks if isinstance(mark, dict)]
        if any(isinstance(term, dict) and term.get("code") == SOURCE for term in terms):
            yield str(value.get("id", ""))
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _services(inner, deepest - 1)
