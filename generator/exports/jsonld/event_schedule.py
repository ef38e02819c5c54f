"""When a group meets, as `Schedule`: one for each line, and one for each single date that differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from generator.exports.jsonld.node import Node, node
from generator.exports.jsonld.times import DAY_NAMES, clock
from generator.exports.promised import promised_since
from generator.model.day import LATEST
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.model.when import Frequency, Recurrence
from generator.schedule.dates import Occurrence, occurrences
from generator.schedule.rule import DAY_CODES, Begin, to_rrule
from generator.views.survey import HORIZON, Survey


def event_schedules(listing: Listing, survey: Survey) -> list[Node]:
    """Every schedule of the listing, with the dates on which nothing is on as exceptions."""
    since = promised_since(listing, survey.today)
    return [found for schedule in listing.schedule for found in _schedules(schedule, survey, since)]


def _schedules(schedule: Schedule, survey: Survey, since: date) -> Iterator[Node]:
    zone = schedule.time_zone or survey.zone
    when = schedule.when
    if when.frequency is Frequency.ALWAYS:
        yield node("Schedule", repeatFrequency="P1D", startTime=clock(time()), duration="PT24H", scheduleTimezone=zone)
        return
    if when.frequency not in {Frequency.WEEKLY, Frequency.MONTHLY}:
        yield from _single_dates(schedule, survey, LATEST, zone)
        return
    if -1 in when.month_days:
        # schema.org counts the days of a month from its first only.
        yield from _single_dates(schedule, survey, survey.today + HORIZON, zone)
        return
    rule = to_rrule(schedule, survey.zone, survey.holidays, since)
    if rule is None:
        return
    changed = [found for found in rule.changed if found.takes_place]
    if rule.rrule is not None:
        first = _day_of(rule.dtstart)
        off = {_day_of(begin) for begin in rule.exdates} | {found.day for found in changed if found.day >= first}
        yield node(
            "Schedule",
            repeatFrequency=f"P{when.interval}{'W' if when.frequency is Frequency.WEEKLY else 'M'}",
            **_days(when),
            startDate=first.isoformat(),
            endDate=schedule.ends.isoformat() if schedule.ends else None,
            startTime=clock(when.opens_at),
            endTime=clock(when.closes_at),
            duration=_duration(when),
            exceptDate=[day.isoformat() for day in sorted(off) if schedule.is_regular(day)],
            scheduleTimezone=zone,
        )
    yield from (_single_date(found, zone) for found in changed if found.day >= survey.today)


def _days(when: Recurrence) -> Node:
    """The days of the week or month; from a month's end only the iCalendar form can count."""
    if when.month_days:
        return {"byMonthDay": list(when.month_days)}
    if all(week > 0 for week in when.weeks):
        return {"byDay": [DAY_NAMES[day] for day in when.weekdays], "byMonthWeek": list(when.weeks)}
    return {"byDay": [f"{week}{DAY_CODES[day]}" for week in when.weeks for day in when.weekdays]}


def _single_dates(schedule: Schedule, survey: Survey, last: date, zone: str) -> Iterator[Node]:
    for found in occurrences(schedule, survey.today, last, survey.zone, survey.holidays):
        if found.takes_place:
            yield _single_date(found, zone)


def _single_date(found: Occurrence, zone: str) -> Node:
    return node(
        "Schedule",
        startDate=found.day.isoformat(),
        endDate=(found.end or found.start).date().isoformat(),
        startTime=clock(found.start.time()) if found.is_timed else None,
        endTime=clock(found.end.time()) if found.end else None,
        scheduleTimezone=zone,
    )


def _duration(when: Recurrence) -> str | None:
    """How long it lasts by the clock, in ISO 8601; it tells an end after midnight from one before the beginning.

    >>> _duration(Recurrence(Frequency.WEEKLY, weekdays=(4,), opens_at=time(22), closes_at=time(2, 30)))
    'PT4H30M'
    """
    if when.opens_at is None or when.closes_at is None:
        return None
    day = date(2000, 1, 1)
    length = datetime.combine(day, when.closes_at) - datetime.combine(day, when.opens_at)
    hours, minutes = divmod((length + timedelta(days=when.ends_next_day)) // timedelta(minutes=1), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")


def _day_of(begin: Begin) -> date:
    return begin.date() if isinstance(begin, datetime) else begin
