from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]
Read = Callable[[str], tuple[Problem, ...]]

ENTRY = "  - id: a\n    name: A\n    summary: A.\n"
DIRECTORY = "directory:\n  name: A\n  area_served: A\n  country: {}\n  time_zone: America/New_York\n"
LINE = "crisis:\n  preset: US\n  lines:\n    - {{id: x, name: X, kind: crisis, summary: X., checked: 2026-11-20, {}}}\n"

# A number that no country's plan has in every place where one may stand, and the line in which it does.
PLACES = {
    "directory": (DIRECTORY.format("US") + "  contact:\n    phones: 555-0142\n", 7),
    "organization": ("organizations:\n  - id: a\n    name: A\n    contact:\n      phones: 555-0142\n", 5),
    "group": (f"groups:\n{ENTRY}    contact:\n      phones: 555-0142\n", 6),
    "group, second of two": (f"groups:\n{ENTRY}    contact:\n      phones:\n        - 988\n        - 555-0142\n", 8),
    "service": (f"services:\n{ENTRY}    contact:\n      phones: 555-0142\n", 6),
    "text line": (f"groups:\n{ENTRY}    contact:\n      text: HELLO to 555-0142\n", 6),
    "number with its description": (
        f"groups:\n{ENTRY}    contact:\n      phones:\n        - description: A\n          number: 555-0142\n",
        8,
    ),
    "dial-in": (f"groups:\n{ENTRY}    attending: online\n    online:\n      phone: 555-0142\n", 7),
    "crisis line": (LINE.format("phones: 555-0142"), 4),
    "crisis text line": (LINE.format("text: HELLO to 555-0142"), 4),
}


@pytest.mark.parametrize(("typed", "line"), PLACES.values(), ids=PLACES)
def test_a_number_is_looked_at_wherever_it_stands(typed: str, line: int, told: Told) -> None:
    (problem,) = told("phone-number", typed)
    assert problem.is_error
    assert problem.place.line == line


@pytest.mark.parametrize(
    "typed",
    [
        "(207) 555-0142",
        "2075550142",
        "+1 207-555-0142",
        "988",
        "211",
        "911",
        "+44 20 7946 0000",
        "(207) 555-0142 ext. 12",
    ],
)
def test_a_number_of_the_country_or_from_abroad_is_fine(typed: str, told: Told) -> None:
    assert told("phone-number", f"groups:\n{ENTRY}    contact:\n      phones: {typed}\n") == []


@pytest.mark.parametrize(("country", "fine"), [("US", False), ("GB", True)])
def test_a_number_is_judged_by_the_country_of_the_directory(country: str, fine: bool, told: Told) -> None:
    listing = f"groups:\n{ENTRY}    contact:\n      phones: 0161 496 0000\n"
    assert (told("phone-number", DIRECTORY.format(country) + listing) == []) is fine


def test_without_a_country_no_number_is_judged(read: Read) -> None:
    problems = read(DIRECTORY.format("Utopia") + f"groups:\n{ENTRY}    contact:\n      phones: 0161 496 0000\n")
    assert [problem.rule for problem in problems] == ["country"]


def test_words_in_a_dial_in_number_are_told_like_in_any_other(told: Told) -> None:
    (problem,) = told(
        "phone-number", f"groups:\n{ENTRY}    attending: online\n    online:\n      phone: 207 555 0142 then press 4\n"
    )
    assert "words as well as a number" in str(problem.message)
