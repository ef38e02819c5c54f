"""What counts as on, today and this week."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.views.survey import Survey
from tests.town import survey

GROUP = """\
  - id: {id}
    name: {id}
    summary: Tea and talk.
    joining: drop_in
    contact: {{phones: (207) 555-0101}}
    verified: {verified}
    schedule: {schedule}
    {more}
"""


def group(name: str, schedule: str = "Tuesday 18:30-20:00", verified: str = "2026-11-01", more: str = "") -> str:
    return GROUP.format(id=name, schedule=schedule, verified=verified, more=more)


def on_the_week(found: Survey) -> dict[str, list[str]]:
    return {f"{day:%a}": [listing.id for _, listing in meetings] for day, meetings in found.this_week.items()}


def test_the_week_begins_today_and_has_seven_days(tmp_path: Path) -> None:
    found = survey("groups:\n" + group("tea"), tmp_path)
    assert [day.isoformat() for day in found.this_week] == [f"2026-11-{day}" for day in range(22, 29)]
    assert on_the_week(found)["Tue"] == ["tea"]


def test_meetings_of_a_day_stand_by_time(tmp_path: Path) -> None:
    listings = group("late", "Tuesday 19:00-20:00") + group("early", "Tuesday 08:00-09:00")
    assert on_the_week(survey("groups:\n" + listings, tmp_path))["Tue"] == ["early", "late"]


def test_what_nobody_checked_past_its_grace_is_not_counted_on(tmp_path: Path) -> None:
    # Review every 6 months and 3 months of grace: 2026-02-23 and nine months is tomorrow, 2026-02-22 is today.
    listings = group("just-in-time", verified="2026-02-23") + group("too-late", verified="2026-02-22")
    found = survey("groups:\n" + listings, tmp_path)
    assert on_the_week(found)["Tue"] == ["just-in-time"]
    assert [listing.id for listing in found.public_listings] == ["just-in-time", "too-late"]


def test_paused_and_ended_groups_are_not_on(tmp_path: Path) -> None:
    alert = "alert: {text: Back in spring.}"
    listings = group("paused", more=f"status: paused\n    {alert}") + group("ended", more="status: ended")
    found = survey("groups:\n" + listings, tmp_path)
    assert on_the_week(found)["Tue"] == []
    assert [listing.id for listing in found.public_listings] == ["paused"]
    assert all(found.next_meeting(listing) is None for listing in found.directory.listings)


def test_a_group_of_another_time_zone_stands_on_the_day_of_our_clocks(tmp_path: Path) -> None:
    zone = "{when: Monday 22:00-23:00, time_zone: America/Los_Angeles}"
    assert on_the_week(survey("groups:\n" + group("west", zone), tmp_path))["Tue"] == ["west"]


def test_the_next_meeting_passes_over_a_cancelled_one(tmp_path: Path) -> None:
    found = survey("groups:\n" + group("tea", "{when: Tuesday 18:30-20:00, cancelled: 2026-11-24}"), tmp_path)
    [listing] = found.directory.groups
    meeting = found.next_meeting(listing)
    assert meeting is not None
    assert meeting.start.date() == date(2026, 12, 1)


def test_a_service_to_be_booked_is_no_event(tmp_path: Path) -> None:
    service = group("advice").replace("drop_in", "sign_up")
    assert on_the_week(survey("services:\n" + service, tmp_path))["Tue"] == []
    assert on_the_week(survey("groups:\n" + service, tmp_path))["Tue"] == ["advice"]


def test_a_listing_without_areas_serves_all_of_them(tmp_path: Path) -> None:
    text = "areas:\n  - {id: north, name: North}\n  - {id: south, name: South}\ngroups:\n"
    found = survey(text + group("here", more="areas: [north]") + group("everywhere"), tmp_path)
    assert [listing.id for listing in found.by_area["north"]] == ["here", "everywhere"]
    assert [listing.id for listing in found.by_area["south"]] == ["everywhere"]


def test_related_are_those_named_then_those_that_share_most(tmp_path: Path) -> None:
    goals = "goals:\n  - {id: rest, name: Rest, summary: x}\n  - {id: work, name: Work, summary: x}\n"
    listings = (
        group("a", more="goals: [rest, work]\n    related: [named]")
        + group("named")
        + group("both", more="goals: [rest, work]")
        + group("one", more="goals: [work]")
        + group("none")
    )
    found = survey(goals + "groups:\n" + listings, tmp_path)
    assert [listing.id for listing in found.related(found.directory.groups[0])] == ["named", "both", "one"]
