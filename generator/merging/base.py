"""What the last import from a source wrote: the common ground from which both sides have gone on since.

It is kept in a small file beside the directory, one field a line, and committed with it.

>>> base = Base("hsds", {("services", "21"): Known("night-line", {"name": "Night line"})})
>>> Base.read(base.text.encode(), "hsds") == base
True
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.editing.files import NothingChanged
from generator.merging.values import Plain
from generator.model.text import LONGEST_ID, slug
from generator.words import say

FOLDER = "imports"
LARGEST = 200_000_000
ABOUT = (
    "What the last import from this source wrote. The next import compares with it, to tell what changed at the source from "
    "what people changed here. Commit it with the directory, and do not edit it by hand."
)

Key = tuple[str, str]
"""A section, and what the source calls a record there."""


@dataclass(frozen=True, slots=True)
class Known:
    """One record as it was written last: the id it has here, and its fields without that id."""

    id: str
    fields: Mapping[str, Plain]
    taken_out: bool = False
    """People here took it out, and that was told."""


@dataclass(frozen=True, slots=True)
class Base:
    """All records of one source."""

    source: str
    records: Mapping[Key, Known] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The file: sorted, so that a change of one field is a change of one line."""
        sections: dict[str, dict[str, Any]] = {}
        for (section, key), known in sorted(self.records.items()):
            row: dict[str, Any] = {"id": known.id}
            if known.taken_out:
                row["taken_out"] = True
            sections.setdefault(section, {})[key] = row | {"fields": known.fields}
        whole = {"about": ABOUT, "source": self.source, "records": sections}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def read(cls, data: bytes, source: str) -> Base:
        """Raises `NothingChanged` for what is not such a file: without it nobody knows what people changed."""
        try:
            whole = json.loads(data)
            records = {
                (str(section), str(key)): _known(row)
                for section, rows in whole["records"].items()
                for key, row in rows.items()
            }
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
            raise NothingChanged(
                say(
                    "Nothing was changed: {file} is damaged. Bring back the form of it that was committed last.",
                    file=file_of(source),
                )
            ) from cause
        return cls(source, records)


def _known(row: Any) -> Known:
    identity, fields = row["id"], row["fields"]
    if slug(identity) != identity or not isinstance(fields, dict) or not all(map(_is_plain, fields.values())):
        raise ValueError("not a record")
    return Known(identity, fields, row.get("taken_out") is True)


def _is_plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(isinstance(name, str) and _is_plain(part) for name, part in value.items())
    return isinstance(value, str)


def source_name(typed: str) -> str:
    """A name for a source that can be a file's.

    >>> source_name("Helplist of the county!")
    'helplist-of-the-county'
    """
    return slug(typed)[:LONGEST_ID]


def file_of(source: str) -> str:
    """Where it stands, from the folder of resources.yaml on."""
    return f"{FOLDER}/{source}.json"


def report_file_of(source: str) -> str:
    """Where the report of its last import stands."""
    return f"{FOLDER}/{source}-report.md"
