"""Our directory with those of its neighbours: what a site shows, an export tells and a booklet prints.

Whoever changes, checks or reviews listings works with our own directory alone; this is for showing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.language import Language
from generator.load import Loaded
from generator.model.about import About
from generator.model.directory import Directory
from generator.model.neighbour import IncludedDirectory
from generator.neighbours.json_text import Broken, broken, read_bytes
from generator.neighbours.published import snapshot_of
from generator.neighbours.snapshot import Snapshot
from generator.neighbours.taking_in import TakenIn, taken_in
from generator.problems import Place, Problem, Say, in_order
from generator.words import say


def with_neighbours(loaded: Loaded, folder: Path) -> Loaded:
    """What was loaded, with the listings of its neighbours; their files lie in `folder`, beside resources.yaml.

    A file that cannot be used is told as a warning, and the directory comes back without it.
    """
    directory = loaded.directory
    if directory is None or not directory.include_directory:
        return loaded
    problems: list[Problem] = []
    found: list[tuple[IncludedDirectory, Snapshot]] = []
    files: list[Path] = []
    for included in directory.include_directory:
        path = folder / included.file
        try:
            snapshot = snapshot_in(path, included, folder, directory.about, loaded.today)
        except Broken as fault:
            problems.append(fault.problem)
            continue
        problems += snapshot.problems
        found.append((included, snapshot))
        files.append(path)
    joined = join(directory, found, loaded.today, Language.load(directory.about.language).say)
    return replace(
        loaded,
        directory=joined,
        problems=tuple(in_order([*loaded.problems, *problems])),
        files=(*loaded.files, *files),
    )


def snapshot_in(path: Path, included: IncludedDirectory, folder: Path, ours: About, today: date) -> Snapshot:
    """The snapshot in a file of the project; raises `Broken`, also for a file that a link leads out to."""
    file = included.file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise broken(Place(file), say("This file lies outside the project."), say("Put it into the project's folder."))
    return snapshot_of(read_bytes(path, file), included.from_ or "", ours, today, file)


def join(ours: Directory, found: Sequence[tuple[IncludedDirectory, Snapshot]], today: date, spoken: Say) -> Directory:
    """One directory of all; ours comes first in every list."""
    taken = [taken_in(included, snapshot, ours, today, spoken) for included, snapshot in found]
    own = {name: getattr(ours, name) for name in type(ours).model_fields}
    lists = {name: (*own[name], *_of_all(name, taken)) for name in _TOLD}
    # Every part was validated when it was read; its new id is one that the model lets nobody type.
    return Directory.model_construct(**{**own, **lists, "neighbours": tuple(one.neighbour for one in taken)})


_TOLD = ("areas", "organizations", "locations", "groups", "services")


def _of_all(name: str, taken: Sequence[TakenIn]) -> list[object]:
    return [part for one in taken for part in getattr(one, name)]
