"""Texts of a directory against the list of words that hurt."""

from __future__ import annotations

from tests.checks.conftest import Told

GROUP = """
groups:
  - id: tea
    name: {name}
    summary: {summary}
    eligibility: {{description: {who}}}
    keywords: [addict]
    contact: {{phones: 988}}
organizations:
  - {{id: house, name: Addicts Together}}
"""


def group(name: str = "Tea", summary: str = "Tea and talk.", who: str = "Anybody at all") -> str:
    return GROUP.format(name=name, summary=summary, who=who)


def test_what_people_search_for_and_what_groups_call_themselves_is_left_alone(told: Told) -> None:
    text = group(name="Junkies at Heart", summary="Junkies at Heart and Addicts Together drink tea.")
    assert told("gentle-wording", text) == []


def test_a_text_deep_inside_is_told_at_its_line_with_the_gentler_words(told: Told) -> None:
    [problem] = told("gentle-wording", group(who="The homeless"))
    assert problem.place.line == 6
    assert "'The homeless' can hurt." in str(problem.message)
    assert "people without a home" in str(problem.hint)


def test_each_line_of_the_list_is_told_once_a_text(told: Told) -> None:
    [problem] = told("gentle-wording", group(summary="Addicts and junkies and more addicts."))
    assert "'Addicts' can hurt." in str(problem.message)


def test_a_text_in_another_language_is_left_alone(told: Told) -> None:
    text = group(summary="Una crazy noche.").replace("    keywords:", "    languages: es\n    keywords:")
    assert told("gentle-wording", text) == []
