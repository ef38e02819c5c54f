"""`waypost init`: a new town's own site."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from generator.cli.asking import speaker_of, today_option
from generator.model.base import Refused
from generator.new_town.model_site import model_site
from generator.new_town.start import NotEmpty, start
from generator.new_town.town import QUESTIONS, Town, answered


def _options(function: click.decorators.FC) -> click.decorators.FC:
    for name, (ask, example) in reversed(list(QUESTIONS.items())):
        option = f"--{'area' if name == 'area_served' else name.replace('_', '-')}"
        function = click.option(option, name, help=f"{ask} For example: {example}")(function)
    return function


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_options
@click.option("--repository", default="", help="Where the files will be edited: https://github.com/our-town/directory")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing: take the options and write.")
@today_option
def init(folder: Path, repository: str, yes: bool, today: Any, **given: str | None) -> None:
    """Begin a town's own site in a new folder: a directory to fill, pages, worksheets and the look.

    Asks for what it needs to know, or takes it as options. The site can be built at once.

    \b
    waypost init our-town
    cd our-town
    mkdocs build --strict
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder} is there already and is not empty. Name a new folder.")
    answers = {name: _answer(name, given[name], yes) for name in QUESTIONS}
    if repository:
        answers["repository"] = _answer("repository", repository, yes)
    speaker_of(answers["language"])
    town = Town(**answers)
    day = today or datetime.now(UTC).astimezone(ZoneInfo(town.time_zone)).date()
    try:
        count = start(folder, town, model_site(), day)
    except NotEmpty as cause:
        raise click.ClickException(f"{folder} is there already and is not empty. Name a new folder.") from cause
    except FileNotFoundError as cause:
        raise click.ClickException(
            "The pages and the look are not part of this installation. Use a checkout of Waypost."
        ) from cause
    except OSError as cause:
        raise click.ClickException(f"Nothing was written: {cause.strerror or cause}.") from cause
    click.echo(f"Wrote {count} files to {folder}. Next:\n\n  cd {folder}\n  waypost check\n  mkdocs build --strict\n")
    click.echo("README.md says what to do first; search resources.yaml for TO DO.")


def _answer(name: str, given: str | None, yes: bool) -> str:
    ask, example = QUESTIONS.get(name, ("", ""))
    option = f"--{'area' if name == 'area_served' else name.replace('_', '-')}"
    if given is not None:
        try:
            return answered(name, given)
        except Refused as refused:
            raise click.BadParameter(f"{refused.message} {refused.hint}", param_hint=option) from refused
    if yes:
        raise click.UsageError(f"With --yes nothing is asked, so {option} is needed: {ask} For example: {example}")
    while True:
        click.secho(f"\n{ask}", bold=True)
        typed = click.prompt(f"  For example: {example}\n", prompt_suffix="> ")
        try:
            return answered(name, typed)
        except Refused as refused:
            click.secho(f"  {refused.message} {refused.hint}", fg="red")
