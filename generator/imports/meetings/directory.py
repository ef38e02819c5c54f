"""A new directory from meetings: its head, its files, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from generator.imports.csv_table import Row
from generator.imports.imported import Imported
from generator.imports.layout import listing_files, resources
from generator.imports.meetings.listings import entries
from generator.imports.meetings.meeting import Meeting
from generator.imports.report import Report
from generator.imports.setting import Setting, Told, find_setting, tell_of_missing_help
from generator.problems import Say
from generator.words import say


def setting_of(
    rows: Sequence[Row],
    zones: Sequence[str],
    states: Sequence[tuple[str, str, str]],
    report: Report,
    **told: Unpack[Told],
) -> Setting:
    """Where the directory is: as told, as the records say, or guessed from their addresses.

    `zones` are the time zones that records name; `states` the state, postal code and country of each record.
    """
    named = sorted(set(zones), key=lambda zone: (-zones.count(zone), zone))
    if told.get("time_zone") is None and named:
        told["time_zone"] = named[0]
    addresses = [
        Row(row.origin, {"state_province": state, "postal_code": code, "country": land})
        for row, (state, code, land) in zip(rows, states, strict=True)
    ]
    return find_setting(addresses, report, **told)


def directory(
    meetings: Sequence[Meeting], file: str, setting: Setting, today: date, report: Report, spoken: Say
) -> Imported:
    """The files of the new directory."""
    tell_of_missing_help(setting, report)
    made = entries(meetings, file, setting, today, report, spoken)
    for entry in made:
        report.made[entry.section] += 1
    heading = say("Imported from {file} on {today}. What did not come over stands in import-report.md.",
                  file=file, today=today)  # fmt: skip
    files = {"resources.yaml": resources(setting, today, spoken, heading), **listing_files({}, made)}
    return Imported(files, report, made)
