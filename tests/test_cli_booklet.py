"""`waypost booklet`: a chosen part, on a chosen paper, or one sentence about why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.paper.conftest import needs_engine
from tests.paper.paper_reader import pages_of
from tests.town import HEAD

TOWN = """\
goals:
  - {id: talk, name: Talk, summary: To talk.}
groups:
  - {id: tea, name: Tea, summary: Tea at four., goals: [talk], schedule: Tuesday 16:00, verified: 2026-11-01}
  - {id: walk, name: Walk, summary: A walk., goals: [talk], schedule: Friday 10:00, verified: 2026-11-01}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    file = tmp_path / "resources.yaml"
    file.write_text(HEAD + TOWN, encoding="utf-8")
    return file


def run(town: Path, *options: str) -> tuple[int, str]:
    call = [
        "booklet",
        "--resources",
        str(town),
        "--today",
        "2026-11-22",
        "--out",
        str(town.parent / "made.pdf"),
        *options,
    ]
    done = CliRunner().invoke(main, call)
    return done.exit_code, done.output


@needs_engine
def test_a_part_is_printed_on_the_paper_asked_for(town: Path) -> None:
    code, said = run(town, "--ids", "walk", "--paper", "a5")
    assert (code, said.strip()) == (0, str(town.parent / "made.pdf"))
    text = " ".join(pages_of((town.parent / "made.pdf").read_bytes()))
    assert "A walk." in text
    assert "Tea at four." not in text


@needs_engine
def test_a_copy_to_fold_says_how_to_fold_it(town: Path) -> None:
    code, said = run(town, "--fold")
    assert code == 0
    assert "Cut all sheets across the middle" in said


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--area", "moon"], "There is no area 'moon'."),
        (["--goal", "fame"], "There is no goal 'fame'."),
        (["--ids", "tea,nobody"], "There is no group or service 'nobody' to print."),
        (["--paper", "large", "--fold"], "large is not for folding."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(town: Path, options: list[str], sentence: str) -> None:
    code, said = run(town, *options)
    assert code == 1
    assert sentence in said
    assert not (town.parent / "made.pdf").exists()
