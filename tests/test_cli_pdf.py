"""`waypost pdf`: which files it prints, where they are, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.paper.press import is_there

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _engine() -> None:
    if missing := is_there():
        pytest.skip(str(missing))


def waypost_pdf(*arguments: object) -> Result:
    command = ["pdf", *map(str, arguments), "--resources", str(ROOT / "resources.yaml"), "--today", "2026-11-22"]
    return CliRunner().invoke(main, command)


def test_it_prints_one_worksheet_and_says_where_the_files_are(tmp_path: Path) -> None:
    done = waypost_pdf("my-goal", "--out", tmp_path / "out", "--paper", "a4")
    assert done.exit_code == 0, done.output
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["my-goal-a4-fill.pdf", "my-goal-a4-large-fill.pdf", "my-goal-a4-large.pdf", "my-goal-a4.pdf"]
    assert sorted(Path(line) for line in done.stdout.splitlines()) == sorted((tmp_path / "out").iterdir())


def test_it_prints_only_large_sheets_to_type_into_if_asked(tmp_path: Path) -> None:
    done = waypost_pdf("my-goal", "--out", tmp_path, "--large", "--fill")
    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "my-goal-a4-large-fill.pdf",
        "my-goal-letter-large-fill.pdf",
    ]


def test_a_worksheet_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    done = waypost_pdf("my-gaol", "--out", tmp_path)
    assert done.exit_code == 1
    assert "There is no worksheet 'my-gaol'" in done.output
    assert "my-goal" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "my-goal-a4.pdf").mkdir()
    done = waypost_pdf("my-goal", "--out", tmp_path, "--paper", "a4")
    assert done.exit_code == 1
    assert "my-goal-a4.pdf cannot be written" in done.output
