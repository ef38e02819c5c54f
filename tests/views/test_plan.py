"""What a plan shows of the directory: true for weeks on paper, and never of an old day."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

from generator.pages.plan_parts import script
from generator.views.plan import PlanEntry, plan_entries
from tests.town import survey

GROUP = """\
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    joining: drop_in
    contact: {{phones: (207) 555-0101, email: tea@example.org, website: https://example.org/tea}}
    verified: 2026-11-01
    schedule: {schedule}
    {more}
"""


def tea(folder: Path, schedule: str, more: str = "", today: date | None = None) -> PlanEntry:
    text = GROUP.format(schedule=schedule, more=more)
    found = survey(text, folder, today=today) if today else survey(text, folder)
    return plan_entries(found)[0]


def words(entry: PlanEntry) -> list[str]:
    return [fact.words for fact in entry.facts]


def test_a_date_is_said_in_full_even_if_it_is_today(tmp_path: Path) -> None:
    entry = tea(tmp_path, "Sunday 18:30-20:00")
    assert [day.words for day in entry.dates[:2]] == ["Sun 22 Nov 18:30", "Sun 29 Nov 18:30"]


def test_a_date_is_over_when_the_meeting_ends(tmp_path: Path) -> None:
    first = tea(tmp_path, "Sunday 18:30-20:00").dates[0]
    assert datetime.fromisoformat(first.until) == datetime.fromisoformat("2026-11-22T20:00:00-05:00")
    untimed = tea(tmp_path, "Sunday").dates[0]
    assert datetime.fromisoformat(untimed.until) == datetime.fromisoformat("2026-11-23T00:00:00-05:00")


def test_a_cancelled_date_is_not_among_the_next_ones_but_is_told(tmp_path: Path) -> None:
    entry = tea(tmp_path, "{when: Sunday 18:30-20:00, cancelled: 2026-11-29}")
    assert [day.words for day in entry.dates[:2]] == ["Sun 22 Nov 18:30", "Sun 6 Dec 18:30"]
    assert any("29 November" in fact for fact in words(entry))


def test_what_is_open_on_most_days_has_hours_and_no_dates(tmp_path: Path) -> None:
    entry = tea(tmp_path, "Monday to Friday 9:00-17:00")
    assert entry.dates == []
    assert words(entry)[0] == "Monday to Friday, 09:00 to 17:00"


def test_a_time_beside_a_sentence_by_other_clocks_names_its_own(tmp_path: Path) -> None:
    entry = tea(tmp_path, "{when: Sunday 17:00-18:00, time_zone: America/Los_Angeles}")
    assert entry.dates[0].words == "Sun 22 Nov 20:00 (Eastern Time)"
    assert any("Pacific Time" in fact for fact in words(entry))


def test_what_cannot_be_counted_on_shows_no_dates_and_says_why(tmp_path: Path) -> None:
    paused = tea(tmp_path, "Sunday 18:30-20:00", "status: paused")
    assert paused.dates == []
    assert paused.notes[0].startswith("Paused")
    unchecked = tea(tmp_path, "Sunday 18:30-20:00", today=date(2028, 1, 2))
    assert unchecked.dates == []
    assert unchecked.notes == ["Not checked since 1 November 2026. Please call or write before you go."]


def test_news_that_is_over_is_not_told(tmp_path: Path) -> None:
    news = "alert: {text: We meet in room 7., until: 2026-11-30}"
    assert tea(tmp_path, "Sunday", news).notes == ["We meet in room 7."]
    assert tea(tmp_path, "Sunday", news, today=date(2026, 12, 1)).notes == []


def test_of_a_confidential_place_only_that_is_told(tmp_path: Path) -> None:
    place = "location: {name: The house, confidential: yes}"
    entry = tea(tmp_path, "Sunday", place)
    assert "Address given when you call" in words(entry)
    assert "The house" not in json.dumps([words(entry), list(entry.notes)])


def test_a_plan_says_how_to_get_there_and_for_whom_to_ask(tmp_path: Path) -> None:
    place = "location: {name: The yellow house, directions: Ring once and wait., transit: Bus 2 to Fern Street.}"
    contact = "contact: {name: Rosa, role: Greeter, phones: (207) 555-0101}"
    text = GROUP.format(schedule="Sunday", more=place).replace(
        "contact: {phones: (207) 555-0101, email: tea@example.org, website: https://example.org/tea}", contact
    )
    (entry,) = plan_entries(survey(text, tmp_path))
    found = words(entry)
    assert found.index("The yellow house") < found.index("Ring once and wait.") < found.index("Bus 2 to Fern Street.")
    assert "Ask for Rosa (Greeter)" in found


def test_a_plan_knows_each_way_to_reach_somebody(tmp_path: Path) -> None:
    hrefs = [way.href for way in tea(tmp_path, "Sunday").ways]
    assert hrefs == ["tel:+12075550101", "mailto:tea@example.org", "https://example.org/tea"]


def test_the_data_is_one_statement_whatever_it_holds() -> None:
    rows = [{"id": "x", "name": "</script>\u2028\u2029'\"\\é"}]
    written = script("[7]", rows).decode()
    assert written.startswith("waypostDirectory[7]=")
    assert written.endswith(";\n")
    assert len(written.splitlines()) == 1, "no letter in it ends the line"
    assert json.loads(written.removeprefix("waypostDirectory[7]=").removesuffix(";\n")) == rows
