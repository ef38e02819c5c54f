"""An import carried out: into a new folder, or into a directory that people keep."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.changing import files_of
from generator.cli.import_formats import Format
from generator.cli.import_summary import show_import, show_merge
from generator.editing.files import Files, NothingChanged
from generator.imports.imported import REPORT_FILE, Imported, write
from generator.imports.setting import UNNAMED
from generator.imports.sheet.known import Known
from generator.language import Language
from generator.merging.base import Base, file_of, report_file_of, source_name
from generator.merging.here import Here
from generator.merging.merge import Merged, merge
from generator.merging.merge_page import merge_page
from generator.merging.records import first_base
from generator.merging.storing import store
from generator.words import say

ABOUT = ("name", "country", "time_zone", "area_served", "language")
"""What an import is told of the directory."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said on the command line."""

    path: Path
    format: Format
    source: str
    today: date | None
    options: Mapping[str, Any]

    @property
    def name_of_source(self) -> str:
        return source_name(self.source)

    def read(self, today: date, about: Mapping[str, Any]) -> Imported:
        """Read the source; what was said counts more than what the directory says of itself."""
        return self.format.read(self.path, today=today, **{**about, **self.options})


def make_new(told: Told, out: Path, *, dry_run: bool) -> None:
    """A new directory in a new folder, with what the next import compares with."""
    today = told.today or datetime.now().astimezone().date()
    imported = told.read(today, {"name": UNNAMED})
    base = first_base(told.name_of_source, imported.entries)
    if not dry_run:
        write(imported, out, more={file_of(base.source): base.text})
    show_import(imported.report)
    if dry_run:
        click.echo(f"Nothing was written: this was a rehearsal. {len(imported.files)} files would be made in {out}.")
    else:
        click.echo(f"Wrote {len(imported.files)} files to {out}. The whole report stands in {out / REPORT_FILE}.")


def bring_in(told: Told, resources: Path, *, dry_run: bool, ask: bool) -> None:
    """Bring a source into a directory; raises `NothingChanged` if that would not be right."""
    files = files_of(resources, told.today)
    about = files.loaded.about
    if about is None:
        raise NothingChanged(say("Nothing was changed. First mend what the directory says of itself:"),
                             tuple(files.loaded.errors))  # fmt: skip
    spoken = Language.load(about.language).say
    known = {"known": _known(files)} if told.format.needs_mapping else {}
    said = {name: getattr(about, name) for name in ABOUT}
    imported = told.read(files.loaded.today, {**said, **known, "spoken": spoken})
    where = files.resources.parent / file_of(told.name_of_source)
    before = where.read_bytes() if where.exists() else None
    base = Base.read(before, told.name_of_source) if before is not None else Base(told.name_of_source)
    merged = merge(files, imported, base)
    click.echo(f"{told.path} into {resources}, as '{base.source}':")
    show_merge(merged)
    show_import(imported.report)
    changed = dict(merged.contents)
    if merged.base.text.encode() != before:
        changed[where] = merged.base.text.encode()
    if not changed:
        click.echo("Nothing to do: the directory has all that the source says.")
    elif dry_run:
        click.echo("Nothing was written: this was a rehearsal. These files would change:")
        for path in changed:
            click.echo(f"  {files.place(path)}")
    else:
        if ask:
            _ask(resources)
        _write(files, told, changed, {where: before}, merged, imported)


def _known(files: Files) -> Known:
    """What the directory has that a column may name."""
    here = Here(files)
    names = {section: here.names(section) for section in ("goals", "areas", "organizations", "locations")}
    return Known(**names, streets=here.names("locations", "address"))


def _ask(resources: Path) -> None:
    if not can_ask():
        click.echo(f"Nothing was written. If this is what you want, say so: --into {resources}", err=True)
        sys.exit(1)
    if not click.confirm(f"Write this into {resources}?", default=True):
        click.echo("Nothing was written.")
        sys.exit(1)


def can_ask() -> bool:
    """Whether somebody sits there to answer."""
    return sys.stdin.isatty()


def _write(
    files: Files,
    told: Told,
    changed: dict[Path, bytes],
    read: dict[Path, bytes | None],
    merged: Merged,
    imported: Imported,
) -> None:
    report = files.resources.parent / report_file_of(told.name_of_source)
    read[report] = report.read_bytes() if report.exists() else None
    changed[report] = merge_page(merged, imported.report).encode()
    store(files, changed, read)
    click.echo(f"Wrote {len(changed)} files. The whole report stands in {files.place(report)}.")
