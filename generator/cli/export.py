"""`waypost export`: the directory as files for other programs, one format a verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, today_option
from generator.cli.showing import show
from generator.exports import atom, calendars, geojson, hsds, listings_csv, meeting_guide, plain_json
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


_DATA = "data/"

FORMATS: dict[str, Format] = {
    "hsds": Format(hsds.files, hsds.FOLDER, "HSDS 3.0: the API's JSON as static files, and the tables in hsds.zip."),
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
}
"""Each format by the name under which it is asked for."""


@click.group()
def export() -> None:
    """Write the directory as open data for other programs."""


def _command(format_: Format) -> Callable[..., None]:
    def write(out: Path, site_url: str, resources: Path, today: date | None) -> None:
        if out.exists() and any(out.iterdir()):
            raise click.ClickException(f"{out} is not empty. Name a new folder.")
        loaded = read_directory(resources, today)
        if loaded.directory is None:
            show(loaded.problems, "text", Language.load("en"))
            raise click.ClickException("Nothing was written: the directory has errors.")
        survey = Survey(loaded.directory, loaded.today, Language.load(loaded.directory.about.language))
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

    return write


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
