"""What is asked of git: which listing files changed in which commit, and what stood in them.

The first parents of the newest commit are followed: so each change counts from the day on which it reached the site's own
branch. Settings of the project or the person cannot make these commands run other programs or open a connection.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NOTHING = re.compile("0+")
"""The name that git gives to a file that is not there."""

MOST_COMMITS = 5_000
"""Commits that are looked at, newest first."""

_PATIENCE = 60
"""Seconds for one question; git answers most of them in a blink."""

# No connection, not even for files that a partial clone has left out; no program that watches files.
_ALONE = ("--no-optional-locks", "--literal-pathspecs", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false")


class NoAnswer(Exception):
    """Git could not tell; the text is what it said."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file in one commit."""

    path: str
    before: str
    """The name of what stood in it, as git names it; `NOTHING` if there was no such file."""
    after: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the site's branch that changed listing files."""

    at: int
    """Seconds since 1970."""
    has_parent: bool
    files: Sequence[FileChange]


class Repository:
    """The git repository that holds a project folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def is_there(self) -> bool:
        """Whether the folder stands in a repository with a commit, and git is installed.

        Raises `NoAnswer` if there is one that git does not want to look at.
        """
        try:
            return self._ask("rev-parse", "--is-inside-work-tree").strip() == b"true" and self._has_commit()
        except FileNotFoundError:
            return False
        except NoAnswer as refusal:
            if "not a git repository" in str(refusal):
                return False
            raise

    def _has_commit(self) -> bool:
        try:
            self._ask("rev-parse", "--verify", "--quiet", "HEAD")
        except NoAnswer:
            return False
        return True

    def is_shallow(self) -> bool:
        """Whether it holds the newest commits only."""
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def files(self, paths: Sequence[str]) -> dict[str, str]:
        """The files of the newest commit in these folders and under these names, each with what it holds.

        Paths are told from the project folder on, with forward slashes.
        """
        found = {}
        for row in self._ask("ls-tree", "-r", "-z", "HEAD", "--", *paths).split(b"\0"):
            about, _, name = row.partition(b"\t")
            if about:
                found[_text(name)] = about.split()[2].decode()
        return found

    def commits(self, paths: Sequence[str]) -> list[Commit]:
        """The commits that changed these files, newest first, at most `MOST_COMMITS` and one."""
        form = "--format=%x01%ct %P"
        told = self._ask(
            *("log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z", form),
            *(f"--max-count={MOST_COMMITS + 1}", "HEAD", "--", *paths),
        )
        return [_commit(part) for part in told.split(b"\x01")[1:]]

    @contextmanager
    def reading(self) -> Iterator[Blobs]:
        """A way to read what stood in files."""
        command = ["git", *_ALONE, "cat-file", "--batch"]
        with subprocess.Popen(  # noqa: S603
            command, cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as running:
            try:
                yield Blobs(running)
            finally:
                running.kill()

    def _ask(self, *words: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603
                ["git", *_ALONE, *words],  # noqa: S607
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired as late:
            raise NoAnswer(f"no answer within {_PATIENCE} seconds") from late
        if done.returncode:
            said = _text(done.stderr).strip().splitlines()
            raise NoAnswer(said[0] if said else f"git {words[0]} failed")
        return done.stdout


class Blobs:
    """What stood in files, by the name that git gave to it."""

    def __init__(self, running: subprocess.Popen[bytes]) -> None:
        self._running = running

    def read(self, name: str) -> bytes | None:
        """The bytes; None if this clone does not have them."""
        if NOTHING.fullmatch(name):
            return b""
        asked, answer = self._running.stdin, self._running.stdout
        if asked is None or answer is None:
            return None
        try:
            asked.write(f"{name}\n".encode())
            asked.flush()
        except OSError:
            return None
        head = answer.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            return None
        size = int(head[2])
        content = answer.read(size + 1)
        return content[:-1] if len(content) == size + 1 else None


def _commit(part: bytes) -> Commit:
    head, *rows = part.split(b"\0")
    at, _, parents = head.partition(b" ")
    files = []
    for about, path in zip(rows[::2], rows[1::2], strict=False):
        fields = about.lstrip(b"\n").split()
        if fields and fields[0].startswith(b":"):
            files.append(FileChange(_text(path), fields[2].decode(), fields[3].decode()))
    return Commit(int(at), bool(parents.strip()), files)


def _text(name: bytes) -> str:
    return name.decode(errors="surrogateescape")
