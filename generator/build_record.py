"""`build.json`: what a site was made from and with, so that anybody can build it again and compare.

It names each input with its SHA-256 and the versions of what makes pages; the same inputs give the same bytes, on any
machine and with any Python, so the clock and the machine have no place in it.

>>> print(build_record({"resources.yaml": b"directory: ..."}, {"waypost": "0.1.0"}, date(2026, 11, 22)).decode(), end="")
{
 "format": "waypost-build",
 "version": 1,
 "day": "2026-11-22",
 "made_with": {
  "waypost": "0.1.0"
 },
 "inputs": {
  "resources.yaml": "a88fce7915b1492c784b0797b6b38fd3ffe8c074008e4738a25993c5be967ac7"
 }
}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.made import AssetFile

PATH = "build.json"
MADE_WITH = ("waypost", "mkdocs", "mkdocs-material", "typst")
"""The packages whose version shows in pages; Python's own does not."""


def build_record(inputs: Mapping[str, bytes], versions: Mapping[str, str], day: date) -> bytes:
    """The file as JSON: `inputs` by their paths in the project, `versions` by the names of packages."""
    told = {
        "format": "waypost-build",
        "version": 1,
        "day": day.isoformat(),
        "made_with": dict(sorted(versions.items())),
        "inputs": {path: sha256(content).hexdigest() for path, content in sorted(inputs.items())},
    }
    return json.dumps(told, indent=1, ensure_ascii=False).encode() + b"\n"


def record_file(root: Path, made_from: Iterable[Path], versions: Mapping[str, str], day: date) -> AssetFile:
    """The record of a build from these files and folders.

    What lies outside of the project folder `root` comes with the packages, whose versions are told; so does what lies in
    a folder with a dot before its name, as environments do.
    """
    found = {file for path in made_from for file in (path.rglob("*") if path.is_dir() else (path,)) if file.is_file()}
    within = {file.relative_to(root) for file in found if file.is_relative_to(root)}
    own = [path for path in within if not any(part.startswith((".", "__pycache__")) for part in path.parts)]
    return AssetFile(PATH, build_record({path.as_posix(): (root / path).read_bytes() for path in own}, versions, day))


def installed(names: Iterable[str] = MADE_WITH) -> dict[str, str]:
    """The versions of the packages that are there, by their names."""
    found = {}
    for name in names:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found
