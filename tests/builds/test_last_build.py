"""Nothing is made where nothing has changed, and everything is where anything has."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builds.small_site import SmallTown, contents

STANDS = "Nothing has changed since the last build"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    begun = SmallTown.begun(tmp_path / "town", more=8)
    (begun.folder / "content" / "extra.md").write_text("# The page that nobody needs\n", encoding="utf-8")
    begun.says()
    return begun.folder


def build(project: Path, *words: str, **env: str) -> str:
    return SmallTown(project).says(*words, **env)


def dates(site: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}


def test_a_second_build_of_the_same_touches_no_file(town: Path) -> None:
    before = dates(town / "site")
    assert STANDS in build(town)
    assert dates(town / "site") == before


def test_an_edit_of_one_listing_writes_what_shows_it_and_nothing_else(town: Path) -> None:
    before, was = dates(town / "site"), contents(town / "site")
    resources = town / "resources.yaml"
    resources.write_text(resources.read_text(encoding="utf-8").replace('"time" <3>', '"quiet" <3>'), encoding="utf-8")
    said = build(town)
    after, now = dates(town / "site"), contents(town / "site")
    written = {path.relative_to(town / "site").as_posix() for path in after if after[path] != before.get(path)}
    assert written == {path for path in now if now[path] != was.get(path)}, "what is the same is the same file"
    assert {path for path in written if path.startswith("groups/group-")} == {"groups/group-3/index.html"} | {
        path for path in now if path.startswith("groups/group-") and b"&#34;quiet&#34; &lt;3&gt;" in now[path]
    }
    assert f"{len(written)} files are new or changed" in said


def rewrite(path: Path, text: str, instead: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(text, instead), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a listing": lambda town: rewrite(town / "resources.yaml", "Group 3", "Group three"),
    "a listing, with the date of its file put back": lambda town: same_date(
        town / "resources.yaml", "Group 3", "Group Ⅲ"
    ),
    "a hand-written page": lambda town: rewrite(town / "content" / "extra.md", "The page", "This page"),
    "a new page": lambda town: (town / "content" / "more.md").write_text("# More\n", encoding="utf-8"),
    "a page that is gone": lambda town: (town / "content" / "extra.md").unlink(),
    "the settings": lambda town: rewrite(town / "mkdocs.yml", "small-town", "town"),
    "a page of the site that somebody deleted": lambda town: (town / "site" / "week" / "index.html").unlink(),
    "a page of the site that somebody wrote over": lambda town: (town / "site" / "404.html").write_text("gone"),
    "a stray file in the site": lambda town: (town / "site" / "stray.txt").write_text("stray"),
    "a site that is gone": lambda town: shutil.rmtree(town / "site"),
    "a record that is broken": lambda town: record(town).write_text("{", encoding="utf-8"),
    "a record that is gone": lambda town: record(town).unlink(),
}


def same_date(path: Path, text: str, instead: str) -> None:
    told = path.stat()
    rewrite(path, text, instead)
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def record(town: Path) -> Path:
    [found] = (town / ".cache" / "waypost").glob("build-*.json")
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_is_built_when_anything_has_changed(town: Path, change: str) -> None:
    CHANGES[change](town)
    assert STANDS not in build(town), change
    if change.startswith("a record"):
        return
    fresh = town.parent / "fresh"
    shutil.copytree(town, fresh, ignore=shutil.ignore_patterns("site", ".cache"))
    build(fresh)
    assert contents(town / "site") == contents(fresh / "site"), "and it is what a first build makes"


def test_another_day_or_another_question_is_another_build(town: Path) -> None:
    assert STANDS not in build(town, SOURCE_DATE_EPOCH="1795446000"), "the day after"
    assert STANDS not in build(town, "--strict")
    assert STANDS in build(town, "--strict")


def test_a_copy_of_the_project_with_other_dates_is_still_the_same(town: Path) -> None:
    for path in town.glob("content/*.md"):
        os.utime(path, ns=(10**18, 10**18))
    assert STANDS in build(town)


def test_a_build_with_warnings_is_made_again_so_that_they_are_said_again(town: Path) -> None:
    (town / "content" / "extra.md").write_text("# About us\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    assert "nowhere.md" in build(town)
    assert "nowhere.md" in build(town)


def test_beside_a_plugin_that_nobody_knows_a_site_is_always_built(town: Path) -> None:
    (town / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n", encoding="utf-8")
    with (town / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    build(town)
    assert STANDS not in build(town)


def test_a_new_commit_is_a_change(town: Path) -> None:
    # A page may tell when its listing was last changed, and that is known from git.
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    (town / ".gitignore").write_text("site/\n.cache/\n", encoding="utf-8")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run([*git, *words], cwd=town, check=True)
    build(town)
    assert STANDS in build(town)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "More"], cwd=town, check=True)
    assert STANDS not in build(town)
