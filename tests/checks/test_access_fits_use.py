"""What a place says about access, how long texts are, and what nothing refers to."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Told

TOWN = """
goals: [{{id: work, name: Work, summary: Finding work.}}]
areas: [{{id: north, name: North}}, {{id: south, name: South}}]
audiences: [{{id: parents, name: Parents}}]
organizations: [{{id: mill-works, name: Mill Works}}]
locations: [{{id: mill, name: The Mill, address: 1 Mill Street{access}}}]
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    goals: [{goal}]
    areas: [{areas}]
    eligibility: {{audiences: [parents]}}
    organization: mill-works
    location: mill
    status: {status}
    contact: {{phones: 988}}
"""


def town(access: str = "", goal: str = "work", areas: str = "north, south", status: str = "active") -> str:
    return TOWN.format(access=access, goal=goal, areas=areas, status=status)


def test_a_shared_place_without_a_word_about_access_is_told_once_where_it_stands(told: Told) -> None:
    second = "  - {id: soup, name: Soup, summary: Soup., location: mill, contact: {phones: 988}}\n"
    [problem] = told("access-said", town() + second)
    assert problem.place.line == 6


@pytest.mark.parametrize("access", [", accessibility: [step_free]", ", accessibility_note: Nobody knows yet."])
def test_any_word_about_access_will_do(told: Told, access: str) -> None:
    assert told("access-said", town(access)) == []


def test_a_confidential_place_says_nothing_about_its_door(told: Told) -> None:
    text = "groups:\n  - {id: a, name: A, summary: A., location: {confidential: yes}, contact: {phones: 988}}\n"
    assert told("access-said", text) == []


@pytest.mark.parametrize(("field", "most"), [("description", 1200), ("first_visit", 900)])
def test_a_text_is_too_long_by_one_character(told: Told, field: str, most: int) -> None:
    text = "groups:\n  - {{id: a, name: A, summary: A., {field}: {words}, contact: {{phones: 988}}}}\n"
    words = "word " * (most // 5)
    exact, longer = words[:most].rstrip().ljust(most, "s"), words[:most].rstrip().ljust(most + 1, "s")
    assert told("fits-in-print", text.format(field=field, words=exact)) == []
    assert len(told("fits-in-print", text.format(field=field, words=longer))) == 1


def test_everything_in_use_is_left_alone(told: Told) -> None:
    assert told("in-use", town()) == []


def test_what_nothing_refers_to_is_told_where_it_stands(told: Told) -> None:
    text = town(areas="north").replace("    organization: mill-works\n", "")
    assert [problem.place.line for problem in told("in-use", text)] == [3, 5]


def test_what_only_an_ended_listing_refers_to_is_not_in_use(told: Told) -> None:
    assert len(told("in-use", town(status="ended"))) == 6


def test_a_listing_for_everywhere_uses_every_area(told: Told) -> None:
    assert told("in-use", town().replace("    areas: [north, south]\n", "")) == []


def test_nothing_is_said_of_what_an_unreadable_entry_may_refer_to(told: Told) -> None:
    assert told("in-use", town(goal="[wrong]").replace("summary: Tea and talk.", "sumary: Tea.")) == []
