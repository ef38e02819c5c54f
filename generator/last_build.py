"""Whether a build would only make the site anew that stands there already.

A record of the last build is kept: each file that it could have read, what it was asked, and what the site was when it
was done. If all of that is as it was, nothing has to be made. It holds nothing that a page shows, and may be thrown
away at any time; in doubt a build is made.
"""

from __future__ import annotations

import json
import os
import site
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

MOST_FILES = 50_000
"""In a project with more files than this, looking at each of them is no shortcut."""

NEVER_READ = frozenset({"node_modules", "__pycache__"})
"""Folders that hold nothing of a site; so do those with a name that begins with a dot."""

State = dict[str, list[object]]
"""Of each file its size, the time of its last change in nanoseconds, and what SHA-256 makes of it."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What one build is made from."""

    folders: tuple[Path, ...]
    """Where its files stand: the project, the theme, the generator itself."""
    left_out: tuple[Path, ...]
    """Folders among them that builds write."""
    asked: str
    """Everything it was told, in any form that is the same again for the same build."""

    def state(self, also: Iterable[Path] = ()) -> State | None:
        """Each file as it is now, those in `also` too; None if there are too many."""
        found: State = {}
        for path in (*self._files(), *also):
            found[str(path)] = _state(path)
            if len(found) > MOST_FILES:
                return None
        return found

    def _files(self) -> Iterator[Path]:
        for top in self.folders:
            for folder, inner, names in os.walk(top):
                inner[:] = [name for name in inner if self._is_read(Path(folder, name))]
                yield from (Path(folder, name) for name in names)

    def _is_read(self, folder: Path) -> bool:
        name = folder.name
        is_ours = not name.startswith(".") and name not in NEVER_READ and folder not in self.left_out
        return is_ours and not (folder / "pyvenv.cfg").exists()


def machinery() -> str:
    """The versions of Python and of every package that a build could use."""
    folders = map(Path, {*site.getsitepackages(), site.getusersitepackages(), *sys.path})
    installed = sorted(path.name for folder in folders if folder.is_dir() for path in folder.glob("*-info"))
    return repr((sys.version, installed))


def head(root: Path) -> str | None:
    """Which commit of git the project stands at, and how far back is known; empty without git, None where it is not plain."""
    git = next((folder / ".git" for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    if git is None:
        return ""
    try:
        said = (git / "HEAD").read_text(encoding="utf-8")
        parts = (git / said.removeprefix("ref: ").strip(), git / "packed-refs", git / "shallow")
        return repr((said, [path.read_text(encoding="utf-8") for path in parts if path.is_file()]))
    except (OSError, ValueError):  # a worktree or a submodule, whose parts stand elsewhere
        return None


class LastBuild:
    """The record of the last build of one site, kept in `folder`."""

    def __init__(self, folder: Path, built: Path) -> None:
        self._site = built
        self._record = folder / f"build-{sha256(str(built).encode()).hexdigest()[:12]}.json"

    def is_the_same(self, inputs: Inputs, day: Callable[[str], object]) -> bool:
        """Whether a build from these inputs, on the day it is in a time zone, would make the site that is there."""
        try:
            last: Mapping[str, Any] = json.loads(self._record.read_text(encoding="utf-8"))
            before: State = last["files"]
            return (
                last["asked"] == _digest(inputs.asked)
                and last["day"] == str(day(last["zone"]))
                and _same(before, inputs, map(Path, last["also"]))
                and last["site"] == _listing(self._site)
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def forget(self) -> None:
        """From now on nobody knows what the site was made from."""
        with suppress(OSError):
            self._record.unlink(missing_ok=True)

    def remember(self, inputs: Inputs, files: State, also: Iterable[Path], zone: str, day: object) -> None:
        """Keep what the site that now stands there was made from; `files` as they were when the build began."""
        record = {
            "asked": _digest(inputs.asked),
            "files": files,
            "also": sorted(map(str, also)),
            "zone": zone,
            "day": str(day),
            "site": _listing(self._site),
        }
        # What cannot be kept only makes the next build longer.
        with suppress(OSError):
            self._record.parent.mkdir(parents=True, exist_ok=True)
            new = self._record.with_suffix(".new")
            new.write_text(json.dumps(record), encoding="utf-8")
            new.replace(self._record)


def _same(before: State, inputs: Inputs, also: Iterable[Path]) -> bool:
    names = {str(path) for path in (*inputs._files(), *also)}  # noqa: SLF001 - the other half of the same idea
    return names == set(before) and all(_is_as_it_was(Path(name), was) for name, was in before.items())


def _is_as_it_was(path: Path, was: list[object]) -> bool:
    told = path.stat()
    # A fresh copy of the project has other dates, and the same files.
    return was[:2] == [told.st_size, told.st_mtime_ns] or (was[0] == told.st_size and was == [*was[:2], _sha(path)])


def _state(path: Path) -> list[object]:
    told = path.stat()
    return [told.st_size, told.st_mtime_ns, _sha(path)]


def _sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _listing(folder: Path) -> str:
    """All that a look at a folder shows, without opening its files."""
    found = []
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    told = entry.stat(follow_symlinks=False)
                    found.append((entry.path, told.st_size, told.st_mtime_ns))
    return _digest(repr(sorted(found)))
