"""What comes next, how it is said, and in what order the found stand: judged by looking at every meeting there will be."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.finder.engine.driver import Engine
from tests.finder.engine.judge import Chosen, Judge, Meeting
from tests.finder.engine.made_up import CLOCK, made_up
from tests.finder.engine.test_choosing import MIDNIGHT, a_clock

NEXT = """clock => Array.from({ length: directory.count }, (_, i) => {
    const next = engine.nextOf(directory, i, clock);
    return next && { ...next, words: engine.whenWords(directory, next, clock) };
})"""
ORDER = """([found, clock, sort, scores, near]) => {
    const origin = near && engine.originOf(directory, near);
    return engine.order(directory, found, clock, { sort, scores: scores && Float32Array.from(scores), origin });
}"""


def said_of(meeting: Meeting, judge: Judge) -> str:
    """The words for a meeting, as somebody at a desk would say them."""
    opens, open_ = ("Opens ", "Open ") if meeting.slot[3] else ("", "")
    _, start, end, _, _ = meeting.slot
    if meeting.slot[:3] == (127, 0, 1440) and open_:
        return "Open 24 hours"
    if judge.is_now(meeting):
        until = f", until {meeting.ends:%H:%M}" if end >= 0 else ""
        return f"{'Open now' if open_ else 'Now'}{until}"
    ahead = (meeting.begins.date() - judge.now.date()).days if judge.is_trusted else None
    day = {0: "today", 1: "tomorrow"}.get(-1 if ahead is None else ahead, f"{meeting.begins:%a %d %b}")
    text = f"{opens}{day} {meeting.begins:%H:%M}" if start >= 0 else f"{open_}{day}"
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("seed", range(25))
def test_next_is_the_first_meeting_that_is_not_over(engine: Engine, seed: int) -> None:
    data = made_up(seed)
    engine.read(data)
    clock, now = a_clock(random.Random(seed))
    judge = Judge(data, now)
    for i, said in enumerate(engine.run(NEXT, clock)):
        meeting = judge.next(i)
        if meeting is None:
            assert said is None
            continue
        assert MIDNIGHT + timedelta(days=said["day"], minutes=max(0, said["start"])) == meeting.begins
        assert (said["start"], said["end"], said["change"]) == (meeting.slot[1], meeting.slot[2], meeting.slot[4])
        assert (said["isNow"], said["isOpening"]) == (judge.is_now(meeting), meeting.slot[3])
        assert said["words"] == said_of(meeting, judge)


def words_at(engine: Engine, slots: list[list[Any]], day: int, minute: int) -> str:
    data = made_up(1, count=3, articles=0)
    data["slots"] = {"of": [0, 1, 1], "sets": [slots, []]}
    engine.read(data)
    said = engine.run(NEXT, {"day": day, "minute": minute, "isTrusted": True, "isOld": False})[0]
    return said["words"] if said else ""


@pytest.mark.parametrize(
    ("slot", "day", "minute", "words"),
    [
        ([0b1000000, 1110, 1200], 0, 600, "Today 18:30"),
        ([0b1000000, 1110, 1200], 0, 1110, "Now, until 20:00"),
        ([0b1000000, 1110, 1200], 0, 1199, "Now, until 20:00"),
        ([0b1000000, 1110, 1200], 0, 1200, "Sun 29 Nov 18:30"),
        ([0b10, 1110, 1200], 1, 0, "Tomorrow 18:30"),
        ([0b1000000, 540, 1020, 1], 0, 600, "Open now, until 17:00"),
        ([0b1000000, 540, 1020, 1], 0, 500, "Opens today 09:00"),
        ([0b1000000, 1320, 1560], 1, 119, "Now, until 02:00"),
        ([0b1000000, 1320, 1560], 1, 120, "Sun 29 Nov 22:00"),
        ([[5], -1, -1], 4, 600, "Tomorrow"),
        ([[5], -1, -1], 5, 1439, "Today"),
        ([127, 0, 1440, 1], 3, 3, "Open 24 hours"),
        ([[3], 1110, 1200], 4, 0, ""),
    ],
)
def test_times_are_said_as_at_a_desk(engine: Engine, slot: list[Any], day: int, minute: int, words: str) -> None:
    assert words_at(engine, [slot], day, minute) == words


def test_a_meeting_without_an_end_is_worth_an_hour(engine: Engine) -> None:
    assert words_at(engine, [[0b1000000, 600, -1]], 0, 659) == "Now"
    assert words_at(engine, [[0b1000000, 600, -1]], 0, 660) == "Sun 29 Nov 10:00"


def test_a_clock_that_is_not_trusted_says_dates_only(engine: Engine) -> None:
    data = made_up(1, count=3, articles=0)
    data["slots"] = {"of": [0, 1, 1], "sets": [[[0b1000000, 0, 1200]], []]}
    engine.read(data)
    said = engine.run(NEXT, {"day": 0, "minute": 0, "isTrusted": False, "isOld": False})[0]
    assert (said["isNow"], said["words"]) == (False, "Sun 22 Nov 00:00")


def place_in_line(judge: Judge, i: int, chosen: Chosen | None = None) -> tuple[int, datetime]:
    """Meetings of today, the running ones first, and doors open today; then later days in the same way; then the rest."""
    meeting = judge.next(i, chosen)
    if meeting is None:
        return 4, MIDNIGHT
    begins = meeting.begins if meeting.is_timed else meeting.begins + timedelta(minutes=1439)
    is_later, is_opening = meeting.begins.date() > judge.now.date(), meeting.slot[3]
    is_running = judge.is_now(meeting) and not is_opening
    return 2 * is_later + is_opening, MIDNIGHT - timedelta(days=1) if is_running else begins


@pytest.mark.parametrize("seed", range(15))
def test_soonest_first_is_today_then_later_days_then_the_rest_by_name(engine: Engine, seed: int) -> None:
    data, die = made_up(seed), random.Random(seed)
    engine.read(data)
    clock, now = a_clock(die)
    judge = Judge(data, now)
    found = die.sample(range(data["count"]), 40)
    expected = sorted(found, key=lambda i: (*place_in_line(judge, i), data["name"][i].casefold(), i))
    assert engine.run(ORDER, [found, clock, "next", None, ""]) == expected
    # What an order needs and lacks makes it this one.
    for sort in ("near", "best", "__proto__"):
        assert engine.run(ORDER, [found, clock, sort, None, ""]) == expected


def at_sunday_noon(engine: Engine, slots: list[list[list[Any]]]) -> list[int]:
    """The order of entries with these slots, by their numbers."""
    data = made_up(1, count=len(slots), articles=0)
    data["slots"] = {"of": list(range(len(slots))), "sets": slots}
    engine.read(data)
    clock = {"day": 0, "minute": 720, "isTrusted": True, "isOld": False}
    found: list[int] = engine.run(ORDER, [list(range(len(slots))), clock, "next", None, ""])
    return found


def test_a_door_that_is_open_now_comes_before_a_meeting_of_tomorrow(engine: Engine) -> None:
    opens_tomorrow, meets_tomorrow = [[[1], 540, 1020, 1]], [[[1], 600, 660]]
    opens_tonight, open_now, meets_tonight = [[[0], 1080, 1200, 1]], [[[0], 660, 1020, 1]], [[[0], 1110, 1200]]
    line = [[], opens_tomorrow, meets_tomorrow, opens_tonight, open_now, meets_tonight]
    assert at_sunday_noon(engine, line) == [5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("seed", range(20))
def test_next_and_order_are_of_the_dates_that_were_asked_for(engine: Engine, seed: int) -> None:
    data, die = made_up(seed), random.Random(seed)
    engine.read(data)
    (clock, now), judged = a_clock(die), {key: ids for key, _, ids in data["facets"] if key in CLOCK}
    judge = Judge(data, now)
    chosen = {key: [die.choice(judged[key])[0]] for key in die.sample(sorted(CLOCK), die.randint(1, 3))}
    asked = engine.run("([clock, chosen]) => engine.clockAsked(directory, clock, { chosen })", [clock, chosen])
    for i, said in enumerate(engine.run(NEXT, asked)):
        meeting = judge.next(i, chosen)
        begins = said and MIDNIGHT + timedelta(days=said["day"], minutes=max(0, said["start"]))
        assert begins == (meeting and meeting.begins)
    found = judge.found(chosen)
    expected = sorted(found, key=lambda i: (*place_in_line(judge, i, chosen), data["name"][i].casefold(), i))
    assert engine.run(ORDER, [found, asked, "next", None, ""]) == expected


def test_a_moved_monday_of_a_wednesday_group_is_what_a_list_of_mondays_shows(engine: Engine) -> None:
    data = made_up(1, count=3, articles=0)
    data["slots"] = {"of": [0, 1, 1], "sets": [[[[3], 1110, 1200], [[29], 1110, 1200, 0, "Moved"]], []]}
    engine.read(data)
    clock = {"day": 0, "minute": 600, "isTrusted": True, "isOld": False}
    asked = engine.run(
        "clock => engine.clockAsked(directory, clock, { chosen: { day: ['monday'], time: ['evening'] } })", clock
    )
    assert [engine.run(NEXT, one)[0]["words"] for one in (clock, asked)] == ["Wed 25 Nov 18:30", "Mon 21 Dec 18:30"]


@pytest.mark.parametrize("seed", range(5))
def test_names_stand_by_the_alphabet_whatever_their_kind(engine: Engine, seed: int) -> None:
    data = made_up(seed)
    engine.read(data)
    found = list(range(data["count"]))
    random.Random(seed).shuffle(found)
    clock, _ = a_clock(random.Random(seed))
    expected = sorted(found, key=lambda i: (data["name"][i].casefold(), i))
    assert engine.run(ORDER, [found, clock, "name", None, ""]) == expected


def test_the_best_stand_first_and_equals_by_what_comes_next(engine: Engine) -> None:
    data, die = made_up(6), random.Random(6)
    engine.read(data)
    clock, _ = a_clock(die)
    total = data["count"] + data["articles"]
    scores = [die.choice([0.25, 0.5, 1.0]) for _ in range(total)]
    by_next = engine.run(ORDER, [list(range(total)), clock, "next", None, ""])
    expected = sorted(by_next, key=lambda i: -scores[i])
    assert engine.run(ORDER, [list(range(total)), clock, "best", scores, ""]) == expected


def test_what_is_paused_stands_behind_what_fits_about_as_well(engine: Engine) -> None:
    data = made_up(6, count=4, articles=0)
    data["paused"] = [1]
    engine.read(data)
    clock = {"day": 0, "minute": 600, "isTrusted": True, "isOld": False}
    assert engine.run(ORDER, [[0, 1, 2], clock, "best", [0.8, 1.0, 0.9, 0], ""]) == [2, 0, 1]
    # Somebody who looks for it by name finds it first.
    assert engine.run(ORDER, [[0, 1, 2], clock, "best", [0.8, 3.0, 0.9, 0], ""]) == [1, 2, 0]


def test_the_nearest_stand_first_and_what_has_no_distance_last(engine: Engine) -> None:
    data = made_up(8)
    engine.read(data)
    clock, _ = a_clock(random.Random(8))
    area = next(area for area in data["areas"] if area[2] is not None)
    there = engine.run(ORDER, [list(range(data["count"])), clock, "near", None, area[1]])
    far = engine.run(
        "([order, typed]) => order.map(i => engine.distanceTo(directory, i, engine.originOf(directory, typed)))",
        [there, area[1]],
    )
    known = [0 if one["km"] is None else one["km"] for one in far if one]
    assert known, "the made-up directory has places"
    assert all(earlier <= later + 0.01 for earlier, later in pairwise(known))
    assert not any(far[len(known) :])
