"""`waypost doctor`: what is installed here, what is missing, and what that costs."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, today_option
from generator.problems import count_in_words

ROOM = 200 * 1024 * 1024
"""Bytes that a large town's site, its PDFs and the site before it take on the disk."""
NEEDED = ("mkdocs", "mkdocs-material", "pydantic", "babel", "tzdata")
FOR_PDF = ("typst", "pikepdf")
FINE, LESS, WRONG = "fine", "less", "wrong"
MARKS = {FINE: ("ok", "green"), LESS: ("--", "yellow"), WRONG: ("!!", "red")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `fine`, `less` (something cannot be done) or `wrong` (nothing can be built)."""

    state: str
    what: str
    seen: str
    advice: str = ""


@click.command()
@resources_option
@today_option
@click.option("--json", "for_programs", is_flag=True, help="For programs, in place of text.")
def doctor(resources: Path, today: date | None, for_programs: bool) -> None:
    """Look at this machine and this folder, and say what is missing and what that costs.

    Ends with 0 if a site can be built here, with 1 if not.
    """
    found = list(_look(resources, today))
    if for_programs:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            mark, colour = MARKS[one.state]
            click.echo(f"{click.style(mark, fg=colour, bold=True)}  {one.what}: {one.seen}")
            if one.advice:
                click.echo(f"    {one.advice}")
    sys.exit(1 if any(one.state == WRONG for one in found) else 0)


def _look(resources: Path, today: date | None) -> Iterator[Finding]:
    yield Finding(FINE, "Python", f"{platform.python_version()} on {platform.system()}")
    yield from (_package(name) for name in NEEDED)
    yield _pdf()
    yield _git()
    yield from _folder(resources, today)


def _package(name: str) -> Finding:
    found = _version(name)
    if found:
        return Finding(FINE, name, found)
    return Finding(
        WRONG, name, "not installed", "Without it no site is built. Type: make site, or: pip install waypost"
    )


def _pdf() -> Finding:
    missing = [name for name in FOR_PDF if not _version(name)]
    if missing:
        return Finding(
            LESS,
            "PDFs",
            f"{' and '.join(missing)} not installed",
            "The site is built without PDFs of worksheets, booklets and posters; its pages can be printed all the same. "
            "For PDFs, type: pip install 'waypost[pdf]'",
        )
    return Finding(FINE, "PDFs", ", ".join(f"{name} {_version(name)}" for name in FOR_PDF))


def _git() -> Finding:
    if shutil.which("git"):
        return Finding(FINE, "git", "there")
    return Finding(LESS, "git", "not found", "waypost diff can compare files and folders, but no revisions.")


def _folder(resources: Path, today: date | None) -> Iterator[Finding]:
    if not resources.is_file():
        yield Finding(
            WRONG, str(resources), "not there", "Go to the folder of your directory, or begin one: waypost init my-town"
        )
        return
    loaded = read_directory(resources, today)
    if loaded.directory is None:
        yield Finding(WRONG, str(resources), str(count_in_words(loaded.problems)), "To see them, type: waypost check")
    else:
        directory = loaded.directory
        yield Finding(
            FINE, str(resources), f"{len(directory.listings)} listings and {len(directory.worksheets)} worksheets"
        )
    folder = resources.resolve().parent
    if (folder / "mkdocs.yml").is_file():
        yield Finding(FINE, "mkdocs.yml", "there")
    else:
        yield Finding(
            WRONG,
            "mkdocs.yml",
            f"not beside {resources.name}",
            "MkDocs builds the site from it; waypost init writes one.",
        )
    if not os.access(folder, os.W_OK):
        yield Finding(
            WRONG, "Folder", f"nothing can be written to {folder}", "The site is built there, beside the old one."
        )
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        yield Finding(
            LESS,
            "Disk",
            f"{free // 1024**2} MB free",
            "A build keeps the old site until the new one is whole, and may not fit.",
        )
    else:
        yield Finding(FINE, "Disk", f"{free // 1024**3} GB free" if free >= 1024**3 else f"{free // 1024**2} MB free")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
