"""Ours, with everything switched on but PDFs: checks, area and goal pages, the finder's index, exports, calendars, history."""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.builders.build import Build, Town
from benchmarks.make_directory import TODAY
from benchmarks.our_site import ROOT, THE_MOMENT, lay_out
from benchmarks.peer_tools import PeerTools

COMMITS = 20


def prepare(town: Town, folder: Path, _tools: PeerTools) -> Build:
    return replace(laid_out(town.directory, folder), edited=folder / town.edited)


def prepare_without_exports(town: Town, folder: Path, _tools: PeerTools) -> Build:
    """The same without open data and calendars."""
    build = prepare(town, folder, _tools)
    command = [sys.executable, "-m", "benchmarks.without_exports", "build", "--quiet"]
    found = {**build.environment, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
    return replace(build, name="ours-no-exports", command=command, environment=found, serve=())


def laid_out(directory: Path, folder: Path) -> Build:
    """The directory with the project's own pages, theme and code; the code is ready to run, as after any first build."""
    lay_out(directory, folder)
    _commit(folder)
    compileall.compile_dir(folder / "generator", quiet=1)
    program = [sys.executable, "-m", "mkdocs"]
    return Build(
        "ours",
        folder,
        [*program, "build", "--quiet"],
        site=folder / "site",
        edited=folder / "resources.yaml",
        environment={"SOURCE_DATE_EPOCH": THE_MOMENT, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)},
        caches=[folder / ".cache"],
        serve=[*program, "serve", "--livereload", "--dev-addr", "127.0.0.1:{port}"],
        at="/lantern-bay/",
    )


def _commit(folder: Path) -> None:
    """Give the directory a history of some changes, since a build reads it."""
    file = folder / "resources.yaml"
    text = file.read_text(encoding="utf-8")
    summaries = [found.end() for found in re.finditer(r"^    summary: .*$", text, re.MULTILINE)]
    git = ["git", "-C", str(folder), "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "gc.auto=0"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    (folder / ".gitignore").write_text("/generator/\n/site/\n/.cache/\n*.log\n", encoding="utf-8")
    for number in range(COMMITS):
        at = summaries[len(summaries) * number // COMMITS]
        last = number == COMMITS - 1
        file.write_text(text if last else f"{text[:at]} Earlier words.{text[at:]}", encoding="utf-8")
        subprocess.run([*git, "add", "--all"], check=True)
        day = f"{TODAY.replace(month=1 + number // 2, day=1 + number)}T12:00:00"
        dated = {**os.environ, "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
        subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "A change"], check=True, env=dated)
