"""Which entries fit, and how many each answer would leave: judged by going through all of them one by one."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.finder.engine.driver import Engine
from tests.finder.engine.judge import Judge
from tests.finder.engine.made_up import a_choice, made_up

MIDNIGHT = datetime.fromisoformat("2026-11-22")  # by the clock on the wall, as all times of an index

CHOOSE = """([clock, chosen, scores]) => {
    const state = { q: "", chosen, near: "", sort: "" };
    return engine.choose(directory, clock, state, scores && Float32Array.from(scores));
}"""
LOOSEN = """([clock, chosen, scores]) => {
    return engine.loosen(directory, clock, { q: "", chosen, near: "", sort: "" }, scores && Float32Array.from(scores));
}"""


def a_clock(die: random.Random) -> tuple[dict[str, Any], datetime | None]:
    """A minute as the engine and as the judge know it; sometimes one that nobody trusts."""
    if die.random() < 0.1:
        return {"day": 0, "minute": 0, "isTrusted": False, "isOld": False}, None
    day, minute = die.choice([0, 0, 1, 5, 30, 61]), die.randrange(0, 1440)
    clock = {"day": day, "minute": minute, "isTrusted": True, "isOld": day > 7}
    return clock, MIDNIGHT + timedelta(days=day, minutes=minute)


@pytest.mark.parametrize("seed", range(16))
def test_what_fits_and_what_each_answer_leaves_is_what_counting_one_by_one_says(engine: Engine, seed: int) -> None:
    die = random.Random(seed)
    data = made_up(seed, count=40)
    engine.read(data)
    for _ in range(3):
        (clock, now), chosen = a_clock(die), a_choice(die, data)
        scores = [die.choice([0, 0.5, 1]) for _ in range(44)] if die.random() < 0.4 else None
        among = None if scores is None else {i for i, score in enumerate(scores) if score}
        answer = engine.run(CHOOSE, [clock, chosen, scores])
        judge = Judge(data, now)
        assert sorted(answer["found"]) == judge.found(chosen, among)
        assert answer["counts"] == judge.counts(chosen, among)


@pytest.mark.parametrize("seed", range(15))
def test_what_is_left_out_to_find_more_finds_that_many(engine: Engine, seed: int) -> None:
    die = random.Random(1000 + seed)
    data = made_up(seed, count=30, articles=0)
    engine.read(data)
    (clock, now), chosen = a_clock(die), {**a_choice(die, data), **a_choice(die, data)}
    scores = [die.choice([0, 0, 1]) for _ in range(30)] if die.random() < 0.5 else None
    among = None if scores is None else {i for i, score in enumerate(scores) if score}
    ways = engine.run(LOOSEN, [clock, chosen, scores])
    judge = Judge(data, now)
    expected = {key: len(judge.found({k: v for k, v in chosen.items() if k != key}, among)) for key in chosen}
    if scores is not None:
        expected["q"] = len(judge.found(chosen))
    assert {way["key"]: way["count"] for way in ways} == {key: count for key, count in expected.items() if count}
    assert [way["count"] for way in ways] == sorted((way["count"] for way in ways), reverse=True)
    for way in ways:
        alone = chosen.get(way["key"], [])
        assert way["value"] == (alone[0] if len(alone) == 1 else None)


SUNDAY_AT_TEN = {"day": 0, "minute": 600, "isTrusted": True, "isOld": False}


def found_with(engine: Engine, slots: list[Any], chosen: dict[str, list[str]]) -> bool:
    """Whether an entry with these slots is found on Sunday 22 November at ten."""
    data = made_up(1, count=3, articles=0)
    data["slots"] = {"of": [0, 1, 1], "sets": [slots, []]}
    engine.read(data)
    return 0 in engine.run(CHOOSE, [SUNDAY_AT_TEN, chosen, None])["found"]


def test_tuesday_evening_does_not_find_tuesday_morning_and_friday_evening(engine: Engine) -> None:
    tuesday_evening = {"day": ["tuesday"], "time": ["evening"]}
    assert not found_with(engine, [[0b10, 540, 600], [0b10000, 1110, 1200]], tuesday_evening)
    assert found_with(engine, [[0b10, 540, 600], [0b10, 1110, 1200]], tuesday_evening)


def test_tomorrow_and_a_weekday_must_be_the_same_day(engine: Engine) -> None:
    on_weekdays = [[0b11111, 1110, 1200]]
    assert found_with(engine, on_weekdays, {"when": ["tomorrow"], "day": ["monday"]})
    assert not found_with(engine, on_weekdays, {"when": ["tomorrow"], "day": ["tuesday"]})


def test_what_runs_past_midnight_is_open_in_the_small_hours_and_belongs_to_the_evening_before(engine: Engine) -> None:
    data = made_up(1, count=3, articles=0)
    data["slots"] = {"of": [0, 1, 1], "sets": [[[0b1, 1320, 1560]], []]}  # Mondays from 22:00 to 02:00
    engine.read(data)
    tuesday_at_one = {"day": 2, "minute": 60, "isTrusted": True, "isOld": False}
    for chosen, is_found in (
        ({"when": ["now"]}, True),
        ({"when": ["now"], "day": ["monday"]}, True),
        ({"when": ["now"], "day": ["tuesday"]}, False),
    ):
        assert (0 in engine.run(CHOOSE, [tuesday_at_one, chosen, None])["found"]) is is_found


def test_pages_to_read_are_found_by_words_alone_and_the_best_come_first(engine: Engine) -> None:
    engine.read(made_up(3, count=10, articles=3))
    scores = [*[0] * 10, 0.5, 0, 2]
    assert engine.run(CHOOSE, [SUNDAY_AT_TEN, {}, scores])["articles"] == [12, 10]
    assert engine.run(CHOOSE, [SUNDAY_AT_TEN, {}, None])["articles"] == []
    assert engine.run(CHOOSE, [SUNDAY_AT_TEN, {"goal": ["goal-1"]}, scores])["articles"] == []


def test_values_that_nobody_knows_ask_for_nothing(engine: Engine) -> None:
    engine.read(made_up(4))
    everything = engine.run(CHOOSE, [SUNDAY_AT_TEN, {}, None])
    assert (
        engine.run(CHOOSE, [SUNDAY_AT_TEN, {"goal": ["__proto__", "constructor"], "toString": ["1"]}, None])
        == everything
    )
