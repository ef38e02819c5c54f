"""The recurrences that RFC 5545 publishes with their dates (section 3.8.5.3), all in New York in 1997 and after.

What our words can say must give the published dates; what they cannot say must be refused, never rounded.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from generator.model.schedule import Schedule
from generator.model.when import parse_when, typed
from generator.schedule.dates import occurrences
from generator.schedule.rule import from_rrule, last_day

NEW_YORK = "America/New_York"

# The rule, the day of DTSTART (all at 9:00), the words for it, and the dates as the RFC lists them.
SAID = [
    (
        "FREQ=DAILY;COUNT=10",
        "1997-09-02",
        "every day 09:00",
        "1997-09 2 3 4 5 6 7 8 9 10 11",
    ),
    (
        "FREQ=WEEKLY;COUNT=10",
        "1997-09-02",
        "Tuesday 09:00",
        "1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4",
    ),
    (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        "1997-09-02",
        "Tuesday 09:00",
        "1997-09 2 9 16 23 30 1997-10 7 14 21 28 1997-11 4 11 18 25 1997-12 2 9 16 23",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1997-09-02",
        "every 2 weeks on Tuesday 09:00",
        "1997-09 2 16 30 1997-10 14 28 1997-11 11 25 1997-12 9 23 1998-01 6 20 1998-02 3 17",
    ),
    (
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        "Tuesday and Thursday 09:00",
        "1997-09 2 4 9 11 16 18 23 25 30 1997-10 2",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "1997-09-01",
        "every 2 weeks on Monday, Wednesday and Friday 09:00",
        "1997-09 1 3 5 15 17 19 29 1997-10 1 3 13 15 17 27 29 31 1997-11 10 12 14 24 26 28 1997-12 8 10 12 22",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        "every 2 weeks on Tuesday and Thursday 09:00",
        "1997-09 2 4 16 18 30 1997-10 2 14 16",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997-09-05",
        "1st Friday of the month 09:00",
        "1997-09 5 1997-10 3 1997-11 7 1997-12 5 1998-01 2 1998-02 6 1998-03 6 1998-04 3 1998-05 1 1998-06 5",
    ),
    (
        "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
        "1997-09-05",
        "1st Friday of the month 09:00",
        "1997-09 5 1997-10 3 1997-11 7 1997-12 5",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "1997-09-07",
        "1st and last Sunday every 2 months 09:00",
        "1997-09 7 28 1997-11 2 30 1998-01 4 25 1998-03 1 29 1998-05 3 31",
    ),
    (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1997-09-22",
        "2nd to last Monday of the month 09:00",
        "1997-09 22 1997-10 20 1997-11 17 1997-12 22 1998-01 19 1998-02 16",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "1997-09-02",
        "2nd and 15th of the month 09:00",
        "1997-09 2 15 1997-10 2 15 1997-11 2 15 1997-12 2 15 1998-01 2 15",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "1997-09-30",
        "1st and last day of the month 09:00",
        "1997-09 30 1997-10 1 31 1997-11 1 30 1997-12 1 31 1998-01 1 31 1998-02 1",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "1997-09-10",
        "10th, 11th, 12th, 13th, 14th and 15th every 18 months 09:00",
        "1997-09 10 11 12 13 14 15 1999-03 10 11 12 13",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08-05",
        "every 2 weeks on Tuesday and Sunday 09:00",
        "1997-08 5 10 19 24",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2007-01-15",
        "15th and 30th of the month 09:00",
        "2007-01 15 30 2007-02 15 2007-03 15 30",
    ),
]


def listed(dates: str) -> list[date]:
    """`1997-09 2 16 1997-10 14` as dates."""
    found, month = [], ""
    for word in dates.split():
        if "-" in word:
            month = word
        else:
            found.append(date.fromisoformat(f"{month}-{int(word):02}"))
    return found


@pytest.mark.parametrize(("rule", "first", "words", "dates"), SAID)
def test_a_published_rule_gives_its_published_dates(rule: str, first: str, words: str, dates: str) -> None:
    begin = datetime.fromisoformat(f"{first}T09:00").replace(tzinfo=ZoneInfo(NEW_YORK))
    when = from_rrule(rule, begin)
    assert typed(when) == words
    assert parse_when(words) == when
    expected = listed(dates)
    last = last_day(rule, begin)
    schedule = Schedule.model_validate({"when": words, "starts": first, "ends": last})
    found = occurrences(schedule, begin.date(), last or expected[-1], NEW_YORK)
    assert [each.day for each in found] == expected
    assert {(each.start.hour, each.start.minute) for each in found} == {(9, 0)}


def test_the_published_change_from_summer_time_is_kept() -> None:
    # Of the ten weekly dates from 2 September 1997, the RFC puts the first eight into EDT and the last two into EST.
    schedule = Schedule.model_validate({"when": "Tuesday 09:00", "starts": "1997-09-02"})
    found = occurrences(schedule, date(1997, 9, 2), date(1997, 11, 4), NEW_YORK)
    assert [each.start.utcoffset() for each in found] == [timedelta(hours=-4)] * 8 + [timedelta(hours=-5)] * 2


def test_until_is_read_in_the_time_zone_of_the_first_date() -> None:
    # 24 December 1997, 0:00 UTC is the evening of the 23rd in New York.
    begin = datetime(1997, 9, 2, 9, tzinfo=ZoneInfo(NEW_YORK))
    assert last_day("FREQ=DAILY;UNTIL=19971224T000000Z", begin) == date(1997, 12, 23)
    assert last_day("FREQ=DAILY;UNTIL=19971224", date(1997, 9, 2)) == date(1997, 12, 24)
    assert last_day("FREQ=DAILY", begin) is None


@pytest.mark.parametrize(
    ("rule", "first", "reason"),
    [
        ("FREQ=DAILY;INTERVAL=2", "1997-09-02", "every 2 days cannot be said in our words"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "every 10 days cannot be said in our words"),
        ("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", "BYMONTH cannot be said in our words"),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "BYMONTHDAY=-3 cannot be said in our words"),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
            "1997-09-02",
            "these weekdays of the month cannot be said in one line of our words",
        ),
        ("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10", "BYMONTH cannot be said in our words"),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "FREQ=YEARLY cannot be said in our words"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "BYWEEKNO cannot be said in our words"),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "1997-09-02",
            "a weekday on a certain day of the month cannot be said in our words",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "1997-09-04",
            "BYSETPOS with several weekdays cannot be said in our words",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09-29",
            "BYSETPOS with several weekdays cannot be said in our words",
        ),
        ("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", "1997-09-02", "FREQ=HOURLY cannot be said in our words"),
        # With weeks from Sunday the RFC has other dates than with weeks from Monday.
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "1997-08-05",
            "WKST=SU makes a difference here; our weeks begin on Monday",
        ),
    ],
)
def test_a_published_rule_that_words_cannot_say_is_refused(rule: str, first: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        from_rrule(rule, datetime.fromisoformat(f"{first}T09:00"))


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("", "'' is not a part of a recurrence rule"),
        ("Tuesday", "'TUESDAY' is not a part of a recurrence rule"),
        ("FREQ=WEEKLY;FREQ=DAILY", "'FREQ=DAILY' is not a part of a recurrence rule"),
        ("FREQ=WEEKLY;BYDAY=BANANA", "BYDAY=BANANA is not a day"),
        ("FREQ=WEEKLY;BYDAY=1TU", "days of the month in a rule by days or weeks cannot be said in our words"),
        ("FREQ=WEEKLY;INTERVAL=0", "an interval of 0 is not between 1 and 52"),
        ("FREQ=WEEKLY;INTERVAL=-1", "INTERVAL=-1 is not a number that can be used"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=XX", "WKST=XX is not a day"),
        ("FREQ=MONTHLY;BYMONTHDAY=99", "BYMONTHDAY=99 cannot be said in our words"),
        ("FREQ=MONTHLY;BYMONTHDAY=x", "BYMONTHDAY=X is not a number that can be used"),
        ("FREQ=MONTHLY;BYDAY=6TU", "these weekdays of the month cannot be said in one line of our words"),
        ("FREQ=MONTHLY;BYDAY=1MO,3TU", "these weekdays of the month cannot be said in one line of our words"),
        ("FREQ=WEEKLY;" + "X" * 1000, "a rule of 1012 letters is too long"),
    ],
)
def test_what_is_no_rule_is_refused_plainly(rule: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        from_rrule(rule, date(2026, 9, 1))


def test_a_count_that_would_never_be_reached_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^COUNT=99999 is not between 1 and 5000$"):
        last_day("FREQ=DAILY;COUNT=99999", date(2026, 1, 1))
    with pytest.raises(ValueError, match=r"^an interval of 0 is not between 1 and 52$"):
        last_day("FREQ=WEEKLY;INTERVAL=0;COUNT=3", date(2026, 1, 1))


def test_a_monthly_rule_with_mere_weekdays_is_weekly() -> None:
    assert typed(from_rrule("RRULE:FREQ=MONTHLY;BYDAY=TU", date(2026, 9, 1))) == "Tuesday"


def test_a_rule_without_days_takes_them_from_its_first_date() -> None:
    assert typed(from_rrule("FREQ=MONTHLY", date(2026, 9, 30))) == "30th of the month"
    assert typed(from_rrule("FREQ=DAILY;INTERVAL=14", date(2026, 9, 1))) == "every 2 weeks on Tuesday"
