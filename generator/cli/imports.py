"""`waypost import`: a directory that somebody has elsewhere, made into a new one or brought into this one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.asking import today_option
from generator.cli.bringing_in import Told, bring_in, make_new
from generator.cli.changing import refuse
from generator.cli.import_formats import FORMATS, Format
from generator.cli.sheet import mapped
from generator.editing.files import NothingChanged
from generator.problems import InputError

HERE = Path("resources.yaml")


@click.group("import")
def import_() -> None:
    """Take over a directory that you have elsewhere: into a new folder, or into the directory here.

    Nothing is invented. What was left out, changed or guessed is told in a report, record by record.
    """


def _command(format_: Format) -> click.Command:
    def run(
        path: Path,
        out: Path | None,
        into: Path | None,
        dry_run: bool,
        yes: bool,
        source: str,
        today: date | None,
        mapping: Path | None = None,
        **told: Any,
    ) -> None:
        if out is not None and into is not None:
            raise click.UsageError("Use either --out, for a new directory, or --into, for one that you have.")
        target = into if into is not None else HERE if out is None and HERE.exists() else None
        if out is None and target is None:
            raise click.UsageError(
                "Say where to: --out NEW-FOLDER makes a new directory, --into resources.yaml brings it into one that you have."
            )
        asked = Told(path, format_, source, today, {name: value for name, value in told.items() if value is not None})
        try:
            if format_.needs_mapping:
                asked = mapped(asked, mapping, target, yes=yes)
            if out is not None:
                make_new(asked, out, dry_run=dry_run)
            elif target is not None:
                bring_in(asked, target, dry_run=dry_run, ask=into is None and not yes)
        except NothingChanged as refusal:
            refuse(refusal)
        except InputError as error:
            click.secho("Nothing was written.", err=True, fg="red")
            click.echo(str(error), err=True)
            sys.exit(1)

    run.__doc__ = format_.help
    command: Callable[..., None] = run
    for option in reversed(_options(format_)):
        command = option(command)
    return click.command(format_.name)(command)


def _options(format_: Format) -> list[Callable[[Callable[..., None]], Callable[..., None]]]:
    folder = click.Path(path_type=Path, file_okay=False)
    found: list[Any] = [
        click.argument("path", type=click.Path(path_type=Path, exists=True)),
        click.option("--out", type=folder, help="Make a new directory in this new folder."),
        click.option(
            "--into",
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help="Bring it into this directory, keeping what people changed there. [default: resources.yaml here, after asking]",
        ),
        click.option("--dry-run", is_flag=True, help="Write nothing; show what would happen."),
        click.option("--yes", "-y", is_flag=True, help="Ask nothing."),
        click.option(
            "--source",
            default=format_.name,
            show_default=True,
            help="What to call the source, so that the next import from it is told from others.",
        ),
        click.option("--name", help="What to call a new directory."),
        click.option(
            "--country", help="Its country, as two letters; that of the directory, or guessed from the addresses."
        ),
        click.option("--time-zone", help="Its time zone, such as America/Chicago; likewise."),
        click.option("--area-served", help="The town or region it serves; likewise."),
        click.option("--language", help="The language it is written in, such as en-US; likewise."),
        today_option,
    ]
    if format_.needs_mapping:
        mapping = click.Path(path_type=Path, exists=True, dir_okay=False)
        found.insert(1, click.option("--mapping", type=mapping, help="What each column becomes; guessed if left out."))
    return found


for _format in FORMATS:
    import_.add_command(_command(_format))
