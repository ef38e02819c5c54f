"""What goes well with an entry: as if every listing were compared with it, one by one."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.views.survey import Survey
from tests.town import survey

GOALS = ["calm", "home", "rest", "work"]
AREAS = ["north", "south"]
IDS = ["a", "b", "c", "d", "e", "f", "g", "h"]

some_goals = st.lists(st.sampled_from(GOALS), unique=True)
some_areas = st.lists(st.sampled_from(AREAS), unique=True)
STATES: list[dict[str, Any]] = [
    {"status": "active", "verified": "2026-11-01"},
    {"status": "active", "verified": "2026-11-01"},
    {"status": "active", "verified": "2025-01-01"},  # past its grace time: not offered
    {"status": "paused", "verified": "2026-11-01", "alert": {"text": "Back in spring."}},
    {"status": "ended", "verified": "2026-11-01"},
]


@st.composite
def groups(draw: st.DrawFn) -> list[dict[str, Any]]:
    made = []
    for name in draw(st.permutations(IDS)):
        others = [other for other in IDS if other != name]
        lists = {
            "goals": draw(some_goals),
            "areas": draw(some_areas),
            "related": draw(st.lists(st.sampled_from(others), unique=True, max_size=2)),
        }
        group = {"id": name, "name": name, "summary": "Tea.", "schedule": "Tuesday", **draw(st.sampled_from(STATES))}
        made.append({**group, **{field: values for field, values in lists.items() if values}})
    return made


def seen(made: list[dict[str, Any]], folder: Path) -> Survey:
    sections = {
        "goals": [{"id": goal, "name": goal, "summary": "x"} for goal in GOALS],
        "areas": [{"id": area, "name": area} for area in AREAS],
        "groups": made,
    }
    return survey("".join(f"{name}: {json.dumps(parts)}\n" for name, parts in sections.items()), folder)


def one_by_one(entry: Entry, found: Survey) -> list[str]:
    """The rule in plain steps: the named in their order, then all others that share a goal, each compared."""
    by_id = {listing.id: listing for listing in found.directory.listings}
    named = [name for name in entry.related if by_id[name].status.value != "ended"]
    areas = set(entry.areas) if isinstance(entry, Listing) else set()
    ranked = []
    for other in by_id.values():
        goals = set(entry.goals) & set(other.goals)
        if goals and other.id not in (entry.id, *named) and found.is_offered(other):
            ranked.append((len(goals), len(areas & set(other.areas)), other.id))
    for key in (lambda rank: rank[2], lambda rank: -rank[1], lambda rank: -rank[0]):
        ranked.sort(key=key)  # each sort keeps the order of the one before among equals
    return named + [name for _, _, name in ranked]


@settings(max_examples=60, deadline=None)
@given(groups(), st.integers(0, 5))
def test_the_related_are_those_that_comparing_one_by_one_finds(made: list[dict[str, Any]], at_most: int) -> None:
    with TemporaryDirectory() as folder:
        found = seen(made, Path(folder))
    for listing in found.directory.listings:
        assert [other.id for other in found.related(listing, at_most)] == one_by_one(listing, found)[:at_most]


def group(name: str, *goals: str, **more: object) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "summary": "Tea.",
        "schedule": "Tuesday",
        "verified": "2026-11-01",
        "goals": list(goals),
        **more,
    }


def test_shared_goals_weigh_more_than_shared_areas(tmp_path: Path) -> None:
    made = [
        group("me", "calm", "home", areas=["north", "south"]),
        group("b-neighbor", "calm", areas=["north", "south"]),
        group("c-nearby", "calm", areas=["north"]),
        group("d-kindred", "calm", "home"),
        group("a-elsewhere", "calm"),
        group("only-lives-there", "work", areas=["north", "south"]),
    ]
    found = seen(made, tmp_path)
    me = found.directory.groups[0]
    assert [other.id for other in found.related(me, 9)] == ["d-kindred", "b-neighbor", "c-nearby", "a-elsewhere"]
    assert [other.id for other in found.related(me)] == ["d-kindred", "b-neighbor", "c-nearby"]


def test_one_that_is_named_stands_first_and_once(tmp_path: Path) -> None:
    made = [group("me", "calm", related=["far"]), group("near", "calm"), group("far", "work", "calm")]
    found = seen(made, tmp_path)
    assert [other.id for other in found.related(found.directory.groups[0])] == ["far", "near"]
