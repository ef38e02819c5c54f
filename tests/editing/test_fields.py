"""One field set in a listing, however the listing is typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from generator.editing.field_order import fields_of
from generator.editing.fields import remove_field, set_field
from generator.editing.typed_file import TypedFile
from generator.model.listing import PeerGroup
from generator.source.outline import outline
from tests.editing.odd_typing import TypedText, typed_files

ORDER = fields_of(PeerGroup)


def _set(text: str, path: tuple[str, ...], value: Any, row: int = 0) -> str:
    shape = outline(text).at(["groups", row])
    return TypedFile.of(text.encode()).spliced([set_field(text, shape, path, value, ORDER)]).text


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("verified: 2026-01-01", "verified: 2026-11-22"),
        ("verified:   '2026-01-01'   # why", "verified:   2026-11-22   # why"),
        ("verified:", "verified: 2026-11-22"),
        ("verified: # nobody yet", "verified: 2026-11-22 # nobody yet"),
        ("verified:\n      2026-01-01", "verified:\n      2026-11-22"),
        ("verified: |\n      2026-01-01\n    cost: free", "verified: 2026-11-22\n    cost: free"),
        (
            "cost: free\n    contact:\n      phones: 988",
            "cost: free\n    contact:\n      phones: 988\n    verified: 2026-11-22",
        ),
    ],
)
def test_a_date_takes_exactly_the_place_of_the_old_one(typed: str, after: str) -> None:
    text = f"groups:\n  - id: tea\n    {typed}\n"
    assert _set(text, ("verified",), date(2026, 11, 22)) == f"groups:\n  - id: tea\n    {after}\n"


def test_between_brackets_a_field_stays_between_brackets() -> None:
    text = "groups:\n  - {id: tea, contact: {name: Jo}} # x\n"
    assert _set(text, ("verified",), date(2026, 11, 22)) == (
        "groups:\n  - {id: tea, contact: {name: Jo}, verified: 2026-11-22} # x\n"
    )
    assert _set(text, ("contact", "phones"), ["1, 2", "988"]) == (
        'groups:\n  - {id: tea, contact: {name: Jo, phones: ["1, 2", "988"]}} # x\n'
    )


def test_a_field_inside_one_that_is_not_there_comes_with_it() -> None:
    text = "groups:\n  - id: tea\n    cost: free"
    assert _set(text, ("contact", "email"), "a@example.org") == (
        "groups:\n  - id: tea\n    contact:\n      email: a@example.org\n    cost: free"
    )


@settings(max_examples=40, deadline=None)
@given(typed_files())
def test_in_any_typing_only_that_value_is_another(typed: TypedText) -> None:
    # A text after "|" at the very end of a file would get a line break that it did not have.
    text = typed.text + "\n"
    before = yaml.load(text, Loader=yaml.BaseLoader)
    after = yaml.load(_set(text, ("verified",), date(2026, 11, 22)), Loader=yaml.BaseLoader)
    before["groups"][0]["verified"] = "2026-11-22"
    assert after == before


def test_a_field_is_taken_out_with_its_lines() -> None:
    text = "groups:\n  - id: tea\n    contact:\n      phones: 988\n    # next\n    cost: free\n"
    splice = remove_field(text, outline(text).at(["groups", 0]), "contact")
    assert splice is not None
    assert TypedFile.of(text.encode()).spliced([splice]).text == "groups:\n  - id: tea\n    # next\n    cost: free\n"
