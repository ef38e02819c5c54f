"""The objects of a file, taken out of one another: each with its table, its values and the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.standards.hsds import CHILDREN, likely_table
from generator.validating.finding import Finding
from generator.words import Words

__all__ = ["DEEPEST", "Object", "likely_table"]

_LONGEST_NAME = 60
DEEPEST = 12
"""Objects of the specification hold one another less deeply than this."""


@dataclass(frozen=True)
class Object:
    """One object, or row of a table."""

    file: str
    table: str
    values: Mapping[str, object]
    path: str = ""
    """The way to it from the object of the file, as `schedules[0]`; empty for that one."""
    owner: Object | None = None
    is_listed: bool = True
    """Whether it stands in a list (or table) of its own kind, and not as part of something else."""

    @property
    def id(self) -> str:
        found = self.values.get("id")
        return found.lower() if isinstance(found, str) else ""

    def text(self, field: str) -> str:
        """The text of a field, or an empty one."""
        found = self.values.get(field)
        return found.strip() if isinstance(found, str) else ""

    def number(self, field: str) -> float | None:
        found = self.values.get(field)
        return found if isinstance(found, int | float) and not isinstance(found, bool) else None

    @property
    def label(self) -> str:
        """How a person finds it in the file."""
        if self.owner is not None:
            return f"{self.owner.label} > {self.path}"
        name = next((self.text(field) for field in ("name", "number", "address_1", "id") if self.text(field)), "")
        return f"{self.table} '{name[:_LONGEST_NAME]}'" if name else self.table

    def finding(self, field: str, rule: str, message: Words, *, is_error: bool = True) -> Finding:
        return Finding(self.file, self.label, field, rule, message, is_error)

    def top(self, table: str) -> Object | None:
        """The nearest object round it that is of this table."""
        found = self.owner
        while found is not None and found.table != table:
            found = found.owner
        return found

    def inside(self, field: str) -> Iterator[Object]:
        """The objects in one of its fields."""
        child = CHILDREN[self.table].get(field)
        held = self.values.get(field)
        if child is None:
            return
        if child.is_list and isinstance(held, list):
            for index, one in enumerate(held):
                if isinstance(one, dict):
                    yield Object(self.file, child.table, one, f"{field}[{index}]", self)
        elif not child.is_list and isinstance(held, dict):
            yield Object(self.file, child.table, held, field, self, is_listed=False)

    def everything(self, depth: int = 0) -> Iterator[Object]:
        """It, and all that is inside it."""
        yield self
        if depth < DEEPEST:
            for field in CHILDREN[self.table]:
                for one in self.inside(field):
                    yield from one.everything(depth + 1)
