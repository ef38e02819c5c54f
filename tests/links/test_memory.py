"""What is remembered of failures between two checks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.links import memory
from generator.links.outcome import Outcome, State

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
DEAD, OK = Outcome(State.DEAD), Outcome(State.OK)


def test_the_first_failure_does_not_count_and_neither_does_a_second_on_the_same_day() -> None:
    once = memory.after({}, {"https://a.example": DEAD}, MONDAY)
    again = memory.after(once, {"https://a.example": DEAD}, MONDAY)
    assert [once["https://a.example"].is_certain, again["https://a.example"].is_certain] == [False, False]


def test_a_failure_on_another_day_counts() -> None:
    once = memory.after({}, {"https://a.example": Outcome(State.ERROR)}, MONDAY)
    again = memory.after(once, {"https://a.example": DEAD}, TUESDAY)
    assert again["https://a.example"] == memory.Failing(MONDAY, TUESDAY)
    assert again["https://a.example"].is_certain


@pytest.mark.parametrize("state", [State.OK, State.MOVED, State.BLOCKED])
def test_what_answers_again_is_forgotten(state: State) -> None:
    once = memory.after({}, {"https://a.example": DEAD}, MONDAY)
    assert memory.after(once, {"https://a.example": Outcome(state)}, TUESDAY) == {}


def test_the_file_says_what_was_remembered(tmp_path: Path) -> None:
    kept = {"https://b.example": memory.Failing(MONDAY, TUESDAY), "https://a.example": memory.Failing(MONDAY, MONDAY)}
    file = tmp_path / "links.json"
    file.write_text(memory.as_text(kept), encoding="utf-8")
    assert memory.read(file) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        '{"format": "waypost-links", "version": 2, "failing": {}}',
        '{"format": "waypost-links", "version": 1, "failing": {"https://a.example": {"since": "yesterday"}}}',
        '{"format": "waypost-links", "version": 1, "failing": []}',
        "[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(text, encoding="utf-8")
    assert memory.read(file) == {}


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert memory.read(tmp_path / "links.json") == {}
