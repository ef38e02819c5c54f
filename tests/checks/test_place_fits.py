"""Places and their areas."""

from __future__ import annotations

import pytest

from generator.checks.place_fits import kilometres
from tests.checks.conftest import Told

TOWN = """
areas:
  - {{id: harbor, name: The Harbor, latitude: 43.2, longitude: -69.0, postal_codes: ["04999", "SW1"]}}
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    areas: [harbor]
    location: {{name: Mill, {place}}}
    contact: {{phones: 988}}
"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # One degree of a great circle of 6,371 km radius is 111.195 km.
        ((0, 0), (0, 1), 111.195),
        ((0, 179.5), (0, -179.5), 111.195),
        ((60, 0), (60, 180), 6671.7),
        ((90, 10), (-90, 40), 20015.1),
        ((10, 20), (10, 20), 0.0),
    ],
)
def test_the_way_between_two_points(one: tuple[float, float], other: tuple[float, float], expected: float) -> None:
    assert kilometres(one, other) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    "place", ["latitude: 43.2, longitude: 69.0", "latitude: -69.0, longitude: 43.2", "latitude: 43.7, longitude: -69.0"]
)
def test_a_spot_far_away_is_told(told: Told, place: str) -> None:
    assert len(told("place-fits", TOWN.format(place=place))) == 1


@pytest.mark.parametrize(
    "place", ["latitude: 43.4, longitude: -69.1", "postal_code: '04999'", "postal_code: sw1 2ab", "city: Bay"]
)
def test_what_is_near_or_not_typed_is_not(told: Told, place: str) -> None:
    assert told("place-fits", TOWN.format(place=place)) == []


def test_a_postal_code_of_elsewhere_is_told(told: Told) -> None:
    [problem] = told("place-fits", TOWN.format(place='postal_code: "04998"'))
    assert "04998" in str(problem.message)


def test_a_shared_place_is_told_once_where_it_stands(told: Told) -> None:
    text = TOWN.format(place="city: Bay").replace("location: {name: Mill, city: Bay}", "location: mill")
    second = text[text.index("  - id: tea") :].replace("id: tea", "id: soup")
    place = "locations:\n  - {id: mill, name: Mill, latitude: 3.2, longitude: -69.0}\n"
    [problem] = told("place-fits", text + second + place)
    assert problem.place.line == (text + second).count("\n") + 2
