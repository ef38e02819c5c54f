"""A county is the sum of its towns: every listing once, under an id of its own, in words that are true here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.load import Loaded, load
from generator.model.neighbour import joined_id
from generator.model.place import Location
from generator.neighbours.joined import with_neighbours
from generator.neighbours.reading import read_snapshot
from generator.neighbours.snapshot import as_text
from generator.problems import Level
from generator.views.review_queue import review_queue
from tests.neighbours.towns import HILL, OURS, RIVERTON, county, published, put, riverton, seen, shown, typed
from tests.town import TODAY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def joined(tmp_path: Path) -> Loaded:
    return county(tmp_path)


def test_every_listing_of_every_town_is_there_once(joined: Loaded, tmp_path: Path) -> None:
    towns = {"riverton": typed(RIVERTON, tmp_path / "a"), "hill-end": typed(HILL, tmp_path / "b")}
    theirs = [
        joined_id(name, listing.id)
        for name, town in towns.items()
        for listing in town.listings
        if listing.status != "ended"
    ]
    found = [listing.id for listing in shown(joined).listings]
    assert sorted(found) == sorted([*theirs, "tuesday-talkers", "county-line"])
    assert [problem for problem in joined.problems if problem.level is not Level.NOTICE] == []


def test_the_same_name_in_three_towns_stays_three_listings(joined: Loaded) -> None:
    by_id = shown(joined).entry_by_id
    assert [by_id[id_].name for id_ in ("tuesday-talkers", "riverton--tuesday-talkers", "hill-end--tuesday-talkers")] == [
        "Harbor Talkers", "Tuesday Talkers", "Hill Talkers",
    ]  # fmt: skip


def test_references_lead_to_what_they_meant_there(joined: Loaded) -> None:
    found = shown(joined)
    group = next(group for group in found.groups if group.id == "riverton--tuesday-talkers")
    place = found.location_of(group)
    assert group.related == ("riverton--refuge",)
    assert found.organization_by_id[group.organization or ""].name == "The Mill Trust"
    assert place is not None
    assert place.address == "1 Mill Lane"


def test_goals_are_ours_by_id_and_unknown_ones_are_kept_as_said(joined: Loaded) -> None:
    found = shown(joined)
    group = found.entry_by_id["riverton--tuesday-talkers"]
    assert group.goals == ("coping",)
    assert found.neighbours[0].said[group.id] == ("Growing things", "Old Mill", "Bakers")
    assert set(found.neighbours[0].said[group.id]) <= set(group.keywords)


def test_a_town_is_an_area_and_ours_without_area_do_not_serve_it(joined: Loaded) -> None:
    survey = seen(joined)
    assert [area.name for area in survey.directory.areas] == ["Harbor", "Riverton", "Hill End"]
    ids = [listing.id for listing in survey.by_area["riverton"]]
    assert ids == ["riverton--tuesday-talkers", "riverton--refuge", "riverton--warm-line"]
    assert "county-line" in [listing.id for listing in survey.by_area["harbor"]]


def test_an_area_of_ours_for_the_town_is_taken(tmp_path: Path) -> None:
    text = OURS.replace(
        "- {id: harbor, name: Harbor}", "- {id: harbor, name: Harbor}\n  - {id: riverton, name: The river}"
    )
    survey = seen(county(tmp_path, text))
    assert [area.name for area in survey.directory.areas] == ["Harbor", "The river", "Hill End"]
    assert "county-line" in [listing.id for listing in survey.by_area["riverton"]]


def test_an_area_of_the_same_id_and_another_name_is_another_area(tmp_path: Path) -> None:
    text = OURS.replace(
        "- {id: harbor, name: Harbor}", "- {id: harbor, name: Harbor}\n  - {id: old-mill, name: Our mill}"
    )
    found = shown(county(tmp_path, text))
    group = found.groups[1]
    assert (group.id, group.areas) == ("riverton--tuesday-talkers", ("riverton",))


def test_their_crisis_lines_and_worksheets_do_not_stand_among_ours(joined: Loaded) -> None:
    survey = seen(joined)
    assert "River Line" not in [line.name for line in survey.crisis_lines]
    assert survey.directory.worksheets == ()
    assert all(listing.worksheets == () for listing in survey.directory.listings if "--" in listing.id)


def test_times_of_another_zone_say_so(joined: Loaded) -> None:
    zones = {group.id: group.schedule[0].time_zone for group in shown(joined).groups}
    assert zones == {
        "tuesday-talkers": None, "riverton--tuesday-talkers": "America/Chicago", "hill-end--tuesday-talkers": None,
    }  # fmt: skip


def test_our_own_rule_says_when_a_check_is_too_old(tmp_path: Path) -> None:
    old = RIVERTON.replace(
        "review_every: 5 years\n    verified: 2026-11-01", "review_every: 5 years\n    verified: 2024-01-01"
    )
    survey = seen(county(tmp_path, riverton=published(typed(old, tmp_path / "old"))))
    group = survey.directory.groups[1]
    assert group.id == "riverton--tuesday-talkers"
    assert not survey.is_offered(group)


def test_a_check_in_the_future_is_no_check(tmp_path: Path) -> None:
    data = riverton(tmp_path).replace(b'"verified": "2026-11-01"', b'"verified": "2031-11-01"')
    assert data.count(b"2031-11-01") == 3
    found = shown(county(tmp_path, riverton=data))
    assert {listing.verified for listing in found.listings if listing.id.startswith("riverton--")} == {None}


def test_nobody_here_is_asked_to_check_what_they_keep(tmp_path: Path) -> None:
    text = OURS.replace("verified: 2026-11-01", "verified: 2026-01-01")
    old = published(typed(RIVERTON.replace("2026-11-01", "2026-01-01"), tmp_path / "old"))
    queue = review_queue(seen(county(tmp_path, text, riverton=old)))
    assert [row.id for row in queue] == ["tuesday-talkers", "county-line"]


def test_names_of_people_are_not_taken_over(tmp_path: Path) -> None:
    data = riverton(tmp_path).replace(b'"phones": [', b'"name": "Rosa Martinez", "phones": [')
    assert b"Rosa Martinez" in data
    found = shown(county(tmp_path, riverton=data))
    assert all(listing.contact is None or not listing.contact.name for listing in found.listings)


def test_a_confidential_place_tells_nothing_even_if_the_neighbour_does(tmp_path: Path) -> None:
    value = json.loads(riverton(tmp_path))
    assert value["services"][0]["location"] == {"confidential": True}
    value["services"][0]["location"] |= {
        "confidential": "Yes", "name": "The white house", "address": "9 Secret Lane", "city": "Nearby",
        "latitude": 44.5, "longitude": -69.5, "transit": "Bus 9",
    }  # fmt: skip
    data = json.dumps(value).encode()
    found = shown(county(tmp_path, riverton=data))
    place = found.location_of(next(service for service in found.services if service.id == "riverton--refuge"))
    assert place == Location(confidential=True)
    snapshot = read_snapshot(data, "riverton.json")
    assert "Secret" not in as_text(snapshot)


def test_what_a_neighbour_has_from_others_is_not_passed_on(tmp_path: Path) -> None:
    first = county(tmp_path / "first")
    put(tmp_path / "second", "riverton.json", published(shown(first)))
    put(tmp_path / "second", "hill-end.json", published(typed(HILL, tmp_path / "hill")))
    (tmp_path / "second" / "resources.yaml").write_text(OURS, encoding="utf-8")
    second = shown(
        with_neighbours(
            load(tmp_path / "second" / "resources.yaml", root=tmp_path / "second", today=TODAY), tmp_path / "second"
        )
    )
    assert [listing.id for listing in second.listings] == [
        "tuesday-talkers", "riverton--tuesday-talkers", "hill-end--tuesday-talkers", "county-line", "riverton--county-line",
    ]  # fmt: skip


def test_two_towns_and_the_demonstration_make_a_county(tmp_path: Path) -> None:
    ours = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert ours
    put(tmp_path, "riverton.json", riverton(tmp_path))
    put(tmp_path, "hill-end.json", published(typed(HILL, tmp_path / "hill")))
    put(tmp_path, "lantern-bay.json", published(ours))
    text = OURS.replace("goals:\n", "  - file: neighbours/lantern-bay.json\ngoals:\n", 1)
    (tmp_path / "resources.yaml").write_text(text, encoding="utf-8")
    found = shown(with_neighbours(load(tmp_path / "resources.yaml", root=tmp_path, today=TODAY), tmp_path))
    demo = [listing for listing in ours.listings if listing.status != "ended"]
    assert len(found.listings) == 2 + 3 + 1 + len(demo)
    assert {joined_id("lantern-bay", listing.id) for listing in demo} <= {listing.id for listing in found.listings}
