"""Calendars read by ical.js, on which several calendar programs are built: it must show the dates that the site shows."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.schedule.dates import occurrences
from generator.schedule.public_holidays import public_holidays
from generator.views.calendar_links import meets
from tests.exports.calendar_reading import Meeting
from tests.exports.test_calendars import calendars, demonstrated, demonstration
from tests.town import TODAY, survey
from tools.from_npm import ICALJS

LAST = TODAY + timedelta(days=2 * 365)


@pytest.fixture(scope="module", autouse=True)
def icaljs() -> None:
    if not ICALJS.is_there() or shutil.which("node") is None:
        pytest.skip(f"ical.js is not fetched, or there is no node: {ICALJS.how_to_get_it}")


def read(found: dict[str, bytes], first: date = TODAY, last: date = LAST) -> dict[str, Any]:
    """What ical.js shows of each calendar from one day to another, both included."""
    done = subprocess.run(
        ["node", "expand.js", first.isoformat(), last.isoformat()],
        cwd=ICALJS.folder,
        input=json.dumps({path: content.decode() for path, content in found.items()}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@cache
def demonstration_read() -> dict[str, Any]:
    return read(demonstrated())


def dates_of(answer: Any) -> list[Meeting]:
    return sorted(Meeting(begins, ends) for begins, ends in answer["dates"])


def test_it_shows_of_each_listing_the_dates_that_the_pages_show_over_two_years() -> None:
    found = demonstration()
    about = found.directory.about
    holidays = public_holidays(about.country, about.subdivision, range(TODAY.year, LAST.year + 1), found.language)
    shown = 0
    for listing in filter(meets, found.directory.listings):
        expected = sorted(
            Meeting.of(one.start if one.is_timed else one.day, one.end)
            for schedule in listing.schedule
            for one in occurrences(schedule, TODAY, LAST, found.zone, holidays)
            if one.takes_place and found.is_offered(listing)
        )
        assert dates_of(demonstration_read()[f"calendars/{listing.id}.ics"]) == expected, listing.id
        shown += len(expected)
    assert shown > 5000


def test_it_reads_every_calendar_by_its_name() -> None:
    names = {path: answer["name"] for path, answer in demonstration_read().items()}
    about = demonstration().directory.about
    assert names["calendars/all.ics"] == about.name
    for area in demonstration().directory.areas:
        assert names[f"calendars/areas/{area.id}.ics"] == f"{area.name}: {about.name}"


def test_the_calendar_of_an_area_and_a_goal_shows_the_dates_of_their_listings() -> None:
    found = demonstration()
    for path, listings in [
        *((f"calendars/areas/{area.id}.ics", found.by_area[area.id]) for area in found.directory.areas),
        *((f"calendars/goals/{goal.id}.ics", found.by_goal[goal.id]) for goal in found.directory.goals),
    ]:
        own = (f"calendars/{listing.id}.ics" for listing in listings)
        expected = sorted(date for one in own if one in demonstrated() for date in dates_of(demonstration_read()[one]))
        assert dates_of(demonstration_read()[path]) == expected, path


CHANGES = """\
groups:
  - id: night
    name: "Night; watch, \\\\ and \\"tea\\""
    summary: Across the change of clocks.
    schedule:
      when: Saturday 22:00-03:00
      cancelled: {date: 2027-01-09, reason: snow}
      moved: [{date: 2027-01-16, to: 2027-01-17 10:00-12:00}]
      extra: 2027-01-20 09:00-10:00
      breaks: {first: 2027-02-01, last: 2027-02-20}
    verified: 2026-11-01
"""


def test_it_follows_what_is_cancelled_moved_added_and_the_change_of_clocks(tmp_path: Path) -> None:
    answer = read(calendars(survey(CHANGES, tmp_path)), date(2027, 1, 1), date(2027, 3, 31))["calendars/night.ics"]
    assert answer["summary"] == 'Night; watch, \\ and "tea"'
    # By hand, from a calendar of 2027: five hours by the wall clock, of which the night of 13 March has but four.
    assert dates_of(answer) == [
        Meeting("2027-01-03T03:00Z", "2027-01-03T08:00Z"),
        Meeting("2027-01-17T15:00Z", "2027-01-17T17:00Z"),
        Meeting("2027-01-20T14:00Z", "2027-01-20T15:00Z"),
        Meeting("2027-01-24T03:00Z", "2027-01-24T08:00Z"),
        Meeting("2027-01-31T03:00Z", "2027-01-31T08:00Z"),
        Meeting("2027-02-28T03:00Z", "2027-02-28T08:00Z"),
        Meeting("2027-03-07T03:00Z", "2027-03-07T08:00Z"),
        Meeting("2027-03-14T03:00Z", "2027-03-14T07:00Z"),
        Meeting("2027-03-21T02:00Z", "2027-03-21T07:00Z"),
        Meeting("2027-03-28T02:00Z", "2027-03-28T07:00Z"),
    ]
