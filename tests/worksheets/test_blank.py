from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as some

from generator.worksheets.blank import keys, name, own
from generator.worksheets.blocks.table import TWELFTHS, twelfths


@given(some.lists(some.text(min_size=1, max_size=12), max_size=20, unique=True))
def test_every_word_gets_a_key_of_its_own_that_a_pdf_can_use(words: list[str]) -> None:
    made = keys(words)
    assert len(made) == len(set(made)) == len(words)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in made)


@given(some.permutations(["Kindness", "Making things", "Café", "Rest"]))
def test_a_word_keeps_its_key_wherever_it_stands(words: list[str]) -> None:
    made = dict(zip(words, keys(words), strict=True))
    assert made == {"Kindness": "kindness", "Making things": "making-things", "Café": "cafe", "Rest": "rest"}


def test_words_of_another_script_go_by_their_place() -> None:
    assert keys(["Семья", "Freedom", "مسجد"]) == ("1", "freedom", "3")


def test_a_row_of_ones_own_is_not_taken_for_a_word_of_that_name() -> None:
    assert name("sort", own(1)) != name("sort", keys(["Own 1"])[0])


@given(some.lists(some.integers(min_value=1, max_value=12), min_size=1, max_size=7))
def test_columns_share_the_width_of_the_table(weights: list[int]) -> None:
    widths = twelfths(weights)
    assert sum(widths) == TWELFTHS
    assert min(widths) >= 1
    # Nobody with a greater weight gets less room.
    assert all(
        widths[a] >= widths[b] for a in range(len(weights)) for b in range(len(weights)) if weights[a] > weights[b]
    )
