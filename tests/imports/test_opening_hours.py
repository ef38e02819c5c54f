"""Hours: what rows say, and the lines made of them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imports.opening_hours import Opening, lines, read_opening
from generator.model.when import Frequency, parse_when
from generator.words import Words

TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 1, 15, 30, 59]))
OPENINGS = st.builds(Opening, st.integers(0, 6), TIMES, st.one_of(st.none(), TIMES)).filter(
    lambda opening: opening.opens_at != opening.closes_at or opening.opens_at == time(0)
)


@given(st.sets(OPENINGS, max_size=12))
def test_the_lines_say_each_opening_and_no_other(openings: set[Opening]) -> None:
    said = set()
    for line in lines(openings):
        when = parse_when(line)
        if when.frequency is Frequency.ALWAYS:
            said |= {Opening(day, time(0), time(0)) for day in range(7)}
        else:
            assert (when.frequency, when.interval, when.opens_at is None) == (Frequency.WEEKLY, 1, False)
            assert when.opens_at is not None
            said |= {Opening(day, when.opens_at, when.closes_at) for day in when.weekdays}
    assert said == openings


@given(st.sets(OPENINGS, max_size=12))
def test_days_with_the_same_hours_share_a_line(openings: set[Opening]) -> None:
    assert len(lines(openings)) == len({(opening.opens_at, opening.closes_at) for opening in openings})


def test_a_week_reads_as_on_a_door() -> None:
    nine, five, noon = time(9), time(17), time(12)
    openings = [Opening(day, nine, five) for day in (0, 1, 2, 4)] + [Opening(day, nine, noon) for day in (3, 5)]
    assert lines(openings) == [
        "Monday, Tuesday, Wednesday and Friday 09:00-17:00",
        "Thursday and Saturday 09:00-12:00",
    ]


@pytest.mark.parametrize(
    ("row", "opening"),
    [
        (("Monday", "9:00", "17:00"), Opening(0, time(9), time(17))),
        (("mon.", "09:00:00", "17:00:00"), Opening(0, time(9), time(17))),
        (("Tues", "9.30", "5:30 PM"), Opening(1, time(9, 30), time(17, 30))),
        (("Thurs", "12 AM", "12 p.m."), Opening(3, time(0), time(12))),
        (("Sundays", "00:00", "24:00"), Opening(6, time(0), time(0))),
        (("SU", "0:00", "23:59"), Opening(6, time(0), time(0))),
        (("Friday", "18:00", ""), Opening(4, time(18))),
        (("Friday", "20:00", "02:00"), Opening(4, time(20), time(2))),
        (("Friday", "18:00", "00:00"), Opening(4, time(18), time(0))),
    ],
)
def test_a_row_is_read_as_it_is_meant(row: tuple[str, str, str], opening: Opening) -> None:
    assert read_opening(*row) == opening


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("1", "9:00", "17:00"), "'1' is not a day of the week."),
        (("T", "9:00", "17:00"), "'T' is not a day of the week."),
        (("", "9:00", "17:00"), "'' is not a day of the week."),
        (("Someday", "9:00", "17:00"), "'Someday' is not a day of the week."),
        (("Monday", "9", "17:00"), "'9' is not a time of the local clock."),
        (("Monday", "25:00", "26:00"), "'25:00' is not a time of the local clock."),
        (("Monday", "9:00", "13 pm"), "'13 pm' is not a time of the local clock."),
        (("Monday", "09:00Z", "17:00Z"), "'09:00Z' is not a time of the local clock."),
        (("Monday", "", "17:00"), "'' is not a time of the local clock."),
        (("Monday", "9:00", "9:00"), "It opens and closes at the same time, 09:00."),
        (("Monday", "10:00", "4:00"), "It closes (04:00) before it opens (10:00), and it does not look like a night."),
        (("Monday", "22:00", "20:00"), "It closes (20:00) before it opens (22:00), and it does not look like a night."),
    ],
)
def test_what_is_not_certain_is_refused(row: tuple[str, str, str], reason: str) -> None:
    refused = read_opening(*row)
    assert isinstance(refused, Words)
    assert str(refused) == reason


def test_a_day_without_times_says_nothing() -> None:
    assert read_opening("Monday", "", "") is None
