"""The search, over an index small enough that anybody can say what should be found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.finder.engine.driver import Engine
from tests.finder.engine.library import ENTRIES, FIND, QUIET, index, names, open_library


@pytest.fixture(autouse=True)
def library(engine: Engine) -> None:
    open_library(engine)


def term(engine: Engine, text: str) -> dict[str, Any]:
    (only,) = engine.run(FIND, text)["terms"]
    found: dict[str, Any] = only
    return found


@pytest.mark.parametrize("word", sorted({word for words in ENTRIES.values() for word in words} - set(QUIET)))
def test_every_word_finds_exactly_what_has_it_and_what_it_matters_most_in_first(engine: Engine, word: str) -> None:
    having = {name: words[word] for name, words in ENTRIES.items() if word in words}
    found = names(engine, word)
    assert set(found or ()) == set(having)
    if word not in {"tuesday", "night", "group"}:  # which also ask for a time or a kind
        weights = [having[name] for name in found or ()]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("typed", "how", "used", "found"),
    [
        ("sleeping", "exact", "sleeping", {"Night Owls", "Sleep Well", "A good night"}),
        ("SLEEP", "exact", "sleep", {"Night Owls", "Sleep Well", "A good night"}),
        ("rents", "stem", "rent", {"Housing Desk"}),
        ("benef", "prefix", "benefits", {"Work and Benefits"}),
        ("z", "prefix", "zebra", {"Zebra"}),
        ("anxeity", "typo", "anxiety", {"Night Owls", "Tuesday Talkers"}),
        ("nxiety", "typo", "anxiety", {"Night Owls", "Tuesday Talkers"}),
        ("xousing", "typo", "housing", {"Housing Desk"}),
        ("gardn", "typo", "garden", {"Garden Hands", "Zebra"}),
        ("zebar", "typo", "zebra", {"Zebra"}),
        ("bennifits", "typo", "benefits", {"Work and Benefits"}),
        ("zbra", "typo", "zebra", {"Zebra"}),
        ("workclub", "typo", "work", {"Work Club"}),
        ("cafè", "exact", "cafe", {"Café Central"}),
        ("qqqqq", "none", None, set()),
        ("qq", "none", None, set()),
    ],
)
def test_a_word_is_found_as_it_is_or_as_what_it_may_have_meant(
    engine: Engine, typed: str, how: str, used: str | None, found: set[str]
) -> None:
    said = engine.run(FIND, typed)
    (only,) = said["terms"]
    assert (only["how"], only["used"][:1]) == (how, [used] if used else [])
    assert set(said["names"]) == found


def test_each_further_letter_keeps_the_word_in_sight(engine: Engine) -> None:
    for length in range(1, len("gardening") + 1):
        assert "Garden Hands" in (names(engine, "gardening"[:length]) or ["Garden Hands"]), length


def test_who_has_more_of_the_words_comes_first(engine: Engine) -> None:
    assert (names(engine, "work money") or [])[0] == "Work and Benefits"
    assert (names(engine, "anxiety tuesday") or [])[0] == "Tuesday Talkers"
    assert (names(engine, "money work jobs") or [])[:2] == ["Work and Benefits", "Work Club"]


def test_a_rare_word_counts_more_than_one_that_most_have(engine: Engine) -> None:
    assert (names(engine, "free rent") or [])[0] == "Housing Desk"


def test_a_whole_name_comes_first(engine: Engine) -> None:
    for name in ENTRIES:
        assert (names(engine, name) or [""])[0] == name


def test_words_that_tell_nothing_change_nothing(engine: Engine) -> None:
    assert names(engine, "i need to talk") == names(engine, "talk")
    assert names(engine, "jobs with me") == names(engine, "jobs")
    assert term(engine, "somewhere to sleep")["typed"] == "sleep"


@pytest.mark.parametrize("text", ["", "   ", "!?", "for me", "somewhere", "😀"])
def test_a_text_that_asks_for_nothing_leaves_all_as_it_is(engine: Engine, text: str) -> None:
    assert names(engine, text) is None


def test_a_name_of_such_words_is_found_by_them_all_the_same(engine: Engine) -> None:
    assert names(engine, "a") == ["A good night"]
    assert names(engine, "a good night") == ["A good night", "Night Owls"]


def test_who_types_a_kind_wants_that_kind(engine: Engine) -> None:
    # The sheet about zebras is for groups: the word counts more in it than the name of its kind does in any group.
    found = names(engine, "groups") or []
    assert len(found) == 7
    assert found[-1] == "Zebra"


def test_terms_say_where_they_were_found(engine: Engine) -> None:
    said = engine.run(FIND, "rent anxiety")["terms"]
    assert [(one["typed"], one["has"]) for one in said] == [("rent", [6]), ("anxiety", [1, 3])]


# Times that are asked for


def with_slots(engine: Engine) -> None:
    data, files = index()
    tonight, tuesday_evening, tuesday_morning, tomorrow = (
        [[[0], 1200, 1260]],
        [[2, 1110, 1200]],
        [[2, 540, 600]],
        [[[1], 600, 660]],
    )
    data["slots"] = {
        "of": [2, 1, 5, 3, 4, 0, 0, 0, 0, 0],
        "sets": [[], tonight, tuesday_morning, tuesday_evening, tomorrow, [[[0], 660, 720]]],
    }
    open_library(engine, data, files)


def test_tonight_is_what_is_on_in_the_evening_of_today(engine: Engine) -> None:
    with_slots(engine)
    assert names(engine, "tonight") == ["Night Owls"]
    assert names(engine, "this evening") == ["Night Owls"]
    # No sentence of the site says so, but one who can say "this evening" can.
    assert names(engine, "this morning") == ["Sleep Well"]
    assert names(engine, "this afternoon") == []
    assert set(names(engine, "today") or ()) == {"Night Owls", "Sleep Well"}
    assert names(engine, "tomorrow") == ["Work Club"]
    weekdays = {"Garden Hands", "Tuesday Talkers", "Work Club"}
    assert set(names(engine, "weekday") or ()) == set(names(engine, "during the week") or ()) == weekdays
    assert set(names(engine, "this weekend") or ()) == {"Night Owls", "Sleep Well"}
    this_week = {"Garden Hands", "Night Owls", "Sleep Well", "Tuesday Talkers", "Work Club"}
    assert set(names(engine, "this week") or ()) == this_week
    # What is on then comes first; what has the word alone may follow.
    assert (names(engine, "somewhere to sleep tonight") or [])[0] == "Night Owls"


def test_the_evening_and_the_night_are_over_when_they_are_over(engine: Engine) -> None:
    with_slots(engine)
    engine.run("() => { self.now = () => new Date('2026-11-22T21:30Z'); }")
    assert names(engine, "tonight") == []


def test_tuesday_evening_is_one_meeting(engine: Engine) -> None:
    data, files = index()
    data["slots"] = {
        "of": [1, 0, 0, 2, 0, 0, 0, 0, 0, 0],
        "sets": [[], [[2, 540, 600], [16, 1110, 1200]], [[2, 1110, 1200]]],
    }
    open_library(engine, data, files)
    assert (names(engine, "tuesday evening") or [])[0] == "Tuesday Talkers"
    said = engine.run(FIND, "tuesday evening")["terms"]
    assert [one["has"] for one in said if one["how"] == "time"] == [[3]]


# Races, lost files and hostile words


def test_an_older_answer_knows_that_it_comes_too_late(engine: Engine) -> None:
    late = """async () => {
        shelf.isHeld = true;
        const first = find("garden"), second = find("zebra");
        while (shelf.held.length) { shelf.held.pop()(); await new Promise((go) => setTimeout(go)); }
        const [one, two] = await Promise.all([first, second]);
        const before = [one.isCurrent, two.isCurrent];
        const third = find("");
        return [before, two.isCurrent, (await third).isCurrent];
    }"""
    assert engine.run(late) == [[False, True], False, True]


def test_each_file_is_asked_for_once(engine: Engine) -> None:
    for text in ("sleep", "sleeping", "sleep", "anxeity", "anxeity", "nxiety"):
        engine.run(FIND, text)
    asked = engine.run("() => shelf.asked")
    assert len(asked) == len(set(asked))


def test_a_common_word_costs_one_file(engine: Engine) -> None:
    engine.run(FIND, "zebra")
    assert len(engine.run("() => shelf.asked")) == 1


def test_a_lost_file_is_said_and_names_are_found_without_it(engine: Engine) -> None:
    engine.run("() => { for (const file of Object.keys(shelf.files)) shelf.broken.add(file); }")
    said = engine.run(FIND, "garden")
    assert (said["names"], said["isPartial"]) == (["Garden Hands"], True)
    nothing = engine.run(FIND, "anxiety")
    assert (nothing["names"], nothing["isPartial"]) == ([], True)
    # As soon as the line is back, so are the words.
    engine.run("() => { shelf.broken.clear(); }")
    again = engine.run(FIND, "anxiety")
    assert (set(again["names"]), again["isPartial"]) == ({"Night Owls", "Tuesday Talkers"}, False)


@pytest.mark.parametrize(
    "text",
    [
        "__proto__ constructor toString hasOwnProperty",
        "a" * 100_000,
        "sleep " * 20_000,
        " ".join(f"word{number}" for number in range(5000)),
        "<img src=x onerror=alert(1)>",
        "\ud800\udfff \udc00",
        "%00%ff\x00\x01",
        "(((((.*)+)+)+)+$",
        "ﷺ" * 2000,
    ],
)
def test_no_words_break_the_search(engine: Engine, text: str) -> None:
    said = engine.run(
        "async text => { const { scores, terms } = await find(text); return [scores && scores.length, terms.length]; }",
        text,
    )
    assert said[0] in (None, len(ENTRIES))
    assert said[1] <= 25
    assert len(engine.run("() => shelf.asked")) <= 20


def test_an_index_without_words_finds_nothing_and_names_no_error(engine: Engine) -> None:
    data, _ = index()
    open_library(engine, {**data, "shards": []}, {"none": []})
    said = engine.run(FIND, "anxiety")
    assert (said["names"], said["isPartial"]) == ([], False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("7pm", {"Night Owls", "Tuesday Talkers"}),
        ("7 pm", {"Night Owls", "Tuesday Talkers"}),
        ("7:30 pm", {"Night Owls", "Tuesday Talkers"}),
        ("7.30pm", {"Night Owls", "Tuesday Talkers"}),
        ("19:00", {"Night Owls", "Tuesday Talkers"}),
        ("12 am", set()),
        ("12:00 pm", set()),
    ],
)
def test_a_time_of_day_asks_for_its_part_of_the_day(engine: Engine, typed: str, found: set[str]) -> None:
    with_slots(engine)
    assert set(names(engine, typed) or ()) == found


def test_a_time_of_day_goes_with_a_day(engine: Engine) -> None:
    with_slots(engine)
    assert (names(engine, "tuesday 7pm") or [])[0] == "Tuesday Talkers"
    assert "Night Owls" not in (names(engine, "tuesday 7pm") or [])


@pytest.mark.parametrize("typed", ["988", "7", "12 step", "25:00", "13 pm", "7:63"])
def test_other_numbers_ask_for_no_time(engine: Engine, typed: str) -> None:
    with_slots(engine)
    assert not [one for one in engine.run(FIND, typed)["terms"] if one["how"] == "time"]


@pytest.mark.parametrize(("named", "kept"), [(2, 20), (10, 10), (12, 12)])
def test_a_sentence_finds_the_few_that_fit_and_a_word_finds_all_that_have_it(
    engine: Engine, named: int, kept: int
) -> None:
    wholly = {f"Zebra {number}": {"zebra": 7} for number in range(named)}
    passing = {f"In passing {number}": {"zebra": 1} for number in range(20 - named)}
    data, files = index({**wholly, **passing})
    open_library(engine, {**data, "kind": [0] * 20}, files)
    assert len(names(engine, "zebra") or ()) == 20
    # What fits as well as the tenth stays with it.
    found = names(engine, "i need zebra") or []
    assert len(found) == kept
    assert set(found[:named]) == set(wholly)
