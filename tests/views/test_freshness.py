"""How far a listing can be trusted, counted independently with days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.day import Span
from generator.views.freshness import Rhythm, State, freshness

MONTHS = Rhythm(review_every=Span(6, "month"), remind_before=Span(1, "month"), grace=Span(3, "month"))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-02-28", State.CHECKED),
        ("2026-06-14", State.CHECKED),
        ("2026-06-15", State.DUE),
        ("2026-07-14", State.DUE),
        ("2026-07-15", State.OVERDUE),
        ("2026-10-14", State.OVERDUE),
        ("2026-10-15", State.HIDDEN),
        ("2030-01-01", State.HIDDEN),
    ],
)
def test_each_state_begins_on_its_day(today: str, state: State) -> None:
    found = freshness(date(2026, 1, 15), MONTHS, today=date.fromisoformat(today))
    assert found.state is state
    assert found.is_trusted is (state in {State.CHECKED, State.DUE})


def test_what_was_never_checked_is_overdue_and_never_hidden() -> None:
    for today in (date(2026, 1, 1), date(2090, 1, 1)):
        assert freshness(None, MONTHS, today=today).state is State.OVERDUE


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), *[st.integers(1, 400)] * 3, st.integers(0, 1500))
def test_spans_of_days_are_counted_as_days(verified: date, every: int, remind: int, grace: int, passed: int) -> None:
    rhythm = Rhythm(Span(every, "day"), Span(remind, "day"), Span(grace, "day"))
    if passed >= every + grace:
        expected = State.HIDDEN
    elif passed >= every:
        expected = State.OVERDUE
    elif passed >= every - remind:
        expected = State.DUE
    else:
        expected = State.CHECKED
    assert freshness(verified, rhythm, today=verified + timedelta(days=passed)).state is expected
