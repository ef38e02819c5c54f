"""`waypost format`: the files of the directory in their canonical layout."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, today_option
from generator.cli.changing import refuse, store
from generator.editing.files import NothingChanged
from generator.editing.formatting import formatted
from generator.editing.typed_file import TypedFile
from generator.load import Loaded
from generator.problems import Problem
from generator.source import read
from generator.source.reading import name_of
from generator.words import say


@click.command("format")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; end with 1 if a file is laid out otherwise.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@resources_option
@today_option
def format_(files: tuple[Path, ...], check: bool, diff: bool, resources: Path, today: date | None) -> None:
    """Lay out the directory's files: fields in their usual order, two spaces a step, an empty line between listings.

    Notes, quotes and meaning stay as they are. A file with errors is left alone. Without FILE, all files of the
    directory are laid out.
    """
    loaded = read_directory(resources, today)
    changed: dict[Path, bytes] = {}
    try:
        for path in files or loaded.files:
            name = name_of(path, resources.parent)
            before = _read(path, name, _errors_in(path, loaded, resources))
            after = formatted(before, name)
            if after.data != before.data:
                changed[path] = after.data
                if diff:
                    _show(before.text, after.text, name)
        if not (check or diff):
            store(changed)
    except NothingChanged as refusal:
        refuse(refusal)
    if check or diff:
        for path in () if diff else changed:
            click.echo(f"{name_of(path, resources.parent)} would be laid out otherwise.")
        sys.exit(1 if changed else 0)
    for path in changed:
        click.echo(f"{name_of(path, resources.parent)} was laid out.")
    if not changed:
        click.echo("Nothing to do: everything is laid out as it should be.")


def _errors_in(path: Path, loaded: Loaded, resources: Path) -> Sequence[Problem]:
    known = {file.resolve() for file in loaded.files}
    if path.resolve() in known:
        name = name_of(path, resources.parent)
        return [problem for problem in loaded.errors if problem.place.path == name]
    return [problem for problem in read(path, root=resources.parent).problems if problem.is_error]


def _read(path: Path, name: str, errors: Sequence[Problem]) -> TypedFile:
    if errors:
        raise NothingChanged(say("{path} was left as it is. First mend what is wrong in it:", path=name), tuple(errors))
    return TypedFile.read(path)


def _show(before: str, after: str, name: str) -> None:
    lines = unified_diff(before.splitlines(), after.splitlines(), f"{name} (now)", f"{name} (laid out)", lineterm="")
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        click.secho(line, fg=colours.get(line[:1]))
