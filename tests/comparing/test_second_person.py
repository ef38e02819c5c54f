"""What no one person changes alone is said first: crisis lines, secret places, the way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.comparing.changes import Change, changes
from generator.comparing.markdown import as_markdown
from generator.comparing.plain import as_plain
from generator.load import load
from generator.model.directory import Directory
from generator.problems import as_text
from tests.comparing.test_changes import ENGLISH
from tests.town import TODAY

HEAD = """\
directory:
  name: Small Town
  area_served: Small Town
  country: US
  time_zone: America/New_York
  contact: {email: desk@example.org}
crisis:
  preset: US
  lines:
    - id: team
      name: County team
      kind: crisis
      summary: Comes to you.
      phones: (207) 555-0199
      checked: 2026-11-20
locations:
  - {id: refuge, name: A safe house, city: Small Town, confidential: yes}
  - {id: library, name: Library, address: 1 Mill Street, city: Small Town}
services:
  - id: shelter
    name: Shelter
    summary: Somewhere to sleep.
    location: refuge
    contact: {phones: (207) 555-0101}
    schedule: 24 hours
    verified: 2026-11-01
"""
SECOND = "This needs a second person"

Compare = Callable[[str], list[Change]]


@pytest.fixture
def becomes(tmp_path: Path) -> Compare:
    """What changes when the town's file becomes this."""

    def read(text: str) -> Directory:
        file = tmp_path / "resources.yaml"
        file.write_text(text, encoding="utf-8")
        loaded = load(file, root=tmp_path, today=TODAY)
        assert loaded.directory, "\n".join(map(as_text, loaded.problems))
        return loaded.directory

    return lambda text: changes(read(HEAD), read(text), TODAY, ENGLISH)


def changed(old: str, new: str) -> str:
    assert old in HEAD
    return HEAD.replace(old, new)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (changed("(207) 555-0199", "(207) 555-0198"), "crisis"),
        (changed("preset: US", "preset: US\n  hide: [988-lifeline]"), "crisis"),
        (changed("      summary: Comes to you.", "      summary: Never comes."), "crisis"),
        (changed(", confidential: yes", ", address: 4 Hill Road"), "given_away"),
        (changed("location: refuge", "location: library"), "given_away"),
        (changed("location: refuge", "location: {name: A safe house, address: 4 Hill Road}"), "given_away"),
        (changed("name: A safe house", "name: The house behind the church"), "secret"),
        (changed("summary: Somewhere to sleep.", "summary: Behind the church."), "secret"),
        (HEAD.partition("services:")[0], "secret"),
        (changed("country: US", "country: US\n  leave_url: https://example.org/"), "way_out"),
    ],
)
def test_what_takes_two_people_is_said_before_all_else(becomes: Compare, text: str, why: str) -> None:
    found = becomes(text)
    assert why in {one.value for change in found for one in change.why}
    first = as_markdown(found, ENGLISH).partition("###")[0]
    assert SECOND in first
    assert any(one["needs_second_person"] and why in one["why"] for one in as_plain(found))


@pytest.mark.parametrize(
    "text",
    [
        changed("name: Library", "name: Old Library"),
        changed("verified: 2026-11-01", "verified: 2026-11-20"),
        changed("name: Small Town", "name: Smaller Town"),
        HEAD + "groups:\n  - {id: tea, name: Tea, summary: Tea., location: library, schedule: Tuesday 18:30}\n",
    ],
)
def test_other_changes_take_one(becomes: Compare, text: str) -> None:
    found = becomes(text)
    assert found
    assert SECOND not in as_markdown(found, ENGLISH)
    assert not any(one["needs_second_person"] for one in as_plain(found))


def test_a_new_number_of_a_listing_is_to_be_called(becomes: Compare) -> None:
    plain = HEAD.replace("location: refuge", "location: library").replace("(207) 555-0101", "(207) 555-0102")
    shown = as_markdown(becomes(plain), ENGLISH)
    assert "> [!IMPORTANT]\n> **A number to call or text changes: `Shelter`." in shown.partition("###")[0]


def test_many_of_one_reason_are_counted_and_not_listed(becomes: Compare) -> None:
    rows = "".join(
        f"  - {{id: s{n}, name: S{n}, summary: Sleep., location: refuge, contact: {{phones: (207) 555-0101}}}}\n"
        for n in range(30)
    )
    first = as_markdown(becomes(HEAD + rows), ENGLISH).partition("###")[0]
    assert first.count("kept secret") == 10
    assert "And so do 20 more." in first
