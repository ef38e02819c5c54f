"""`waypost from-form`: what somebody sent by a form, put into the directory."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import BinaryIO

import click

from generator.cli.asking import resources_option, today_option
from generator.cli.changing import files_of, refuse, store
from generator.editing.files import Files, NothingChanged
from generator.editing.form_changes import FormChange, change_of
from generator.editing.form_reading import MOST_BYTES, read_form
from generator.editing.form_report import report
from generator.editing.typed_file import TypedFile


@click.command("from-form")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the words for a pull request here.")
@click.option("--dry-run", is_flag=True, help="Change nothing; show what would change.")
@click.option("--json", "as_json", is_flag=True, help="Tell what was changed as JSON.")
@resources_option
@today_option
def from_form(
    file: BinaryIO, out: Path | None, dry_run: bool, as_json: bool, resources: Path, today: date | None
) -> None:
    """Put what somebody sent by the form "Change a listing" or "New listing" into the directory.

    FILE holds the body of the issue; - or nothing reads it from the standard input. One listing is added or changed,
    in its place, and nothing beside it. Answers are text and nothing else: what cannot be used is told with its line.
    """
    try:
        files = files_of(resources, today)
        change = change_of(files, read_form(file.read(MOST_BYTES + 1)))
        if not dry_run:
            store({change.path: change.data, **({out: report(change).encode()} if out is not None else {})})
    except NothingChanged as refusal:
        refuse(refusal)
    if as_json:
        told = {"id": change.id, "name": change.name, "new": change.is_new, "file": files.place(change.path)}
        click.echo(json.dumps({**told, "fields": [asdict(one) for one in change.asked]}, ensure_ascii=False, indent=2))
    elif dry_run:
        _show(files, change)
    else:
        what = "was added" if change.is_new else "was changed"
        click.echo(f"{files.place(change.path)}: {change.name} ({change.id}) {what} ({_fields(len(change.asked))}).")
    sys.exit(0)


def _fields(count: int) -> str:
    return f"{count} field" if count == 1 else f"{count} fields"


def _show(files: Files, change: FormChange) -> None:
    before = files.files[change.path].text if change.path in files.files else ""
    after = TypedFile.of(change.data).text
    name = files.place(change.path)
    for line in unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm=""):
        click.echo(line)
