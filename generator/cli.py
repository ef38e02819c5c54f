"""The `waypost` command: the only room that prints."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator import __version__
from generator.imports.hsds_csv import import_hsds
from generator.imports.imported import REPORT_FILE, write
from generator.language import Language
from generator.load import Loaded, load
from generator.model.json_schema import directory_schema
from generator.problems import InputError, Level, Problem, as_github, as_json, as_text, count_in_words
from generator.site_files import PageFile, Site
from generator.today import building_day
from generator.words import Words, say, say_n

FORMATS = ("text", "github", "json")

# Of each kind of notice a person wants to see a few; the rest is a number.
MOST_NOTICES = 10


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day typed as year-month-day."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date. Type year, month and day, as in 2026-09-01.", param, ctx)


def _resources(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--resources",
        type=click.Path(path_type=Path),
        default=Path("resources.yaml"),
        show_default=True,
        help="The directory's file.",
    )(function)


def _today(function: click.decorators.FC) -> click.decorators.FC:
    return click.option("--today", type=Day(), default=None, help="Judge as if on this day (year-month-day).")(function)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="waypost")
def main() -> None:
    """A directory of peer groups, services and worksheets, made into a site."""


@main.command()
@_resources
@_today
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--all", "everything", is_flag=True, help="Show every notice, however many there are of a kind.")
@click.option("--language", default="en", show_default=True, help="Language of the messages.")
def check(resources: Path, today: date | None, form: str, strict: bool, everything: bool, language: str) -> None:
    """Say everything that is wrong with the directory, and where.

    Ends with 0 if it can be published, with 1 if it cannot.
    """
    speaker = _speaker(language)
    loaded = _load(resources, today)
    if form == "text" and not everything:
        _show_shortly(loaded.problems, speaker)
    else:
        _show(loaded.problems, form, speaker)
    if form == "text":
        click.echo(speaker.say(_summary(loaded)))
    sys.exit(1 if loaded.errors or (strict and loaded.warnings) else 0)


@main.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to the screen.")
def schema(out: Path | None) -> None:
    """Print the JSON Schema of resources.yaml, for editors that complete and check while one types."""
    text = json.dumps(directory_schema(), ensure_ascii=False, indent=2) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


@main.command()
@_resources
@_today
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
@click.option("--site-url", default="", help="Where the site will stand.")
def pages(resources: Path, today: date | None, out: Path, site_url: str) -> None:
    """Write every generated page as a Markdown file, for another site generator to build.

    The folder must be new or empty.
    """
    if out.exists() and any(out.iterdir()):
        raise click.ClickException(f"{out} is not empty. Name a new folder.")
    loaded = _load(resources, today)
    if loaded.directory is None:
        _show(loaded.problems, "text", Language.load("en"))
        raise click.ClickException("Nothing was written: the directory has errors.")
    site = Site(loaded.directory, loaded.today, site_url=site_url, places=loaded.places)
    count = 0
    for made in site.files():
        path = out / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_markdown(made) if isinstance(made, PageFile) else made.content)
        count += 1
    click.echo(f"Wrote {count} files to {out}.")


@main.group("import")
def import_() -> None:
    """Make a directory from one that you have elsewhere."""


@import_.command("hsds")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="New folder to write to.")
@click.option("--name", default="Imported directory", show_default=True, help="What to call the directory.")
@click.option("--country", help="Its country, as two letters; guessed from the addresses if you leave it out.")
@click.option("--time-zone", help="Its time zone, such as America/Chicago; guessed likewise.")
@click.option("--area-served", help="The town or region it serves; guessed likewise.")
@_today
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


def _markdown(page: PageFile) -> bytes:
    """Front matter and the body as one HTML block, which Markdown passes through as it is."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in page.meta.items()]
    # An empty line would end the block, and what follows would be read as Markdown.
    body = "\n".join(line for line in page.html.splitlines() if line.strip())
    return "\n".join(["---", *lines, "---", "", f"<div>\n{body}\n</div>", ""]).encode()


def _load(resources: Path, today: date | None) -> Loaded:
    try:
        day = building_day(datetime.now(UTC), os.environ.get("SOURCE_DATE_EPOCH"), today)
    except ValueError as cause:
        raise click.ClickException(str(cause)) from cause
    return load(resources, root=resources.parent, today=day)


def _speaker(code: str) -> Language:
    try:
        return Language.load(code)
    except ValueError as cause:
        raise click.BadParameter(str(cause), param_hint="--language") from cause


def _show(problems: Sequence[Problem], form: str, speaker: Language) -> None:
    if form == "json":
        click.echo(as_json(problems, speaker.say))
    else:
        line = as_github if form == "github" else as_text
        for problem in problems:
            click.echo(line(problem, speaker.say))


def _show_shortly(problems: Sequence[Problem], speaker: Language) -> None:
    """All problems, but of each kind of notice only the first few: a new directory has one for each listing."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.rule] += problem.level is Level.NOTICE
        if problem.level is not Level.NOTICE or seen[problem.rule] <= MOST_NOTICES:
            click.echo(as_text(problem, speaker.say))
    for rule, count in seen.items():
        if count > MOST_NOTICES:
            more = say_n(
                "{n} more notice of this kind ({rule}); --all shows it.",
                "{n} more notices of this kind ({rule}); --all shows them.",
                count - MOST_NOTICES,
                rule=rule,
            )
            click.echo(speaker.say(more))


def _summary(loaded: Loaded) -> Words:
    if loaded.directory is None:
        return count_in_words(loaded.problems)
    return say(
        "{counts} The directory holds {groups}, {services} and {worksheets}.",
        counts=count_in_words(loaded.problems),
        groups=say_n("{n} group", "{n} groups", len(loaded.directory.groups)),
        services=say_n("{n} service", "{n} services", len(loaded.directory.services)),
        worksheets=say_n("{n} worksheet", "{n} worksheets", len(loaded.directory.worksheets)),
    )
