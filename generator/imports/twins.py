"""Services that look like one another: the same thing listed twice is merged, and what only looks so is linked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b

from generator.imports.contacts import key_of
from generator.imports.entries import Entry
from generator.imports.report import Report
from generator.source.writer import Writable
from generator.words import say


def told_apart(services: Mapping[str, Entry], report: Report) -> dict[str, Entry]:
    """The services without those that repeat another in everything but its id.

    Where two share a name and neither place nor phone tells them apart, the later one names the earlier as related: for
    the export they are two records.
    """
    first: dict[bytes, Entry] = {}
    by_name: dict[str, list[Entry]] = {}
    kept: dict[str, Entry] = {}
    for original, entry in services.items():
        twin = first.setdefault(_all_but_id(entry), entry)
        if twin is not entry:
            reason = say("It is the same as row {row} in everything but its id; one listing was made of both.",
                         row=twin.origin.row)  # fmt: skip
            report.dropped(entry.origin, "id", entry.origin.id, reason)
            continue
        name = " ".join(str(entry.fields["name"]).casefold().split())
        alike = [other for other in by_name.setdefault(name, []) if not _differ(entry, other)]
        if alike:
            entry = replace(entry, fields={**entry.fields, "related": [other.id for other in alike]})
            rows = ", ".join(str(other.origin.row) for other in alike)
            reason = say("It has the same name as row {rows}, and no place or phone tells them apart. They are named as related: "
                         "look whether they are one thing.", rows=rows)  # fmt: skip
            report.guessed(entry.origin, "name", str(entry.fields["name"]), reason)
        by_name[name].append(entry)
        kept[original] = entry
    return kept


def _all_but_id(entry: Entry) -> bytes:
    """A digest of everything in it but its id: the texts of all entries at once would fill the memory."""
    text = json.dumps({name: value for name, value in entry.fields.items() if name != "id"}, default=str)
    return blake2b(text.encode(), digest_size=16).digest()


def _differ(one: Entry, other: Entry) -> bool:
    """Whether both have a place, or both have numbers, and not the same."""
    places = [entry.fields.get("location") for entry in (one, other)]
    if all(places):
        return places[0] != places[1]
    numbers = [_numbers(entry) for entry in (one, other)]
    return all(numbers) and not numbers[0] & numbers[1]


def _numbers(entry: Entry) -> set[str]:
    contact = entry.fields.get("contact")
    phones: Writable = contact.get("phones", []) if isinstance(contact, Mapping) else []
    rows = phones if isinstance(phones, list) else [phones]
    return {key_of(str(row["number"] if isinstance(row, Mapping) else row)) for row in rows}
