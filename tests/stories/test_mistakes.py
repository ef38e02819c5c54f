"""Message quality: for each mistake in `mistakes.yaml`, the first problem names the true line and a fix that works when typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.load import load
from generator.problems import Problem

HERE = Path(__file__).parent
TOWN = (HERE / "town.yaml").read_text(encoding="utf-8")
MISTAKES: list[dict[str, str]] = yaml.load((HERE / "mistakes.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TODAY = date(2026, 11, 22)


def _problems(text: str, folder: Path) -> tuple[Problem, ...]:
    file = folder / "resources.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file, root=folder, today=TODAY).problems


def _line(mistake: dict[str, str], text: str) -> int:
    """Where the mistake begins: the first letter at which the wrong text differs from the right one."""
    if "at" in mistake:
        return text[: text.index(mistake["at"])].count("\n") + 1
    pairs = zip(mistake["right"], mistake["wrong"], strict=False)
    same = next(
        (at for at, (right, wrong) in enumerate(pairs) if right != wrong),
        min(len(mistake["right"]), len(mistake["wrong"])),
    )
    return text[: TOWN.index(mistake["right"]) + same].count("\n") + 1


def _is_explained(mistake: dict[str, str], folder: Path) -> str:
    """Why the first problem would not help somebody; empty if it does."""
    text = TOWN.replace(mistake["right"], mistake["wrong"])
    problems = _problems(text, folder)
    if not problems:
        return "nothing is told"
    first = problems[0]
    if first.place.line != _line(mistake, text):
        return f"line {first.place.line} is told, and it is line {_line(mistake, text)}"
    if mistake["told"] not in str(first.hint):
        return f"told is: {first.hint}"
    mended = mistake.get("mended", mistake["right"])
    if "type" in mistake and not (mistake["type"] in str(first.hint) and mistake["type"] in mended):
        return "what to type is not what mends it"
    left = _problems(TOWN.replace(mistake["right"], mended), folder)
    return f"mended, and still: {left[0].message}" if left else ""


def test_the_town_itself_is_right(tmp_path: Path) -> None:
    assert _problems(TOWN, tmp_path) == ()


def test_there_are_sixty_mistakes_and_each_can_be_typed_in_one_place() -> None:
    assert len({mistake["what"] for mistake in MISTAKES}) == len(MISTAKES) >= 60
    assert [mistake["what"] for mistake in MISTAKES if TOWN.count(mistake["right"]) != 1] == []
    assert [mistake["what"] for mistake in MISTAKES if mistake["right"] == mistake["wrong"]] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["what"])
def test_the_first_problem_names_the_line_and_a_fix_that_works(mistake: dict[str, str], tmp_path: Path) -> None:
    assert _is_explained(mistake, tmp_path) == ""


def test_the_share_of_mistakes_that_are_well_told(tmp_path: Path, record_property: Any, capsys: Any) -> None:
    well = [mistake for mistake in MISTAKES if not _is_explained(mistake, tmp_path)]
    share = 100 * len(well) / len(MISTAKES)
    record_property("share", share)
    with capsys.disabled():
        print(
            f"\n{len(well)} of {len(MISTAKES)} mistakes are told with their line and a fix that works: {share:.0f} %."
        )
    assert share == 100
