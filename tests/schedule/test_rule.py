"""Rules for calendars: expanded by dateutil and by a second reader, they give the dates that our own pages show."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule as rrule_type
from dateutil.rrule import rruleset, rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.schedule import Schedule
from generator.model.when import Frequency, Recurrence
from generator.schedule.dates import occurrences
from generator.schedule.rule import Rule, from_rrule, rrule, to_rrule
from tests.schedule.patterns import FIRST, LAST, dated, days, schedules
from tests.schedule.rule_walk import days_of_rule

LONDON = "Europe/London"
NO_TIME = time()


def as_moments(begins: list[datetime | date]) -> list[datetime]:
    """What a calendar shows, in UTC; plain dates as their midnight."""
    return sorted(_moment(begin).astimezone(UTC) for begin in begins)


def _moment(begin: datetime | date) -> datetime:
    return begin if isinstance(begin, datetime) else datetime.combine(begin, NO_TIME, UTC)


def expanded(rule: Rule, last: date) -> list[datetime | date]:
    """The dates of a rule up to a day, as dateutil reads them."""
    made = rruleset()
    start = _naive(rule.dtstart)
    if rule.rrule:
        found = rrulestr(_without_zone(rule), dtstart=start)
        assert isinstance(found, rrule_type)
        made.rrule(found)
    else:
        made.rdate(start)
    for exdate in rule.exdates:
        made.exdate(_naive(exdate))
    for rdate in rule.rdates:
        made.rdate(_naive(rdate))
    begins = made.between(datetime.combine(date(1990, 1, 1), NO_TIME), datetime.combine(last, time.max), inc=True)
    if not isinstance(rule.dtstart, datetime):
        return [begin.date() for begin in begins]
    return [begin.replace(tzinfo=rule.dtstart.tzinfo) for begin in begins]


def _naive(begin: datetime | date) -> datetime:
    return begin.replace(tzinfo=None) if isinstance(begin, datetime) else datetime.combine(begin, NO_TIME)


def _without_zone(rule: Rule) -> str:
    """The rule for dateutil by the wall clock, on which recurrences are counted: UNTIL is turned from UTC."""
    parts = []
    for part in str(rule.rrule).split(";"):
        name, value = part.split("=")
        if name == "UNTIL" and isinstance(rule.dtstart, datetime):
            until = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            value = until.astimezone(rule.dtstart.tzinfo).strftime("%Y%m%dT%H%M%S")
        parts.append(f"{name}={value}")
    return ";".join(parts)


@given(schedule=schedules(), holidays=st.sets(days, max_size=30), zone=st.sampled_from([LONDON, "America/New_York"]))
def test_a_calendar_shows_the_dates_that_the_pages_show(schedule: Schedule, holidays: set[date], zone: str) -> None:
    named = dict.fromkeys(holidays, "a holiday")
    rule = to_rrule(schedule, zone, named, since=FIRST)
    shown = [each for each in occurrences(schedule, FIRST, LAST, zone, named) if each.takes_place]
    if rule is None:
        assert shown == []
        return
    found = [begin for begin in expanded(rule, LAST) if _moment(begin).date() >= FIRST]
    if isinstance(rule.dtstart, datetime):
        ours: list[datetime | date] = [each.start for each in shown]
    else:
        ours = [each.day for each in shown]
    assert as_moments(found) == as_moments(ours)


@given(when=dated.filter(lambda when: not when.dates), starts=days, ends=st.none() | days)
def test_the_rule_alone_has_the_days_that_a_second_reader_finds(
    when: Recurrence, starts: date, ends: date | None
) -> None:
    # Never from `starts` to `ends` is refused, and a test of its own.
    assume(any(when.days(starts, ends or starts + timedelta(days=366 * 30), starts)))
    schedule = Schedule.model_validate({"when": when, "starts": starts, "ends": ends})
    rule = to_rrule(schedule, LONDON)
    assert rule is not None
    assert rule.rrule is not None
    found = days_of_rule(rule.rrule, rule.dtstart, starts + timedelta(days=730))
    assert found == list(schedule.regular_days(starts, starts + timedelta(days=730)))


@given(when=dated.filter(lambda when: not when.dates), starts=days)
def test_a_rule_read_back_is_the_pattern_it_came_from(when: Recurrence, starts: date) -> None:
    first = next(when.days(starts, starts + timedelta(days=366 * 30), starts))
    begin = datetime.combine(first, when.opens_at) if when.opens_at else first
    assert from_rrule(rrule(when, None, ZoneInfo(LONDON)), begin, when.closes_at) == when


def test_the_first_date_of_a_rule_is_one_on_which_something_is_on() -> None:
    schedule = Schedule.model_validate(
        {"when": "Tuesday 18:30-20:00", "starts": "2026-09-01", "cancelled": "2026-09-01"}
    )
    rule = to_rrule(schedule, LONDON)
    assert rule is not None
    assert (str(rule.dtstart), str(rule.dtend)) == ("2026-09-08 18:30:00+01:00", "2026-09-08 20:00:00+01:00")
    assert rule.exdates == ()


def test_what_has_no_first_day_begins_on_the_same_day_in_each_build_or_where_one_asks() -> None:
    schedule = Schedule.model_validate("Tuesday 18:30")
    anchored, later = to_rrule(schedule, LONDON), to_rrule(schedule, LONDON, since=date(2026, 11, 22))
    assert anchored is not None
    assert later is not None
    assert (str(anchored.dtstart), str(later.dtstart)) == ("2024-01-02 18:30:00+00:00", "2026-11-24 18:30:00+00:00")


def test_every_second_week_keeps_its_weeks_when_the_rule_begins_later() -> None:
    schedule = Schedule.model_validate({"when": "every 2nd week on Tuesday 18:30", "starts": "2026-09-01"})
    later = to_rrule(schedule, LONDON, since=date(2026, 9, 2))
    assert later is not None
    assert str(later.dtstart) == "2026-09-15 18:30:00+01:00"


def test_the_last_day_counts_and_is_told_in_utc() -> None:
    schedule = Schedule.model_validate({"when": "Tuesday 18:30", "ends": "2026-12-22"})
    rule = to_rrule(schedule, "America/New_York")
    assert rule is not None
    assert rule.rrule == "FREQ=WEEKLY;UNTIL=20261223T045959Z;WKST=MO;BYDAY=TU"


def test_dates_without_times_stay_dates() -> None:
    schedule = Schedule.model_validate({"when": "last Friday", "ends": "2026-12-31", "cancelled": "2026-11-27"})
    rule = to_rrule(schedule, LONDON)
    assert rule is not None
    assert (rule.dtstart, rule.dtend, rule.exdates) == (date(2024, 1, 26), None, (date(2026, 11, 27),))
    assert rule.rrule == "FREQ=MONTHLY;UNTIL=20261231;BYDAY=-1FR"


def test_a_night_ends_on_the_next_day() -> None:
    rule = to_rrule(Schedule.model_validate("Friday 22:00-02:00"), LONDON)
    assert rule is not None
    assert (str(rule.dtstart), str(rule.dtend)) == ("2024-01-05 22:00:00+00:00", "2024-01-06 02:00:00+00:00")


def test_single_dates_need_no_rule() -> None:
    rule = to_rrule(Schedule.model_validate("2026-12-24 and 2026-12-31 18:00-20:00"), LONDON)
    assert rule is not None
    assert (str(rule.dtstart), rule.rrule, [str(begin) for begin in rule.rdates]) == (
        "2026-12-24 18:00:00+00:00",
        None,
        ["2026-12-31 18:00:00+00:00"],
    )


def test_a_moved_meeting_leaves_its_date_and_keeps_its_own_end() -> None:
    schedule = Schedule.model_validate(
        {"when": "Tuesday 18:30-20:00", "moved": {"date": "2026-12-22", "to": "2026-12-21 19:00-20:30"}}
    )
    rule = to_rrule(schedule, LONDON)
    assert rule is not None
    assert [str(begin) for begin in (*rule.exdates, *rule.rdates)] == [
        "2026-12-22 18:30:00+00:00",
        "2026-12-21 19:00:00+00:00",
    ]
    assert [str(found.end) for found in rule.changed] == ["2026-12-21 20:30:00+00:00"]


def test_a_rule_keeps_the_time_on_the_wall_where_clocks_skip_it() -> None:
    # Clocks in London go from 1:00 to 2:00 on Sunday, 29 March 2026; the Sundays after it are at 1:30 again.
    schedule = Schedule.model_validate({"when": "Sunday 01:30-03:00", "starts": "2026-03-29"})
    rule = to_rrule(schedule, LONDON)
    assert rule is not None
    assert isinstance(rule.dtstart, datetime)
    assert rule.dtstart.time() == time(1, 30)


def test_no_dates_no_rule() -> None:
    for words in ("24 hours", "by appointment"):
        assert to_rrule(Schedule.model_validate(words), LONDON) is None
    only_extra = to_rrule(
        Schedule.model_validate({"when": "by appointment", "extra": "2026-12-01 10:00-12:00"}), LONDON
    )
    assert only_extra is not None
    assert str(only_extra.dtend) == "2026-12-01 12:00:00+00:00"


def test_around_the_clock_on_every_day_is_read_as_always() -> None:
    assert from_rrule("FREQ=DAILY", datetime.combine(date(2026, 1, 1), time()), time()) == Recurrence(Frequency.ALWAYS)
