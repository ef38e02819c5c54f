"""What a build writes: a look at every file of a site before and after."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Look = Mapping[str, tuple[int, int, str]]
"""Each file's number on the disk, the time it was last written, and a hash of what is in it."""


@dataclass(frozen=True, slots=True)
class Written:
    """The difference between two looks."""

    files: int
    """All files of the later look."""
    written: int
    """Those that were written anew, be it with the same bytes."""
    other: int
    """Those whose bytes are others, new ones included."""
    gone: int
    pages: tuple[str, ...]
    """The first few of the pages whose bytes are others."""


def look(site: Path) -> Look:
    """Every file of the site."""
    found = {}
    for file in site.rglob("*"):
        if file.is_file():
            status = file.stat()
            digest = hashlib.blake2b(file.read_bytes(), digest_size=12).hexdigest()
            found[file.relative_to(site).as_posix()] = (status.st_ino, status.st_mtime_ns, digest)
    return found


def written(before: Look, after: Look) -> Written:
    """What was written between the two.

    >>> written({"a": (1, 5, "x"), "b": (2, 5, "y")}, {"a": (1, 7, "x"), "c": (3, 7, "z")})
    Written(files=2, written=2, other=1, gone=1, pages=())
    """
    other = sorted(path for path, found in after.items() if path not in before or before[path][2] != found[2])
    return Written(
        files=len(after),
        written=sum(before.get(path) is None or before[path][:2] != found[:2] for path, found in after.items()),
        other=len(other),
        gone=len(before.keys() - after.keys()),
        pages=tuple(path for path in other if path.endswith(".html"))[:12],
    )
