"""Any spreadsheet saved as CSV, made into a directory of ours: one listing a row.

Nothing is invented: a cell becomes a value, or stands in words in the description, or is told in the report. Cells that look
like formulas stay text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Unpack

from generator.imports.csv_table import LARGEST_FILE, Row, Table, read_table, table_of
from generator.imports.imported import Imported
from generator.imports.layout import listing_files, resources
from generator.imports.report import Origin, Report
from generator.imports.setting import Told, find_setting, tell_of_missing_help
from generator.imports.sheet.addresses import FORMS, parted
from generator.imports.sheet.first_lines import BEGINNING, above_the_heads
from generator.imports.sheet.guessing import Guess, guessed
from generator.imports.sheet.known import Known
from generator.imports.sheet.plan import Plan, plan_of
from generator.imports.sheet.rows import Rows
from generator.imports.sheet.targets import LEAVE_OUT
from generator.problems import InputError, Level, Place, Problem, Say
from generator.words import say

_OTHER_PROGRAMS = {b"PK\x03\x04": "Excel", b"\xd0\xcf\x11\xe0": "Excel", b"%PDF": "PDF"}
"""How files begin that are no text, and what made them."""


def import_csv(
    path: Path,
    *,
    today: date,
    spoken: Say = str,
    mapping: Plan | None = None,
    known: Known | None = None,
    **told: Unpack[Told],
) -> Imported:
    """Make a directory from the rows of a CSV file.

    `mapping` says what each column becomes; without it that is guessed. `known` is what the directory has into which the
    rows go; without it areas are made from their names, and goals, which want more than a name, are told as left out.
    Raises `InputError` if the file cannot be used.
    """
    report = Report()
    table = read_sheet(path, report)
    plan = mapping or plan_of(guess(table, told.get("country")))
    _tell_of_columns(table, plan, report)
    setting = find_setting([_address(row, plan) for row in table.rows], report, **told)
    tell_of_missing_help(setting, report)
    rows = Rows(table, plan, report, setting.country, setting.time_zone, known, spoken)
    entries = rows.all()
    if not any(entry.section in ("groups", "services") for entry in entries):
        raise _nothing_in_it(path.name, report)
    for entry in entries:
        report.made[entry.section] += 1
    heading = say(
        "Imported from the spreadsheet {file} on {today}. What did not come over stands in import-report.md.",
        file=path.name,
        today=today,
    )
    files = {
        "resources.yaml": resources(setting, today, spoken, heading),
        **listing_files(rows.organizations, entries),
    }
    return Imported(files, report, entries, ids_are_ours=plan.of("id") == ["id"])


def read_sheet(path: Path, report: Report) -> Table:
    """The rows of a file; raises `InputError` where it is no CSV, or has no rows under names of columns."""
    _refuse_other_programs(path)
    table = _below_titles(path, report)
    if len(table.columns) < 2 or not table.rows:
        message = say("There is no table with names of columns and rows below them in {file}.", file=path.name)
        hint = say("Put the names of the columns into the first row, without titles above it, and save it as CSV.")
        raise InputError([Problem(Place(path.name), Level.ERROR, "import", message, hint)])
    return table


def _below_titles(path: Path, report: Report) -> Table:
    """The rows below what stands above the names of the columns, counted as the spreadsheet does."""
    with path.open("rb") as file:
        at, skipped = above_the_heads(file.read(BEGINNING))
        if not skipped or path.stat().st_size > LARGEST_FILE:
            return read_table(path, report)
        file.seek(at)
        table = table_of(path.name, file.read(LARGEST_FILE), report)
    report.lines[:] = [replace(line, origin=_moved(line.origin, skipped)) for line in report.lines]
    report.note(say("Lines above the names of the columns that were passed over: {n}.", n=skipped))
    return Table(table.file, table.columns, tuple(Row(_moved(row.origin, skipped), row.values) for row in table.rows))


def _moved(origin: Origin, lines: int) -> Origin:
    return replace(origin, row=origin.row + lines)


def guess(table: Table, country: str | None) -> Sequence[Guess]:
    """What each column probably means."""
    return guessed(table.columns, table.rows, country or "US")


def _refuse_other_programs(path: Path) -> None:
    try:
        with path.open("rb") as file:
            begin = file.read(4)
    except OSError as cause:
        message = say("'{name}' cannot be read: {cause}.", name=path.name, cause=cause.strerror or cause)
        hint = say("Look at its spelling, and whether you may read it.")
        raise InputError([Problem(Place(path.name), Level.ERROR, "import", message, hint)]) from None
    program = _OTHER_PROGRAMS.get(begin)
    if program:
        message = say("This is not a CSV file, but one for {program}.", program=program)
        hint = say("Open it there, and save it as 'CSV UTF-8'.")
        raise InputError([Problem(Place(path.name), Level.ERROR, "import", message, hint)])


def _nothing_in_it(file: str, report: Report) -> InputError:
    """No row could be taken: the first reason is likely that of all of them."""
    reasons = [say("Row {row}: {reason}", row=line.origin.row, reason=line.reason) for line in report.lines]
    message = say("No listing could be made of any row of {file}.", file=file)
    hint = reasons[0] if reasons else say("Look at what each column becomes.")
    return InputError([Problem(Place(file), Level.ERROR, "import", message, hint)])


def _tell_of_columns(table: Table, plan: Plan, report: Report) -> None:
    for column in plan.of(LEAVE_OUT):
        filled = [row for row in table.rows if row[column]]
        if filled:
            report.note(
                say("The column '{column}' was left out. Rows with something there: {n}.", column=column, n=len(filled))
            )


def _address(row: Row, plan: Plan) -> Row:
    """The cells that tell in which country and state a row is."""
    targets = {"street": "street", "state_province": "state_province", "postal_code": "postal_code"}
    values = {name: row[columns[0]] for name, target in targets.items() if (columns := plan.of(target))}
    if "state_province" not in values and "postal_code" not in values:
        forms = (parted(values.get("street", ""), country) for country in FORMS)
        values |= next((parts for parts in forms if parts), {})
    return Row(row.origin, {**values, "country": row["country"]})
