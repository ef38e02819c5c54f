"""A small town built by the real command, and its site as one hash: what the tests of broken builds look at from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.views.paths import HAND_WRITTEN
from tests.town import HEAD

ROOT = Path(__file__).resolve().parents[2]

MKDOCS = f"""\
site_name: Not yet read
site_url: https://example.org/small-town/
docs_dir: content
theme: {{name: material, custom_dir: {(ROOT / "theme_overrides").as_posix()}, font: false}}
plugins:
  - waypost: {{pdf: false, edit_listing: "https://example.org/edit/{{path}}"}}
markdown_extensions: [attr_list, md_in_html, tables]
"""
GROUPS = """\
groups:
  - id: tea
    name: Tea and Talk {version}
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    location: {{name: The Mill, address: 1 Mill Street}}
    joining: drop_in
    verified: 2026-11-01
"""
MORE = """\
  - id: group-{number}
    name: Group {number} & friends
    summary: Tea, talk and "time" <{number}>.
    goals: [calm]
    areas: [harbor]
    schedule: Tuesday 18:30-20:00
    location: {{name: The Mill, address: 1 Mill Street}}
    joining: drop_in
    verified: 2026-11-01
"""
TERMS = """\
goals:
  - {id: calm, name: A calmer day, summary: Less worry.}
areas:
  - {id: harbor, name: Harbor}
"""
DAY = "1795359600"
"""Sunday, 22 November 2026, in seconds."""


@dataclass(frozen=True)
class SmallTown:
    """A project folder."""

    folder: Path

    @classmethod
    def begun(cls, folder: Path, version: str = "one", more: int = 0) -> SmallTown:
        """A project with one group, and so many more that share a goal and an area."""
        folder.mkdir(exist_ok=True)
        (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
        for name in HAND_WRITTEN:
            page = folder / "content" / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("# Written by hand\n", encoding="utf-8")
        town = cls(folder)
        town.becomes(version)
        if more:
            with (folder / "resources.yaml").open("a", encoding="utf-8") as resources:
                resources.writelines(MORE.format(number=number) for number in range(more))
                resources.write(TERMS)
        return town

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def becomes(self, version: str) -> None:
        (self.folder / "resources.yaml").write_text(HEAD + GROUPS.format(version=version), encoding="utf-8")

    def command(self, *more: str, before: Sequence[str] = ()) -> list[str]:
        return [*before, sys.executable, "-m", "mkdocs", "build", *more]

    def start(
        self, *more: str, before: Sequence[str] = (), instead: Sequence[str] = (), env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """A build that has begun; `before` stands in front of the command, `instead` in its place."""
        return subprocess.Popen(
            list(instead) or self.command(*more, before=before),
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, *more: str, before: Sequence[str] = (), env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """How a whole build ended, and what it said."""
        with self.start(*more, before=before, env=env) as process:
            said, _ = process.communicate()
        return process.returncode, said

    def says(self, *more: str, instead: Sequence[str] = (), **env: str) -> str:
        """What a build that had to succeed says."""
        with self.start(*more, instead=instead, env=env) as process:
            said, _ = process.communicate()
        assert process.returncode == 0, said
        return said

    def built(self) -> str:
        """The hash of the site after a build that had to succeed."""
        self.says()
        return tree(self.site)


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site by their paths."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def tree(folder: Path) -> str:
    """Names and contents of everything below a folder; nothing if it is not there."""
    if not folder.is_dir():
        return ""
    found = sha256()
    for path in sorted(folder.rglob("*")):
        content = sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        found.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return found.hexdigest()


def plain_sentence(said: str) -> str:
    """The one line that tells why a build failed, where no traceback stands beside it."""
    assert "Traceback" not in said, said
    # MkDocs tells a mistake in its log, or click does as the last word; either way it stands on one line.
    lines = [line.partition("ERROR   -  ")[2] or line.partition("Error: ")[2] for line in said.splitlines()]
    told = [line for line in lines if line and not line.startswith("Error building page")]
    assert len(told) == 1, said
    assert told[0].endswith("."), told
    return told[0]
