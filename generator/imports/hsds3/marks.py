"""Attributes: the terms that a record is sorted under, and what our own exports say by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.imports.csv_table import Row
from generator.imports.hsds_tables import Package

OWN_TAXONOMIES = frozenset({"goals", "audiences", "kinds", "dimensions", "details"})
"""Beginnings of the codes of our own terms: `goals/work-or-study`."""

NAMED = "details/short-name"
RUNS_ITSELF = "details/runs-itself"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A term that a record carries, with the value it may have."""

    row: Row
    term: Row | None
    """None where the export does not describe it."""

    @property
    def code(self) -> str:
        return self.term["code"] if self.term else ""

    @property
    def value(self) -> str:
        return self.row["value"]

    @property
    def is_own(self) -> bool:
        taxonomy, slash, name = self.code.partition("/")
        return bool(slash and name) and taxonomy in OWN_TAXONOMIES


class Marks:
    """The attributes of all records."""

    def __init__(self, package: Package) -> None:
        self._by = package.by("attributes", "link_id")
        self._terms = {row.id: row for row in package.rows("taxonomy_terms")}

    def attributes(self, id_: str) -> Iterator[Attribute]:
        """All attributes of a record, in order."""
        for row in self._by.get(id_, ()) if id_ else ():
            yield Attribute(row, self._terms.get(row["taxonomy_term_id"]))

    def of(self, id_: str) -> Mapping[str, list[str]]:
        """The values by the codes of our own terms: `{"details/short-name": ["tea"], "goals/work": [""]}`."""
        found: dict[str, list[str]] = {}
        for attribute in self.attributes(id_):
            if attribute.is_own:
                found.setdefault(attribute.code, []).append(attribute.value)
        return found


def one(marks: Mapping[str, list[str]], detail: str) -> str:
    """The value of a detail; empty if it is not there."""
    return next(iter(marks.get(f"details/{detail}", ())), "")


def several(marks: Mapping[str, list[str]], detail: str) -> list[str]:
    """The codes of a detail that lists some."""
    return [code for code in one(marks, detail).split(", ") if code]


def under(marks: Mapping[str, list[str]], taxonomy: str) -> list[str]:
    """The short names of the terms of a taxonomy."""
    return [code.partition("/")[2] for code in marks if code.startswith(f"{taxonomy}/")]
