"""Real git repositories for tests: a small town whose files are committed on chosen days."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.changed import History
from generator.history.reading import Told, read_history
from generator.source.reader import read
from tests.town import HEAD

AUTHOR = {"NAME": "Wilhelmina Quartermaine", "EMAIL": "wilhelmina@quartermaine.example"}
MESSAGE = "Zinnia told me on the phone"
TODAY = date(2026, 11, 22)
ZONE = "America/New_York"


class Project:
    """A project folder in git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def git(self, *words: str, day: date | None = None) -> str:
        """Run git as an author of whom nothing may be published."""
        noon = f"{day or TODAY}T12:00:00-05:00"
        mine = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in AUTHOR.items()}
        dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", "-c", "protocol.file.allow=always", *words]
        done = subprocess.run(
            command, cwd=self.folder, env={**os.environ, **mine, **dates, **own}, check=True, capture_output=True
        )
        return done.stdout.decode()

    def begin(self) -> None:
        self.git("init", "--quiet", "--initial-branch=main")

    def write(self, files: Mapping[str, str]) -> None:
        """Write files; the text of resources.yaml comes after the head of a small town."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HEAD + text if name == "resources.yaml" else text, encoding="utf-8")

    def commit(self, day: str, files: Mapping[str, str]) -> None:
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", MESSAGE, day=date.fromisoformat(day))

    def told(self, kept: Path | None = None, *, today: date = TODAY) -> Told:
        document = read(self.folder / "resources.yaml", root=self.folder)
        return read_history(self.folder, document.files, today, ZONE, kept)

    def history(self) -> History:
        return self.told().history

    def days(self, entry: str) -> list[str]:
        """The days on which an entry changed."""
        return [day.isoformat() for day in self.history()[entry].days]


def group(name: str, summary: str = "Talk and tea.", more: str = "") -> str:
    """One group in YAML."""
    return f"  - id: {name}\n    name: {name.title()}\n    summary: {summary}\n{more}"


def groups(*texts: str) -> str:
    return "groups:\n" + "".join(texts)
