from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Level, Problem

Told = Callable[[str, str], list[Problem]]

SHEET = """worksheets:
  - id: a
    name: A
    summary: A.
    purpose: A.
    minutes: 5
    author: A
    licence: CC0-1.0
    sections: [{title: A, blocks: [{type: note, id: n, text: A}]}]
"""
DIRECTORY = "directory: {name: A, area_served: A, country: US, time_zone: America/New_York, review_every: 2 weeks}\n"


def _group(more: str) -> str:
    return f"groups:\n  - id: a\n    name: A\n    summary: A.\n    {more}\n"


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ("verified: 2026-05-23", None),
        ("verified: 2026-05-22", Level.NOTICE),
        ("verified: 2026-11-22", None),
        ("verified: 2026-11-23", Level.ERROR),
        ("keywords: never", Level.NOTICE),
        ("{verified: 2026-11-08, review_every: 2 weeks}", Level.NOTICE),
        ("{verified: 2026-11-09, review_every: 2 weeks}", None),
        ("{verified: 2025-11-23, review_every: 1 year}", None),
        ("{status: ended, verified: 2020-01-01}", None),
        ("{status: ended}", None),
        ("{status: ended, verified: 2027-01-01}", Level.ERROR),
        ("{status: paused, verified: 2020-01-01}", Level.NOTICE),
    ],
)
def test_a_listing_is_due_when_its_time_has_passed(more: str, level: Level | None, told: Told) -> None:
    lines = more.strip("{}").split(", ") if more.startswith("{") else [more]
    problems = told("review-due", _group("\n    ".join(lines)))
    assert [problem.level for problem in problems] == ([level] if level else [])


@pytest.mark.parametrize(("verified", "due"), [("2026-11-08", True), ("2026-11-09", False)])
def test_the_rhythm_of_the_directory_holds_where_the_listing_has_none(verified: str, due: bool, told: Told) -> None:
    assert bool(told("review-due", DIRECTORY + _group(f"verified: {verified}"))) is due


def test_a_worksheet_without_a_date_is_fine(told: Told) -> None:
    assert told("review-due", SHEET) == []


def test_a_worksheet_with_an_old_date_is_due(told: Told) -> None:
    assert len(told("review-due", f"{SHEET}    verified: 2020-01-01\n")) == 1


def test_nothing_is_said_of_time_where_the_directory_itself_cannot_be_read(told: Told) -> None:
    assert told("review-due", DIRECTORY.replace("2 weeks", "often") + _group("verified: 2020-01-01")) == []
