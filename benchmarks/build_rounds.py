"""The builds themselves: all builders in turn, from nothing, with nothing changed, and with one listing edited."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.builders.build import Build, Town
from benchmarks.measuring import Measured, measured
from benchmarks.page_records import together
from benchmarks.written_files import Written, look, written


@dataclass(slots=True)
class Row:
    """One builder at one size."""

    name: str
    size: int
    cold: list[Measured] = field(default_factory=list)
    warm: list[Measured] = field(default_factory=list)
    edit: list[Measured] = field(default_factory=list)
    unchanged: Written | None = None
    edited: Written | None = None
    same: str = ""
    """How many of the pages are ours, byte for byte."""
    failed: str = ""


def rounds(
    builds: Sequence[Build], town: Town, number: int, say: Callable[[str], None], *, cold_only: bool = False
) -> list[Row]:
    """Let the builders take turns, so many times."""
    rows = {build.name: Row(build.name, town.size) for build in builds}
    for at in range(number):
        for build in builds:
            row = rows[build.name]
            if not row.failed:
                _one_round(build, town, row, look_closely=at == 0, cold_only=cold_only)
                say(f"{town.size} {build.name}, round {at + 1}: {_told(row)}")
    return list(rows.values())


def _one_round(build: Build, town: Town, row: Row, *, look_closely: bool, cold_only: bool) -> None:
    build.empty()
    if not _ran(build, build.command, row.cold, row):
        return
    if look_closely:
        row.same = _same(build, town)
    if cold_only:
        return
    before = look(build.site) if look_closely else {}
    if not _ran(build, build.warm_command or build.command, row.warm, row):
        return
    if look_closely:
        row.unchanged = written(before, before := look(build.site))
    original = build.edited.read_text(encoding="utf-8")
    edit(build.edited, town.sentence, "Edited.")
    if _ran(build, build.warm_command or build.command, row.edit, row) and look_closely:
        row.edited = written(before, look(build.site))
    build.edited.write_text(original, encoding="utf-8")


def edit(file: Path, sentence: str, more: str) -> None:
    """Let the listing's summary end in other words."""
    text = file.read_text(encoding="utf-8")
    if sentence not in text:
        raise ValueError(f"the summary is not in {file}")
    file.write_text(text.replace(sentence, f"{sentence} {more}"), encoding="utf-8")


def _ran(build: Build, command: Sequence[str], into: list[Measured], row: Row) -> bool:
    done = measured(command, build.folder, build.environment)
    if done.status:
        row.failed = done.told.splitlines()[-1] if done.told else f"status {done.status}"
        return False
    into.append(done)
    return True


def _same(build: Build, town: Town) -> str:
    if not town.records.folder.exists():
        return ""
    shells = town.records.shells()
    same = number = 0
    for page in town.records.pages():
        file = build.site / page.path / "index.html"
        ours = together(shells[page.shell], {**page.fields, "body": town.records.body(page)})
        same += file.is_file() and file.read_text(encoding="utf-8") == ours
        number += 1
    return f"{same} of {number}"


def median(of: Iterable[float]) -> float:
    numbers = list(of)
    return statistics.median(numbers) if numbers else float("nan")


def _told(row: Row) -> str:
    if row.failed:
        return row.failed
    last = row.cold[-1]
    more = [f", {what} {runs[-1].wall:.2f} s" for what, runs in (("unchanged", row.warm), ("edited", row.edit)) if runs]
    return f"cold {last.wall:.2f} s ({last.cpu:.2f} s of processors, {last.largest:.0f} MB){''.join(more)}"
