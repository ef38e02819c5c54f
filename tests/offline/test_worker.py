"""The service worker names what the site has, changes when the site does, and can be switched off."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.addresses import Addresses
from generator.language import Language
from generator.load import load
from generator.made import AssetFile, PageFile
from generator.offline.worker import MOST_DATA, WORKER, with_worker
from generator.views import paths
from generator.views.survey import Survey
from tests.town import HEAD, TODAY


def page(path: str, kind: str = "x", html: str = "<h1>x</h1>") -> PageFile:
    return PageFile(path, kind, "Title", "What it is.", html)


SITE: list[PageFile | AssetFile] = [
    page(paths.HOME),
    page(paths.HELP_NOW),
    page(paths.NO_SIGNAL),
    page(paths.WEEK),
    page("groups/tea.md", "listing"),
    page("worksheets/index.md", "worksheets"),
    page("worksheets/my-goal.md", "worksheet"),
    AssetFile("assets/find/3f2a9c/data.js", b"1"),
    AssetFile("assets/find/3f2a9c/words-0.js", b"2"),
    AssetFile("assets/plan/1-of-1.js", b"3"),
    AssetFile("calendars/tea.ics", b"4"),
]


def worker_of(
    files: Sequence[PageFile | AssetFile], folder: Path, *, folders: bool = True, off: bool = False, day: date = TODAY
) -> bytes:
    file = folder / "resources.yaml"
    file.write_text(HEAD.replace("  contact:", "  offline: no\n  contact:") if off else HEAD, encoding="utf-8")
    directory = load(file, root=folder, today=day).directory
    assert directory
    *others, last = with_worker(files, Survey(directory, day, Language.load("en-US")), Addresses(folders))
    assert others == list(files), "the other files pass as they are"
    assert isinstance(last, AssetFile)
    assert last.path == WORKER
    return last.content


def kept(worker: bytes) -> dict[str, Any]:
    first = worker.partition(b"\n")[0].decode()
    found: dict[str, Any] = json.loads(first.removeprefix("const KEPT = ").removesuffix(";"))
    return found


def test_it_names_the_pages_that_are_there_the_help_lines_first(tmp_path: Path) -> None:
    found = kept(worker_of(SITE, tmp_path))
    assert found["pages"] == ["help-now/", "no-signal/", "", "week/"]
    assert found["fallback"] == "no-signal/"
    assert found["more"] == ["worksheets/", "worksheets/my-goal/"]
    assert found["data"] == ["assets/plan/1-of-1.js", "assets/find/3f2a9c/data.js", "assets/find/3f2a9c/words-0.js"]


def test_it_names_files_where_pages_are_files(tmp_path: Path) -> None:
    found = kept(worker_of(SITE, tmp_path, folders=False))
    assert found["pages"] == ["help-now.html", "no-signal.html", "index.html", "week.html"]


def test_the_same_site_has_the_same_worker(tmp_path: Path) -> None:
    assert worker_of(SITE, tmp_path) == worker_of(SITE, tmp_path)


@pytest.mark.parametrize("at", range(len(SITE)))
def test_any_change_of_any_file_makes_a_new_worker(tmp_path: Path, at: int) -> None:
    before = kept(worker_of(SITE, tmp_path))["version"]
    old = SITE[at]
    new = page(old.path, old.kind, "<h1>y</h1>") if isinstance(old, PageFile) else AssetFile(old.path, b"5")
    moved = page("moved.md", old.kind) if isinstance(old, PageFile) else AssetFile("moved.js", old.content)
    for other in ([new], [moved], []):
        assert kept(worker_of([*SITE[:at], *other, *SITE[at + 1 :]], tmp_path))["version"] != before


def test_the_next_day_has_a_new_worker(tmp_path: Path) -> None:
    tomorrow = TODAY.replace(day=TODAY.day + 1)
    assert kept(worker_of(SITE, tmp_path))["version"] != kept(worker_of(SITE, tmp_path, day=tomorrow))["version"]


def test_a_large_index_is_kept_as_far_as_there_is_room(tmp_path: Path) -> None:
    shards = [AssetFile(f"assets/find/3f2a9c/texts-{number}.js", b" " * (MOST_DATA // 3)) for number in range(5)]
    data = kept(worker_of([*SITE, *shards], tmp_path))["data"]
    assert data[:2] == ["assets/plan/1-of-1.js", "assets/find/3f2a9c/data.js"]
    assert 1 <= len([path for path in data if "texts" in path]) <= 3


def test_switched_off_it_takes_away_what_was_kept_and_itself(tmp_path: Path) -> None:
    worker = worker_of(SITE, tmp_path, off=True)
    assert b"unregister()" in worker
    assert b'addEventListener("fetch"' not in worker
    assert b"KEPT" not in worker
