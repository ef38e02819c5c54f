"""A listing at a glance: what is said, what is left unsaid, and never where a confidential place is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.views.card import Card, card
from tests.town import survey

AUDIENCES = "audiences:\n  - {id: men, name: Men}\n  - {id: carers, name: Carers}\n"
GROUP = """\
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    joining: drop_in
    contact: {{phones: (207) 555-0101}}
    verified: 2026-11-01
    schedule: {schedule}
    {more}
"""


def tea(folder: Path, more: str = "", schedule: str = "Tuesday 18:30-20:00", today: date | None = None) -> Card:
    text = AUDIENCES + GROUP.format(schedule=schedule, more=more)
    found = survey(text, folder, today=today) if today else survey(text, folder)
    return card(found.directory.listings[0], found)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("cost: free", "Free"),
        ("cost: donation", "Free; a donation is welcome"),
        ("cost: {kind: fixed, amount: $5 a session}", "$5 a session"),
        ("cost: {kind: sliding_scale, amount: $5 to $40}", "$5 to $40"),
        ("cost: sliding_scale", "You pay what your income allows"),
        ("cost: {kind: free, note: Coffee costs a dollar.}", "Free"),
    ],
)
def test_the_cost_is_said_only_where_it_is_known(typed: str, said: str, tmp_path: Path) -> None:
    assert tea(tmp_path, typed).cost == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("eligibility: Anybody who feels low", "Anybody who feels low"),
        ("eligibility: {audiences: [men, carers]}", "Men and Carers"),
        ("eligibility: {minimum_age: 18}", "Ages 18 and over"),
        ("eligibility: {maximum_age: 25}", "Up to age 25"),
        ("eligibility: {minimum_age: 0, maximum_age: 25}", "Ages 0 to 25"),
    ],
)
def test_who_can_come_is_said_in_one_line(typed: str, said: str, tmp_path: Path) -> None:
    assert tea(tmp_path, typed).who == said


def test_a_town_is_named_only_outside_the_area_served(tmp_path: Path) -> None:
    assert tea(tmp_path, "location: {name: The Mill, city: Small Town}").where == "The Mill"
    assert tea(tmp_path, "location: {name: The Mill, city: Millbrook}").where == "The Mill, Millbrook"
    assert tea(tmp_path, "location: {address: 1 Mill Street}").where == "1 Mill Street"


def test_a_town_is_named_though_its_name_is_part_of_the_area_s(tmp_path: Path) -> None:
    assert tea(tmp_path, "location: {name: The Mill, city: Small}").where == "The Mill, Small"


def test_of_a_confidential_place_neither_name_nor_town_is_told(tmp_path: Path) -> None:
    made = tea(tmp_path, "location: {name: The blue house, city: Millbrook, confidential: yes}")
    assert made.where == "Address given when you call"
    assert "blue" not in str(made)
    assert "Millbrook" not in str(made)


@pytest.mark.parametrize(
    ("typed", "online", "by_phone"),
    [
        ("location: {name: The Mill}", "", ""),
        ("online: {platform: Zoom}", "Online", ""),
        ("attending: [phone]", "", "By phone"),
        ("attending: [hybrid]\n    location: {name: The Mill}\n    online: {platform: Zoom}", "Online", ""),
    ],
)
def test_one_sees_whether_it_can_be_joined_from_afar(typed: str, online: str, by_phone: str, tmp_path: Path) -> None:
    made = tea(tmp_path, typed)
    assert (made.online, made.by_phone) == (online, by_phone)


def test_the_next_date_is_said_for_people_and_machines(tmp_path: Path) -> None:
    made = tea(tmp_path)
    assert made.when is not None
    assert (made.when.words, made.when.iso) == ("Tue 24 Nov 18:30", "2026-11-24T18:30:00-05:00")
    assert made.when_words == ""


def test_a_date_is_named_even_if_it_is_today(tmp_path: Path) -> None:
    today, tomorrow = tea(tmp_path, schedule="Sunday 18:30").when, tea(tmp_path, schedule="Monday 18:30").when
    assert today is not None
    assert tomorrow is not None
    assert (today.words, tomorrow.words) == ("Sun 22 Nov 18:30", "Mon 23 Nov 18:30")


def test_a_meeting_by_the_clocks_of_another_zone_stands_at_ours(tmp_path: Path) -> None:
    made = tea(tmp_path, schedule="{when: Monday 20:00-21:00, time_zone: America/Los_Angeles}")
    assert made.when is not None
    assert (made.when.words, made.when.iso) == ("Mon 23 Nov 23:00", "2026-11-23T23:00:00-05:00")


def test_a_meeting_that_was_yesterday_by_our_clocks_is_not_the_next_one(tmp_path: Path) -> None:
    """Nine on Tuesday morning in Tokyo is seven on Monday evening in New York, and over on Tuesday."""
    zone = "{when: Tuesday 09:00-10:00, time_zone: Asia/Tokyo}"
    made = tea(tmp_path, schedule=zone, today=date(2026, 11, 24))
    assert made.when is not None
    assert made.when.iso == "2026-11-30T19:00:00-05:00"


def test_a_meeting_that_begins_today_by_our_clocks_is_the_next_one(tmp_path: Path) -> None:
    """Ten on Monday night in Los Angeles is one on Tuesday morning in New York."""
    zone = "{when: Monday 22:00-23:00, time_zone: America/Los_Angeles}"
    made = tea(tmp_path, schedule=zone, today=date(2026, 11, 24))
    assert made.when is not None
    assert made.when.iso == "2026-11-24T01:00:00-05:00"


def test_a_paused_group_says_so_and_names_no_date(tmp_path: Path) -> None:
    made = tea(tmp_path, "status: paused\n    alert: {text: Back in spring.}")
    assert (made.state, made.when, made.is_paused) == ("Paused for now", None, True)
    assert made.when_words == "Every Tuesday, 18:30 to 20:00"


def test_what_nobody_checked_for_long_says_so_and_names_no_date(tmp_path: Path) -> None:
    due = tea(tmp_path, today=date(2027, 5, 2))
    assert (due.is_overdue, due.when is None) == (True, False)
    hidden = tea(tmp_path, today=date(2027, 8, 2))
    assert (hidden.is_overdue, hidden.when) == (True, None)
    assert hidden.when_words == "Every Tuesday, 18:30 to 20:00"


def test_the_directory_s_own_language_is_not_named_but_others_are(tmp_path: Path) -> None:
    assert tea(tmp_path, "languages: en").languages == ""
    assert tea(tmp_path, "languages: [en, es]").languages == "English and Spanish"
    assert tea(tmp_path, "languages: ase").languages == "American Sign Language"


def test_a_bare_listing_makes_a_card_without_holes(tmp_path: Path) -> None:
    found = survey("services:\n  - {id: x, name: X, summary: Y., verified: 2026-11-01}\n", tmp_path)
    made = card(found.directory.services[0], found)
    assert (made.where, made.who, made.cost, made.access, made.when, made.when_words) == ("", "", "", "", None, "")
    assert made.path == "services/x.md"
