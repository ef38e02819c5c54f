"""Opens what somebody hands over: a file, a folder, or a zip, with bounds that no gift can pass.

Nothing is ever unpacked to the disk, no link is followed, and a zip is believed nothing: the bytes that come out of it are
counted, not those that it says it holds.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.imports.report import Report
from generator.problems import InputError, Level, Place, Problem
from generator.words import Words, say

LARGEST_FILE = 200_000_000
"""Bytes of one file."""
LARGEST_IN_ALL = 400_000_000
"""Bytes of all files together, as they are when unpacked."""
MOST_FILES = 100_000
PIECE = 1 << 20

_ENDINGS = {".json", ".csv"}
# The list of what is in a zip, at its end, has this many bytes at most: enough for MOST_FILES with short names.
_LONGEST_CONTENTS = 12_000_000
_END_OF_ZIP = b"PK\x05\x06"
_LENGTH_OF_END = 22
_LONGEST_COMMENT = 65_535
_LOCKED = 1
# What a zip says when it is packed in a way that is not known here, or cut off.
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error, ValueError)


@dataclass(slots=True)
class Budget:
    """How many bytes may still come out of all files together."""

    left: int = LARGEST_IN_ALL


@dataclass(frozen=True, slots=True)
class Member:
    """A file that can be read, however it was handed over."""

    name: str
    """Its way inside the folder or zip, with `/` between the names."""
    _open: Callable[[], IO[bytes]]
    _budget: Budget

    @property
    def base(self) -> str:
        """Its name without folders, in small letters."""
        return PurePosixPath(self.name).name.lower()

    @property
    def folder(self) -> str:
        """The name of the folder it stands in; empty at the top."""
        return PurePosixPath(self.name).parent.name

    def pieces(self, *, again: bool = False) -> Iterator[bytes]:
        """Its bytes in pieces of up to a megabyte; `again` when they were counted before. Raises `InputError`."""
        count = 0
        try:
            with self._open() as file:
                while piece := file.read(PIECE):
                    count += len(piece)
                    if not again:
                        self._budget.left -= len(piece)
                    if count > LARGEST_FILE:
                        raise refused(
                            self.name,
                            say("This file has more than {most} bytes; no more can be read.", most=LARGEST_FILE),
                            _IN_PARTS,
                        )
                    if self._budget.left < 0:
                        raise refused(
                            self.name,
                            say("With this file there are more than {most} bytes; no more can be read at once.",
                                most=LARGEST_IN_ALL),
                            _IN_PARTS,
                        )  # fmt: skip
                    yield piece
        except _BROKEN as cause:
            reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
            raise refused(self.name, say("This file cannot be read: {cause}.", cause=reason), _AGAIN) from None

    def bytes(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces())


_IN_PARTS = say("Export it in parts, and import one after the other.")
_AGAIN = say("Download or export it again.")


@contextmanager
def opened(path: Path, report: Report) -> Iterator[list[Member]]:
    """The JSON and CSV files of a file, folder or zip, by name, as long as the `with` lasts; raises `InputError`."""
    archive = None
    try:
        if path.is_dir():
            found = list(_in_folder(path, report))
        elif _is_zip(path):
            archive = _archive(path)
            found = list(_in_zip(path, archive, report))
        else:
            found = [Member(path.name, _opener(path), Budget())]
    except OSError as cause:
        message = say("'{name}' cannot be read: {cause}.", name=path.name, cause=cause.strerror or cause)
        raise refused(path.name, message, say("Look at its spelling, and whether you may read it.")) from None
    try:
        yield sorted(found, key=lambda member: member.name)
    finally:
        if archive is not None:
            archive.close()


def refused(file: str, message: Words, hint: Words) -> InputError:
    """The one problem of a file that cannot be used."""
    return InputError([Problem(Place(file), Level.ERROR, "import", message, hint)])


def _in_folder(folder: Path, report: Report) -> Iterator[Member]:
    budget = Budget()
    count = 0
    for top, folders, files in os.walk(folder):
        for name in folders:
            if (Path(top) / name).is_symlink():
                report.note(say("{file} was not read: it is a link.", file=name))
        # Links to folders are not walked into by os.walk; hidden folders are no part of an export.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(top) / name
            inside = path.relative_to(folder).as_posix()
            if path.suffix.lower() not in _ENDINGS or name.startswith("."):
                continue
            if path.is_symlink() or not path.is_file():
                report.note(say("{file} was not read: it is a link.", file=inside))
                continue
            count += 1
            if count > MOST_FILES:
                raise refused(
                    folder.name, say("There are more than {most} files in this folder.", most=MOST_FILES), _IN_PARTS
                )
            yield Member(inside, _opener(path), budget)


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in {b"PK\x03\x04", _END_OF_ZIP} or path.suffix.lower() == ".zip"


def _archive(path: Path) -> ZipFile:
    if path.stat().st_size > LARGEST_IN_ALL:
        raise refused(path.name, say("This file has more than {most} bytes; no more can be read.",
                                     most=LARGEST_IN_ALL), _IN_PARTS)  # fmt: skip
    _look_at_its_end(path)
    try:
        return ZipFile(path)
    except _BROKEN:
        raise _not_a_zip(path) from None


def _in_zip(path: Path, archive: ZipFile, report: Report) -> Iterator[Member]:
    budget = Budget()
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise refused(path.name, say("There are more than {most} files in this zip.", most=MOST_FILES), _IN_PARTS)
    seen: set[str] = set()
    for entry in entries:
        inside = PurePosixPath(entry.filename)
        is_hidden = "__MACOSX" in inside.parts or (inside.name.startswith(".") and not inside.name.startswith(".."))
        if inside.suffix.lower() not in _ENDINGS or entry.is_dir() or is_hidden:
            continue
        fault = _fault(entry, inside, seen)
        if fault is not None:
            report.note(fault)
            continue
        seen.add(entry.filename)
        yield Member(entry.filename, partial(archive.open, entry), budget)


def _fault(entry: ZipInfo, inside: PurePosixPath, seen: set[str]) -> Words | None:
    """Why a file of a zip is left alone."""
    shown = entry.filename[:80]
    if inside.is_absolute() or ".." in inside.parts or "\\" in entry.filename or ":" in entry.filename:
        return say("{file} was not read: its name leads out of the zip.", file=shown)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return say("{file} was not read: it is a link.", file=shown)
    if entry.flag_bits & _LOCKED:
        return say("{file} was not read: it is locked with a password.", file=shown)
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return say("{file} was not read: it is packed in a way that is not known here.", file=shown)
    if entry.filename in seen:
        return say("{file} stands twice in the zip; the first one was read.", file=shown)
    return None


def _look_at_its_end(path: Path) -> None:
    """Refuse a list of contents so long that reading it alone would take all memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _LENGTH_OF_END - _LONGEST_COMMENT))
        end = file.read()
    at = end.rfind(_END_OF_ZIP)
    if at < 0 or len(end) - at < _LENGTH_OF_END:
        raise _not_a_zip(path)
    if int.from_bytes(end[at + 12 : at + 16], "little") > _LONGEST_CONTENTS:
        raise refused(path.name, say("There are more than {most} files in this zip.", most=MOST_FILES), _IN_PARTS)


def _not_a_zip(path: Path) -> InputError:
    return refused(path.name, say("This zip file cannot be opened; it may have been cut off."), _AGAIN)
