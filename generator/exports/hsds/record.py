"""Objects of HSDS as they are written: each is turned into text once, whatever holds it.

>>> phone = Record("phone", {"id": "1", "number": "988", "extension": None})
>>> line = Record("service", {"id": "2", "name": "Line", "status": "active"}, {"phones": [phone]})
>>> line.full
'{"id":"2","name":"Line","status":"active","phones":[{"id":"1","number":"988"}]}'
>>> line.alone
'{"id":"2","name":"Line","status":"active"}'
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

Value = str | int | float | None

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Record:
    """One object: its table, its own fields in the order of the specification, and what it holds."""

    def __init__(
        self,
        table: str,
        fields: Mapping[str, Value],
        inside: Mapping[str, Record | Sequence[Record] | None] | None = None,
    ) -> None:
        self.table = table
        self.fields = {name: value for name, value in fields.items() if value is not None}
        self.inside: dict[str, Record | Sequence[Record]] = {
            name: held for name, held in (inside or {}).items() if held
        }

    @property
    def id(self) -> str:
        return str(self.fields["id"])

    @cached_property
    def _own(self) -> str:
        return encode(self.fields)[1:-1]

    @property
    def alone(self) -> str:
        """Its own fields only."""
        return f"{{{self._own}}}"

    @cached_property
    def full(self) -> str:
        """With everything inside it."""
        return self.beside(**{name: _written(held) for name, held in self.inside.items()})

    def beside(self, **written: str) -> str:
        """Its own fields, and others whose JSON is written already."""
        parts = [self._own, *(f'"{name}":{text}' for name, text in written.items())]
        return "{" + ",".join(parts) + "}"

    def held(self) -> Iterator[Record]:
        """What is directly inside it."""
        for held in self.inside.values():
            if isinstance(held, Record):
                yield held
            else:
                yield from held


def listed(texts: Sequence[str]) -> str:
    """A JSON list of what is written already."""
    return f"[{','.join(texts)}]"


def _written(held: Record | Sequence[Record]) -> str:
    return held.full if isinstance(held, Record) else listed([record.full for record in held])
