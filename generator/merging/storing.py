"""A merge written to the disk: every file of it, or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.editing.files import Files, NothingChanged
from generator.editing.saving import save
from generator.words import say


def store(files: Files, contents: Mapping[Path, bytes], read: Mapping[Path, bytes | None]) -> None:
    """Write the files together; raises `NothingChanged` if the disk refuses, and then all is as it was.

    `read` are files beside the directory's own, as they were read (None: they were not there). No file is written over
    that has changed since it was read, or that was never read.
    """
    before = {**{path: file.data for path, file in files.files.items()}, **read}
    folders: list[Path] = []
    try:
        for path in contents:
            if _there(path) != before.get(path):
                name = files.place(path)
                raise NothingChanged(say("Nothing was changed: {file} was changed by somebody meanwhile.", file=name))
        for path in contents:
            folders += _made(path.parent)
        save(contents)
    except OSError as cause:
        _take_back(folders)
        reason = cause.strerror or str(cause)
        raise NothingChanged(
            say("Nothing was changed: the files could not be written ({reason}).", reason=reason)
        ) from cause


def _there(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _made(folder: Path) -> list[Path]:
    """The folders that had to be made, the innermost last."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    for one in missing:
        one.mkdir()
    return missing


def _take_back(folders: list[Path]) -> None:
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
