"""The site that comes with this program, from which a new town takes its look, its pages, goals and worksheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

TAKEN = ("theme_overrides", "content", "listings", ".github/ISSUE_TEMPLATE")
"""Folders that a town takes over as they are; it makes their words its own later."""

SETTINGS = "mkdocs.yml"
SETTINGS_OFFLINE = "mkdocs.offline.yml"

_BESIDE = Path(__file__).resolve().parents[2]
_IN_A_WHEEL = "waypost_model_site"


def model_site() -> Path:
    """The folder of the model: this project's own checkout, or what was installed with it.

    Raises `FileNotFoundError` if neither is there.
    """
    for folder in (_BESIDE / _IN_A_WHEEL, _BESIDE):
        if (folder / "theme_overrides").is_dir() and (folder / SETTINGS).is_file():
            return folder
    raise FileNotFoundError(_IN_A_WHEEL)


def taken(model: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Each file that a town takes over as it is, with its place in the new folder."""
    for name in TAKEN:
        for path in sorted((model / name).rglob("*")):
            inside = path.relative_to(model)
            if path.is_file() and not any(part == "__pycache__" or part.endswith(".pyc") for part in inside.parts):
                yield PurePosixPath(inside.as_posix()), path.read_bytes()
