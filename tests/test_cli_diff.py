"""`waypost diff` on a real repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.town import HEAD

GROUPS = """\
groups:
  - id: talkers
    name: Talkers
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
"""


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words], cwd=folder, check=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town in a folder of a repository, with its groups in a file of their own."""
    folder = tmp_path / "repository" / "town"
    (folder / "lists").mkdir(parents=True)
    (folder / "resources.yaml").write_text(HEAD + "include: lists/*.yaml\n", encoding="utf-8")
    (folder / "lists" / "groups.yaml").write_text(GROUPS, encoding="utf-8")
    git(folder.parent, "init", "--quiet", "--initial-branch=main")
    git(folder.parent, "add", "-A")
    git(folder.parent, "commit", "--quiet", "-m", "First")
    monkeypatch.chdir(folder)
    return folder


def diff(*words: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--today", "2026-11-22", "--language", "en-GB", *words])


def test_a_revision_is_compared_with_the_file_as_it_stands(repository: Path) -> None:
    (repository / "lists" / "groups.yaml").write_text(GROUPS.replace("18:30", "19:00"), encoding="utf-8")
    result = diff("main")
    assert result.exit_code == 0
    assert "### `Talkers` (`groups/talkers`)" in result.output
    assert "- `schedule`: `Every Tuesday, 18:30 to 20:00` → `Every Tuesday, 19:00 to 20:00`" in result.output


def test_two_revisions_are_compared_and_the_work_in_between_is_left_alone(repository: Path) -> None:
    file = repository / "lists" / "groups.yaml"
    file.write_text(GROUPS.replace("Tea and talk", "Soup and talk"), encoding="utf-8")
    git(repository, "commit", "--quiet", "-am", "Second")
    file.write_text("groups: [broken", encoding="utf-8")
    [change] = json.loads(diff("HEAD~1", "HEAD", "--json").output)
    assert change["fields"] == [{"path": "summary", "before": ["Tea and talk."], "after": ["Soup and talk."]}]
    assert file.read_text(encoding="utf-8") == "groups: [broken"


def test_a_listing_moved_to_another_file_is_no_change(repository: Path) -> None:
    (repository / "lists" / "groups.yaml").rename(repository / "lists" / "north.yaml")
    assert diff("main").output == "Nothing changed that a visitor would see.\n"


def test_a_file_and_a_folder_can_be_named_too(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "resources.yaml").write_text(HEAD + GROUPS.replace("Talkers", "Walkers"), encoding="utf-8")
    assert "`Talkers` → `Walkers`" in diff("resources.yaml", str(other)).output
    assert "`Walkers` → `Talkers`" in diff(str(other / "resources.yaml")).output


@pytest.mark.parametrize("name", ["nowhere", "--output=stolen", "HEAD:resources.yaml", "-n"])
def test_what_is_no_revision_is_refused(repository: Path, name: str) -> None:
    result = diff("--", name)
    assert result.exit_code == 1
    assert f"'{name}' is neither a file, nor a folder, nor a revision" in result.output
    assert not (repository / "stolen").exists()


def test_a_state_with_errors_is_not_compared(repository: Path) -> None:
    (repository / "lists" / "groups.yaml").write_text(GROUPS.replace("summary", "sumary"), encoding="utf-8")
    result = diff("main")
    assert result.exit_code == 1
    assert "'summary'" in result.output
    assert "Nothing was compared: resources.yaml has errors." in result.output


def test_a_link_in_a_revision_is_not_followed(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("groups: [{id: secret, name: Secret, summary: Of another folder.}]\n", encoding="utf-8")
    (repository / "lists" / "more.yaml").symlink_to(secret)
    git(repository, "add", "-A")
    git(repository, "commit", "--quiet", "-m", "A link")
    (repository / "lists" / "more.yaml").unlink()
    assert diff("HEAD").output == "Nothing changed that a visitor would see.\n"


def test_files_that_hold_no_listings_are_named_first(repository: Path) -> None:
    (repository / "generator.py").write_text("print()\n", encoding="utf-8")
    (repository / "lists" / "groups.yaml").write_text(GROUPS.replace("Tea", "Soup"), encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "--quiet", "-m", "More than a listing")
    first = diff("HEAD~1", "HEAD").output.partition("###")[0]
    assert "A file that holds no listings changes too: `town/generator.py`." in first
    assert "CAUTION" in first
    (repository / "theme.css").write_text("a {}\n", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "--quiet", "-m", "And nothing but files")
    assert "theme.css`" in diff("HEAD~1", "HEAD").output
    assert diff("HEAD~1", "HEAD").output.startswith("No listing changes.")
