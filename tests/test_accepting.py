"""Warnings and notices that curators leave as they are, with a reason in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.problems import Level, Problem, as_text
from tests.town import HEAD

GROUP = """\
groups:
  - id: old-house
    name: Old House
    summary: Tea and talk.
    contact: {{phones: (207) 555-0142}}
    verified: {verified}
    {accepted}
"""
REASON = "because: They only answer letters, and wrote in May."


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[Problem]]:
    def read(accepted: str, verified: str = "2026-01-15") -> list[Problem]:
        file = tmp_path / "resources.yaml"
        file.write_text(HEAD + GROUP.format(accepted=accepted, verified=verified), encoding="utf-8")
        return list(load(file, root=tmp_path, today=date(2026, 11, 22)).problems)

    return read


Problems = Callable[..., list[Problem]]


def test_without_an_acceptance_the_notice_is_told(problems: Problems) -> None:
    assert [problem.rule for problem in problems("")] == ["review-due"]


def test_an_accepted_notice_is_not_told_any_more(problems: Problems) -> None:
    assert problems(f"accepted: [{{check: review-due, {REASON.replace(',', ' and')}}}]") == []


def test_a_reason_is_asked_for(problems: Problems) -> None:
    told = problems("accepted: [{check: review-due}]")
    assert any("'because' is missing" in str(problem.message) for problem in told)


def test_another_check_still_speaks(problems: Problems) -> None:
    told = problems("accepted: [{check: alert-over, because: It is right.}]")
    assert sorted(problem.rule for problem in told) == ["accepted", "review-due"]


def test_an_acceptance_that_accepts_nothing_is_a_notice_where_it_stands(problems: Problems) -> None:
    [problem] = problems("accepted: [{check: review-due, because: It is right.}]", verified="2026-11-01")
    assert (problem.rule, problem.level, problem.place.line) == ("accepted", Level.NOTICE, HEAD.count("\n") + 7)


def test_a_misspelt_check_is_told_with_the_nearest(problems: Problems) -> None:
    told = [
        problem for problem in problems("accepted: [{check: review-du, because: It is right.}]") if problem.is_error
    ]
    assert [str(problem.hint) for problem in told] == ["Did you mean 'review-due'?"]


def test_an_error_cannot_be_accepted(problems: Problems) -> None:
    told = problems("accepted: [{check: review-due, because: It is right.}]", verified="2027-01-01")
    assert sorted((problem.rule, problem.level.value) for problem in told) == [
        ("accepted", "error"),
        ("review-due", "error"),
    ], "\n".join(map(as_text, told))
