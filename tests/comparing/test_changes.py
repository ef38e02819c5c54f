"""What changed between two states of a small town."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.comparing.changes import Change, changes
from generator.comparing.fields import FieldChange
from generator.comparing.markdown import as_markdown, inert
from generator.language import Language
from tests.town import TODAY, town

ENGLISH = Language.load("en-GB")

GROUP = """\
groups:
  - id: talkers
    name: Talkers
    summary: Tea and talk.
    goals: [coping]
    schedule: {when}
    joining: drop_in
    location: {{name: Library, city: Small Town}}
    contact: {{phones: (207) 555-0142}}
    cost: free
    verified: 2026-10-01
goals:
  - {{id: coping, name: Coping, summary: Getting through.}}
  - {{id: work, name: Work, summary: Finding work.}}
"""
TUESDAY = GROUP.format(when="Tuesday 18:30-20:00")


@pytest.fixture
def compare(tmp_path: Path) -> Callable[[str, str], list[Change]]:
    def compared(before: str, after: str) -> list[Change]:
        return changes(town(before, tmp_path), town(after, tmp_path), TODAY, ENGLISH)

    return compared


Compare = Callable[[str, str], list[Change]]


def fields(found: list[Change]) -> list[FieldChange]:
    [change] = found
    return list(change.fields)


def test_the_same_directory_has_no_changes(compare: Compare) -> None:
    assert compare(TUESDAY, TUESDAY) == []


def test_a_field_is_named_with_what_stood_there_and_what_stands_there(compare: Compare) -> None:
    assert fields(compare(TUESDAY, TUESDAY.replace("0142", "0143"))) == [
        FieldChange("contact.phones", ("(207) 555-0142",), ("(207) 555-0143",))
    ]


def test_of_a_list_only_what_left_and_what_came_is_named(compare: Compare) -> None:
    longer = TUESDAY.replace("goals: [coping]", "goals: [coping, work]")
    assert fields(compare(TUESDAY, longer)) == [FieldChange("goals", (), ("work",))]
    assert fields(compare(longer, TUESDAY)) == [FieldChange("goals", ("work",), ())]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tuesday 18:30-20:00", "Tuesdays 6.30pm-8pm"),
        ("Monday to Friday 09:00-17:00", "[Monday to Thursday 09:00-17:00, Friday 09:00-17:00]"),
        ("[Monday 10:00, Friday 10:00]", "Monday and Friday 10:00"),
        ("{when: Tuesday 18:30, time_zone: America/New_York}", "Tuesday 18:30"),
        ("{when: Tuesday 18:30, cancelled: 2026-01-06}", "Tuesday 18:30"),
    ],
)
def test_another_way_of_typing_the_same_dates_is_no_change(compare: Compare, before: str, after: str) -> None:
    assert compare(GROUP.format(when=before), GROUP.format(when=after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tuesday 18:30-20:00", "Tuesday 18:30-20:30"),
        ("Tuesday 18:30", "Wednesday 18:30"),
        ("2nd and 4th Tuesday 18:30", "every 2nd week on Tuesday 18:30\n      starts: 2026-11-10"),
        ("Tuesday 18:30", "{when: Tuesday 18:30, cancelled: 2026-12-22}"),
        ("Tuesday 18:30", "{when: Tuesday 18:30, note: Ring first}"),
        ("Tuesday 18:30", "{when: Tuesday 18:30, time_zone: America/Chicago}"),
        ("by appointment", "24 hours"),
        ("last Friday 19:00", "4th Friday 19:00"),
    ],
)
def test_another_date_time_or_note_is_a_change(compare: Compare, before: str, after: str) -> None:
    if "starts" in after:
        after = "{when: every 2nd week on Tuesday 18:30, starts: 2026-11-10}"
    [field] = fields(compare(GROUP.format(when=before), GROUP.format(when=after)))
    assert field.path == "schedule"
    assert field.before != field.after


def test_schedules_are_said_in_the_words_of_visitors(compare: Compare) -> None:
    [field] = fields(compare(TUESDAY, GROUP.format(when="{when: Wednesday 18:30-20:00, cancelled: 2026-12-23}")))
    assert field.before == ("Every Tuesday, 18:30 to 20:00",)
    assert field.after == ("Every Wednesday, 18:30 to 20:00. No meeting on 23 December",)


def test_new_and_removed_listings_are_told_apart(compare: Compare) -> None:
    other = TUESDAY.replace(
        "goals:\n  -",
        "  - {id: walkers, name: Walkers, summary: A slow walk by the water., schedule: Monday 10:00, joining: drop_in, location: {name: Pier, city: Small Town}}\ngoals:\n  -",
    )
    [added] = compare(TUESDAY, other)
    assert (added.before, added.thing.id) == (None, "walkers")
    [gone] = compare(other, TUESDAY)
    assert (gone.after, gone.thing.id) == (None, "walkers")


def test_a_listing_under_another_id_is_the_same_one_moved(compare: Compare) -> None:
    [change] = compare(TUESDAY, TUESDAY.replace("id: talkers", "id: tea-and-talk"))
    assert change.is_moved
    assert (change.before and change.before.id, change.thing.id) == ("talkers", "tea-and-talk")
    assert list(change.fields) == [FieldChange("id", ("talkers",), ("tea-and-talk",))]


def test_a_group_that_became_a_service_is_moved(compare: Compare) -> None:
    [change] = compare(TUESDAY, TUESDAY.replace("groups:", "services:"))
    assert change.is_moved
    assert (change.before and change.before.section, change.thing.section) == ("groups", "services")


def test_another_place_in_the_file_is_no_change(compare: Compare) -> None:
    second = "  - {id: walkers, name: Walkers, summary: A slow walk., schedule: Monday 10:00, joining: drop_in, location: {name: Pier, city: Small Town}}\n"
    first_half, goals = TUESDAY.split("goals:\n  -", 1)
    one = first_half + second + "goals:\n  -" + goals
    head, talkers = first_half.split("groups:\n", 1)
    other = head + "groups:\n" + second + talkers + "goals:\n  -" + goals
    assert one != other
    assert compare(one, other) == []


def test_a_place_that_several_use_says_so(compare: Compare) -> None:
    text = """\
        locations: [{id: library, name: Library, address: 1 Alder Street, city: Small Town}]
        groups:
          - {id: a, name: A, summary: First., location: library}
          - {id: b, name: B, summary: Second., location: library}
        """
    [change] = compare(text, text.replace("1 Alder", "2 Alder"))
    assert (change.thing.section, change.used_by) == ("locations", 2)
    assert "2 listings use it." in as_markdown([change], ENGLISH)


def test_a_place_that_would_become_public_is_said_first(compare: Compare) -> None:
    secret = TUESDAY.replace("city: Small Town", "city: Small Town, confidential: yes")
    shown = as_markdown(compare(secret, TUESDAY), ENGLISH)
    assert "A place that was kept secret would become public: `Talkers`." in shown.split("###", maxsplit=1)[0]
    assert "kept secret" not in as_markdown(compare(TUESDAY, secret), ENGLISH)


def test_nothing_changed_is_said(compare: Compare) -> None:
    assert as_markdown(compare(TUESDAY, TUESDAY), ENGLISH) == "Nothing changed that a visitor would see.\n"


def test_a_long_text_is_shown_round_its_first_difference(compare: Compare) -> None:
    text = "It is a calm place. " * 60
    before = TUESDAY.replace("cost: free", f"cost: free\n    description: {text.strip()}")
    after = before.replace("calm place. It", "calm place. They", 1)
    shown = as_markdown(compare(before, after), ENGLISH)
    assert "They is a calm place" in shown
    assert len(shown) < len(text)


@pytest.mark.parametrize(
    "hostile",
    [
        "@maintainers please merge",
        "![x](https://evil.example/pixel.png)",
        "<img src=x onerror=alert(1)>",
        "`` ` ``` closes the code",
        "[click](javascript:alert(1))",
        "fixes #1 and https://evil.example",
        "</code></details><script>",
    ],
)
def test_what_volunteers_typed_stays_inert(compare: Compare, hostile: str) -> None:
    after = TUESDAY.replace("name: Talkers", f"name: '{hostile}'").replace("Tea and talk.", "'Now: {hostile}'")
    shown = as_markdown(compare(TUESDAY, after), ENGLISH)
    html = Markdown().convert(shown)
    code = "".join(part.split("</code>")[0] for part in html.split("<code>")[1:])
    outside = "".join(part.split("</code>")[-1] for part in html.split("<code>"))
    assert "maintainers" not in outside
    assert "evil" not in outside
    assert "<img" not in html
    assert "<script" not in html
    assert "<a " not in html
    assert code


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=200)
def test_any_text_becomes_one_line_of_code_that_a_markdown_reader_gives_back(text: str) -> None:
    shown = inert(text)
    assert "\n" not in shown
    assert "\u202e" not in shown
    html = Markdown().convert("x " + shown)
    assert html.count("<code>") == 1
    assert "<p>x <code>" in html
    assert html.endswith("</code></p>")
