"""The address of a search: what was chosen comes back from it, and nothing else gets in."""

from __future__ import annotations

import random
from urllib.parse import parse_qsl, quote, urlencode

import pytest

from tests.finder.engine.driver import Engine
from tests.finder.engine.made_up import a_choice, made_up

READ = "search => engine.readState(search, directory)"
WRITE = "state => engine.writeState(state)"


@pytest.fixture(autouse=True)
def directory(engine: Engine) -> None:
    engine.read(made_up(1))


@pytest.mark.parametrize("seed", range(30))
def test_what_was_written_is_read_again(engine: Engine, seed: int) -> None:
    die = random.Random(seed)
    data = made_up(1)
    order = {key: [value for value, _ in values] for key, _, values in data["facets"]}
    picked = a_choice(die, data)
    chosen = {key: [value for value in ids if value in picked[key]] for key, ids in order.items() if key in picked}
    state = {
        "q": die.choice(["", "sleep", "café & más", "100 % + 1 = ?", "سلام", "a#b"]),
        "chosen": chosen,
        "near": die.choice(["", "Old Town", "SW1A 1AA"]),
        "sort": die.choice(["", "next", "name", "near", "best"]),
    }
    address = engine.run(WRITE, state)
    assert engine.run(READ, address) == {**state, "unknown": []}
    # Any other reader of addresses understands the same.
    pairs = [(key, value) for key, value in state.items() if isinstance(value, str) and value]
    assert sorted(parse_qsl(address.removeprefix("?"))) == sorted(
        pairs + [(key, one) for key in chosen for one in chosen[key]]
    )


def test_a_state_that_asks_for_nothing_has_no_address(engine: Engine) -> None:
    assert engine.run(WRITE, {"q": "  ", "chosen": {"goal": []}, "near": "", "sort": ""}) == ""
    nothing = {"q": "", "chosen": {}, "near": "", "sort": "", "unknown": []}
    assert engine.run(READ, "") == engine.run(READ, "?") == engine.run(READ, "?&&=&q=") == nothing


@pytest.mark.parametrize(
    ("search", "unknown"),
    [
        ("?goal=__proto__", ["goal=__proto__"]),
        ("?__proto__=1&constructor=goal-1", ["__proto__=1", "constructor=goal-1"]),
        ("?goal[]=goal-1", ["goal[]=goal-1"]),
        ("?sort=toString", ["sort=toString"]),
        ("?goal=goal-1%00", ["goal=goal-1"]),
        ("?fbclid", ["fbclid"]),
    ],
)
def test_what_the_directory_does_not_know_is_left_out_and_said(engine: Engine, search: str, unknown: list[str]) -> None:
    state = engine.run(READ, search)
    assert (state["chosen"], state["sort"]) == ({}, "")
    assert [one.strip() for one in state["unknown"]] == unknown
    assert engine.run("() => [Object.prototype.polluted, ({}).q, ({}).goal]") == [None, None, None]


@pytest.mark.parametrize(
    "search", ["?q=%", "?q=%E0%A4%A", "?%=%&goal=goal-2", "?goal=goal-2&goal=%zz", "?goal=goal-2#?q=1"]
)
def test_broken_addresses_break_nothing(engine: Engine, search: str) -> None:
    state = engine.run(READ, search)
    assert all(value == ["goal-2"] for value in state["chosen"].values())


def test_a_filter_repeated_a_thousand_times_is_one(engine: Engine) -> None:
    state = engine.run(READ, "?" + "&".join(["goal=goal-3", "goal=goal-1"] * 500))
    assert state["chosen"] == {"goal": ["goal-1", "goal-3"]}


def test_no_address_is_too_long_to_be_read(engine: Engine) -> None:
    long = engine.run(READ, "?q=" + quote("ж" * 100_000))
    assert set(long["q"]) == {"ж"}
    assert len(long["q"]) == 200
    many = engine.run(READ, "?" + urlencode([(f"key{number}", "x" * 50) for number in range(2000)]))
    assert len(many["unknown"]) <= 10
    assert all(len(one) <= 40 for one in many["unknown"])


def test_letters_that_cannot_be_seen_stay_out_of_the_words(engine: Engine) -> None:
    state = engine.run(READ, "?q=" + quote("\u202esleep\u0000\u200b\n now") + "&near=" + quote("\u2066Old\tTown"))
    assert state["q"].split() == ["sleep", "now"]
    assert state["near"].split() == ["Old", "Town"]
    # An emoji is cut as a whole or not at all.
    assert engine.run(READ, "?q=" + quote("a" * 199 + "😀😀"))["q"] == "a" * 199 + "😀"
