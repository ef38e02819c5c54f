"""How rankings are judged, worked out by hand."""

from __future__ import annotations

from math import log2

import pytest

from benchmarks.relevance import Question, entry_of, ndcg, success

SAD = Question("sad", "one-word", best=["tea", "line"], good=["walk"])


def test_the_best_order_counts_as_one() -> None:
    assert ndcg(SAD, ["line", "tea", "walk"]) == pytest.approx(1)
    assert ndcg(SAD, ["tea", "line", "walk", "choir"]) == pytest.approx(1)


def test_a_good_answer_counts_half_and_later_places_less() -> None:
    ideal = 2 / log2(2) + 2 / log2(3) + 1 / log2(4)
    assert ndcg(SAD, ["walk", "choir", "tea"]) == pytest.approx((1 / log2(2) + 2 / log2(4)) / ideal)


def test_what_comes_after_ten_counts_nothing() -> None:
    assert ndcg(SAD, [*(f"other-{n}" for n in range(10)), "tea"]) == 0


def test_success_asks_for_one_of_the_best_among_three() -> None:
    assert success(SAD, ["walk", "choir", "line"]) == 1
    assert success(SAD, ["walk", "choir", "van", "line"]) == 0
    assert success(SAD, []) == 0


def test_an_entry_is_known_by_its_id_in_every_site() -> None:
    assert entry_of("http://127.0.0.1:1/groups/tea/?h=sad") == "tea"
    assert entry_of("http://127.0.0.1:1/listings/tea/index.html") == "tea"
    assert entry_of("http://127.0.0.1:1/learn/hope/") == "learn/hope"
    assert entry_of("http://127.0.0.1:1/help-now/") == "help-now"


def test_pages_that_gather_entries_are_left_out() -> None:
    assert entry_of("http://127.0.0.1:1/goals/rest/") is None
    assert entry_of("http://127.0.0.1:1/groups/") is None
