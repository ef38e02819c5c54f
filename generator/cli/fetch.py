"""`waypost fetch`: renew the listings of neighbouring directories that are shown with ours."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, today_option
from generator.cli.showing import show
from generator.editing.saving import save
from generator.language import Language
from generator.links.download import NotFetched, download
from generator.load import Loaded
from generator.model.directory import Directory
from generator.model.neighbour import IncludedDirectory
from generator.neighbours.joined import snapshot_in
from generator.neighbours.json_text import LARGEST, Broken
from generator.neighbours.published import snapshot_of
from generator.neighbours.renewed import what_changed, why_not
from generator.neighbours.snapshot import Snapshot, as_text
from generator.problems import as_text as problem_text


@click.command()
@resources_option
@today_option
@click.argument("names", nargs=-1)
@click.option("--anyway", is_flag=True, help="Take a snapshot even if most of its listings are gone.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
def fetch(resources: Path, today: date | None, names: tuple[str, ...], anyway: bool, dry_run: bool) -> None:
    """Renew the neighbours' listings that `include_directory:` names: all of them, or those with these short names.

    Each file is written whole, and only if what was fetched is a directory; else the last good one stays. Look at the
    changes and commit them. Ends with 1 if one of them could not be renewed.
    """
    loaded = read_directory(resources, today)
    if loaded.directory is None:
        show(loaded.errors, "text", Language.load("en"))
        raise click.ClickException("Nothing was fetched: the directory has errors.")
    wanted = _wanted(loaded.directory, names)
    renewed = [_renewed(included, loaded, loaded.directory, resources.parent, anyway, dry_run) for included in wanted]
    sys.exit(0 if all(renewed) else 1)


def _wanted(directory: Directory, names: tuple[str, ...]) -> list[IncludedDirectory]:
    known = {included.id: included for included in directory.include_directory}
    unknown = [name for name in names if name not in known]
    if unknown:
        there = ", ".join(known) or "none"
        raise click.ClickException(f"No neighbour has the short name {unknown[0]!r}. There are: {there}.")
    wanted = [included for name, included in known.items() if not names or name in names]
    if not wanted:
        click.echo("The directory includes no other: there is nothing to fetch.")
    return wanted


def _renewed(
    included: IncludedDirectory, loaded: Loaded, ours: Directory, folder: Path, anyway: bool, dry_run: bool
) -> bool:
    """Whether it is as new as it can be; says what happened in a line."""
    if included.from_ is None:
        click.echo(f"{included.id}: it does not say where it comes from, so nothing was fetched.")
        return True
    language, path = Language.load("en"), folder / included.file
    before = _last_good(path, included, folder, loaded, ours)
    try:
        data = download(included.from_, LARGEST)
        after = snapshot_of(data, included.from_, ours.about, loaded.today)
    except NotFetched as reason:
        return _kept(included, f"It could not be fetched: {reason}.")
    except Broken as fault:
        return _kept(included, problem_text(fault.problem))
    against = why_not(before, after)
    if against and not anyway:
        return _kept(included, f"{against} Look at it; --anyway takes it all the same.")
    for problem in after.problems:
        click.echo(f"  {problem_text(problem)}")
    said = language.say(what_changed(before, after, ours, loaded.today, language))
    if not dry_run:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save({path: as_text(after).encode()})
        except OSError as refusal:
            return _kept(included, f"{included.file} cannot be written: {refusal.strerror}.")
    click.echo(f"{included.id}: {said}")
    return True


def _last_good(
    path: Path, included: IncludedDirectory, folder: Path, loaded: Loaded, ours: Directory
) -> Snapshot | None:
    try:
        return snapshot_in(path, included, folder, ours.about, loaded.today)
    except Broken:
        return None


def _kept(included: IncludedDirectory, reason: str) -> bool:
    click.secho(f"{included.id}: {reason} The last good state stays.", err=True, fg="red")
    return False
