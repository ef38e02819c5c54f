"""Rows of which nothing was made and nothing was said: each is told at the end, so that none is lost in silence."""

from __future__ import annotations

from dataclasses import replace

from generator.imports.csv_table import Row
from generator.imports.hsds_tables import Package
from generator.imports.report import Happened, Report
from generator.words import Words, say

OWNERS = {"service_id": "services", "location_id": "locations", "organization_id": "organizations"}
"""Columns that say to what a row belongs, and the table of it."""

LINKS = {*OWNERS, "id", "service_at_location_id", "contact_id", "phone_id", "link_id", "link_entity", "resource_id"}


ABOUT_DATA = ("taxonomies", "taxonomy_terms", "metadata", "meta_table_descriptions")
"""Tables that speak of the data, and not of what people look for; they are counted and not told row by row."""


def tell_of_the_rest(package: Package, report: Report) -> None:
    """Report every row that was neither used nor passed over nor told as dropped."""
    for name in ABOUT_DATA:
        table = package.tables.get(name)
        if table is None:
            continue
        used = report.rows[table.file].used
        left = [row for row in table.rows if row.origin.row not in used]
        for row in left:
            report.pass_over(row.origin)
        if left and name == "taxonomy_terms":
            report.note(say("{file}: terms that no service is sorted under: {n}.", file=table.file, n=len(left)))
        elif left and name == "metadata":
            report.note(
                say(
                    "{file}: changes in the past, of which a directory here keeps none: {n}.",
                    file=table.file,
                    n=len(left),
                )
            )
    told = {
        (line.origin.file, row)
        for line in report.lines
        if line.happened is Happened.DROPPED
        for row in range(line.origin.row, max(line.origin.row, line.origin.last_row) + 1)
    }
    known = {table: {row.id: row for row in package.rows(table) if row.id} for table in OWNERS.values()}
    for name, table in package.tables.items():
        tally = report.rows[table.file]
        counted = tally.used | tally.silent
        for row in table.rows:
            if row.origin.row in counted or (table.file, row.origin.row) in told:
                continue
            if name in OWNERS.values() or row.values.keys() - LINKS:
                _tell(name, row, known, report)
            else:
                report.pass_over(row.origin)


def _tell(table: str, row: Row, known: dict[str, dict[str, Row]], report: Report) -> None:
    typed = {column: row[column] for column in OWNERS if row[column]}
    owners = [known[OWNERS[column]][id_] for column, id_ in typed.items() if id_ in known[OWNERS[column]]]
    origin = row.origin
    if owners:
        origin = replace(origin, id=origin.id or owners[0].id, name=origin.name or owners[0]["name"])
    elif typed:
        origin = replace(origin, id=origin.id or next(iter(typed.values())))
    text = ", ".join(f"{column}: {value}" for column, value in row.values.items() if column not in OWNERS)
    report.dropped(origin, "", text, _reason(table, bool(typed), bool(owners)))


def _reason(table: str, has_owner: bool, owner_is_known: bool) -> Words:
    if not has_owner:
        return say("It does not say to what it belongs.")
    if not owner_is_known:
        return say("Nothing in the export has this id.")
    if table == "phones":
        return say("A place has no number of its own, and no listing there needed it.")
    return say("What it belongs to has no field for it, or was left out itself.")
