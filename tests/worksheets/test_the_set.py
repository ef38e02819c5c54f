"""The worksheets that are shipped: one path, in plain and kind words of our own."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.load import load
from generator.model.blocks import Cards, CutCards
from generator.model.choice import Dimension
from generator.model.worksheet import WithWhom, Worksheet
from generator.reading_grade import grade
from tests.worksheets.sheets import FOLDER, shipped

GOALS = {
    "settled-home", "work-or-study", "family-and-friends", "coping-skills", "staying-well", "meaning-and-spirit",
    "creativity", "calm-with-feelings", "body-and-rest", "having-a-say", "community",
}  # fmt: skip

HIGHEST_GRADE = 6.5

# Words that make a person into a case, promise too much or order about.
UNKIND = re.compile(
    r"\bmentally ill\b|\bsufferers?\b|\bschizophrenic|\baddicts?\b|\bcommitted suicide\b|\bpatients\b|\bthe patient\b|"
    r"\bcure[ds]?\b|\bnon-?complian|\byou must\b|\bguarantee|\bwill heal\b|\bproven\b|\bhomework\b",
    re.IGNORECASE,
)

every_sheet = pytest.mark.parametrize("sheet", shipped().values(), ids=shipped())


def test_each_file_holds_the_sheet_it_is_named_after() -> None:
    assert sorted(shipped()) == sorted(path.stem for path in FOLDER.glob("*.yaml"))
    assert len(shipped()) >= 16


def test_the_path_leads_from_values_to_looking_back() -> None:
    path = ["my-values"]
    while (following := shipped()[path[-1]].next) is not None:
        assert following not in path, "the path turns in a circle"
        path.append(following)
    assert path == [
        "my-values", "values-compass", "my-goal", "strengths", "my-people", "small-steps", "if-then-plans", "week-check-in", "looking-back",
    ]  # fmt: skip


@every_sheet
def test_every_sheet_leads_on_to_the_path(sheet: Worksheet) -> None:
    seen = [sheet.id]
    while (following := shipped()[seen[-1]].next) is not None:
        assert following not in seen, "the way turns in a circle"
        seen.append(following)
    assert seen[-1] == "looking-back"


@every_sheet
def test_every_sheet_says_what_it_is_for_and_whom_it_thanks(sheet: Worksheet) -> None:
    assert sheet.purpose.startswith("It helps ")
    assert sheet.licence == "CC0-1.0"
    assert sheet.dimensions
    assert sheet.with_whom
    assert sheet.keywords
    assert sheet.after
    assert sheet.goals
    assert set(sheet.goals) <= GOALS
    assert set(sheet.related) <= set(shipped())
    assert sheet.verified is not None
    assert sheet.verified >= date(2026, 11, 1)


@every_sheet
def test_every_sheet_builds_on_something_that_can_be_read(sheet: Worksheet) -> None:
    assert sheet.based_on
    for source in sheet.based_on:
        assert (source.url or "").startswith("https://")
        assert re.search(r"\b(?:19|20)\d\d\b", source.name), "a source is named with its year"
        assert "our own" in source.relation or "up to each person" in source.relation


@every_sheet
def test_every_sheet_reads_easily(sheet: Worksheet) -> None:
    texts = [text for _, text in sheet.running_words()]
    assert grade(texts) <= HIGHEST_GRADE
    for text in texts:
        # A text of one sentence swings with each long word, so it may be a little harder by itself.
        assert grade([text]) <= HIGHEST_GRADE + 4, text


@every_sheet
def test_every_sheet_speaks_kindly(sheet: Worksheet) -> None:
    assert [text for _, text in sheet.running_words() if UNKIND.search(text)] == []


def test_no_sheet_is_a_copy_of_a_protected_form_or_hard_to_read() -> None:
    root = FOLDER.parents[1]
    problems = load(root / "resources.yaml", root=root, today=date(2026, 11, 22)).problems
    assert [each for each in problems if each.rule in {"blocked-worksheets", "plain-words"}] == []


def test_every_goal_has_a_sheet_and_every_dimension_too() -> None:
    assert {goal for sheet in shipped().values() for goal in sheet.goals} == GOALS
    assert {dimension for sheet in shipped().values() for dimension in sheet.dimensions} == set(Dimension)


def test_the_values_to_sort_are_the_values_to_cut_out() -> None:
    (sort,) = (block for block in shipped()["my-values"].blocks if isinstance(block, Cards))
    (cut,) = (block for block in shipped()["values-cards-to-cut"].blocks if isinstance(block, CutCards))
    assert sort.items == cut.items
    assert len(sort.items) == 24


def test_what_may_stir_things_up_says_whom_to_turn_to() -> None:
    for name in ("hard-day", "for-family-and-friends", "conversation-starters"):
        assert "crisis line" in (shipped()[name].crisis_note or "")
    assert shipped()["my-story"].crisis_note
    assert WithWhom.SOMEBODY in shipped()["conversation-starters"].with_whom


def test_the_unkind_words_are_found() -> None:
    assert all(map(UNKIND.search, ["mentally ill people", "for patients", "You must do it", "proven to work"]))
    assert not any(map(UNKIND.search, ["be patient", "secure", "a must-see", "you may"]))
