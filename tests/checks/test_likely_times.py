"""Hours that are a slip, and hours that are only long or late."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Told

LISTING = """
{section}:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule: {when}
    contact: {{phones: 988}}
"""


@pytest.mark.parametrize(
    ("section", "when"),
    [
        ("groups", "Tuesday 18:30-08:00"),
        ("groups", "Tuesday 02:00"),
        ("groups", "Tuesday 09:00-18:00"),
        ("services", "Monday to Friday 17:00-16:00"),
    ],
)
def test_a_slip_is_told(told: Told, section: str, when: str) -> None:
    assert len(told("likely-times", LISTING.format(section=section, when=when))) == 1


@pytest.mark.parametrize(
    ("section", "when"),
    [
        ("groups", "Tuesday 18:30-20:00"),
        ("groups", "Friday 21:00-02:00"),
        ("groups", "Saturday 05:30-07:00"),
        ("groups", "Saturday 10:00-18:00"),
        ("groups", "Saturday"),
        ("services", "Monday to Friday 06:00-23:59"),
        ("services", "Friday 22:00-06:00"),
        ("services", "24 hours"),
    ],
)
def test_a_late_or_long_one_is_not(told: Told, section: str, when: str) -> None:
    assert told("likely-times", LISTING.format(section=section, when=when)) == []


def test_the_line_that_is_wrong_is_named(told: Told) -> None:
    text = LISTING.format(section="groups", when="\n      - Monday 18:30\n      - Tuesday 03:00")
    [problem] = told("likely-times", text)
    assert problem.place.line == 8
