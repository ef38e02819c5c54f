"""When a service is open, as `OpeningHoursSpecification`.

That type knows weekdays and spans of dates. What is not weekly is told date by date, as far ahead as the site looks, and
so is every date that differs from the week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time

from generator.exports.jsonld.node import SCHEMA, Node, node
from generator.exports.jsonld.times import DAY_NAMES, clock
from generator.model.listing import Listing
from generator.model.schedule import PublicHolidays, Schedule
from generator.model.when import Frequency
from generator.schedule.dates import Occurrence
from generator.views.survey import Survey

# By custom, what opens and closes at midnight is closed, and what is open all day closes a second before midnight.
_MIDNIGHT, _LAST_SECOND = time(), time(23, 59, 59)


def opening_hours(listing: Listing, survey: Survey) -> list[Node]:
    """The usual week, what holds on public holidays, and single dates."""
    found = [hours for schedule in listing.schedule for hours in _usual(schedule)]
    dated = [schedule for schedule in listing.schedule if schedule.when.has_days]
    if found and dated and all(schedule.public_holidays is PublicHolidays.CLOSED for schedule in dated):
        found.append(_hours(_MIDNIGHT, _MIDNIGHT, dayOfWeek=[f"{SCHEMA}PublicHolidays"]))
    return found + list(_dates(survey.occurrences(listing)))


def _usual(schedule: Schedule) -> Iterator[Node]:
    when = schedule.when
    span = {
        "validFrom": schedule.starts.isoformat() if schedule.starts else None,
        "validThrough": schedule.ends.isoformat() if schedule.ends else None,
    }
    if when.frequency is Frequency.ALWAYS:
        yield _hours(_MIDNIGHT, _LAST_SECOND, dayOfWeek=list(DAY_NAMES), **span)
    elif _is_weekly(schedule):
        yield _hours(
            when.opens_at,
            _closing(when.opens_at, when.closes_at),
            dayOfWeek=[DAY_NAMES[day] for day in when.weekdays],
            **span,
        )


def _dates(coming: Sequence[Occurrence]) -> Iterator[Node]:
    """Each date that the usual week does not tell, with all of its hours: a date's own hours replace those of the week."""
    by_day: dict[date, list[Occurrence]] = {}
    for found in coming:
        by_day.setdefault(found.day, []).append(found)
    for day, told in by_day.items():
        if not any(found.is_change or not _is_weekly(found.schedule) for found in told):
            continue
        only = {"validFrom": day.isoformat(), "validThrough": day.isoformat()}
        on = [found for found in told if found.takes_place]
        for found in on:
            opens_at = found.start.time() if found.is_timed else None
            yield _hours(opens_at, _closing(opens_at, found.end.time() if found.end else None), **only)
        if not on:
            yield _hours(_MIDNIGHT, _MIDNIGHT, **only)


def _closing(opens_at: time | None, closes_at: time | None) -> time | None:
    return _LAST_SECOND if opens_at == _MIDNIGHT == closes_at else closes_at


def _is_weekly(schedule: Schedule) -> bool:
    return schedule.when.frequency is Frequency.WEEKLY and schedule.when.interval == 1


def _hours(opens_at: time | None, closes_at: time | None, **on: object) -> Node:
    return node("OpeningHoursSpecification", opens=clock(opens_at), closes=clock(closes_at), **on)
