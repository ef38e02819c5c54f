"""What a group's or service's page tells somebody who thinks about going."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.views.areas import area_page
from generator.views.card import card
from generator.views.goals import goal_page
from generator.views.home import home
from generator.views.listing_page import ListingPage, listing_page
from generator.views.plan import plan_entries
from generator.views.survey import Survey
from generator.views.week import week
from tests.town import survey

BEGINNING = """\
goals:
  - {id: rest, name: Rest, summary: A rest.}
areas:
  - {id: north, name: North}
audiences:
  - {id: men, name: Men}
organizations:
  - {id: county, name: County, contact: {phones: (207) 555-0109}}
"""
LISTING = """\
{section}:
  - id: tea
    name: Tea & Talk
    summary: Tea and talk.
    joining: drop_in
    verified: 2026-11-01
    schedule: {schedule}
    {more}
"""
WITH_PHONE = "contact: {phones: (207) 555-0101}"


def seen(
    folder: Path,
    more: str = WITH_PHONE,
    schedule: str = "Tuesday 18:30-20:00",
    section: str = "groups",
    today: date | None = None,
) -> Survey:
    text = BEGINNING + LISTING.format(section=section, schedule=schedule, more=more)
    return survey(text, folder, today=today) if today else survey(text, folder)


def page(found: Survey) -> ListingPage:
    return listing_page(found.directory.listings[0], found)


def titles(made: ListingPage) -> list[str]:
    return [notice.title for notice in made.notices]


SECRET = """\
contact: {phones: (207) 555-0101}
    goals: [rest]
    areas: [north]
    location: {name: The blue house, city: Millbrook, state_province: ME, confidential: yes, accessibility: [step_free]}
