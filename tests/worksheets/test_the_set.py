"""The worksheets that are shipped: one path, in plain and kind words of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.model.blocks import Cards, CutCards, Note
from generator.model.choice import Dimension
from generator.model.worksheet import WithWhom, Worksheet
from tests.worksheets.reading_grade import grade
from tests.worksheets.sheets import FOLDER, shipped

GOALS = {
    "settled-home", "work-or-study", "family-and-friends", "coping-skills", "staying-well", "meaning-and-spirit",
    "creativity", "calm-with-feelings", "body-and-rest", "having-a-say", "community",
}  # fmt: skip

HIGHEST_GRADE = 6.5

# Protected names and forms, and words that make a person into a case.
BLOCKED = re.compile(
    r"(?-i:\bWRAP\b)|wellness recovery action|recovery star|stanley|safety plan|therapist aid|psychology tools|"
    r"\bmentally ill\b|\bsufferers?\b|\bschizophrenic|\baddicts?\b|\bcommitted suicide\b|\bpatients\b|\bthe patient\b|\bcure[ds]?\b",
    re.IGNORECASE,
)

every_sheet = pytest.mark.parametrize("sheet", shipped().values(), ids=shipped())


def running_words(sheet: Worksheet) -> Iterator[str]:
    """The sentences people read: not names, labels or sources."""
    for text in (
        sheet.summary,
        sheet.purpose,
        sheet.before,
        sheet.after,
        sheet.crisis_note,
        sheet.intro,
        sheet.description,
    ):
        yield text or ""
    for section in sheet.sections:
        yield section.intro or ""
        for block in section.blocks:
            yield block.prompt or ""
            yield block.hint or ""
            yield block.text if isinstance(block, Note) else ""


def test_each_file_holds_the_sheet_it_is_named_after() -> None:
    assert sorted(shipped()) == sorted(path.stem for path in FOLDER.glob("*.yaml"))
    assert len(shipped()) >= 16


def test_the_path_leads_from_values_to_looking_back() -> None:
    path = ["my-values"]
    while (following := shipped()[path[-1]].next) is not None:
        assert following not in path, "the path turns in a circle"
        path.append(following)
    assert path == [
        "my-values", "values-compass", "my-goal", "strengths", "my-people", "small-steps", "week-check-in", "looking-back",
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
def test_every_sheet_reads_easily(sheet: Worksheet) -> None:
    texts = [text for text in running_words(sheet) if text]
    assert grade(texts) <= HIGHEST_GRADE
    for text in texts:
        # A text of one sentence swings with each long word, so it may be a little harder by itself.
        assert grade([text]) <= HIGHEST_GRADE + 4, text


@every_sheet
def test_no_sheet_copies_or_names_what_belongs_to_others(sheet: Worksheet) -> None:
    words = [*running_words(sheet), sheet.name, *(source.name for source in sheet.based_on)]
    assert [text for text in words if BLOCKED.search(text)] == []


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


def test_the_blocked_words_are_found() -> None:
    assert all(
        map(BLOCKED.search, ["My WRAP", "The Recovery Star", "a safety plan", "mentally ill people", "for patients"])
    )
    assert not any(map(BLOCKED.search, ["wrap it up", "be patient", "a safe plan", "secure"]))
