"""An HSDS export (Open Referral) of any version, made into a directory of ours.

It may be JSON of version 3.0 (one object, a list, a page, or a folder of these), or tables in CSV (versions 1 to 3); a file,
a folder or a zip. Which it is, its contents tell.

Nothing is invented: each value comes from the export or is left out, and what is left out, changed, guessed or kept as
plain text stands in the report with its row. What a directory like ours published comes back as it was typed there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Unpack

from pydantic import ValidationError

from generator.apart import apart, here
from generator.imports.csv_table import Row, Table
from generator.imports.desk import Desk
from generator.imports.entries import Entry
from generator.imports.hsds3.json_files import INDEX, own_words, read_objects
from generator.imports.hsds3.own.cells import without_apostrophes
from generator.imports.hsds3.own.directory import OwnRecords, about_of, crisis_of, own_records
from generator.imports.hsds_tables import TABLES, Package, read_package, tell_what_has_no_field
from generator.imports.imported import Imported, Later, write
from generator.imports.layout import listing_files, resources
from generator.imports.left_over import tell_of_the_rest
from generator.imports.opened import Member, opened, refused
from generator.imports.organizations import organizations
from generator.imports.places import places
from generator.imports.report import Report
from generator.imports.services import Services
from generator.imports.setting import Setting, Told, find_setting, setting_of, tell_of_missing_help
from generator.imports.twins import told_apart
from generator.model.about import About
from generator.model.refusals import refusals
from generator.problems import InputError, Level, Place, Problem, Say
from generator.source.reader import collector_at_rest
from generator.words import say

__all__ = ["Imported", "import_hsds", "write"]

MANY = 5000
"""From so many entries on, a second process helps."""


def import_hsds(
    path: Path,
    *,
    today: date,
    spoken: Say = str,
    **told: Unpack[Told],
) -> Imported:
    """Make a directory from a file, folder or zip.

    What is not told (country, time zone, area, language) is read where the source says it, or else guessed from the
    addresses, and the guess is reported. Raises `InputError` if the source cannot be used, or if the country or time zone
    cannot be guessed.
    """
    with collector_at_rest():
        return _imported(path, today, spoken, told)


def _imported(path: Path, today: date, spoken: Say, told: Told) -> Imported:
    report = Report()
    package, words = _read(path, report)
    itself = about_of(words, report)
    if itself is not None:
        setting = setting_of(itself, crisis_of(words, report), **told)
    else:
        addresses = [*package.rows("physical_addresses"), *package.rows("postal_addresses")]
        setting = find_setting(addresses, report, **told)
    _check(setting)
    tell_of_missing_help(setting, report)
    own = own_records(package, words, itself, setting, today, report)
    made_organizations, entries = _entries(package, own, setting, today, report, spoken)
    if not any(entry.section in {"organizations", "groups", "services"} for entry in entries):
        hint = say("Name an export with services or organizations in it.")
        raise refused(path.name, say("There is no service and no organization in this that could be used."), hint)
    for entry in entries:
        report.made[entry.section] += 1
    first = {"resources.yaml": resources(setting, today, spoken)}
    # While another process writes the texts of a large town, this one can write the report.
    begin = apart if len(entries) >= MANY else here
    texts = begin(lambda: listing_files(made_organizations, entries).items())
    # All that is needed of it stands in the entries now.
    del package
    return Imported(Later(lambda: {**first, **dict(texts())}), report, entries)


def _read(path: Path, report: Report) -> tuple[Package, Mapping[str, Any]]:
    """The tables of a source, and what a directory like ours says there of itself."""
    with opened(path, report) as members:
        if not members:
            hint = say("Name a file, folder or zip of HSDS 3.0 in JSON, or of HSDS in CSV.")
            raise refused(path.name, say("There is no JSON or CSV file in '{path}'.", path=path.name), hint)
        is_tabular = _is_tabular(members)
        words = own_words(members, "datapackage.json" if is_tabular else INDEX)
        if is_tabular:
            package = read_package(members, str(path), report)
            package = without_apostrophes(package) if words else package
        else:
            package = read_objects(members, path.name, report, is_own=bool(words))
    return _with_two_sorts_of_address(package, report), words


def _entries(
    package: Package, own: OwnRecords, setting: Setting, today: date, report: Report, spoken: Say
) -> tuple[Mapping[str, Entry], list[Entry]]:
    """Every entry, and the organizations among them by their ids in the source."""
    tell_what_has_no_field(package, report, own.known)
    desk = Desk(package, report, setting.country, spoken, own=own.known, taken={entry.id for entry in own.entries})
    strange = organizations(desk)
    made_organizations = {**own.organizations, **strange}
    made_places = places(desk)
    services = Services(desk, made_organizations, made_places, setting.time_zone, today)
    made_services = told_apart(services.all(), report)
    tell_of_the_rest(package, report)
    known_goals = {entry.id for entry in own.entries if entry.section == "goals"}
    return made_organizations, [
        *own.entries,
        *strange.values(),
        *made_places.values(),
        *(goal for goal in services.goals.values() if goal.id not in known_goals),
        *made_services.values(),
    ]


def _is_tabular(members: Collection[Member]) -> bool:
    """Whether it is tables: some file has the name of one, or there is nothing but CSV."""
    names = {file for kind in TABLES.values() for file in kind.files}
    csv = [member for member in members if member.base.endswith(".csv")]
    return any(PurePosixPath(member.base).stem in names for member in csv) or len(csv) == len(members)


def _with_two_sorts_of_address(package: Package, report: Report) -> Package:
    """The addresses of version 3.0 as the two tables that they were before: where to go, and where to write."""
    known = package.tables.get("addresses")
    if known is None:
        return package
    sorts: dict[str, list[Row]] = {"physical_addresses": [], "postal_addresses": []}
    for row in known.rows:
        kind = row["address_type"].lower()
        if kind == "virtual":
            report.dropped(
                row.origin, "address_type", row["address_1"], say("An address on the net is no place to go to.")
            )
        else:
            sorts["postal_addresses" if kind == "postal" else "physical_addresses"].append(row)
    for name, rows in sorts.items():
        package = package.with_table(name, Table(known.file, known.columns, tuple(rows)), like="addresses")
    return package


def _check(setting: Setting) -> None:
    """Whether the directory's own section is as the model wants it; the person who types the options hears if not."""
    about = {
        "name": setting.name,
        "area_served": setting.area_served,
        "country": setting.country,
        "time_zone": setting.time_zone,
        "language": setting.language,
    }
    try:
        About.model_validate(about)
    except ValidationError as error:
        raise InputError(
            Problem(
                Place(f"--{'-'.join(str(found.where[0]).split('_'))}"),
                Level.ERROR,
                found.rule,
                found.message,
                found.hint,
            )
            for found in refusals(error, About)
        ) from None
