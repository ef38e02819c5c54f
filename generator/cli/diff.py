"""`waypost diff`: what changed between two states of the directory, in words."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.cli.asking import read_directory, resources_option, speaker_of, today_option
from generator.cli.revision import other_files, root_of, write_files
from generator.cli.showing import show
from generator.comparing.changes import changes
from generator.comparing.markdown import as_markdown
from generator.comparing.plain import as_plain
from generator.language import Language
from generator.model.directory import Directory

State = tuple[Directory, date]
"""A directory, and the day on which it is judged."""


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@resources_option
@today_option
@click.option("--json", "for_programs", is_flag=True, help="For programs, in place of Markdown.")
@click.option("--language", default="en", show_default=True, help="Language of the words.")
def diff(base: str, head: str | None, resources: Path, today: date | None, for_programs: bool, language: str) -> None:
    """Say what changed from BASE to HEAD, field by field, as Markdown for a review.

    Each is a file, a folder that holds resources.yaml, or a revision of the git repository round it, such as main or
    HEAD~1. Without HEAD it is the file as it stands now. Schedules are compared by the dates they give, so that another
    way of typing them is no change; neither is another place in the file.
    """
    speaker = speaker_of(language)
    with ExitStack() as folders:
        before = _state(base, resources, today, folders, speaker)
        after = _state(head, resources, today, folders, speaker) if head else _read(resources, today, speaker)
    found = changes(before[0], after[0], after[1], speaker)
    if for_programs:
        click.echo(json.dumps(as_plain(found), ensure_ascii=False, indent=1))
    else:
        click.echo(as_markdown(found, speaker, _others(base, head, resources)), nl=False)


def _others(base: str, head: str | None, resources: Path) -> list[str]:
    """What else two revisions change; of files and folders that are compared, nobody asks."""
    around = resources.resolve().parent
    repository = root_of(around) if around.is_dir() else None
    if repository is None or head is None or Path(base).exists() or Path(head).exists():
        return []
    return other_files(base, head, repository)


def _state(name: str, resources: Path, today: date | None, folders: ExitStack, speaker: Language) -> State:
    path = Path(name)
    if path.is_file() or (path / resources.name).is_file():
        return _read(path if path.is_file() else path / resources.name, today, speaker)
    around = resources.resolve().parent
    repository = root_of(around) if around.is_dir() else None
    if repository is None:
        raise click.ClickException(f"'{name}' is neither a file nor a folder with {resources.name} in it.")
    folder = Path(folders.enter_context(TemporaryDirectory(prefix="waypost-diff-")))
    write_files(name, repository, folder)
    then = folder / around.relative_to(repository.resolve()) / resources.name
    if not then.is_file():
        raise click.ClickException(f"At '{name}' there is no {resources.name}.")
    return _read(then, today, speaker, called=name)


def _read(path: Path, today: date | None, speaker: Language, called: str = "") -> State:
    loaded = read_directory(path, today)
    if loaded.directory is None:
        show(loaded.errors, "text", speaker)
        raise click.ClickException(f"Nothing was compared: {called or path} has errors.")
    return loaded.directory, loaded.today
