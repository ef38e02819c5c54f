"""Builds the project's own site from another directory: same theme, same pages, other listings."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.make_directory import TODAY

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("generator", "theme_overrides", "content", "mkdocs.yml")
THE_MOMENT = "1795359600"
"""Ten in the morning of `make_directory.TODAY` in the town, as seconds of SOURCE_DATE_EPOCH."""


def build_ours(directory: Path, folder: Path) -> Path:
    """Build the site of the directory in this folder, unless it stands there already; the folder of the built site."""
    site, stamp = folder / "site", folder / "made-of"
    made_of = fingerprint([*(ROOT / part for part in PARTS), directory])
    if stamp.is_file() and stamp.read_text() == made_of:
        return site
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(directory, folder)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": THE_MOMENT,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    stamp.write_text(made_of)
    return site


def lay_out(directory: Path, folder: Path) -> None:
    """Everything that a build of the directory needs, in this folder, which is new or empty."""
    shutil.copytree(directory, folder, dirs_exist_ok=True)
    # PDFs are measured by themselves (sheets.py, booklet.py); here they would only delay every other figure.
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        settings.replace("  - waypost:\n", "  - waypost:\n      pdf: false\n", 1), encoding="utf-8"
    )
    # The code is copied too: a large site takes minutes, in which somebody may go on writing.
    for part in ("theme_overrides", "content", "generator"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))


def fingerprint(paths: Iterable[Path]) -> str:
    """What tells whether any of these files and folders has changed."""
    digest = hashlib.sha256(TODAY.isoformat().encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(path.parent)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
