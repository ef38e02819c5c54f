"""The calendars of a site: which there are, what stands at their head, and the demonstration's, read back to the last date."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.exports.calendars import files
from generator.language import Language
from generator.load import load
from generator.model.listing import Listing
from generator.problems import as_text
from generator.schedule.dates import occurrences
from generator.schedule.public_holidays import public_holidays
from generator.views.calendar_links import meets
from generator.views.survey import Survey
from tests.exports.calendar_reading import Meeting, lines, meetings, parsed
from tests.town import TODAY, survey

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://towns.example.org/lantern-bay/"

GROUPS = """\
groups:
  - id: tea
    name: Tea, talk; and cake
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    {more}
"""


def calendars(found: Survey, site_url: str = SITE, addresses: Addresses | None = None) -> dict[str, bytes]:
    return {file.path: file.content for file in files(found, site_url, addresses)}


def tea(folder: Path, more: str = "verified: 2026-11-01", **options: object) -> Survey:
    return survey(GROUPS.format(more=more), folder, **options)  # type: ignore[arg-type]


@cache
def demonstration() -> Survey:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return Survey(loaded.directory, TODAY, Language.load(loaded.directory.about.language))


@cache
def demonstrated() -> dict[str, bytes]:
    return calendars(demonstration())


def all_meeting() -> list[Listing]:
    return [listing for listing in demonstration().directory.listings if meets(listing)]


def test_each_listing_that_meets_and_each_area_goal_and_language_has_a_calendar_and_there_is_one_of_all() -> None:
    found = {f"calendars/{listing.id}.ics" for listing in all_meeting()}
    assert len(found) > 30
    directory = demonstration().directory
    found |= {f"calendars/areas/{area.id}.ics" for area in directory.areas}
    found |= {f"calendars/goals/{goal.id}.ics" for goal in directory.goals}
    spoken = {path for path in demonstrated() if path.startswith("calendars/languages/")}
    assert "calendars/languages/es.ics" in spoken
    assert set(demonstrated()) - spoken == found | {"calendars/all.ics"}


def test_the_demonstration_shows_on_each_date_what_its_pages_show() -> None:
    found = demonstration()
    about, last = found.directory.about, TODAY + timedelta(days=2 * 365)
    holidays = public_holidays(about.country, about.subdivision, range(TODAY.year, last.year + 1), found.language)
    for listing in all_meeting():
        dates = [
            Meeting.of(date.start if date.is_timed else date.day, date.end)
            for schedule in listing.schedule
            for date in occurrences(schedule, TODAY, last, found.zone, holidays)
            if date.takes_place and found.is_offered(listing)
        ]
        assert meetings(demonstrated()[f"calendars/{listing.id}.ics"], TODAY, last) == sorted(dates), listing.id


def test_the_calendar_of_all_holds_every_entry_of_the_others() -> None:
    single = Counter(
        event.to_ical()
        for path, content in demonstrated().items()
        if path.count("/") == 1 and path != "calendars/all.ics"
        for event in parsed(content).walk("VEVENT")
    )
    together = parsed(demonstrated()["calendars/all.ics"])
    assert Counter(event.to_ical() for event in together.walk("VEVENT")) == single
    uids = Counter(event["UID"] for event in together.walk("VEVENT") if "RECURRENCE-ID" not in event)
    assert max(uids.values()) == 1
    described = [str(zone["TZID"]) for zone in together.walk("VTIMEZONE")]
    named = {event["DTSTART"].params["TZID"] for event in together.walk("VEVENT") if "TZID" in event["DTSTART"].params}
    assert sorted(described) == sorted(named)
    assert len(named) > 1, "the demonstration has a group in another zone"


def test_files_are_written_as_the_standard_wants_them() -> None:
    for path, content in demonstrated().items():
        assert max(map(len, lines(content))) <= 75, path
        assert b"\r" not in content.replace(b"\r\n", b""), path
        assert b"\n" not in content.replace(b"\r\n", b""), path
        calendar = parsed(content)
        assert calendar["VERSION"] == "2.0"
        assert str(calendar["PRODID"])
        for event in calendar.walk("VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event), path


def test_the_same_directory_and_day_give_the_same_bytes() -> None:
    assert calendars(demonstration()) == demonstrated()


def test_an_unchanged_listing_keeps_its_bytes_from_day_to_day(tmp_path: Path) -> None:
    later = tea(tmp_path, today=TODAY + timedelta(days=30))
    assert calendars(tea(tmp_path))["calendars/tea.ics"] == calendars(later)["calendars/tea.ics"]


def test_the_head_names_the_calendar_and_asks_to_look_again_daily(tmp_path: Path) -> None:
    calendar = parsed(calendars(tea(tmp_path))["calendars/tea.ics"])
    # This reader does not know the type of either, and leaves the escapes of TEXT in.
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == r"Tea\, talk\; and cake"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar["SOURCE"] == f"{SITE}calendars/tea.ics"
    assert calendar["URL"] == f"{SITE}groups/tea/"
    together = parsed(calendars(tea(tmp_path))["calendars/all.ics"])
    assert (together["NAME"], together["SOURCE"], together["URL"]) == ("Small Town", f"{SITE}calendars/all.ics", SITE)


PLACE = """
    location:
      name: Alder Street Library
      address: 12 Alder Street
      city: Small Town
      postal_code: "04999"
      latitude: 44.1
      longitude: -69.2
      directions: Use the side door.
    joining: contact_first
    contact: {phones: (207) 555-0142, email: tea@example.org}
    online: {url: "https://meet.example.org/tea", platform: Zoom}
    verified: 2026-11-01
