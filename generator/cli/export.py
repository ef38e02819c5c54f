"""`waypost export`: the directory as files for other programs, one format a verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import history_of, read_for_showing, resources_option, today_option
from generator.cli.showing import show
from generator.exports import (
    atom,
    calendars,
    geojson,
    hsds,
    listings_csv,
    meeting_guide,
    pages_for_pagefind,
    plain_json,
)
from generator.exports.hsds.losses import Loss, losses
from generator.language import Language
from generator.made import AssetFile
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be written: who makes its files, where they stand on the site, and what the command says of it."""

    files: Callable[[Survey, str], Iterator[AssetFile]]
    """The files, from a survey and the address of the site (empty if nobody knows it)."""
    folder: str
    """Folder on the site, with a slash at the end; paths are written without it."""
    help: str
    losses: Callable[[Survey], Iterator[Loss]] | None = None
    """What it cannot say of this directory, where that is known."""


SHOWN = 5
"""Entries that are named for each reason."""

_DATA = "data/"

FORMATS: dict[str, Format] = {
    "hsds": Format(
        hsds.files, hsds.FOLDER, "HSDS 3.0: the API's JSON as static files, and the tables in hsds.zip.", losses
    ),
    "json": Format(plain_json.files, _DATA, "Everything in one JSON file, with its JSON Schema."),
    "csv": Format(listings_csv.files, _DATA, "Groups and services as a table for spreadsheets."),
    "geojson": Format(geojson.files, _DATA, "Groups and services on the map; never a confidential place."),
    "meeting-guide": Format(
        meeting_guide.files, _DATA, "Weekly meetings in the Meeting Guide form, and a list of what it cannot say."
    ),
    "atom": Format(atom.files, _DATA, "A feed of new and newly checked listings."),
    "icalendar": Format(
        calendars.files, "calendars/", "Calendars: by listing, area, goal and language, and one of all."
    ),
    "pagefind": Format(
        pages_for_pagefind.files,
        pages_for_pagefind.FOLDER,
        "Lean pages for Pagefind to read, for more than 10,000 listings.",
    ),
}
"""Each format by the name under which it is asked for."""


@click.group()
def export() -> None:
    """Write the directory as open data for other programs."""


def _command(format_: Format) -> Callable[..., None]:
    def write(out: Path, site_url: str, resources: Path, today: date | None) -> None:
        if out.exists() and any(out.iterdir()):
            raise click.ClickException(f"{out} is not empty. Name a new folder.")
        loaded = read_for_showing(resources, today)
        if loaded.directory is None:
            show(loaded.problems, "text", Language.load("en"))
            raise click.ClickException("Nothing was written: the directory has errors.")
        spoken = Language.load(loaded.directory.about.language)
        survey = Survey(loaded.directory, loaded.today, spoken, history_of(loaded, resources))
        count = 0
        for made in format_.files(survey, site_url):
            path = out / made.path.removeprefix(format_.folder)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(made.content)
            except OSError as refusal:
                raise click.ClickException(f"{path} cannot be written: {refusal.strerror}.") from refusal
            count += 1
        click.echo(f"Wrote {count} files to {out}.")
        if format_.losses:
            _show_losses(list(format_.losses(survey)))

    return write


def _show_losses(found: list[Loss]) -> None:
    """What the format could not say: each reason with the entries, so that nothing goes in silence."""
    by_reason: dict[str, list[str]] = {}
    for loss in found:
        by_reason.setdefault(str(loss.reason), []).append(loss.id)
    for reason, ids in by_reason.items():
        once = list(dict.fromkeys(ids))
        more = f" and {len(once) - SHOWN} more" if len(once) > SHOWN else ""
        click.echo(f"Left out of {len(once)}: {reason} ({', '.join(once[:SHOWN])}{more})")


for _name, _format in FORMATS.items():
    _options = (
        click.option(
            "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to."
        ),
        click.option("--site-url", default="", help="Where the site stands, for links to its pages."),
        resources_option,
        today_option,
    )
    _function = _command(_format)
    for _option in reversed(_options):
        _function = _option(_function)
    export.add_command(click.command(_name, help=_format.help)(_function))
