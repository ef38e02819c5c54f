"""`waypost import`: a directory made from one that somebody has elsewhere."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from generator.cli.asking import today_option
from generator.imports.hsds_csv import import_hsds
from generator.imports.imported import REPORT_FILE, write
from generator.problems import InputError


@click.group("import")
def import_() -> None:
    """Make a directory from one that you have elsewhere."""


@import_.command("hsds")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="New folder to write to.")
@click.option("--name", default="Imported directory", show_default=True, help="What to call the directory.")
@click.option("--country", help="Its country, as two letters; guessed from the addresses if you leave it out.")
@click.option("--time-zone", help="Its time zone, such as America/Chicago; guessed likewise.")
@click.option("--area-served", help="The town or region it serves; guessed likewise.")
@today_option
def import_hsds_csv(
    folder: Path,
    out: Path,
    name: str,
    country: str | None,
    time_zone: str | None,
    area_served: str | None,
    today: date | None,
) -> None:
    """Turn an HSDS export in CSV (versions 1 and 2) into resources.yaml and a report.

    Nothing is invented: what was left out, changed or guessed stands in import-report.md, row by row.
    """
    try:
        imported = import_hsds(
            folder,
            name=name,
            today=today or datetime.now().astimezone().date(),
            country=country,
            time_zone=time_zone,
            area_served=area_served,
        )
        write(imported, out)
    except InputError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"Wrote {len(imported.files)} files to {out}. What was left out or guessed stands in {out / REPORT_FILE}."
    )
