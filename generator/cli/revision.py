"""The directory as it stood at a revision of a git repository: its YAML files, written to a folder of their own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

YAML = (".yaml", ".yml")


def write_files(revision: str, repository: Path, folder: Path) -> None:
    """Write all YAML files of the revision below `folder`, each at its place.

    Links are left out: one that leads outside would be followed by whoever reads the files.
    """
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", _commit(revision, repository))
    for row in listed.decode(errors="surrogateescape").split("\0"):
        about, _, name = row.partition("\t")
        mode, kind, name_of_content = (*about.split(), "", "", "")[:3]
        if kind == "blob" and mode != "120000" and name.lower().endswith(YAML):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_git(repository, "cat-file", "blob", name_of_content))


def other_files(base: str, head: str, repository: Path) -> list[str]:
    """Names of the files that differ between two revisions and are no YAML: programs, pages, templates."""
    listed = _git(repository, "diff", "--name-only", "-z", _commit(base, repository), _commit(head, repository))
    names = listed.decode(errors="replace").split("\0")
    return [name for name in names if name and not name.lower().endswith(YAML)]


def root_of(path: Path) -> Path | None:
    """The top folder of the repository that holds this folder, if there is one."""
    try:
        found = _run(path, "rev-parse", "--show-toplevel")
    except OSError:
        return None
    return Path(found.stdout.decode(errors="surrogateescape").rstrip("\n")) if found.returncode == 0 else None


def _commit(revision: str, repository: Path) -> str:
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    # Git gives back the option's own name as a line before the answer.
    return _git(repository, *asked, missing=revision).decode().split()[-1]


def _git(repository: Path, *words: str, missing: str = "") -> bytes:
    done = _run(repository, *words)
    if done.returncode and missing:
        raise click.ClickException(
            f"'{missing}' is neither a file, nor a folder, nor a revision of the repository in {repository}."
        )
    if done.returncode:
        raise click.ClickException(f"git: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
