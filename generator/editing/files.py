"""The files of a directory as they stand on disk, and where in them each listing is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.editing.typed_file import TypedFile
from generator.load import Loaded, Today, load
from generator.problems import Problem
from generator.source import read
from generator.source.outline import LIST, MAPPING, NoOutline, Typed, outline
from generator.words import Words, say

LISTED = ("groups", "services", "worksheets")


class NothingChanged(Exception):
    """A change that cannot be made: why, in one or two sentences, and the problems that stand in its way."""

    def __init__(self, message: Words, problems: tuple[Problem, ...] = ()) -> None:
        self.message, self.problems = message, problems
        super().__init__(str(message))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a listing stands: its file, its list, its number there, and its shape in the text."""

    path: Path
    section: str
    index: int
    shape: Typed


@dataclass(slots=True)
class Files:
    """A directory's files, read once."""

    resources: Path
    loaded: Loaded
    files: Mapping[Path, TypedFile]
    shapes: Mapping[Path, Typed] = field(default_factory=dict)

    @classmethod
    def read(cls, resources: Path, today: Today) -> Files:
        """Raises `NothingChanged` if a file cannot be read as it was typed: nobody may write into what is broken."""
        loaded = load(resources, root=resources.parent, today=today)
        broken = read(resources, root=resources.parent).problems
        if broken:
            raise NothingChanged(say("Nothing was changed. First mend what cannot be read:"), broken)
        files = {path: TypedFile.read(path) for path in loaded.files}
        try:
            return cls(resources, loaded, files, {path: outline(file.text) for path, file in files.items()})
        except NoOutline as cause:
            raise NothingChanged(say("Nothing was changed, because the file could not be taken apart.")) from cause

    def listings(self) -> Iterator[tuple[str, Spot]]:
        """Every group, service and worksheet that has an id, in the order of the files."""
        for path, root in self.shapes.items():
            for section in LISTED:
                rows = root.get(section)
                for index, row in enumerate(rows.items if rows is not None and rows.kind == LIST else ()):
                    identity = row.value.get("id") if row.value.kind == MAPPING else None
                    if identity is not None and identity.text.strip():
                        yield identity.text.strip(), Spot(path, section, index, row.value)

    def spot(self, wanted: str) -> Spot:
        """Where the listing with this id stands; raises `NothingChanged` with the nearest id if there is none."""
        known = list(self.listings())
        found = [spot for identity, spot in known if identity == wanted]
        if len(found) == 1:
            return found[0]
        seen = shown_id(wanted)
        if found:
            raise NothingChanged(say("Nothing was changed: the id '{seen}' stands {n} times.", seen=seen, n=len(found)))
        names = {self._name(spot).lower(): identity for identity, spot in known}
        ids = [identity for identity, _ in known]
        asked = wanted.strip().lower()[:100]
        near = names.get(asked) or next(iter(get_close_matches(asked.replace(" ", "-"), ids, n=1, cutoff=0.5)), None)
        if near is None:
            raise NothingChanged(say("Nothing was changed: there is no listing with the id '{seen}'.", seen=seen))
        raise NothingChanged(
            say(
                "Nothing was changed: there is no listing with the id '{seen}'. Did you mean {near}?",
                seen=seen,
                near=near,
            )
        )

    def _name(self, spot: Spot) -> str:
        name = spot.shape.get("name")
        return name.text.strip() if name is not None else ""

    def place(self, path: Path) -> str:
        """A file's name for people."""
        return Path(os.path.relpath(path, self.resources.parent)).as_posix()

    def rehearsed(self, changes: Mapping[Path, bytes]) -> Loaded:
        """The directory as it would be with these contents, read from a copy; the files themselves stay untouched."""
        root = self.resources.parent
        with TemporaryDirectory(prefix="waypost-") as name:
            copy = Path(name)
            for path, data in {**{path: file.data for path, file in self.files.items()}, **changes}.items():
                target = copy / os.path.relpath(path, root)
                if not target.resolve().is_relative_to(copy.resolve()):
                    raise NothingChanged(
                        say("Nothing was changed: {path} is outside the project folder.", path=str(path))
                    )
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            return load(copy / os.path.relpath(self.resources, root), root=copy, today=self.loaded.today)

    def accepted(self, changes: Mapping[Path, bytes]) -> Loaded:
        """The directory with the changes; raises `NothingChanged` if they would bring an error that was not there."""
        after = self.rehearsed(changes)
        before = Counter((problem.rule, problem.place.path) for problem in self.loaded.errors)
        new = []
        for problem in reversed(after.errors):
            kind = (problem.rule, problem.place.path)
            if sum((one.rule, one.place.path) == kind for one in after.errors) > before[kind]:
                new.append(problem)
        if new:
            raise NothingChanged(say("Nothing was changed, because it would not be right:"), tuple(reversed(new)))
        return after


def shown_id(text: str) -> str:
    """An id that somebody gave, fit for a message whatever it holds."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text[:60])
    return plain if len(text) <= 60 else f"{plain}…"
