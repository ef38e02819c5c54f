from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.checks import probable_duplicate
from generator.checks.finding import Subject
from generator.checks.probable_duplicate import check, name_key
from generator.model.about import About
from generator.model.crisis import Crisis
from generator.model.directory import Directory
from generator.model.listing import PeerGroup
from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]

TODAY = date(2026, 11, 22)
TOWN = About(name="Lantern Bay", area_served="Lantern County", country="US", time_zone="America/New_York")


def _group(name: str, number: int = 0, **more: object) -> PeerGroup:
    return PeerGroup.model_validate({"id": f"g-{number}", "name": name, "summary": "A group.", **more})


def _pairs(*groups: PeerGroup) -> list[tuple[str | int, ...]]:
    return [
        finding.where
        for finding in check(Subject(Directory(directory=TOWN, crisis=Crisis(preset="US"), groups=groups), TODAY))
    ]


HALL, LIBRARY = {"address": "1 Market Square"}, {"address": "12 Alder Street"}
CALL, RING = {"phones": "(207) 555-0142"}, {"phones": "(207) 555-0143"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"name": "Tuesday Talkers"}, {"name": "Tuesday Talkers"}, True),
        ({"name": "Tuesday Talkers"}, {"name": "the TUESDAY talkers' group"}, True),
        ({"name": "Café Calm"}, {"name": "Cafe calm"}, True),
        ({"name": "Tuesday Talkers"}, {"name": "Talk", "alternate_names": "Tuesday Talkers"}, True),
        ({"name": "Tuesday Talkers"}, {"name": "Thursday Talkers"}, False),
        # The same name in two places, or with two numbers and no place, is two groups.
        ({"name": "Calm", "location": HALL}, {"name": "Calm", "location": LIBRARY}, False),
        (
            {"name": "Calm", "location": HALL, "contact": CALL},
            {"name": "Calm", "location": LIBRARY, "contact": CALL},
            False,
        ),
        ({"name": "Calm", "contact": CALL}, {"name": "Calm", "contact": RING}, False),
        # One of the two got the new number: the place tells.
        (
            {"name": "Calm", "location": HALL, "contact": CALL},
            {"name": "Calm", "location": HALL, "contact": RING},
            True,
        ),
        ({"name": "Calm", "location": HALL}, {"name": "Calm", "contact": RING}, True),
        ({"name": "Calm", "location": HALL, "contact": CALL}, {"name": "Calm", "contact": RING}, False),
        ({"name": "Calm", "location": HALL, "contact": CALL}, {"name": "Calm", "contact": CALL}, True),
        # A slip of the keys, where the place or the number is the same.
        ({"name": "Tuesday Talkers", "contact": CALL}, {"name": "Tuesday Talker", "contact": CALL}, True),
        ({"name": "Recovery circle", "location": HALL}, {"name": "Recovry circle", "location": HALL}, True),
        ({"name": "Recovery circle", "location": HALL}, {"name": "Recovry circle", "location": LIBRARY}, False),
        ({"name": "Women's circle", "contact": CALL}, {"name": "Men's circle", "contact": CALL}, False),
        ({"name": "Circle 1", "contact": CALL}, {"name": "Circle 2", "contact": CALL}, False),
        ({"name": "Morning circle", "contact": CALL}, {"name": "Evening circle", "contact": CALL}, False),
        # Whoever names one under the other's `related` has seen both.
        ({"name": "Calm", "related": "g-1"}, {"name": "Calm"}, False),
        ({"name": "Calm"}, {"name": "Calm", "related": "g-0"}, False),
        ({"name": "Calm", "status": "ended"}, {"name": "Calm"}, False),
    ],
)
def test_two_listings_that_nothing_tells_apart_are_told(
    one: dict[str, object], other: dict[str, object], alike: bool
) -> None:
    expected = [("groups", 1)] if alike else []
    assert _pairs(_group(**one, number=0), _group(**other, number=1)) == expected  # type: ignore[arg-type]


def test_the_order_of_two_listings_makes_no_difference() -> None:
    one, other = _group("Calm", 0, location=HALL), _group("Calm", 1, contact=RING)
    assert _pairs(one, other) == _pairs(other, one) == [("groups", 1)]


def test_each_listing_is_told_once_and_the_first_never() -> None:
    assert _pairs(*(_group("Calm", number, location=HALL, contact=CALL) for number in range(5))) == [
        ("groups", number) for number in range(1, 5)
    ]


def test_a_group_and_a_service_may_be_the_same(told: Told) -> None:
    entry = "  - id: {}\n    name: Calm\n    summary: A place.\n"
    (problem,) = told("probable-duplicate", "groups:\n" + entry.format("a") + "services:\n" + entry.format("b"))
    assert problem.place.line == 6


def test_a_name_of_filling_words_alone_keeps_them() -> None:
    assert name_key("The Group") == ("group", "the")


def test_work_grows_with_the_listings_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """All in one house with one number, and all with nearly one name: the worst that can come."""
    looked_at = 0

    def counted(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        nonlocal looked_at
        looked_at += 1
        return False

    monkeypatch.setattr(probable_duplicate, "_a_slip_apart", counted)
    groups = [_group(f"Circle {number}", number, location=HALL, contact=CALL) for number in range(500)]
    assert _pairs(*groups) == []
    assert looked_at <= 2 * len(groups) * probable_duplicate.NEAR_BY_NAME
    same = [_group("Circle", number, location=HALL, contact=CALL) for number in range(500)]
    assert len(_pairs(*same)) == len(same) - 1
