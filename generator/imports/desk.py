"""What the makers of organizations, places and services share during one import."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.imports.cells import Cells
from generator.imports.contacts import Contacts
from generator.imports.csv_table import Row
from generator.imports.hsds_tables import Package
from generator.imports.lost_breaks import LineBreaks
from generator.imports.postal import Towns
from generator.imports.report import Origin, Report
from generator.problems import Say
from generator.words import say

PROSE = (
    "description", "application_process", "interpretation_services", "wait_time", "fees", "fees_description", "transportation",
    "eligibility", "eligibility_description", "details", "service_area",
)  # fmt: skip
"""Columns of sentences, in which an export may have lost line breaks."""


class Desk:
    """One import at work: the tables, the report, and what was found out about the whole export."""

    def __init__(
        self,
        package: Package,
        report: Report,
        country: str,
        spoken: Say,
        *,
        own: Collection[str] = (),
        taken: Collection[str] = (),
    ) -> None:
        self.package = package
        self.own = own
        """Ids of records that a directory like ours made, which others read."""
        self.taken = taken
        """Ids of ours that are given already."""
        self.is_3 = any(name in package.tables for name in ("addresses", "schedules", "contacts", "attributes"))
        """Whether it is of version 3.0, whose rows say all that they belong to."""
        self.contacts = Contacts(country, report, package.by("languages", "phone_id"), mends=not self.is_3)
        self.virtual = {row.id for row in package.rows("locations") if row["location_type"].lower() == "virtual"}
        """Places that are no places: rooms on the net and lines to dial in."""
        self.report = report
        self.spoken = spoken

    def rows(self, table: str) -> list[Row]:
        """The rows of a table that become entries here."""
        return [row for row in self.package.rows(table) if row.id not in self.own]

    def cells(self, row: Row) -> Cells:
        return Cells(row, self.report, self._breaks.get(row.origin.file), mends=not self.is_3)

    @cached_property
    def towns(self) -> Towns:
        rows = [*self.package.rows("physical_addresses"), *self.package.rows("postal_addresses")]
        return Towns((row["city"] for row in rows), (row["address_1"] for row in rows if not row["city"]))

    @cached_property
    def _breaks(self) -> Mapping[str, Mapping[str, LineBreaks]]:
        # Exports of version 3.0 come from programs that keep the lines of a text.
        if self.is_3:
            return {}
        return {
            table.file: {
                column: LineBreaks(row[column] for row in table.rows) for column in table.columns if column in PROSE
            }
            for table in self.package.tables.values()
        }


@dataclass(frozen=True, slots=True)
class Record:
    """A row that becomes an entry, and the id under which other tables speak of it."""

    row: Row
    linked_as: str


def records(rows: Iterable[Row], report: Report) -> list[Record]:
    """The rows worth an entry. A row that repeats another wholly is told and left out; so is one that says nothing.

    Two different records with one id are both kept, but other tables can mean only the first.
    """
    first: dict[str, Row] = {}
    found = []
    for row in rows:
        earlier = first.get(row.id) if row.id else None
        if earlier is not None and earlier.values == row.values:
            report.dropped(row.origin, "", row.id, say("It repeats row {row} wholly.", row=earlier.origin.row))
            continue
        if earlier is not None:
            reason = say("The record in row {row} has the same id. Both were kept; phones and the like went to the first.",
                         row=earlier.origin.row)  # fmt: skip
            report.changed(row.origin, "id", row.id, reason)
        elif row.id:
            first[row.id] = row
        found.append(Record(row, "" if earlier is not None else row.id))
    return found


def said_of(row: Row, owner: Row) -> Row:
    """The row of another table, named in the report for the record it belongs to."""
    at = row.origin
    return Row(Origin(at.file, at.row, at.id or owner.id, owner["name"], at.last_row, at.way), row.values)
