"""`waypost validate`: whether data of a standard mean what they should."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.cli.asking import speaker_of, today_option
from generator.validating.hsds import validate as validate_hsds


@click.group()
def validate() -> None:
    """Judge open data by what they mean, and not only by their shape."""


@validate.command("hsds")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--language", default="en", show_default=True, help="Language of the words.")
@today_option
def hsds(path: Path, strict: bool, language: str, today: date | None) -> None:
    """Judge HSDS 3.0: a JSON file, a folder of JSON files or CSV tables, or a zip of them.

    Each finding names the file, the record and the field. Warnings begin with "warning:"; without errors, and with
    --strict without warnings as well, the answer is 0.
    """
    speaker = speaker_of(language)
    count: Counter[bool] = Counter()
    for finding in validate_hsds(path, today or datetime.now(UTC).date()):
        count[finding.is_error] += 1
        click.echo(finding.in_words(speaker.say) if finding.is_error else f"warning: {finding.in_words(speaker.say)}")
    click.echo(f"{path}: errors: {count[True]}, warnings: {count[False]}.")
    if count[True] or (strict and count[False]):
        raise SystemExit(1)
