"""Whose name stands on a public page."""

from __future__ import annotations

import pytest

from generator.checks.first_names import is_full_name
from tests.checks.conftest import Told


@pytest.mark.parametrize(
    "name",
    ["Rosa Martinez", "Jean-Luc Picard", "Mary O'Neill", "Ana de la Cruz", "Sam J. Okafor", "Dr Okafor", "Łucja Żak"],
)
def test_a_full_name_is_seen(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Rosa",
        "Rosa M.",
        "Rosa M",
        "rosa",
        "Front Desk",
        "The Mill",
        "Peer Support Team",
        "Welcome Line",
        "Jo and Sam",
        "A Host",
    ],
)
def test_a_first_name_a_desk_and_a_role_are_not(name: str) -> None:
    assert not is_full_name(name)


def test_the_name_of_an_organization_is_no_persons_name(told: Told) -> None:
    text = """
groups:
  - {id: tea, name: Tea, summary: Tea and talk., contact: {name: Mill Works, phones: 988}, organization: mill}
organizations:
  - {id: mill, name: Mill Works}
"""
    assert told("first-names", text) == []
    assert len(told("first-names", text.replace("name: Mill Works}", "name: The Mill}"))) == 1


def test_who_checked_an_entry_is_named_by_first_name_too(told: Told) -> None:
    text = """
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    contact: {phones: 988}
    verified: 2026-11-01
    verified_by: Rosa Martinez, host
"""
    [problem] = told("first-names", text)
    assert problem.place.line == 8
    assert told("first-names", text.replace("Rosa Martinez", "Rosa")) == []
