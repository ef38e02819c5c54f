"""`waypost booklet`: all listings or a chosen part of them, as a booklet to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_for_showing, resources_option, today_option
from generator.cli.showing import show
from generator.language import Language
from generator.model.choice import Kind
from generator.paper.booklet import booklet_job
from generator.paper.works import Works
from generator.views.booklet import Choice, NotThere
from generator.views.print_page import PAPER
from generator.views.survey import Survey


@click.command()
@click.option("--area", default="", help="Only listings of the area with this id, and those for all areas.")
@click.option("--goal", default="", help="Only listings for the goal with this id.")
@click.option(
    "--kind", type=click.Choice([Kind.GROUP.value, Kind.SERVICE.value]), help="Only groups, or only services."
)
@click.option("--ids", default="", help="Only these listings, by their ids, with commas between.")
@click.option("--paper", type=click.Choice(list(PAPER)), default="a6", show_default=True, help="Size of its pages.")
@click.option("--fold", is_flag=True, help="Laid out on sheets to print, fold and staple.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write.")
@click.option("--site-url", default="", help="Where the site stands, for the code on the cover.")
@resources_option
@today_option
def booklet(
    area: str,
    goal: str,
    kind: str | None,
    ids: str,
    paper: str,
    fold: bool,
    out: Path,
    site_url: str,
    resources: Path,
    today: date | None,
) -> None:
    """Print a booklet of all listings, or of those you choose.

    \b
    waypost booklet --area harbor --paper a5 --fold --out harbor.pdf
    waypost booklet --ids tuesday-talkers,work-club --out for-sam.pdf
    """
    size = PAPER[paper]
    if fold and size.folds is None:
        raise click.ClickException(f"{paper} is not for folding. Leave out --fold, or choose another --paper.")
    loaded = read_for_showing(resources, today)
    if loaded.directory is None:
        show(loaded.problems, "text", Language.load("en"))
        raise click.ClickException("Nothing was printed: the directory has errors.")
    language = Language.load(loaded.directory.about.language)
    survey = Survey(loaded.directory, loaded.today, language)
    choice = Choice(
        area, goal, Kind(kind) if kind else None, tuple(name.strip() for name in ids.split(",") if name.strip())
    )
    try:
        job = booklet_job(survey, choice, size, fold=fold, site_url=site_url)
    except NotThere as mistake:
        raise click.ClickException(str(mistake)) from mistake
    works = Works(None)
    printed = works.printed([job])
    if not printed:
        raise click.ClickException(" ".join(str(line) for line in works.told()) or "Nothing was printed.")
    try:
        out.write_bytes(printed[0].content)
    except OSError as refusal:
        raise click.ClickException(f"{out} cannot be written: {refusal.strerror}.") from refusal
    click.echo(str(out))
    if size.folds and fold:
        click.echo(str(size.folds))
