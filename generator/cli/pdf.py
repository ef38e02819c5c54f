"""`waypost pdf`: worksheets and booklets as PDFs, without a site round them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import click

from generator.cli.asking import read_for_showing, resources_option, today_option
from generator.cli.showing import show
from generator.kept import KEPT
from generator.language import Language
from generator.paper.job import BOOKLETS, Job
from generator.progress import bar
from generator.site_files import Site, Works


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("print"), show_default=True)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Only for this paper.")
@click.option("--large", is_flag=True, help="Only in large print.")
@click.option("--fill", is_flag=True, help="Only those with fields to type into.")
@click.option("--site-url", default="", help="Where the site stands, for the code that leads to the online sheet.")
@resources_option
@today_option
def pdf(
    ids: tuple[str, ...],
    out: Path,
    paper: str | None,
    large: bool,
    fill: bool,
    site_url: str,
    resources: Path,
    today: date | None,
) -> None:
    """Print worksheets to PDF: those with the ids given, or all of them and the booklets too.

    The id `print` stands for the booklets and posters.

    \b
    waypost pdf my-goal --paper a4
    waypost pdf print --out for-the-copy-shop
    """
    loaded = read_for_showing(resources, today)
    if loaded.directory is None:
        show(loaded.problems, "text", Language.load("en"))
        raise click.ClickException("Nothing was printed: the directory has errors.")
    known = {sheet.id for sheet in loaded.directory.worksheets} | {BOOKLETS}
    if unknown := [one for one in ids if one not in known]:
        raise click.ClickException(f"There is no worksheet {unknown[0]!r}. There are: {', '.join(sorted(known))}.")
    marks = [mark for mark, asked in ((paper, paper), ("large", large), ("fill", fill)) if mark and asked]
    works = Works(resources.parent / KEPT, os.cpu_count() or 1, bar())
    site = Site(loaded.directory, loaded.today, site_url=site_url, places=loaded.places, works=works)
    printed = site.printed(lambda job: (not ids or job.of in ids) and _has(job, marks))
    for one in printed:
        file = out / PurePosixPath(one.job.path).name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(one.content)
        except OSError as refusal:
            raise click.ClickException(f"{file} cannot be written: {refusal.strerror}.") from refusal
        click.echo(str(file))
    for line in site.told():
        click.echo(line, err=True)
    if not printed:
        raise click.ClickException("Nothing was printed.")


def _has(job: Job, marks: Sequence[str]) -> bool:
    """Whether the name of a job's file has all these marks, as `my-goal-a4-large.pdf` has `a4` and `large`."""
    named = PurePosixPath(job.path).stem.removeprefix(job.of).split("-")
    return all(mark in named for mark in marks)
