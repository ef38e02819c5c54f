from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.checks.blocked_worksheets import FORMS
from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]


def sheet(name: str = "My week", prompts: Sequence[str] = ("What was good?",), more: str = "") -> str:
    """A worksheet as it is typed, with a box for each of the prompts."""
    blocks = "".join(
        f"          - {{type: lines, id: b{number}, prompt: '{prompt}'}}\n" for number, prompt in enumerate(prompts)
    )
    return f"""worksheets:
  - id: week
    name: {name}
    summary: S.
    purpose: It helps.
    minutes: 10
    author: A
    licence: CC0-1.0
    {more}
    sections:
      - title: The week
        blocks:
{blocks}"""


def lines(told: Told, typed: str) -> list[int]:
    return [problem.place.line for problem in told("blocked-worksheets", typed)]


@pytest.mark.parametrize(
    "name",
    [
        "My WRAP",
        "A Wellness Recovery Action Plan",
        "Recovery Star",
        "The Outcomes Star for me",
        "Stanley-Brown",
        "Stanley and Brown sheet",
        "My safety plan",
        "Safety planning",
        "TherapistAid thoughts",
        "Psychology Tools record",
        "Get Self Help sheet",
    ],
)
def test_a_name_that_belongs_to_somebody_is_refused_where_it_stands(name: str, told: Told) -> None:
    assert lines(told, sheet(name)) == [3]


@pytest.mark.parametrize(
    "name",
    ["Wrap it up", "A safe plan", "My star", "Recovery and I", "Tea with Stanley", "Tools for my mind", "I get help"],
)
def test_everyday_words_are_let_pass(name: str, told: Told) -> None:
    assert lines(told, sheet(name)) == []


def test_a_name_is_found_wherever_it_stands(told: Told) -> None:
    assert lines(told, sheet(more="based_on: [{name: The Recovery Star, relation: Its areas.}]")) == [9]
    assert lines(told, sheet(more="alternate_names: [Little WRAP]")) == [9]
    assert lines(told, sheet(prompts=["What is in my WRAP?"])) == [13]


# The parts of the forms as their owners publish them, each without its name.
COPIES = {
    "WRAP": [
        "Wellness toolbox",
        "Daily maintenance plan",
        "Triggers",
        "Early warning signs",
        "When things are breaking down",
    ],
    "Recovery Star": [
        "Managing mental health",
        "Living skills",
        "Social networks",
        "Addictive behaviour",
        "Trust and hope",
    ],
    "Stanley-Brown": ["Warning signs", "Internal coping strategies", "People and places that distract me"],
}


@pytest.mark.parametrize("form", COPIES)
def test_the_parts_of_a_form_under_another_name_are_refused(form: str, told: Told) -> None:
    (problem,) = told("blocked-worksheets", sheet(prompts=COPIES[form]))
    assert f"'{form}'" in str(problem.message)
    assert problem.place.line in (10, 11)


@pytest.mark.parametrize("form", COPIES)
def test_two_of_its_parts_alone_are_no_copy(form: str, told: Told) -> None:
    assert lines(told, sheet(prompts=COPIES[form][:2])) == []


def test_the_parts_are_found_among_options_too(told: Told) -> None:
    typed = sheet() + (
        "          - {type: table, id: t, prompt: T, row_title: Part, columns: [Notes], "
        "row_names: [Warning signs, Coping strategies, Making the home safer]}\n"
    )
    assert len(lines(told, typed)) == 1


def test_every_form_with_parts_can_have_more_of_them_than_is_let_pass() -> None:
    assert all(form.most < len(form.parts) for form in FORMS if form.parts)
