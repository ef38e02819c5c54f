"""What visitors read: the sentence of a pattern, what differs from it, and the short times on cards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from generator.language import PSEUDO_MARKS, Language
from generator.model.schedule import Schedule
from generator.model.when import Recurrence
from generator.schedule import day_phrases
from generator.schedule.dates import occurrences
from generator.schedule.wording import details, sentence, short_time
from generator.words import Words
from tests.schedule.patterns import recurrences
from tests.spoken import MarkedLanguage, without_marks

BRITISH, AMERICAN, PSEUDO = Language.load("en-GB"), Language.load("en-US"), MarkedLanguage()
LONDON = "Europe/London"
TODAY = date(2026, 11, 22)


def schedule(when: str, **fields: Any) -> Schedule:
    return Schedule.model_validate({"when": when, **fields})


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("Tuesday 18:30-20:00", "Every Tuesday, 18:30 to 20:00"),
        ("Tuesday 18:30", "Every Tuesday, 18:30"),
        ("Tuesday", "Every Tuesday"),
        ("Monday to Friday 09:00-17:00", "Monday to Friday, 09:00 to 17:00"),
        ("Mon, Wed and Fri 10:00-12:00", "Mondays, Wednesdays and Fridays, 10:00 to 12:00"),
        ("Saturday and Sunday 10:00-12:00", "Saturdays and Sundays, 10:00 to 12:00"),
        ("Sat to Mon 10:00-12:00", "Mondays, Saturdays and Sundays, 10:00 to 12:00"),
        ("every day 08:00-20:00", "Every day, 08:00 to 20:00"),
        ("every 2nd week on Tuesday 18:00-19:30", "Every second week on Tuesday, 18:00 to 19:30"),
        ("every other week on Mon and Thu 18:00", "Every second week: Mondays and Thursdays, 18:00"),
        ("every 3 weeks on Friday", "Every 3 weeks on Friday"),
        ("every 4 weeks on Friday and Sunday", "Every 4 weeks: Fridays and Sundays"),
        ("1st and 3rd Tuesday 19:00-20:30", "1st and 3rd Tuesday of the month, 19:00 to 20:30"),
        ("last Friday 19:00", "Last Friday of the month, 19:00"),
        ("2nd to last Monday", "Second to last Monday of the month"),
        ("1st, 2nd and last Saturday", "1st Saturday, 2nd Saturday and last Saturday of the month"),
        ("1st Tuesday and Thursday", "1st Tuesday and 1st Thursday of the month"),
        ("1st and 15th of the month 12:00", "1st and 15th of the month, 12:00"),
        ("last day of the month", "Last day of the month"),
        ("1st Tuesday every 2 months", "1st Tuesday of every second month"),
        ("1st Tuesday every 3 months 10:00", "1st Tuesday, every 3 months, 10:00"),
        ("Friday 22:00-02:00", "Every Friday, 22:00 to 02:00 the next day"),
        ("Friday 18:00-24:00", "Every Friday, 18:00 to midnight"),
        ("24 hours", "Open 24 hours"),
        ("24 hours, Friday and Saturday", "Fridays and Saturdays, 24 hours"),
        ("by appointment", "By appointment"),
        ("2026-12-24 18:00-20:00", "Thursday, 24 December 2026, 18:00 to 20:00"),
        ("2026-12-24, 2026-12-31 and 2027-01-07 18:00", "24 December, 31 December and 7 January, 18:00"),
        ("2026-12-24 and 2027-12-24", "24 December 2026 and 24 December 2027"),
    ],
)
def test_a_pattern_is_one_sentence(when: str, said: str) -> None:
    starts = "2026-09-01" if "week" in when or "months" in when else None
    assert sentence(schedule(when, starts=starts), BRITISH) == said


def test_times_and_lists_are_written_in_the_way_of_the_language() -> None:
    american = sentence(schedule("Mon, Wed and Fri 18:30-20:00"), AMERICAN)
    # CLDR puts a narrow no-break space before PM.
    assert american == "Mondays, Wednesdays, and Fridays, 6:30\u202fPM to 8:00\u202fPM"


CHANGED = schedule(
    "Tuesday 18:30-20:00",
    starts="2026-12-01",
    ends="2027-11-30",
    time_zone="America/New_York",
    public_holidays="closed",
    breaks=[
        {"first": "2027-08-01", "last": "2027-08-31", "reason": "summer"},
        {"first": "2027-02-01", "last": "2027-02-07"},
    ],
    cancelled=["2026-12-22", {"date": "2026-12-29", "reason": "holiday"}],
    moved=[
        {"date": "2027-01-05", "to": "2027-01-06 19:00-20:30", "reason": "the room is taken"},
        {"date": "2027-01-12", "to": "2027-01-12 16:00-17:00"},
        {"date": "2027-01-19", "to": "2027-01-20"},
    ],
    extra=["2026-12-23"],
    note="Please ring first.",
)


def test_what_differs_is_told_of_meetings() -> None:
    assert details(CHANGED, BRITISH, TODAY) == [
        "Starts on 1 December",
        "Until 30 November 2027",
        "Times are in this time zone: Eastern Time",
        "No meetings on public holidays",
        "No meetings from 1 February to 7 February",
        "No meetings from 1 August 2027 to 31 August 2027 (summer)",
        "No meeting on 22 December",
        "No meeting on 29 December (holiday)",
        "The meeting on 5 January moves to 6 January, 19:00 to 20:30 (the room is taken)",
        "Different time on 12 January, 16:00 to 17:00",
        "The meeting on 19 January moves to 20 January",
        "Extra meeting on 23 December",
        "Please ring first.",
    ]


def test_what_differs_is_told_of_a_door_that_opens_and_closes() -> None:
    assert details(CHANGED, BRITISH, TODAY, opening_hours=True)[3:12] == [
        "Closed on public holidays",
        "Closed from 1 February to 7 February",
        "Closed from 1 August 2027 to 31 August 2027 (summer)",
        "Closed on 22 December",
        "Closed on 29 December (holiday)",
        "Open on 6 January, 19:00 to 20:30 instead of 5 January (the room is taken)",
        "Different time on 12 January, 16:00 to 17:00",
        "Open on 20 January instead of 19 January",
        "Also open on 23 December",
    ]


def test_what_is_over_is_no_longer_told() -> None:
    assert details(CHANGED, BRITISH, date(2027, 12, 1)) == [
        "Ended on 30 November",
        "Times are in this time zone: Eastern Time",
        "No meetings on public holidays",
        "Please ring first.",
    ]


def test_what_is_always_open_is_spoken_of_as_a_door() -> None:
    always = schedule("24 hours", cancelled="2026-12-25", breaks={"first": "2026-12-31", "last": "2026-12-31"})
    assert details(always, BRITISH, TODAY) == ["Closed on 31 December", "Closed on 25 December"]


def test_a_day_that_some_months_lack_is_explained() -> None:
    for when in ("31st of the month", "5th Friday"):
        assert details(schedule(when), BRITISH, TODAY) == ["Only in months that have this day"]
    for when in ("28th of the month", "last day of the month", "last Friday"):
        assert details(schedule(when), BRITISH, TODAY) == []


@pytest.mark.parametrize(
    ("day", "today", "said"),
    [
        ("2026-11-24", "2026-11-24", "Tue 24 Nov 18:30"),
        ("2026-11-24", "2026-11-22", "Tue 24 Nov 18:30"),
        ("2026-11-24", "2025-11-22", "24 Nov 2026 18:30"),
    ],
)
def test_a_card_says_when_as_short_as_it_is_clear_on_any_day(day: str, today: str, said: str) -> None:
    (found,) = occurrences(schedule("Tuesday 18:30"), date.fromisoformat(day), date.fromisoformat(day), LONDON)
    assert short_time(found, date.fromisoformat(today), BRITISH, LONDON) == said


def test_a_date_without_a_time_is_said_as_a_day() -> None:
    (found,) = occurrences(
        schedule("Tuesday", time_zone="America/New_York"), date(2026, 11, 24), date(2026, 11, 24), LONDON
    )
    assert short_time(found, TODAY, BRITISH, LONDON) == "Tue 24 Nov"


def test_a_time_elsewhere_is_said_by_the_clocks_of_the_directory() -> None:
    evening = schedule("Tuesday 22:00", time_zone="America/New_York")
    (found,) = occurrences(evening, date(2026, 11, 24), date(2026, 11, 24), LONDON)
    # 22:00 in New York is 3:00 on the next day in London.
    assert short_time(found, date(2026, 11, 24), BRITISH, LONDON) == "Wed 25 Nov 03:00"


def is_marked(said: str, typed: frozenset[str] = frozenset()) -> bool:
    """Whether every word comes from the catalogue, from CLDR, or is one that curators typed."""
    return PSEUDO_MARKS[0] in said and set(without_marks(said)) <= typed


@given(when=recurrences)
def test_each_sentence_comes_from_the_catalogue(when: Recurrence) -> None:
    said = sentence(Schedule.model_construct(when=when), PSEUDO)
    assert is_marked(said)
    assert said.count(PSEUDO_MARKS[0]) == said.count(PSEUDO_MARKS[1])


def test_each_detail_and_each_short_time_comes_from_the_catalogue() -> None:
    told = [*details(CHANGED, PSEUDO, TODAY)[:-1], *details(CHANGED, PSEUDO, TODAY, opening_hours=True)[:-1]]
    for step in range(2):
        for when in ("Tuesday", "Tuesday 18:30"):
            (found,) = occurrences(schedule(when), date(2026, 11, 24), date(2026, 11, 24), LONDON)
            told.append(short_time(found, date(2026, 11, 24 - step), PSEUDO, LONDON))
    reasons = [change.reason for changes in (CHANGED.breaks, CHANGED.cancelled, CHANGED.moved) for change in changes]
    typed = frozenset(reason for reason in reasons if reason)
    assert [said for said in told if not is_marked(said, typed)] == []


def test_no_phrase_for_days_stands_for_two_of_them() -> None:
    phrases: list[Words] = [
        *day_phrases.EVERY,
        *day_phrases.SEVERAL,
        *day_phrases.EVERY_SECOND_WEEK,
        *day_phrases.RUNS.values(),
    ]
    phrases += [phrase for each in day_phrases.IN_MONTH.values() for phrase in each]
    phrases += [phrase for each in day_phrases.TWICE_IN_MONTH.values() for phrase in each]
    phrases += [*day_phrases.MONTH_DAYS.values(), *day_phrases.every_n_weeks(3)]
    said = [str(phrase) for phrase in phrases]
    assert len(said) == len(set(said))
    assert len(said) == 7 + 7 + 7 + 14 + 7 * 7 + 3 * 7 + 32 + 7
