from __future__ import annotations

import pytest

from generator.history.entries import differences, rows

BEFORE = """\
directory: {name: Town}
groups:
  - id: tea
    name: Tea
    summary: Talk and tea.
    description: |
      We sing:

      - id: not-a-group
      services:
        - id: neither
  - id: choir
    name: Choir
    summary: We sing.
services:
- id: desk
  name: Desk
  summary: We help.
areas:
  - id: quay
    name: Quay
"""


def told(before: str, after: str) -> dict[str, str]:
    """What happened to each entry."""
    found = differences(before, after, rows(before), rows(after))
    return {name: "came" if was is None else "went" if now is None else "changed" for name, (was, now) in found.items()}


def test_a_text_is_cut_into_its_entries() -> None:
    assert sorted((section, text.split()[2]) for section, text in rows(BEFORE)) == [
        ("groups", "choir"),
        ("groups", "tea"),
        ("services", "desk"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("summary: We sing.", "summary: We hum.", {"choir": "changed"}),
        ("      - id: not-a-group", "      - id: no-group", {"tea": "changed"}),
        ("  - id: choir", "  - id: singers", {"choir": "went", "singers": "came"}),
        ("- id: desk\n  name: Desk\n  summary: We help.\n", "", {"desk": "went"}),
        ("\nservices:\n- id", "\n'services' :\n    # the desk\n\n- id", {}),
        ("    name: Quay", "    name: The quay", {}),
        ("\nservices:\n", "\nworksheets:\n", {"desk": "changed"}),
        ("    name: Choir\n    summary: We sing.", "    summary: >\n      We\n      sing.\n    name: Choir", {}),
    ],
)
def test_only_what_an_entry_means_counts(old: str, new: str, expected: dict[str, str]) -> None:
    assert old in BEFORE
    assert told(BEFORE, BEFORE.replace(old, new)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "groups: [{id: tea, name: Tea, summary: Talk.}, {id: choir, name: Choir, summary: We sing.}]\n",
        "groups:\n  [{id: tea, name: Tea, summary: Talk.},\n  {id: choir, name: Choir, summary: We sing.}]\n",
        "groups:\n  -\n    id: tea\n    name: Tea\n    summary: Talk.\n  - {id: choir, name: Choir, summary: We sing.}\n",
        '"groups":\n - id: tea\n   name: Tea\n   summary: "Talk."\n - name: Choir\n   id: choir\n   summary: We sing.',
        "groups:\n- id: tea\n  name: Tea\n  summary: Talk.\n# between\n- id: choir\n  name: Choir\n  summary: We sing.\n",
    ],
)
def test_every_layout_of_a_list_is_read(text: str) -> None:
    usual = "groups:\n  - id: tea\n    name: Tea\n    summary: Talk.\n  - id: choir\n    name: Choir\n    summary: We sing.\n"
    assert told(usual, text) == told(text, usual) == {}
    assert told("", text) == {"tea": "came", "choir": "came"}
    assert told(text, text.replace("Talk.", "Walk.")) == {"tea": "changed"}


@pytest.mark.parametrize(
    "text", ["", "\n", "groups:\n", "groups: 5\n", "- a\n", "groups:\n  - tea\n  - [a]\n", "\0", "a: [", "%"]
)
def test_a_text_without_entries_has_none(text: str) -> None:
    assert told("", text) == told(text, "") == {}


def test_an_entry_that_no_longer_fits_the_form_is_compared_as_it_was_typed() -> None:
    old = "groups:\n  - id: tea\n    name: Tea\n    meets_on: Tuesday\n    verified: 2020-01-01\n"
    assert told(old, old.replace("Tuesday", "Monday")) == {"tea": "changed"}
    assert told(old, old.replace("2020", "2021")) == {}


def test_a_list_that_cannot_be_read_to_its_end_is_read_as_far_as_possible() -> None:
    broken = BEFORE.replace("summary: We help.", "summary: 'We help.")
    assert told(BEFORE, broken).get("choir") is None
