"""`sw.js`: the service worker of the site, made last of all files because it names them.

A browser takes a new worker when its bytes change. So it carries a stamp over all the files of the site, and the first
page that is opened after a new build brings the kept ones up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from generator.addresses import Addresses
from generator.made import AssetFile, PageFile
from generator.views import paths
from generator.views.survey import Survey

WORKER = "sw.js"

FIRST = (paths.HELP_NOW, paths.NO_SIGNAL, paths.HOME, paths.WEEK, paths.FIND, paths.PLAN)
"""Kept from the start, by everybody who asks for it; the help lines before all else."""

INDEX = "assets/find/"
DATA = ("assets/plan/", INDEX)
"""What scripts ask for and no page names: the plan's data and the finder's index."""

# About a megabyte on the wire. A larger index is kept file by file, as searches ask for it.
MOST_DATA = 4_000_000


def with_worker(
    files: Iterable[PageFile | AssetFile], survey: Survey, addresses: Addresses
) -> Iterator[PageFile | AssetFile]:
    """The files of a site, and after them its service worker; or, where the directory wants none, one that takes its
    predecessors away."""
    stamp = sha256(survey.today.isoformat().encode())
    pages: dict[str, str] = {}
    data: list[AssetFile] = []
    for file in files:
        yield file
        stamp.update(f"\0{file.path}\0".encode())
        stamp.update(file.content if isinstance(file, AssetFile) else file.html.encode())
        if isinstance(file, PageFile):
            pages[file.path] = file.kind
        elif file.path.startswith(DATA):
            data.append(file)
    if not survey.directory.about.offline:
        yield AssetFile(WORKER, _script("farewell.js"))
        return
    kept = {
        "version": stamp.hexdigest()[:16],
        "fallback": addresses.url(paths.NO_SIGNAL),
        "pages": [addresses.url(path) for path in FIRST if path in pages],
        "more": [addresses.url(path) for path, kind in pages.items() if kind in ("worksheets", "worksheet")],
        "data": list(_names(data)),
    }
    yield AssetFile(WORKER, f"const KEPT = {json.dumps(kept)};\n".encode() + _script("worker.js"))


def _names(data: list[AssetFile]) -> Iterator[str]:
    """As many of them as there is room for: first the plan's, and of the index what all searches begin with."""
    room = MOST_DATA
    for file in sorted(data, key=lambda file: (file.path.startswith(INDEX), "-" in file.path, file.path)):
        room -= len(file.content)
        if room >= 0:
            yield file.path


def _script(name: str) -> bytes:
    return (Path(__file__).parent / name).read_bytes()
