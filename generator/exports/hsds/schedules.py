"""Schedules in HSDS: a rule with its hours. What a rule cannot say stands in its notes and attributes.

HSDS knows weekly and monthly rules and no exceptions. A single date is a weekly rule that ends on the day it begins; a
door that never closes is seven days from 00:00 to 23:59.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record, Value
from generator.exports.hsds.terms import Taxonomies
from generator.exports.promised import promised_since
from generator.model.choice import Attending
from generator.model.listing import Listing
from generator.model.schedule import PublicHolidays, Schedule
from generator.model.text import slug
from generator.model.when import ANCHOR, DayAndHours, Frequency, Recurrence, typed
from generator.model.when.recurrence import EVERY_WEEKDAY, MIDNIGHT
from generator.schedule.public_holidays import public_holidays
from generator.schedule.rule import DAY_CODES
from generator.schedule.wording import details, sentence
from generator.views import names
from generator.views.survey import Survey

LAST_MINUTE = time(23, 59)
_HOUR = timedelta(hours=1)
_LONGEST_WAIT = timedelta(days=366 * 30)


@dataclass(frozen=True, slots=True)
class Line:
    """A schedule as written, and how one takes part at these times."""

    record: Record
    attending: frozenset[Attending]


def lines(listing: Listing, survey: Survey, ids: Ids, terms: Taxonomies) -> list[Line]:
    """The schedules of a listing: its rules, then the single dates beside them."""
    writer = _Writer(listing, survey, ids, terms)
    return [
        Line(record, frozenset(schedule.attending)) for schedule in listing.schedule for record in writer.all(schedule)
    ]


class _Writer:
    """One listing's schedules, with what they share."""

    def __init__(self, listing: Listing, survey: Survey, ids: Ids, terms: Taxonomies) -> None:
        self.listing, self.survey, self.ids, self.terms = listing, survey, ids, terms
        self.since = promised_since(listing, survey.today)
        hidden = survey.freshness(listing).hidden_from
        self.trusted: dict[str, Value] = {
            "valid_from": listing.verified.isoformat() if listing.verified else None,
            "valid_to": (hidden - timedelta(days=1)).isoformat() if hidden else None,
        }

    def all(self, schedule: Schedule) -> Iterator[Record]:
        when = schedule.when
        if when.frequency is Frequency.DATES:
            changed = {off.date for off in schedule.cancelled} | {moved.date for moved in schedule.moved}
            changed |= {to.day for to in _added(schedule)}
            for day in schedule.regular_days(self.since, when.dates[-1]):
                if day not in changed and schedule.break_on(day) is None and not self._is_closed_on(schedule, day):
                    yield self._single(schedule, DayAndHours(day))
        else:
            yield from self._rule(schedule)
        for to in _added(schedule):
            if to.day >= self.since:
                yield self._single(schedule, to)

    def _rule(self, schedule: Schedule) -> Iterator[Record]:
        when = schedule.when
        first = schedule.starts or self.since
        if when.frequency in {Frequency.WEEKLY, Frequency.MONTHLY}:
            begin = schedule.starts or ANCHOR
            found = next(schedule.regular_days(begin, begin + _LONGEST_WAIT), None)
            if found is None:
                return
            first = found if schedule.starts or when.interval > 1 else self.since
        counts = bool(schedule.starts or when.interval > 1) and when.frequency is not Frequency.BY_APPOINTMENT
        yield self._record(
            schedule,
            slug(typed(replace(when, opens_at=None, closes_at=None))) if when.has_days else when.frequency.value,
            dtstart=first.isoformat() if counts else None,
            timezone=self._offset(schedule, first) if when.frequency is not Frequency.BY_APPOINTMENT else None,
            until=schedule.ends.isoformat() if schedule.ends else None,
            **_rule_fields(when),
            **_hours(when),
            notes=self._notes(schedule),
        )

    def _is_closed_on(self, schedule: Schedule, day: date) -> bool:
        about = self.survey.directory.about
        return schedule.public_holidays is PublicHolidays.CLOSED and day in public_holidays(
            about.country, about.subdivision, [day.year], self.survey.language
        )

    def _single(self, schedule: Schedule, to: DayAndHours) -> Record:
        when = schedule.when
        hours = Recurrence(
            Frequency.DATES,
            dates=(to.day,),
            opens_at=to.opens_at or when.opens_at,
            closes_at=to.closes_at if to.opens_at else when.closes_at,
        )
        alone = schedule.model_copy(
            update={
                "when": hours,
                "starts": None,
                "ends": None,
                "extra": (),
                "moved": (),
                "cancelled": (),
                "breaks": (),
            }
        )
        return self._record(
            alone.model_copy(update={"public_holidays": PublicHolidays.OPEN}),
            f"date-{to.day}",
            dtstart=to.day.isoformat(),
            timezone=self._offset(schedule, to.day),
            until=to.day.isoformat(),
            freq="WEEKLY",
            interval=1,
            byday=DAY_CODES[to.day.weekday()],
            **_hours(hours),
            notes=schedule.note,
        )

    def _record(self, schedule: Schedule, name: str, *, notes: str | None, **rule: Value) -> Record:
        said = sentence(schedule, self.survey.language)
        path = f"service/{self.listing.id}/schedule/{name}"
        id_ = self.ids.of(path)
        ways = [self.survey.language.say(names.ATTENDING[way]) for way in schedule.attending or ()]
        fields: dict[str, Value] = {
            "id": id_,
            **self.trusted,
            **rule,
            "description": said,
            "attending_type": self.survey.language.and_list(ways) if ways else None,
            "notes": notes,
        }
        return Record("schedule", _in_order(fields), {"attributes": [*self._attributes(schedule, id_)]})

    def _attributes(self, schedule: Schedule, id_: str) -> Iterator[Record]:
        today = self.survey.today
        return self.terms.details(
            id_,
            time_zone=schedule.time_zone or (self.survey.zone if schedule.when.opens_at else None),
            attending=", ".join(way.value for way in schedule.attending),
            public_holidays=schedule.public_holidays.value
            if schedule.public_holidays is PublicHolidays.CLOSED
            else None,
            excluded_date=tuple(day.isoformat() for day in _off(schedule) if day >= today),
            cancelled_date=tuple(_told(off.date, off.reason) for off in schedule.cancelled if off.date >= self.since),
            moved_date=tuple(
                _told(moved.date, moved.to, moved.reason)
                for moved in schedule.moved
                if max(moved.date, moved.to.day) >= self.since
            ),
            extra_date=tuple(str(to) for to in schedule.extra if to.day >= self.since),
            starts=schedule.starts,
            **{"break": tuple(f"{pause.first}/{pause.last}" for pause in schedule.breaks if pause.last >= today)},
            break_reason=tuple(
                _told(f"{pause.first}/{pause.last}", pause.reason)
                for pause in schedule.breaks
                if pause.last >= today and pause.reason
            ),
        )

    def _notes(self, schedule: Schedule) -> str | None:
        told = details(schedule, self.survey.language, self.survey.today)
        return "\n".join(told) or None

    def _offset(self, schedule: Schedule, day: date) -> int | float:
        """Hours by which the clocks there are ahead of UTC on that day."""
        zone = ZoneInfo(schedule.time_zone or self.survey.zone)
        at = datetime.combine(day, schedule.when.opens_at or time(12), zone)
        hours = (at.utcoffset() or timedelta()) / _HOUR
        return int(hours) if hours == int(hours) else hours


