"""The engine over the index of the repository's own town: what it says of each entry is what the directory says."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from generator.addresses import Addresses
from generator.finder import finder, in_order
from generator.language import Language
from generator.load import load
from generator.model.listing import Listing
from generator.views.facets import facets, values_of
from generator.views.paths import of_entry
from generator.views.rows import Rows
from generator.views.survey import Survey
from tests.conftest import ROOT
from tests.finder.engine.driver import Engine
from tests.finder.engine.library import FIND, open_library
from tests.finder.engine.test_choosing import CHOOSE

TODAY = date(2026, 11, 22)
MORNING = {"day": 0, "minute": 0, "isTrusted": True, "isOld": False}


@pytest.fixture(scope="module", params=["en-US", "es"])
def town(request: pytest.FixtureRequest) -> Survey:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory
    return Survey(loaded.directory, TODAY, Language.load(request.param))


@pytest.fixture(scope="module", autouse=True)
def opened(engine: Engine, town: Survey) -> None:
    files: dict[str, Any] = {}
    for made in finder(town, Addresses(True)).files:
        name, text = made.path.rsplit("/", 1)[-1], bytes(made.content).decode()
        if "/find/" in made.path:
            files[name] = json.loads(text[text.index("push(") + 5 : text.rindex(");")])
    open_library(engine, files["data.js"][1], files)


def test_every_entry_has_its_name_and_its_page(engine: Engine, town: Survey) -> None:
    said = engine.run("() => Array.from({ length: directory.count }, (_, i) => engine.entryOf(directory, i))")
    entries = in_order(town)
    assert [one["name"] for one in said] == [entry.name for entry in entries]
    assert [one["path"] for one in said] == [Addresses(True).url(of_entry(entry)) for entry in entries]


def test_every_answer_finds_the_entries_that_give_it(engine: Engine, town: Survey) -> None:
    entries = in_order(town)
    for facet in facets(town):
        for value in facet.values if facet.key != "when" else ():
            found = engine.run(CHOOSE, [MORNING, {facet.key: [value.id]}, None])["found"]
            expected = [entry.id for entry in entries if value.id in values_of(entry, town).get(facet.key, ())]
            assert [entries[i].id for i in found] == expected, (facet.key, value.id)


def test_the_next_date_is_the_one_that_the_pages_tell(engine: Engine, town: Survey) -> None:
    said = engine.run(
        "clock => Array.from({ length: directory.count }, (_, i) => engine.nextOf(directory, i, clock))", MORNING
    )
    for entry, next_ in zip(in_order(town), said, strict=True):
        meeting = town.next_meeting(entry) if isinstance(entry, Listing) else None
        if meeting is None or town.day_of(meeting) >= TODAY + timedelta(days=63):
            assert next_ is None or next_["isAlways"], entry.id
            continue
        start = town.start_of(meeting)
        minute = start.hour * 60 + start.minute if meeting.is_timed else -1
        assert (TODAY + timedelta(days=next_["day"]), next_["start"]) == (town.day_of(meeting), minute), entry.id


def test_script_and_page_put_the_entries_in_the_same_order(engine: Engine, town: Survey) -> None:
    in_script = engine.run(
        "clock => engine.order(directory, Array.from({ length: directory.count }, (_, i) => i), clock, {})", MORNING
    )
    entries = in_order(town)
    assert [entries[i].id for i in in_script] == [entry.id for entry in Rows(town).in_order(entries)]


def test_today_is_what_takes_place_today(engine: Engine, town: Survey) -> None:
    found = engine.run(CHOOSE, [MORNING, {"when": ["today"], "kind": ["group"]}, None])["found"]
    today = {listing.id for _, listing in town.this_week[TODAY] if listing.kind.value == "group"}
    assert {in_order(town)[i].id for i in found} == today


def test_every_name_finds_its_entry_first(engine: Engine, town: Survey) -> None:
    for entry in in_order(town):
        found = engine.run(FIND, entry.name)["names"]
        assert found[0] == entry.name


def test_a_slip_in_a_long_word_of_a_name_still_finds_it(engine: Engine, town: Survey) -> None:
    for entry in in_order(town):
        for word in (one for one in entry.name.split() if len(one) >= 7 and one.isascii() and one.isalpha()):
            middle = len(word) // 2
            slipped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
            if slipped != word:
                assert entry.name in engine.run(FIND, slipped)["names"], slipped


def test_a_clock_of_the_town_is_that_of_the_town(engine: Engine, town: Survey) -> None:
    clock = engine.run("() => engine.clockOf(directory, new Date('2026-11-24T23:45:00Z'))")
    local = datetime.fromisoformat("2026-11-24T18:45:00")
    assert clock == {"day": (local.date() - TODAY).days, "minute": 18 * 60 + 45, "isTrusted": True, "isOld": False}
