"""Addresses that change when a file's contents do, and only then.

A page that was kept on a device, or a host's cache that is slow to let go, can so never put an old page together with
new scripts: what it names is that file and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Protocol


class Kept(Protocol):
    """A file of the site, as MkDocs knows it."""

    @property
    def content_bytes(self) -> bytes: ...


def stamps(find: Callable[[str], Kept | None]) -> Callable[[str], str]:
    """What gives a file's path its stamp; `find` is how the file is got by its path. One that is not there gets none."""

    @cache
    def stamp(path: str) -> str:
        file = find(path)
        return stamped(path, file.content_bytes) if file else path

    return stamp


def stamped(path: str, content: bytes) -> str:
    """The path of a file with a stamp of its contents.

    >>> stamped("assets/stylesheets/base.css", b"p { margin: 0 }")
    'assets/stylesheets/base.css?v=ec85a183'
    """
    return f"{path}?v={sha256(content).hexdigest()[:8]}"
