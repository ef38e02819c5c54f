from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.checks.crisis_help import check
from generator.checks.finding import Subject
from generator.crisis.presets import preset
from generator.model.about import About
from generator.model.crisis import PRESETS, Crisis
from generator.model.directory import Directory
from generator.problems import Level, Problem

Told = Callable[[str, str], list[Problem]]

DIRECTORY = "directory: {{name: A, area_served: A, country: {}, time_zone: America/New_York}}\n"
LINE = "  lines:\n    - {{id: x, name: X, kind: crisis, summary: X., phones: 112, checked: {}}}\n"


@pytest.mark.parametrize(
    ("country", "crisis", "level"),
    [
        ("US", "crisis: US\n", None),
        ("IE", "crisis: IE\n", None),
        ("GB", "crisis: US\n", Level.ERROR),
        ("DE", "crisis: US\n", Level.ERROR),
        ("DE", "crisis:\n" + LINE.format("2026-11-20"), None),
        ("DE", "crisis:\n" + LINE.format("2025-11-23"), None),
        ("DE", "crisis:\n" + LINE.format("2025-11-22"), Level.NOTICE),
        ("DE", "crisis:\n" + LINE.format("2026-11-23"), Level.ERROR),
        ("US", "crisis: {preset: US, hide: [nobody]}\n", Level.ERROR),
        ("US", "crisis: {preset: US, hide: [988-lifeline]}\n", None),
    ],
)
def test_help_is_there_works_here_and_was_checked(country: str, crisis: str, level: Level | None, told: Told) -> None:
    problems = told("crisis-help", DIRECTORY.format(country) + crisis)
    assert [problem.level for problem in problems] == ([level] if level else [])


def test_hiding_every_line_is_refused(told: Told) -> None:
    everyone = ", ".join(line.id for line in preset("IE"))
    (problem,) = told("crisis-help", DIRECTORY.format("IE") + f"crisis: {{preset: IE, hide: [{everyone}]}}\n")
    assert problem.is_error


def test_a_hidden_id_is_told_at_its_own_place(told: Told) -> None:
    (problem,) = told("crisis-help", "crisis:\n  preset: US\n  hide:\n    - 988-lifeline\n    - nobody\n")
    assert (problem.place.line, problem.place.column) == (5, 7)


@pytest.mark.parametrize("country", PRESETS)
def test_the_national_lines_grow_old_too(country: str) -> None:
    about = About(name="A", area_served="A", country=country, time_zone="Europe/London")
    directory = Directory(directory=about, crisis=Crisis(preset=country))
    oldest = min(line.checked for line in preset(country))
    a_year_on = oldest.replace(year=oldest.year + 1)
    assert list(check(Subject(directory, date.fromordinal(a_year_on.toordinal() - 1)))) == []
    (finding,) = check(Subject(directory, a_year_on))
    assert finding.where == ("crisis", "preset")