"""


@pytest.mark.parametrize("section", ["groups", "services"])
def test_no_view_tells_where_a_confidential_place_is(section: str, tmp_path: Path) -> None:
    found = seen(tmp_path, SECRET, schedule="every day 09:00-17:00", section=section)
    directory, listing = found.directory, found.directory.listings[0]
    views: list[Any] = [
        listing_page(listing, found),
        card(listing, found),
        week(found),
        home(found),
        goal_page(directory.goals[0], found),
        area_page(directory.areas[0], found),
        *plan_entries(found),
    ]
    told = json.dumps([asdict(view) for view in views])
    assert told.count("Address given when you call") >= 4, "each says why there is no address"
    assert "blue" not in told
    assert "Millbrook" not in told
    assert "openstreetmap" not in told


def test_a_confidential_place_says_why_and_still_tells_its_access(tmp_path: Path) -> None:
    made = page(seen(tmp_path, SECRET))
    assert (made.place_name, made.address, made.map) == ("Address given when you call", [], None)
    assert (made.map_app, made.address_to_copy) == (None, "")
    assert titles(made) == ["A private address"]
    assert made.access == ["Step-free"]


def test_a_listing_in_order_has_no_notice(tmp_path: Path) -> None:
    assert titles(page(seen(tmp_path))) == []


def test_news_stands_first_and_only_as_long_as_it_is_news(tmp_path: Path) -> None:
    news = WITH_PHONE + "\n    alert: {text: We meet in room 7., until: 2026-11-30}"
    on_the_last_day = page(seen(tmp_path, news, today=date(2026, 11, 30)))
    assert [(notice.title, notice.text) for notice in on_the_last_day.notices] == [
        ("Please note", "We meet in room 7.")
    ]
    assert titles(page(seen(tmp_path, news, today=date(2026, 12, 1)))) == []


def test_a_paused_group_says_so_and_names_no_dates(tmp_path: Path) -> None:
    made = page(seen(tmp_path, WITH_PHONE + "\n    status: paused\n    alert: {text: Back in spring.}"))
    assert titles(made) == ["Please note", "Paused for now"]
    assert (made.dates, made.has_calendar) == ([], False)
    assert made.when == ["Every Tuesday, 18:30 to 20:00"], "what it usually is stays to be read"


def test_an_ended_group_says_so_and_names_no_dates(tmp_path: Path) -> None:
    made = page(seen(tmp_path, WITH_PHONE + "\n    status: ended"))
    assert "No longer running" in titles(made)
    assert (made.dates, made.has_calendar) == ([], False)


def test_one_that_has_ended_asks_nobody_to_call_before_going(tmp_path: Path) -> None:
    made = page(seen(tmp_path, WITH_PHONE + "\n    status: ended", today=date(2028, 1, 1)))
    assert titles(made) == ["No longer running"]


def test_a_listing_past_its_review_says_since_when(tmp_path: Path) -> None:
    due = page(seen(tmp_path, today=date(2027, 5, 2)))
    assert titles(due) == ["Not checked lately"]
    assert "1 November 2026" in due.notices[0].text
    assert due.dates, "until the grace time is over its dates still stand"
    hidden = page(seen(tmp_path, today=date(2027, 8, 2)))
    assert titles(hidden) == ["Not checked lately"]
    assert hidden.dates == []


def test_next_dates_pass_over_the_cancelled_and_say_what_is_moved(tmp_path: Path) -> None:
    schedule = (
        "{when: Tuesday 18:30-20:00, cancelled: {date: 2026-12-01, reason: snow},"
        " moved: {date: 2026-11-24, to: 2026-11-25 19:00-20:00, reason: the room is taken}}"
    )
    made = page(seen(tmp_path, schedule=schedule))
    assert [(one.moment.words, one.change) for one in made.dates[:2]] == [
        ("Wed 25 Nov 19:00", "Moved from Tue 24 Nov: the room is taken"),
        ("Tue 8 Dec 18:30", ""),
    ]
    assert "No meeting on 1 December (snow)" in made.when_notes


def test_a_date_never_says_today_since_the_page_may_be_read_tomorrow(tmp_path: Path) -> None:
    made = page(seen(tmp_path, schedule="every day 18:30-20:00"))
    assert [one.moment.words for one in made.dates] == [
        "Sun 22 Nov 18:30",
        "Mon 23 Nov 18:30",
        "Tue 24 Nov 18:30",
        "Wed 25 Nov 18:30",
    ]
    first = made.dates[0]
    assert (first.time, first.until) == ("18:30", "2026-11-22T20:00:00-05:00")
    assert (made.clock.made, made.clock.zone) == ("2026-11-22", "America/New_York")


def test_a_date_without_a_time_names_none(tmp_path: Path) -> None:
    first = page(seen(tmp_path, schedule="Tuesday")).dates[0]
    assert (first.moment.words, first.time, first.until) == ("Tue 24 Nov", "", "2026-11-25T00:00:00-05:00")


def test_times_of_another_zone_stand_at_our_clocks_and_the_zone_is_named(tmp_path: Path) -> None:
    made = page(seen(tmp_path, schedule="{when: Tuesday 17:00-18:00, time_zone: America/Los_Angeles}"))
    assert made.dates[0].moment.iso == "2026-11-24T20:00:00-05:00"
    assert any("Pacific Time" in note for note in made.when_notes)


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(22, 29)])
def test_no_date_that_is_named_is_past(zone: str, today: date, tmp_path: Path) -> None:
    made = page(seen(tmp_path, schedule=f"{{when: every day 09:00-10:00, time_zone: {zone}}}", today=today))
    assert made.dates
    assert all(one.moment.iso >= today.isoformat() for one in made.dates)


def test_an_age_limit_is_told_beside_the_words_about_who_can_come(tmp_path: Path) -> None:
    made = page(seen(tmp_path, WITH_PHONE + "\n    eligibility: {description: Anybody who feels low, minimum_age: 18}"))
    assert made.who[0] == "Anybody who feels low"
    assert "Ages 18 and over" in made.who


def test_who_it_is_for_and_who_is_helped_better_elsewhere(tmp_path: Path) -> None:
    who = "\n    eligibility: {audiences: [men], maximum_age: 25, not_for: If you are in danger call 911.}"
    made = page(seen(tmp_path, WITH_PHONE + who))
    assert made.who == ["Up to age 25", "Men"]
    assert made.not_for == "If you are in danger call 911."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", []),
        ("\n    cost: free", ["Free"]),
        ("\n    cost: {kind: fixed, amount: $5, note: Ask us.}", ["There is a charge", "$5", "Ask us."]),
    ],
)
def test_a_cost_nobody_typed_is_not_made_up(typed: str, said: list[str], tmp_path: Path) -> None:
    assert page(seen(tmp_path, WITH_PHONE + typed)).cost == said


def test_without_a_contact_of_its_own_one_reaches_the_organization(tmp_path: Path) -> None:
    made = page(seen(tmp_path, "organization: county"))
    assert made.call is not None
    assert (made.call.href, made.ways) == ("tel:+12075550109", [])
    assert made.organization == "County"
    own = page(seen(tmp_path, WITH_PHONE + "\n    organization: county"))
    assert own.call is not None
    assert own.call.href == "tel:+12075550101"


def test_the_number_to_dial_in_by_can_be_pressed(tmp_path: Path) -> None:
    made = page(seen(tmp_path, "online: {platform: A phone line, phone: (207) 555-0155}"))
    assert [way.href for way in made.ways] == ["tel:+12075550155"]


def test_a_place_without_an_address_has_no_map_and_one_with_an_address_has(tmp_path: Path) -> None:
    assert page(seen(tmp_path, WITH_PHONE + "\n    location: {name: The Mill}")).map is None
    with_address = page(seen(tmp_path, WITH_PHONE + "\n    location: {name: The Mill, address: 1 Mill Street}"))
    assert with_address.map is not None
    assert with_address.address == ["1 Mill Street"]


def test_a_service_with_single_days_can_be_put_into_a_calendar(tmp_path: Path) -> None:
    made = page(seen(tmp_path, schedule="1st Tuesday 14:00-16:00", section="services"))
    assert made.has_calendar


def test_a_bare_listing_makes_a_page_without_holes(tmp_path: Path) -> None:
    found = survey("services:\n  - {id: x, name: X, summary: Y., verified: 2026-11-01}\n", tmp_path)
    made = page(found)
    assert (made.when, made.dates, made.place_name, made.ways, made.map, made.related) == ([], [], "", [], None, [])
    assert (made.organization, made.who, made.cost, made.goals, made.areas) == ("", [], [], [], [])
