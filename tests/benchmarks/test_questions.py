"""The questions that judge the search: each answer is something the town really has, and each is judged once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.load import load
from tests.town import TODAY

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "benchmarks" / "questions"
SETS = ("tuned.yaml", "held_out.yaml")  # what the search was tuned on, and what it never was
CLASSES = {
    "one-word",
    "phrase",
    "question",
    "misspelt",
    "name",
    "spanish",
    "when-where",
    "worksheet",
    "learn",
}


def read_set(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((QUESTIONS / name).read_text(encoding="utf-8"))["questions"]
    return read


@pytest.fixture(scope="module", params=SETS)
def questions(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return read_set(request.param)


@pytest.fixture(scope="module")
def to_be_had() -> set[str]:
    """What can be handed over: each entry by its id, each page to read by its address."""
    directory = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert directory is not None
    entries = {entry.id for entry in (*directory.groups, *directory.services, *directory.worksheets)}
    pages = {f"learn/{page.stem}" for page in (ROOT / "content" / "learn").glob("*.md")}
    return entries | pages | {"help-now"}


def test_there_are_enough_questions_of_every_class(questions: list[dict[str, Any]]) -> None:
    assert len(questions) >= 60
    count = Counter(question["class"] for question in questions)
    assert set(count) == CLASSES
    assert min(count.values()) >= 5


def test_no_question_is_asked_twice(questions: list[dict[str, Any]]) -> None:
    assert all(isinstance(question["ask"], str) for question in questions), "a postcode wants quotation marks"
    twice = [ask for ask, n in Counter(question["ask"].casefold() for question in questions).items() if n > 1]
    assert twice == []


def test_no_question_stands_in_both_sets() -> None:
    tuned_on, held_out = (
        {" ".join(question["ask"].casefold().split()) for question in read_set(name)} for name in SETS
    )
    assert tuned_on & held_out == set()


def test_every_question_has_an_answer_and_nothing_beside_it(questions: list[dict[str, Any]]) -> None:
    for question in questions:
        assert set(question) <= {"ask", "class", "best", "good"}, question["ask"]
        assert question["best"], question["ask"]
        assert question.get("good", ["none"]), question["ask"]


def test_every_answer_is_something_the_town_has(questions: list[dict[str, Any]], to_be_had: set[str]) -> None:
    missing = {
        (question["ask"], answer)
        for question in questions
        for answer in (*question["best"], *question.get("good", []))
        if answer not in to_be_had
    }
    assert missing == set()


def test_no_answer_is_judged_twice_for_one_question(questions: list[dict[str, Any]]) -> None:
    for question in questions:
        answers = [*question["best"], *question.get("good", [])]
        assert len(answers) == len(set(answers)), question["ask"]
