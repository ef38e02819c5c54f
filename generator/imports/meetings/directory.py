"""A new directory from meetings: its head, its files, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.imports.csv_table import Row
from generator.imports.imported import Imported
from generator.imports.layout import listing_files, resources
from generator.imports.meetings.listings import entries
from generator.imports.meetings.meeting import Meeting
from generator.imports.report import Report
from generator.imports.setting import Setting, find_setting
from generator.model.crisis import PRESETS
from generator.problems import Say
from generator.words import say


def setting_of(
    rows: Sequence[Row],
    zones: Sequence[str],
    states: Sequence[tuple[str, str, str]],
    report: Report,
    *,
    name: str,
    country: str | None,
    time_zone: str | None,
    area_served: str | None,
    language: str | None,
) -> Setting:
    """Where the directory is: as told, as the records say, or guessed from their addresses.

    `zones` are the time zones that records name; `states` the state, postal code and country of each record.
    """
    named = sorted(set(zones), key=lambda zone: (-zones.count(zone), zone))
    if time_zone is None and named:
        time_zone = named[0]
    addresses = [
        Row(row.origin, {"state_province": state, "postal_code": code, "country": land})
        for row, (state, code, land) in zip(rows, states, strict=True)
    ]
    return find_setting(
        addresses, report, name=name, country=country, time_zone=time_zone, area_served=area_served, language=language
    )


def directory(
    meetings: Sequence[Meeting], file: str, name: str, setting: Setting, today: date, report: Report, spoken: Say
) -> Imported:
    """The files of the new directory."""
    if setting.country not in PRESETS:
        report.note(
            say(
                "No crisis lines are known here for {country}: type those of the country under 'crisis:' before you publish.",
                country=setting.country,
            )
        )
    made = entries(meetings, file, setting, today, report, spoken)
    for entry in made:
        report.made[entry.section] += 1
    heading = say("Imported from {file} on {today}. What did not come over stands in import-report.md.",
                  file=file, today=today)  # fmt: skip
    files = {"resources.yaml": resources(name, setting, today, spoken, heading), **listing_files({}, made)}
    return Imported(files, report, made)
