"""What the commands that change files share: reading them, refusing, writing them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.editing.files import Files, NothingChanged
from generator.editing.saving import save
from generator.problems import as_text
from generator.today import building_day
from generator.words import say

MOST_SHOWN = 10


def files_of(resources: Path, today: date | None) -> Files:
    """The directory's files on the day that is meant; raises `NothingChanged` if they cannot be changed."""
    try:
        day = building_day(datetime.now(UTC), os.environ.get("SOURCE_DATE_EPOCH"), today)
    except ValueError as cause:
        raise click.ClickException(str(cause)) from cause
    return Files.read(resources, day)


def store(changed: Mapping[Path, bytes]) -> None:
    """Write the files, all or none; raises `NothingChanged` if the disk refuses."""
    try:
        save(changed)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise NothingChanged(
            say("Nothing was changed: the file could not be written ({reason}).", reason=reason)
        ) from cause


def refuse(refusal: NothingChanged) -> NoReturn:
    """Say why nothing was changed, with the first problems that stand in the way, and end with 1."""
    click.secho(str(refusal.message), err=True, fg="red")
    for problem in refusal.problems[:MOST_SHOWN]:
        click.echo(as_text(problem), err=True)
    sys.exit(1)