def _rule_fields(when: Recurrence) -> dict[str, Value]:
    if when.frequency is Frequency.BY_APPOINTMENT:
        return {}
    codes = [DAY_CODES[day] for day in (EVERY_WEEKDAY if when.frequency is Frequency.ALWAYS else when.weekdays)]
    if when.frequency is Frequency.MONTHLY:
        by_week = ",".join(f"{week}{code}" for week in when.weeks for code in codes)
        by_number = ",".join(map(str, when.month_days))
        return {"freq": "MONTHLY", "interval": when.interval, "byday": by_week or None, "bymonthday": by_number or None}
    # Every second week depends on where weeks begin; every week does not.
    week_begins = "MO" if when.interval > 1 else None
    return {"wkst": week_begins, "freq": "WEEKLY", "interval": when.interval, "byday": ",".join(codes)}


def _hours(when: Recurrence) -> dict[str, Value]:
    """Times of the wall clock with seconds, as the tables of the specification have them."""
    if when.frequency is Frequency.ALWAYS or when.is_around_the_clock:
        return {"opens_at": MIDNIGHT.isoformat(), "closes_at": LAST_MINUTE.isoformat()}
    return {
        "opens_at": when.opens_at.isoformat() if when.opens_at else None,
        "closes_at": when.closes_at.isoformat() if when.closes_at else None,
    }


def _added(schedule: Schedule) -> list[DayAndHours]:
    """What takes place by a change, each day once."""
    cancelled = {off.date for off in schedule.cancelled}
    found = [moved.to for moved in schedule.moved] + [to for to in schedule.extra if to.day not in cancelled]
    return sorted(found, key=lambda to: to.day)


def _off(schedule: Schedule) -> list[date]:
    """Single dates of the rule on which the usual does not take place, or stands in a record of its own."""
    single = {off.date for off in schedule.cancelled} | {moved.date for moved in schedule.moved}
    single |= {to.day for to in _added(schedule)}
    return sorted(day for day in single if schedule.when.frequency is not Frequency.DATES and schedule.is_regular(day))


def _told(*parts: object) -> str:
    """What is known of a date that differs, with bars between.

    >>> _told(date(2026, 12, 22), "holiday"), _told(date(2026, 12, 22), None)
    ('2026-12-22 | holiday', '2026-12-22')
    """
    return " | ".join(str(part) for part in parts if part is not None)


_ORDER = [
    "id",
    "valid_from",
    "valid_to",
    "dtstart",
    "timezone",
    "until",
    "wkst",
    "freq",
    "interval",
    "byday",
    "bymonthday",
    "description",
    "opens_at",
    "closes_at",
    "attending_type",
    "notes",
]


def _in_order(fields: dict[str, Value]) -> dict[str, Value]:
    return {name: fields.get(name) for name in _ORDER}
