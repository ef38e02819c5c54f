"""Where somebody starts and how far it is: judged by another formula for the same globe."""

from __future__ import annotations

import math
import random
from typing import Any

import pytest

from tests.finder.engine.driver import Engine
from tests.finder.engine.made_up import made_up

EARTH = 6371.0088
ORIGIN = "typed => engine.originOf(directory, typed)"
FAR = "([i, origin]) => engine.distanceTo(directory, i, origin)"


def km_by_vectors(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The angle between two arrows from the middle of the earth, times its radius."""

    def arrow(lat: float, lon: float) -> tuple[float, float, float]:
        up, round_ = math.radians(lat), math.radians(lon)
        return math.cos(up) * math.cos(round_), math.cos(up) * math.sin(round_), math.sin(up)

    (x, y, z), (u, v, w) = arrow(*a), arrow(*b)
    across = math.hypot(y * w - z * v, z * u - x * w, x * v - y * u)
    return EARTH * math.atan2(across, x * u + y * v + z * w)


def test_distances_are_those_of_the_globe(engine: Engine) -> None:
    die = random.Random(1)
    spots = [(die.uniform(-90, 90), die.uniform(-180, 180)) for _ in range(1000)]
    pairs = list(zip(spots[:500], spots[500:], strict=True))
    for _ in range(500):
        lat, lon = die.uniform(-80, 80), die.uniform(-180, 180)
        pairs.append(((lat, lon), (lat + die.uniform(-0.01, 0.01), lon + die.uniform(-0.01, 0.01))))
    pairs += [((0, 0), (0, 180)), ((90, 0), (-90, 0)), ((10, 20), (10, 20)), ((0, 179.9), (0, -179.9))]
    said = engine.run("pairs => pairs.map(([a, b]) => engine.kmBetween(...a, ...b))", pairs)
    for (a, b), km in zip(pairs, said, strict=True):
        assert math.isclose(km, km_by_vectors(a, b), rel_tol=1e-6, abs_tol=1e-4), (a, b)


AREAS: list[list[Any]] = [
    ["harbor", "The Harbor", 43.0, -70.0, [1, 2], ["04991"]],
    ["old-town", "Old Town", 43.1, -70.1, [0], ["04991", "04992"]],
    ["north", "Nørre Ålsted", None, None, [0], ["SW1A 1AA", "N1"]],
    ["far", "Old Mill", 44.0, -71.0, [], []],
]


def town(**more: Any) -> dict[str, Any]:
    data = made_up(1, count=6, articles=0)
    data |= {"areas": AREAS, "area": {"of": [0, 1, 2, 3, 0, 0], "sets": [[0], [1], [2], [3]]}}
    data["facets"] = [
        [key, name, [[area[0], area[1]] for area in AREAS] if key == "area" else values]
        for key, name, values in data["facets"]
    ]
    data |= {"places": [["At the quay", 43.01, -70.0], ["A secret house", None, None]], "place": [1, 2, 2, 2, 0, 0]}
    how = next(number for number, [key, _, _] in enumerate(data["facets"]) if key == "how")
    in_person = [value for value, _ in data["facets"][how][2]].index("in_person")
    data["how"] = {"of": [0, 0, 0, 0, 0, 1], "sets": [[in_person], [1 - in_person]]}
    return {**data, **more}


@pytest.mark.parametrize(
    ("typed", "areas"),
    [
        ("The Harbor", [0]),
        ("  the HARBOR ", [0]),
        ("harbor", [0]),
        ("harb", [0]),
        ("old town", [1]),
        ("old-town", [1]),
        ("norre alsted", None),  # ø is a letter of its own, not an o with an accent
        ("Nørre Alsted", [2]),
        ("NØRRE ÅLSTED", [2]),
        ("old", None),
        ("04992", [1]),
        ("04991", [0, 1]),
        ("0499", [0, 1]),
        ("SW1A", [2]),
        ("sw1a1aa", [2]),
        ("SW1A 1AB", None),
        ("N1 9GU", [2]),
        ("04", None),
        ("", None),
        ("   ", None),
        ("Atlantis", None),
        ("__proto__", None),
        ("x" * 100_000, None),
    ],
)
def test_a_typed_area_or_postcode_is_a_start(engine: Engine, typed: str, areas: list[int] | None) -> None:
    engine.read(town())
    origin = engine.run(ORIGIN, typed)
    assert (origin and origin["areas"]) == areas


def test_a_postcode_of_two_areas_lies_between_them(engine: Engine) -> None:
    engine.read(town())
    origin = engine.run(ORIGIN, "04991")
    assert (origin["name"], origin["area"]) == ("04991", 0)
    assert math.isclose(origin["lat"], 43.05)
    assert math.isclose(origin["lon"], -70.05)


def test_how_far_is_said_as_truly_as_it_is_known(engine: Engine) -> None:
    engine.read(town())
    here = {"lat": 43.0, "lon": -70.0, "name": "Near you", "isDevice": True}
    km = km_by_vectors((43, -70), (43.01, -70))
    measured = engine.run(FAR, [0, here])
    assert math.isclose(measured["km"], km, rel_tol=1e-6)
    assert (measured["words"], measured["isAbout"]) == (f"{km / 1.609344:.1f} mi", False)
    # A secret house is somewhere in Old Town, and no nearer can be said.
    secret = engine.run(FAR, [1, here])
    assert math.isclose(secret["km"], km_by_vectors((43, -70), (43.1, -70.1)), rel_tol=1e-6)
    assert (secret["words"], secret["isAbout"]) == (f"about {secret['km'] / 1.609344:.0f} miles", True)
    # Nobody knows where that area lies; online there is nowhere to go; but some who meet in person have no place yet.
    assert engine.run(FAR, [2, here]) is None
    assert engine.run(FAR, [5, here]) is None
    assert engine.run(FAR, [4, here])["words"] == "about 1 mile"


def test_from_an_area_all_is_about(engine: Engine) -> None:
    engine.read(town())
    harbor = engine.run(ORIGIN, "harbor")
    assert engine.run(FAR, [0, harbor])["isAbout"] is True
    assert engine.run(FAR, [1, engine.run(ORIGIN, "old town")]) == {
        "km": None,
        "words": "in this area",
        "isAbout": True,
    }
    assert engine.run(FAR, [2, engine.run(ORIGIN, "N1")])["words"] == "in this area"
    assert engine.run(FAR, [0, None]) is None


@pytest.mark.parametrize(
    ("north", "units", "language", "words"),
    [
        (0.0, "km", "en-GB", "50 m"),
        (0.5, "km", "en-GB", "500 m"),
        (1.26, "km", "en-GB", "1.3 km"),
        (1.26, "km", "es", "1,3 km"),
        (12.4, "km", "en-GB", "12 km"),
        (1234.5, "km", "en-GB", "1,234 km"),
        (0.01, "mi", "en-GB", "0.1 mi"),
        (16.1, "mi", "en-GB", "10 mi"),
    ],
)
def test_distances_are_said_as_the_language_and_the_roads_do(
    engine: Engine, north: float, units: str, language: str, words: str
) -> None:
    lat = 43.0 + math.degrees(north / EARTH)
    engine.read(town(units=units, places=[["There", lat, -70.0], ["Secret", None, None]]), language)
    said = engine.run(FAR, [0, {"lat": 43.0, "lon": -70.0}])["words"]
    assert said.replace("\u00a0", " ") == words
