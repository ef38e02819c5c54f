"""One builder with everything it needs to build one town, and what stays the same whoever builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.page_records import Records
from benchmarks.peer_tools import PeerTools


@dataclass(frozen=True, slots=True)
class Town:
    """One directory, and what every builder is given of it."""

    size: int
    """Groups and services."""
    directory: Path
    """The folder with resources.yaml."""
    records: Records
    """The same as pages taken apart."""
    edited: str
    """The file of the directory in which the listing that is edited stands."""
    listing: str
    """The listing that is edited: the folder of its page in the site, with a slash at the end."""
    sentence: str
    """Its summary, as it stands in every builder's source."""


@dataclass(frozen=True, slots=True)
class Build:
    """One builder, ready to build one town."""

    name: str
    folder: Path
    command: Sequence[str]
    site: Path
    """Where the built site is."""
    edited: Path
    """The file in which the listing's summary stands."""
    environment: Mapping[str, str] = field(default_factory=dict)
    caches: Sequence[Path] = ()
    """What it keeps from one build to the next, besides the site."""
    warm_command: Sequence[str] = ()
    """The command of a build after the first, where it is another."""
    serve: Sequence[str] = ()
    """Its preview, with {port} where the number belongs."""
    at: str = "/"
    """Where the preview shows the site."""

    def empty(self) -> None:
        """Take away everything that an earlier build has left."""
        for left in (self.site, *self.caches):
            shutil.rmtree(left, ignore_errors=True)


Prepare = Callable[[Town, Path, PeerTools], Build]
"""Lays a town out for one builder, in an empty folder. Raises `OSError` if the builder is not there."""


def there(program: Path) -> str:
    """The program's address.

    Raises `FileNotFoundError` if it is not there.
    """
    if not program.exists():
        raise FileNotFoundError(f"{program.name} is not there; python -m benchmarks.peer_tools fetches it")
    return str(program)