"""


def test_an_entry_says_what_one_needs_on_the_way(tmp_path: Path) -> None:
    [event] = parsed(calendars(tea(tmp_path, PLACE))["calendars/tea.ics"]).walk("VEVENT")
    assert event["SUMMARY"] == "Tea, talk; and cake"
    assert event["LOCATION"] == "Alder Street Library, 12 Alder Street, Small Town, 04999"
    assert event["GEO"].to_ical() == "44.1;-69.2"
    assert event["CONFERENCE"] == "https://meet.example.org/tea"
    assert event["CONFERENCE"].params["LABEL"] == "Zoom"
    assert event["URL"] == f"{SITE}groups/tea/"
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert event["UID"] == "tea-tuesday@lantern-bay.towns.example.org"
    assert event["DTSTAMP"].to_ical() == b"20261101T000000Z"
    assert [str(category) for category in event["CATEGORIES"].cats] == ["Peer group"]
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Tea and talk.",
        "Get in touch before you come",
        "Use the side door.",
        "Join online (Zoom): https://meet.example.org/tea",
        "Call: (207) 555-0142",
        "Email: tea@example.org",
        f"All about it, with the latest changes: {SITE}groups/tea/",
        "Last checked on 1 November 2026.",
    ]


def test_a_listing_that_nobody_checked_is_stamped_with_the_day_of_the_build(tmp_path: Path) -> None:
    [event] = parsed(calendars(tea(tmp_path, "keywords: tea"))["calendars/tea.ics"]).walk("VEVENT")
    assert event["DTSTAMP"].to_ical() == b"20261122T000000Z"


@pytest.mark.parametrize(
    "more",
    ["status: paused\n    alert: {text: Back in spring.}", "status: ended", "verified: 2025-01-01"],
    ids=["paused", "ended", "long unchecked"],
)
def test_what_cannot_be_counted_on_has_an_empty_calendar(tmp_path: Path, more: str) -> None:
    found = calendars(tea(tmp_path, more))
    calendar = parsed(found["calendars/tea.ics"])
    assert calendar.walk("VEVENT") == []
    assert calendar.walk("VTIMEZONE"), "a calendar without any component would not be one (RFC 5545, section 3.6)"
    assert "no dates to count on" in calendar["X-WR-CALDESC"]
    assert parsed(found["calendars/all.ics"]).walk("VEVENT") == []


def test_a_site_that_does_not_know_its_address_tells_none(tmp_path: Path) -> None:
    content = calendars(tea(tmp_path), site_url="")["calendars/tea.ics"]
    calendar = parsed(content)
    assert "SOURCE" not in calendar
    assert "URL" not in calendar
    [event] = calendar.walk("VEVENT")
    assert event["UID"] == "tea-tuesday@waypost"
    assert "URL" not in event


def test_pages_are_named_as_the_site_names_them(tmp_path: Path) -> None:
    content = calendars(tea(tmp_path), addresses=Addresses(folders=False))["calendars/tea.ics"]
    assert parsed(content)["URL"] == f"{SITE}groups/tea.html"


def test_a_group_that_goes_online_for_some_of_its_times_says_so(tmp_path: Path) -> None:
    text = """\
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule:
      - Tuesday 18:30-20:00
      - {when: Thursday 18:30-20:00, attending: online}
    location: {name: Library, address: 12 Alder Street}
"""
    found = parsed(calendars(survey(text, tmp_path))["calendars/tea.ics"]).walk("VEVENT")
    assert {str(event["UID"]).partition("@")[0]: str(event["LOCATION"]) for event in found} == {
        "tea-tuesday": "Library, 12 Alder Street",
        "tea-thursday": "Online",
    }


def test_words_of_the_generator_are_said_in_the_language_of_the_site(tmp_path: Path) -> None:
    found = tea(tmp_path, PLACE)
    marked = Survey(found.directory, found.today, Language.pseudo())
    [event] = parsed(calendars(marked)["calendars/tea.ics"]).walk("VEVENT")
    own = {"Tea and talk.", "Use the side door."}
    assert all("⟦" in line for line in str(event["DESCRIPTION"]).splitlines() if line not in own)
