"""What several commands ask for, and how they read the directory: the file, the day, the language of the messages."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.changed import History
from generator.history.reading import FILE, read_history
from generator.language import Language
from generator.load import Loaded, load
from generator.neighbours.joined import with_neighbours
from generator.today import building_day


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


def resources_option(function: click.decorators.FC) -> click.decorators.FC:
    """The option `--resources`: the file that holds the directory."""
    return click.option(
        "--resources",
        type=click.Path(path_type=Path),
        default=Path("resources.yaml"),
        show_default=True,
        help="The directory's file.",
    )(function)


def today_option(function: click.decorators.FC) -> click.decorators.FC:
    """The option `--today`, for looking ahead and for tests."""
    return click.option("--today", type=Day(), default=None, help="Judge as if on this day (year-month-day).")(function)


def read_directory(resources: Path, today: date | None) -> Loaded:
    """The directory with its problems, on the day that is meant."""
    try:
        day = building_day(datetime.now(UTC), os.environ.get("SOURCE_DATE_EPOCH"), today)
    except ValueError as cause:
        raise click.ClickException(str(cause)) from cause
    return load(resources, root=resources.parent, today=day)


def read_for_showing(resources: Path, today: date | None) -> Loaded:
    """The directory with the listings of other towns that it includes, as a site or an export shows it."""
    return with_neighbours(read_directory(resources, today), resources.parent)


def history_of(loaded: Loaded, resources: Path) -> History:
    """When the listings came and changed, as a build of the site would know it."""
    if loaded.directory is None:
        return {}
    root, directory = resources.parent, loaded.directory
    # What stands in another town's file is not our history.
    others = {root / other.file for other in directory.include_directory}
    own = [file for file in loaded.files if file not in others]
    return read_history(root, own, loaded.today, directory.about.time_zone, root / FILE).history


def speaker_of(code: str) -> Language:
    """The language somebody asked for, or a sentence about which there are."""
    try:
        return Language.load(code)
    except ValueError as cause:
        raise click.BadParameter(str(cause), param_hint="--language") from cause
