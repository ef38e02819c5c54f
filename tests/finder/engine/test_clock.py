"""The directory's clock on devices anywhere: judged by zoneinfo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from tests.finder.engine.driver import Engine
from tests.finder.engine.made_up import HORIZON, made_up

# With a change of clocks within 63 days, by an hour or by half of one, and without any.
TOWNS = {
    "America/New_York": date(2026, 10, 10),
    "Europe/London": date(2026, 3, 1),
    "Australia/Lord_Howe": date(2026, 9, 20),
    "Asia/Kathmandu": date(2026, 11, 22),
    "Pacific/Kiritimati": date(2026, 11, 22),
    "America/St_Johns": date(2026, 2, 20),
}
CLOCKS = "moments => moments.map(moment => engine.clockOf(directory, new Date(moment)))"


def index_of(zone: str, made: date) -> dict[str, Any]:
    """An index made on a day in a town, with the offsets as data.py writes them: at noon, wherever they change."""
    offsets: list[list[int]] = []
    for number in range(HORIZON):
        away = datetime.combine(made + timedelta(days=number), time(12), ZoneInfo(zone)).utcoffset()
        assert away is not None
        if not offsets or offsets[-1][1] != away.total_seconds() // 60:
            offsets.append([number, int(away.total_seconds() // 60)])
    return {**made_up(1, made=made), "zone": zone, "offsets": offsets}


def moments(zone: str, made: date) -> Iterator[datetime]:
    """Moments of the whole horizon and a little more: closely around midnights' edges and changes of the clocks."""
    moment = datetime.combine(made, time(), UTC) - timedelta(days=2)
    while moment.date() < made + timedelta(days=HORIZON + 2):
        yield moment
        ahead, behind = moment + timedelta(hours=6), moment - timedelta(hours=6)
        is_calm = ahead.astimezone(ZoneInfo(zone)).utcoffset() == behind.astimezone(ZoneInfo(zone)).utcoffset()
        moment += timedelta(hours=3, minutes=17, seconds=1) if is_calm else timedelta(minutes=7)


@pytest.mark.parametrize(("zone", "made"), TOWNS.items())
@pytest.mark.parametrize("device", ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Chatham"])
def test_the_clock_is_the_town_s_wherever_the_device_is(browser: Browser, zone: str, made: date, device: str) -> None:
    asked = list(moments(zone, made))
    with browser.new_context(timezone_id=device) as context:
        engine = Engine(context.new_page())
        engine.read(index_of(zone, made))
        clocks = engine.run(CLOCKS, [moment.isoformat() for moment in asked])
    for moment, clock in zip(asked, clocks, strict=True):
        local = moment.astimezone(ZoneInfo(zone))
        day = (local.date() - made).days
        if 0 <= day < HORIZON:
            expected: dict[str, Any] = {"day": day, "minute": local.hour * 60 + local.minute, "isTrusted": True}
        else:
            expected = {"day": 0, "minute": 0, "isTrusted": False}
        assert clock == {**expected, "isOld": day > 7}, (moment, local)


def test_a_device_that_does_not_know_the_zone_still_shows_the_town_s_clock(engine: Engine) -> None:
    engine.read({**index_of("America/New_York", date(2026, 10, 10)), "zone": "Moon/Tranquility"})
    # A winter's and a summer's noon, by the offsets of the index alone.
    clocks = engine.run(CLOCKS, ["2026-11-22T17:00Z", "2026-10-20T16:00Z"])
    assert [(clock["day"], clock["minute"]) for clock in clocks] == [(43, 720), (10, 720)]


@pytest.mark.parametrize(
    "moment", ["1970-01-01T00:00Z", "2026-11-21T23:59:59Z", "2031-01-01T00:00Z", "+275760-09-13T00:00Z", "nonsense"]
)
def test_a_clock_that_cannot_be_right_is_not_trusted(engine: Engine, moment: str) -> None:
    engine.read(made_up(1))
    (clock,) = engine.run(CLOCKS, [moment])
    assert (clock["day"], clock["minute"], clock["isTrusted"]) == (0, 0, False)


@pytest.mark.parametrize(("zone", "made"), TOWNS.items())
def test_the_moment_of_a_minute_is_the_one_at_which_the_clock_shows_it(engine: Engine, zone: str, made: date) -> None:
    engine.read(index_of(zone, made))
    asked = [[day, minute] for day in range(HORIZON - 2) for minute in (0, 45, 200, 720, 1110, 1439, 1500)]
    said = engine.run("all => all.map(([day, minute]) => engine.momentAt(directory, day, minute).getTime())", asked)
    for (day, minute), milliseconds in zip(asked, said, strict=True):
        local = datetime.combine(made, time()) + timedelta(days=day, minutes=minute)
        first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
        assert datetime.fromtimestamp(milliseconds / 1000, UTC) in {first, second}, (day, minute)


VISITORS = ["Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Phoenix", "UTC"]


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_visitor_s_time_is_the_same_moment_by_their_clock(engine: Engine, visitor: str) -> None:
    made = date(2026, 10, 10)
    engine.read(index_of("America/New_York", made))
    # Clocks go back in London on 25 October and in New York on 1 November: day 15 and day 22.
    nexts = [
        {"day": day, "start": start, "end": -1} for day in (0, 14, 16, 21, 22, 23, 60) for start in (0, 600, 1110, 1439)
    ]
    said = engine.run(
        "([nexts, zone]) => nexts.map(next => engine.visitorTime(directory, next, zone))", [nexts, visitor]
    )
    for next_, words in zip(nexts, said, strict=True):
        here = datetime.combine(made, time()) + timedelta(days=next_["day"], minutes=next_["start"])
        here = here.replace(tzinfo=ZoneInfo("America/New_York"))
        there = here.astimezone(ZoneInfo(visitor))
        if there.utcoffset() == here.utcoffset():
            assert words is None, here
        elif there.date() == here.date():
            assert words == {"words": f"{there:%H:%M} your time"}, here
        else:
            assert words == {"words": f"{there:%a %H:%M} your time"}, here


def test_without_a_zone_the_visitor_s_is_the_device_s(engine: Engine) -> None:
    engine.read(index_of("America/New_York", date(2026, 11, 22)))
    # 18:30 in New York is 08:30 of the next morning in Tokyo.
    said = engine.run("() => engine.visitorTime(directory, { day: 0, start: 1110, end: 1200 })")
    assert said == {"words": "Mon 08:30 your time"}


def test_a_day_without_a_time_has_no_time_elsewhere(engine: Engine) -> None:
    engine.read(index_of("America/New_York", date(2026, 11, 22)))
    assert engine.run("() => engine.visitorTime(directory, { day: 0, start: -1, end: -1 })") is None
    assert engine.run("() => engine.visitorTime(directory, null)") is None
