"""Directories that people might type, right and wrong, and what they are told.

A case is a file in a folder of `tests/cases`, and needs no Python:

- `id-twice-nope.yaml` is what was typed. The end of its name says what must come of it: `-nope` for errors, `-warns` for
  warnings at worst, `-due` for notices at worst, and no such end for a file that is right.
- `id-twice-nope.txt` holds what is told of it, line by line: `file:line:column: what was seen. What to type. (rule)`.
- `id-twice-mended.yaml` is the same with the advice followed. It must be right, and differ where the problem was told.
- A folder `id-twice-nope/` holds further files that it includes.

A case is read as a file that the small directory `tests/cases/town.yaml` includes, so that it can use the goals, areas and
locations there. Cases in the folder `whole` stand for themselves. Today is 22 November 2026.

After a sentence was changed, `python -m tests.test_cases` writes the texts anew. Read each line that changed before you
keep it: is it true, is it the right line, and does typing the advice mend the file?
"""

from __future__ import annotations

import shutil
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.load import Loaded, load
from generator.problems import Level, as_text

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 22)
ENDS = {Level.ERROR: "-nope", Level.WARNING: "-warns", Level.NOTICE: "-due"}
# A problem of several lines is told at one of them; so far may the one that is changed be from it.
NEAR = 2

ALL = sorted(path for path in CASES.glob("*/*.yaml"))
MENDED = [path for path in ALL if path.stem.endswith("-mended")]
TYPED = [path for path in ALL if path not in MENDED]


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def _loaded(case: Path) -> Loaded:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(case, folder)
        if case.with_suffix("").is_dir():
            shutil.copytree(case.with_suffix(""), folder / case.stem)
        first = folder / case.name
        if case.parent.name != "whole":
            first = folder / "town.yaml"
            town = (CASES / "town.yaml").read_text(encoding="utf-8")
            first.write_text(f"{town}\ninclude: {case.name}\n", encoding="utf-8")
        return load(first, root=folder, today=TODAY)


def _expected(case: Path) -> list[str]:
    told = case.with_suffix(".txt")
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


@pytest.mark.parametrize("case", TYPED, ids=_name)
def test_what_was_typed_is_told_as_the_case_says(case: Path) -> None:
    loaded = _loaded(case)
    assert [as_text(problem) for problem in loaded.problems] == _expected(case)


@pytest.mark.parametrize("case", TYPED, ids=_name)
def test_the_end_of_the_name_says_what_comes_of_it(case: Path) -> None:
    loaded = _loaded(case)
    levels = {problem.level for problem in loaded.problems}
    worst = next((end for level, end in ENDS.items() if level in levels), "")
    assert worst == next((end for end in ENDS.values() if case.stem.endswith(end)), "")
    assert (loaded.directory is None) is (worst == "-nope")


@pytest.mark.parametrize("case", MENDED, ids=_name)
def test_the_advice_mends_the_file(case: Path) -> None:
    loaded = _loaded(case)
    assert [as_text(problem) for problem in loaded.problems] == []
    assert loaded.directory is not None


@pytest.mark.parametrize("case", [case for case in MENDED if case.parent.name != "whole"], ids=_name)
def test_the_line_that_is_told_is_where_the_mended_file_differs(case: Path) -> None:
    wrong = _wrong_form_of(case)
    told = [int(line.removeprefix(f"{wrong.name}:").partition(":")[0]) for line in _expected(wrong)]
    changes = SequenceMatcher(None, _lines(wrong), _lines(case), autojunk=False).get_opcodes()
    # What was missing may be added anywhere in its entry.
    if not any(kind == "insert" for kind, *_ in changes):
        near = {
            line
            for kind, first, last, _, _ in changes
            for line in range(first + 1 - NEAR, last + 1 + NEAR)
            if kind != "equal"
        }
        assert set(told) <= near


def _wrong_form_of(mended: Path) -> Path:
    stem = mended.stem.removesuffix("-mended")
    (wrong,) = (
        mended.with_name(f"{stem}{end}.yaml") for end in ENDS.values() if mended.with_name(f"{stem}{end}.yaml").exists()
    )
    return wrong


def _lines(case: Path) -> list[bytes]:
    return case.read_bytes().split(b"\n")


def test_every_text_belongs_to_a_case() -> None:
    assert [path.name for path in CASES.glob("*/*.txt") if path.with_suffix(".yaml") not in TYPED] == []


def test_there_are_cases_of_every_kind() -> None:
    wrong = [case for case in TYPED if case.stem.endswith("-nope")]
    right = [case for case in TYPED if not case.stem.endswith(tuple(ENDS.values()))]
    assert len(wrong) >= 60
    assert len(right) >= 15
    assert all(_expected(case) for case in wrong)


def test_every_problem_of_a_hostile_file_stays_on_one_line() -> None:
    for case in TYPED:
        for told in _expected(case):
            assert told.endswith(")")
            assert told.isprintable()


if __name__ == "__main__":
    for typed in TYPED:
        lines = [as_text(problem) for problem in _loaded(typed).problems]
        text = typed.with_suffix(".txt")
        text.unlink(missing_ok=True)
        if lines:
            text.write_text("\n".join(lines) + "\n", encoding="utf-8")
