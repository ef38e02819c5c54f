"""An HSDS export in CSV (versions 1.x and 2.x), made into a directory of ours.

Nothing is invented: each value comes from the export or is left out, and what is left out, changed, guessed or kept as
plain text stands in the report with its row. No listing is marked as verified, and none is given goals.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.imports.desk import Desk
from generator.imports.hsds_tables import read_package
from generator.imports.imported import Imported, write
from generator.imports.layout import listing_files, resources
from generator.imports.left_over import tell_of_the_rest
from generator.imports.organizations import organizations
from generator.imports.places import places
from generator.imports.report import Report
from generator.imports.services import Services
from generator.imports.setting import Setting, find_setting
from generator.imports.twins import told_apart
from generator.model.about import About
from generator.model.crisis import PRESETS
from generator.model.refusals import refusals
from generator.problems import InputError, Level, Place, Problem, Say
from generator.words import say

__all__ = ["Imported", "import_hsds", "write"]


def import_hsds(
    folder: Path,
    *,
    name: str,
    today: date,
    country: str | None = None,
    time_zone: str | None = None,
    area_served: str | None = None,
    language: str | None = None,
    spoken: Say = str,
) -> Imported:
    """Make a directory called `name` from the CSV files of a folder.

    What is not told (country, time zone, area, language) is guessed from the addresses, and the guess is reported.
    Raises `InputError` if the folder cannot be used, or if the country or time zone cannot be guessed.
    """
    report = Report()
    package = read_package(folder, report)
    addresses = [*package.rows("physical_addresses"), *package.rows("postal_addresses")]
    setting = find_setting(
        addresses, report, name=name, country=country, time_zone=time_zone, area_served=area_served, language=language
    )
    _check(name, setting)
    if setting.country not in PRESETS:
        report.note(
            say(
                "No crisis lines are known here for {country}: type those of the country under 'crisis:' before you publish.",
                country=setting.country,
            )
        )
    desk = Desk(package, report, setting.country, spoken)
    made_organizations = organizations(desk)
    made_places = places(desk)
    made_services = told_apart(Services(desk, made_organizations, made_places).all(), report)
    tell_of_the_rest(package, report)
    entries = [*made_organizations.values(), *made_places.values(), *made_services.values()]
    for entry in entries:
        report.made[entry.section] += 1
    files = {
        "resources.yaml": resources(name, setting, today, spoken),
        **listing_files(made_organizations, entries),
    }
    return Imported(files, report)


def _check(name: str, setting: Setting) -> None:
    """Whether the directory's own section is as the model wants it; the person who types the options hears if not."""
    about = {
        "name": name,
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
