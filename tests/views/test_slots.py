"""Slots: unpacked again they are the very dates that the schedule has, for every sort of schedule that can be typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language import Language
from generator.load import load
from generator.model.directory import Directory
from generator.model.listing import Listing, PeerGroup, Service
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.schedule.dates import is_open
from generator.views.slots import DAY, HORIZON, Slot, days_of, slots
from generator.views.survey import Survey
from tests.schedule.patterns import schedules
from tests.town import TODAY, survey, town

ROOT = Path(__file__).resolve().parents[2]

Times = set[tuple[int, int, int]]
"""Day, start and end of everything that is on, each as a slot counts it."""


def unpacked(found: tuple[Slot, ...], today: date = TODAY) -> list[tuple[int, int, int]]:
    return sorted((day, slot.start, slot.end) for slot in found for day in days_of(slot, today))


def judged(listing: Listing, seen: Survey) -> Times:
    """The same by the clock: each occurrence's moments, set against midnights of the directory's zone."""
    zone = ZoneInfo(seen.zone)
    found: Times = set()
    for occurrence in seen.occurrences(listing):
        if not occurrence.takes_place:
            continue
        if not occurrence.is_timed:
            found.add(((occurrence.day - seen.today).days, -1, -1))
            continue
        start = occurrence.start.astimezone(zone).replace(tzinfo=None)
        midnight = datetime.combine(start.date(), time())
        end = occurrence.end.astimezone(zone).replace(tzinfo=None) - midnight if occurrence.end else None
        minutes = int(end.total_seconds() // 60) if end is not None else -1
        found.add(((start.date() - seen.today).days, (start - midnight).seconds // 60, minutes))
    return {each for each in found if each[0] < HORIZON}


@pytest.fixture(scope="module")
def demo() -> Survey:
    directory = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert directory
    return Survey(directory, TODAY, Language.load("en-US"))


def test_slots_of_the_demonstration_are_its_dates(demo: Survey) -> None:
    offered = [listing for listing in demo.public_listings if demo.is_offered(listing)]
    dated = [listing for listing in offered if not any(_always(schedule) for schedule in listing.schedule)]
    assert len(dated) > 40
    for listing in dated:
        assert set(unpacked(slots(listing, demo))) == judged(listing, demo), listing.id


@pytest.fixture(scope="module")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """A town without listings."""
    return town("", tmp_path_factory.mktemp("nobody"))


def _always(schedule: Schedule) -> bool:
    return schedule.when.frequency is Frequency.ALWAYS


@pytest.mark.parametrize("kind", [PeerGroup, Service])
@settings(max_examples=150)
@given(found=st.lists(schedules(), min_size=1, max_size=3), today=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_any_schedule_comes_back_from_its_slots(
    kind: type[Listing], found: list[Schedule], today: date, nobody: Directory
) -> None:
    listing = kind.model_construct(id="tea", name="Tea", summary="Tea.", schedule=tuple(found))
    seen = Survey(nobody, today, Language.load("en-GB"))
    packed = slots(listing, seen)
    assert set(unpacked(packed, today)) == judged(listing, seen)
    # Two groups may be on at the same hour; of one and the same thing nothing is told twice.
    told = [
        (day, slot.start, slot.end, slot.change, slot.is_opening) for slot in packed for day in days_of(slot, today)
    ]
    assert len(told) == len(set(told))


CALL = "contact: {phones: (207) 555-0101}"
GROUP = "groups:\n  - {{id: tea, name: Tea, summary: Tea., verified: 2026-11-01, joining: drop_in, {more}, schedule: {when}}}\n"


def of(when: str, folder: Path, more: str = CALL, kind: str = "groups") -> tuple[Slot, ...]:
    seen = survey(GROUP.format(when=when, more=more).replace("groups:", f"{kind}:"), folder)
    return slots(seen.directory.listings[0], seen)


def test_a_meeting_every_week_is_one_slot(tmp_path: Path) -> None:
    assert of("Tuesday 18:30-20:00", tmp_path) == (Slot(0b10, 1110, 1200),)


def test_a_night_ends_after_midnight(tmp_path: Path) -> None:
    assert of("Friday 22:00-02:00", tmp_path) == (Slot(0b1_0000, 1320, 1560),)


def test_one_date_that_falls_out_parts_only_its_own_weekday(tmp_path: Path) -> None:
    when = "{when: Monday and Tuesday 18:30-20:00, cancelled: 2026-12-01}"
    assert of(when, tmp_path) == (Slot(0b1, 1110, 1200), Slot((2, 16, 23, 30, 37, 44, 51, 58), 1110, 1200))


def test_a_moved_date_says_so_in_a_slot_of_its_own(tmp_path: Path) -> None:
    when = "{when: Tuesday 18:30-20:00, moved: [{date: 2026-12-01, to: 2026-12-02 19:00-20:00, reason: no room}]}"
    moved = [slot for slot in of(when, tmp_path) if slot.change]
    assert moved == [Slot((10,), 1140, 1200, "Moved from Tue 1 Dec: no room")]


def test_a_day_without_a_time_has_no_minutes(tmp_path: Path) -> None:
    assert of("Tuesday", tmp_path) == (Slot(0b10, -1, -1),)


def test_what_never_closes_is_one_slot_of_all_days(tmp_path: Path) -> None:
    assert of("24 hours", tmp_path, kind="services") == (Slot(0b111_1111, 0, DAY, is_opening=True),)


def test_what_never_closes_is_closed_on_the_days_on_which_it_is(tmp_path: Path) -> None:
    text = GROUP.format(when="{when: 24 hours, cancelled: 2026-12-01, ends: 2026-12-20}", more=CALL)
    seen = survey(text.replace("groups:", "services:"), tmp_path)
    listing = seen.directory.listings[0]
    there = {day for day, _, _ in unpacked(slots(listing, seen))}
    for number in range(HORIZON):
        noon = datetime.combine(TODAY + timedelta(days=number), time(12), ZoneInfo(seen.zone)).astimezone(UTC)
        assert (number in there) == is_open(listing.schedule, noon, seen.zone), number


def test_hours_of_a_service_are_told_apart_from_meetings(tmp_path: Path) -> None:
    when = "Monday to Friday 09:00-17:00"
    assert [slot.is_opening for slot in of(when, tmp_path, kind="services")] == [True]
    assert [slot.is_opening for slot in of(when, tmp_path, kind="groups")] == [False]
    assert [slot.is_opening for slot in of("Monday 09:00-17:00", tmp_path, kind="services")] == [False]


@pytest.mark.parametrize("more", ["status: paused", "status: ended", "review_every: 1 month, verified: 2025-01-01"])
def test_what_cannot_be_counted_on_has_no_slots(more: str, tmp_path: Path) -> None:
    text = GROUP.format(when="Tuesday 18:30", more=f"{CALL}, {more}")
    if "verified" in more:
        text = text.replace("verified: 2026-11-01, ", "", 1)
    seen = survey(text, tmp_path)
    assert slots(seen.directory.listings[0], seen) == ()


def test_a_meeting_run_from_elsewhere_stands_by_the_clocks_here(tmp_path: Path) -> None:
    # London changes its clocks on 25 October, New York on 1 November: for a week they are 4 hours apart instead of 5.
    text = GROUP.format(when="{when: Tuesday 01:00-02:00, time_zone: Europe/London}", more=CALL)
    seen = survey(text.replace("2026-11-01", "2026-10-01"), tmp_path, today=date(2026, 10, 18))
    found = slots(seen.directory.listings[0], seen)
    mondays = tuple(range(1, HORIZON, 7))
    assert found == (
        Slot(tuple(day for day in mondays if day != 8), 20 * 60, 21 * 60),
        Slot((8,), 21 * 60, 22 * 60),
    )
