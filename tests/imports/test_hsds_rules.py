"""Rules of HSDS 3.0 as they are read, judged by dateutil, which reads RFC 5545 by itself."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.imports.csv_table import Row
from generator.imports.hsds3.rule import Rule, read_rule
from generator.imports.report import Origin
from generator.model.when import typed
from generator.words import Words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONDON = frozenset({timedelta(), timedelta(hours=1)})
UNTIL = date(2029, 12, 31)

weekly = st.builds(
    lambda days, interval: {"freq": "WEEKLY", "interval": str(interval), "byday": ",".join(days)},
    st.lists(st.sampled_from(DAYS), min_size=1, max_size=5, unique=True),
    st.integers(1, 6),
)
monthly_by_day = st.builds(
    lambda days, interval: {"freq": "MONTHLY", "interval": str(interval), "byday": ",".join(days)},
    st.lists(
        st.builds(lambda week, day: f"{week}{day}", st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(DAYS)),
        min_size=1,
        max_size=4,
        unique=True,
    ),
    st.integers(1, 4),
)
monthly_by_number = st.builds(
    lambda days, interval: {"freq": "MONTHLY", "interval": str(interval), "bymonthday": ",".join(map(str, days))},
    st.lists(st.sampled_from([*range(1, 32), -1]), min_size=1, max_size=4, unique=True),
    st.integers(1, 4),
)
monthly_by_first = st.builds(lambda interval: {"freq": "MONTHLY", "interval": str(interval)}, st.integers(1, 3))


def read(**fields: str) -> Rule | Words | None:
    return read_rule(Row(Origin("schedules"), fields), LONDON)


def days(rule: Rule) -> list[date]:
    """The days of all lines of a rule, by our own arithmetic."""
    first, last = rule.starts or date(2026, 1, 1), rule.ends or UNTIL
    return sorted({day for when in rule.whens for day in when.days(first, last, rule.starts)})


def judged(fields: dict[str, str], begin: date, end: date) -> list[date]:
    """The days by dateutil, which counts DTSTART only where the rule falls on it."""
    parts = [f"FREQ={fields['freq']}", f"INTERVAL={fields.get('interval', '1')}", "WKST=MO"]
    parts += [f"{name.upper()}={fields[name]}" for name in ("byday", "bymonthday") if fields.get(name)]
    if fields.get("count"):
        parts.append(f"COUNT={fields['count']}")
    rule = rrule.rrulestr(";".join(parts), dtstart=datetime.combine(begin, time()))
    return [
        found.date() for found in rule.between(datetime.combine(begin, time()), datetime.combine(end, time()), inc=True)
    ]


@given(
    weekly | monthly_by_day | monthly_by_number | monthly_by_first,
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.none() | st.integers(30, 900),
)
def test_a_rule_falls_on_the_days_on_which_dateutil_sees_it(
    fields: dict[str, str], begin: date, length: int | None
) -> None:
    end = begin + timedelta(days=length) if length else UNTIL
    wanted = judged(fields, begin, end)
    told = fields | {"dtstart": begin.isoformat()} | ({"until": end.isoformat()} if length else {})
    found = read(**told)
    if length and not wanted:
        assert isinstance(found, Words)
    else:
        assert isinstance(found, Rule)
        assert days(found) == wanted


@given(weekly, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.sampled_from(DAYS))
def test_weeks_that_begin_on_another_day_are_counted_right_or_not_at_all(
    fields: dict[str, str], begin: date, wkst: str
) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL={fields['interval']};BYDAY={fields['byday']};WKST={wkst}"
    wanted = rrule.rrulestr(rule, dtstart=datetime.combine(begin, time()))
    found = read(**fields, dtstart=begin.isoformat(), wkst=wkst)
    if isinstance(found, Rule):
        assert days(found) == [day.date() for day in wanted.between(
            datetime.combine(begin, time()), datetime.combine(UNTIL, time()), inc=True)]  # fmt: skip
    else:
        assert wkst != "MO"
        assert fields["interval"] != "1"


@given(weekly | monthly_by_number, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(2, 40))
def test_a_count_ends_on_the_day_on_which_dateutil_ends(fields: dict[str, str], begin: date, count: int) -> None:
    wanted = judged(fields | {"count": str(count)}, begin, date(2090, 1, 1))
    assume(wanted)
    found = read(**fields, dtstart=begin.isoformat(), count=str(count))
    assert isinstance(found, Rule)
    assert found.ends == wanted[-1]


@given(weekly, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(1, 400), st.integers(60, 400))
def test_the_days_between_which_it_is_valid_bound_it_and_shift_nothing(
    fields: dict[str, str], begin: date, later: int, length: int
) -> None:
    valid_from = begin + timedelta(days=later)
    valid_to = valid_from + timedelta(days=length)
    found = read(**fields, dtstart=begin.isoformat(), valid_from=valid_from.isoformat(), valid_to=valid_to.isoformat())
    assert isinstance(found, Rule)
    assert days(found) == [day for day in judged(fields, begin, valid_to) if day >= valid_from]
    assert {field for field, _ in found.guesses} == {"valid_from", "valid_to"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "17:00"}, "Monday and Wednesday 09:00-17:00"),
        ({"freq": "weekly", "byday": " mo , tu ", "opens_at": "9:30 AM"}, "Monday and Tuesday 09:30"),
        ({"freq": "WEEKLY", "byday": "SU", "opens_at": "09:00Z", "closes_at": "10:00+01:00"}, "Sunday 09:00-10:00"),
        ({"freq": "WEEKLY", "byday": ",".join(DAYS), "opens_at": "00:00", "closes_at": "23:59"}, "24 hours"),
        ({"freq": "WEEKLY", "byday": "SA", "opens_at": "00:00", "closes_at": "23:59:00"}, "Saturday 24 hours"),
        ({"freq": "DAILY", "opens_at": "08:00", "closes_at": "20:00"}, "every day 08:00-20:00"),
        ({"freq": "MONTHLY", "byday": "2TU", "interval": "1.0"}, "2nd Tuesday of the month"),
        ({"freq": "MONTHLY", "byday": "-1FR"}, "last Friday of the month"),
        ({"freq": "MONTHLY", "bymonthday": "15,-1"}, "15th and last day of the month"),
        ({"freq": "MONTHLY", "byday": "TU,TH"}, "Tuesday and Thursday"),
        ({"freq": "WEEKLY", "dtstart": "2026-12-24"}, "Thursday"),
        ({"freq": "WEEKLY", "byday": "TH", "dtstart": "2026-12-24", "until": "2026-12-24"}, "2026-12-24"),
        ({"dtstart": "2026-12-24T00:00:00Z", "count": "1", "opens_at": "18:00"}, "2026-12-24 18:00"),
        ({"freq": "WEEKLY", "byday": "FR", "opens_at": "22:00", "closes_at": "02:00"}, "Friday 22:00-02:00"),
    ],
)  # fmt: skip
def test_what_is_certain_is_read(fields: dict[str, str], said: str) -> None:
    found = read(**fields)
    assert isinstance(found, Rule)
    assert [typed(when) for when in found.whens] == [said]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"freq": "YEARLY", "dtstart": "2026-12-24"}, "no frequency"),
        ({"freq": "WEEKLY", "byday": "BANANA"}, "not a day of the week"),
        ({"freq": "WEEKLY", "byday": "1TU"}, "several things"),
        ({"freq": "WEEKLY", "byday": "TU", "bymonthday": "5"}, "several things"),
        ({"freq": "WEEKLY", "byday": "TU", "byweekno": "41"}, "weeks or days of the year"),
        ({"freq": "WEEKLY", "byday": "TU", "interval": "2"}, "not from which day on"),
        ({"freq": "WEEKLY", "byday": "TU", "interval": "0"}, "not a number of weeks"),
        ({"freq": "WEEKLY", "byday": "TU", "interval": "half"}, "not a number of weeks"),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "25:99"}, "not a time"),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "09:00-05:00"}, "clocks of another time zone"),
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "04:00"}, "before it opens"),
        ({"freq": "WEEKLY", "byday": "TU", "dtstart": "nope"}, "not a date"),
        ({"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-02-30"}, "not a date"),
        ({"freq": "WEEKLY", "byday": "TU", "count": "3"}, "not from which day on"),
        ({"freq": "WEEKLY", "byday": "TH,FR", "dtstart": "2026-01-03", "until": "2026-01-04"}, "never takes place"),
        ({"freq": "WEEKLY", "opens_at": "09:00"}, "on which days"),
        ({"freq": "MONTHLY", "byday": "2TU", "bymonthday": "5"}, "several things"),
        ({"freq": "MONTHLY", "byday": "7TU"}, "weeks of the month"),
        ({"freq": "MONTHLY", "bymonthday": "99"}, "on which days"),
        ({"freq": "MONTHLY", "bymonthday": "-3"}, "on which days"),
        ({"dtstart": "2026-12-24"}, "how often"),
        ({"opens_at": "09:00", "closes_at": "17:00"}, "on which days"),
    ],
)
def test_what_leaves_a_doubt_is_not_guessed(fields: dict[str, str], reason: str) -> None:
    found = read(**fields)
    assert isinstance(found, Words)
    assert reason in str(found)


def test_words_alone_are_no_rule() -> None:
    assert read(description="Weekdays", notes="Ring first", valid_from="2026-01-01") is None


def test_days_without_a_frequency_are_taken_as_weekly_and_told() -> None:
    found = read(byday="MO", opens_at="09:00")
    assert isinstance(found, Rule)
    assert typed(found.whens[0]) == "Monday 09:00"
    assert [field for field, _ in found.guesses] == ["freq"]
