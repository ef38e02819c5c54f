"""A volunteer at a real git repository: types, checks, sends; what changed is told by git itself."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main

TODAY = "2026-11-22"
TOWN = (Path(__file__).parent / "town.yaml").read_bytes()


@dataclass(frozen=True)
class Checkout:
    """A clone of a town's repository, with one commit that is right."""

    folder: Path
    file: Path

    @classmethod
    def make(cls, folder: Path, data: bytes = TOWN) -> Checkout:
        """A new repository that holds the town's file, byte for byte."""
        found = cls(folder, folder / "resources.yaml")
        found.git("init", "--quiet", "--initial-branch=main")
        found.git("config", "core.autocrlf", "false")
        found.file.write_bytes(data)
        found.commit("The directory")
        return found

    def git(self, *arguments: str) -> str:
        """What git says; a merge that ends in a conflict is told by its files."""
        who = {"GIT_AUTHOR_NAME": "Vera", "GIT_AUTHOR_EMAIL": "vera@example.org"}
        who |= {"GIT_COMMITTER_NAME": "Vera", "GIT_COMMITTER_EMAIL": "vera@example.org"}
        nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **who, **nowhere}, capture_output=True, check=False
        )
        assert done.returncode in (0, 1), done.stderr.decode()
        return done.stdout.decode()

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)

    def replace(self, old: str, new: str) -> None:
        """Type something else in the one place where `old` stands."""
        data = self.file.read_bytes()
        assert data.count(old.encode()) == 1, old
        self.file.write_bytes(data.replace(old.encode(), new.encode()))

    def waypost(self, *arguments: str, answers: str | None = None) -> Result:
        """The command, in this folder, on the tests' day."""
        return CliRunner().invoke(
            main, [*arguments, "--resources", str(self.file), "--today", TODAY], input=answers, catch_exceptions=False
        )

    def first_problem(self) -> str:
        """The first line of `waypost check`, without the folder."""
        done = self.waypost("check")
        return done.stdout.splitlines()[0].replace(f"{self.folder.as_posix()}/", "")

    def changed(self) -> list[str]:
        """The lines taken out and put in since the last commit, as git tells them, without line ends."""
        lines = self.git("diff", "--unified=0", "--no-color").split("\n")
        return [line for line in lines if line[:1] in "+-" and line and not line.startswith(("+++", "---"))]
