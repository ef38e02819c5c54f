"""Facets: only answers that lead somewhere, in a sensible order, and the same for every reader of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import Language
from generator.load import load
from generator.views.facets import TIMES, facets, parts_of_day, values_of
from generator.views.goals import tiles
from generator.views.slots import DAY, Slot
from generator.views.survey import Survey
from tests.town import TODAY, survey, town

ROOT = Path(__file__).resolve().parents[2]
ORDER = ["when", "kind", "goal", "area", "day", "time", "how", "for", "language", "access", "cost", "join"]

TOWN = """\
goals:
  - {{id: rest, name: Rest, summary: To rest.}}
  - {{id: work, name: Work, summary: To work.}}
areas:
  - {{id: harbor, name: Harbor}}
  - {{id: hill, name: Hill}}
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    joining: drop_in
    verified: 2026-11-01
    contact: {{phones: (207) 555-0101}}
    {more}
"""


@pytest.fixture(scope="module")
def demo() -> Survey:
    directory = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert directory
    return Survey(directory, TODAY, Language.load("en-US"))


def answers(more: str, folder: Path) -> dict[str, tuple[str, ...]]:
    seen = survey(TOWN.format(more=more), folder)
    return dict(values_of(seen.directory.listings[0], seen))


def test_every_value_leads_to_an_entry_and_every_answer_is_a_value(demo: Survey) -> None:
    shown = {(facet.key, value.id) for facet in facets(demo) for value in facet.values if facet.key != "when"}
    given_ = {
        (key, value)
        for entry in demo.public_entries
        for key, values in values_of(entry, demo).items()
        for value in values
    }
    assert shown == given_
    assert [facet.key for facet in facets(demo)] == ORDER


def test_a_facet_that_nobody_answers_is_left_out(tmp_path: Path) -> None:
    keys = [facet.key for facet in facets(survey(TOWN.format(more="goals: rest"), tmp_path))]
    assert keys == ["kind", "goal", "area", "language", "join"]


def test_ended_listings_answer_nothing(tmp_path: Path) -> None:
    assert facets(survey(TOWN.format(more="status: ended"), tmp_path)) == ()


def test_without_areas_it_serves_all(tmp_path: Path) -> None:
    assert answers("goals: rest", tmp_path)["area"] == ("harbor", "hill")
    assert answers("areas: hill", tmp_path)["area"] == ("hill",)


def test_what_is_hybrid_is_in_person_and_online_too(tmp_path: Path) -> None:
    more = "attending: hybrid\n    location: {name: The Mill}\n    online: {platform: Zoom}"
    assert answers(more, tmp_path)["how"] == ("in_person", "online", "hybrid")


def test_a_time_that_is_online_makes_the_group_found_online(tmp_path: Path) -> None:
    more = """location: {name: The Mill}
    online: {platform: Zoom}
    attending: in_person
    schedule: [Tuesday 18:00, {when: Thursday 18:00, attending: online}]"""
    assert answers(more, tmp_path)["how"] == ("in_person", "online")


def test_regions_of_one_language_are_one_answer(tmp_path: Path) -> None:
    assert answers("languages: [en-GB, en, es-MX]", tmp_path)["language"] == ("en", "es")
    assert answers("goals: rest", tmp_path)["language"] == ("en",)


@pytest.mark.parametrize(("code", "first"), [("en-US", "sunday"), ("en-GB", "monday"), ("ar-EG", "saturday")])
def test_the_week_begins_as_it_does_there(code: str, first: str, tmp_path: Path) -> None:
    directory = town(TOWN.format(more="schedule: Monday to Sunday 12:00-13:00"), tmp_path)
    days = next(facet for facet in facets(Survey(directory, TODAY, Language.load(code))) if facet.key == "day")
    assert days.values[0].id == first
    assert len({day.id for day in days.values}) == 7


def test_the_directory_s_own_language_stands_first(tmp_path: Path) -> None:
    seen = survey(TOWN.format(more="languages: [en, cy, ar]"), tmp_path)
    names = next(facet.values for facet in facets(seen) if facet.key == "language")
    assert [(value.id, value.name) for value in names] == [("en", "English"), ("ar", "Arabic"), ("cy", "Welsh")]


@given(st.integers(0, DAY - 1), st.integers(1, DAY))
def test_opening_hours_count_in_each_part_that_has_one_of_their_minutes(start: int, length: int) -> None:
    slot = Slot(0b1, start, start + length, is_opening=True)
    minutes = {minute % DAY for minute in range(start, start + length)}
    parts = {part: {minute % DAY for minute in range(begins, ends)} for part, (_, begins, ends) in TIMES.items()}
    assert parts_of_day(slot) == [part for part in TIMES if parts[part] & minutes]


@given(st.integers(0, DAY - 1), st.integers(-1, 2 * DAY))
def test_a_meeting_counts_in_the_one_part_in_which_it_begins(start: int, end: int) -> None:
    [part] = parts_of_day(Slot(0b1, start, end))
    hour = start / 60
    judged = (
        "morning" if 5 <= hour < 12 else "afternoon" if 12 <= hour < 17 else "evening" if 17 <= hour < 22 else "night"
    )
    assert part == judged


def test_a_day_without_a_time_is_in_no_part_of_it() -> None:
    assert parts_of_day(Slot(0b1, -1, -1)) == []


def test_the_tile_of_a_goal_counts_what_the_finder_counts(demo: Survey) -> None:
    for goal, tile in zip(demo.directory.goals, tiles(demo), strict=True):
        counted = sum(goal.id in values_of(entry, demo).get("goal", ()) for entry in demo.public_entries)
        assert sum(map(int, re.findall(r"\d+", tile.note))) == counted, tile
        assert "worksheet" in tile.note
