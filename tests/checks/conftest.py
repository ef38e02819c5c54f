"""What the tests of checks share: the smallest directory, and what a check says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.problems import Problem

TODAY = date(2026, 11, 22)

DIRECTORY = """
directory:
  name: Lantern Bay
  area_served: Lantern County
  country: US
  time_zone: America/New_York
"""
CRISIS = "\ncrisis: US\n"

Read = Callable[[str], tuple[Problem, ...]]
Told = Callable[[str, str], list[Problem]]


def whole(typed: str) -> str:
    """The text with the sections that no directory can do without, where it has none itself; its lines stay as they are."""
    sections = {line.partition(":")[0] for line in typed.splitlines() if line and not line[0].isspace()}
    return typed + ("" if "directory" in sections else DIRECTORY) + ("" if "crisis" in sections else CRISIS)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Everything that is wrong with a text: `read("groups: ...")`."""

    def _read(typed: str) -> tuple[Problem, ...]:
        path = tmp_path / "resources.yaml"
        path.write_text(whole(typed), encoding="utf-8")
        return load(path, root=tmp_path, today=TODAY).problems

    return _read


@pytest.fixture
def told(read: Read) -> Told:
    """What one check says of a text: `told("review-due", "groups: ...")`."""
    return lambda check, typed: [problem for problem in read(typed) if problem.rule == check]
