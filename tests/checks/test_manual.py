"""Each check is a page of the manual, and its examples are true."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import generator.checks
from generator.checks import CHECKS
from generator.checks.finding import Check
from generator.problems import Level, Problem
from tools.check_pages import FOLDER, pages, write

Read = Callable[[str], tuple[Problem, ...]]

HEADINGS = {Level.ERROR: "Is refused", Level.WARNING: "Is told", Level.NOTICE: "Is told"}


def _name(check: Check) -> str:
    return check.ID


def _parts(check: Check) -> dict[str, str]:
    """The docstring by headings; what comes before the first stands under an empty one."""
    first, *rest = re.split(r"^## (.+)\n", inspect.cleandoc(check.__doc__ or ""), flags=re.MULTILINE)
    return {"": first, **dict(zip(rest[::2], rest[1::2], strict=True))}


def _snippet(check: Check, heading: str) -> str:
    (snippet,) = re.findall(r"```yaml\n(.*?)```", _parts(check)[heading], re.DOTALL)
    return str(snippet)


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_a_page_has_all_its_parts(check: Check) -> None:
    parts = _parts(check)
    assert list(parts) == ["", "Passes", HEADINGS[check.LEVEL], "How to mend it"]
    sentence, _, reason = parts[""].partition("\n\n")
    assert sentence.endswith(".")
    assert len(reason) > 100


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_the_example_that_passes_has_no_error_and_nothing_of_this_check(check: Check, read: Read) -> None:
    problems = read(_snippet(check, "Passes"))
    assert [problem for problem in problems if problem.is_error or problem.rule == check.ID] == []


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_the_example_that_fails_is_told_by_this_check_once(check: Check, read: Read) -> None:
    problems = read(_snippet(check, HEADINGS[check.LEVEL]))
    assert [problem.level for problem in problems if problem.rule == check.ID] == [check.LEVEL]
    assert [problem for problem in problems if problem.is_error and problem.rule != check.ID] == []


def test_every_file_of_the_folder_is_in_the_list() -> None:
    folder = Path(generator.checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "finding"}
    assert {check.ID.replace("-", "_") for check in CHECKS} == files


def test_the_printed_pages_are_up_to_date() -> None:
    printed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert printed == pages(), "print them again: python -m tools.check_pages"


def test_a_page_of_a_check_that_is_no_more_goes_away(tmp_path: Path) -> None:
    (tmp_path / "old-check.md").write_text("# old-check\n", encoding="utf-8")
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages())
