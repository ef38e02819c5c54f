"""A schedule as a recurrence rule of RFC 5545, for calendars and for partners who speak it.

>>> schedule = Schedule.model_validate({"when": "every 2nd week on Tue 19:00", "starts": "2026-09-01",
...     "ends": "2026-12-31", "cancelled": "2026-12-22"})
>>> found = to_rrule(schedule, "Europe/London")
>>> found.rrule
'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231T235959Z;WKST=MO;BYDAY=TU'
>>> str(found.dtstart), [str(day) for day in found.exdates]
('2026-09-01 19:00:00+01:00', ['2026-12-22 19:00:00+00:00'])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.model.schedule import PublicHolidays, Schedule
from generator.model.when import ANCHOR, DayAndHours, Frequency, Recurrence
from generator.schedule.dates import NO_HOLIDAYS, Holidays, Occurrence, occurrences
from generator.schedule.rule_reading import DAY_NUMBERS, from_rrule, last_day
from generator.schedule.wall_clock import DAY

__all__ = ["Rule", "from_rrule", "last_day", "rrule", "to_rrule"]

DAY_CODES = tuple(DAY_NUMBERS)

# No pattern that can be typed waits longer for its first date.
_LONGEST_WAIT = timedelta(days=366 * 30)

Begin = datetime | date


@dataclass(frozen=True, slots=True)
class Rule:
    """What a calendar needs: a first date, a rule, and the dates that differ.

    Dates with times show the wall clock of the zone, as `DTSTART;TZID=` and its like want them: on the night when the
    clocks skip such a time it is not yet shifted. Where the schedule says no times, they are plain dates (`VALUE=DATE`).
    """

    dtstart: Begin
    """The first date; `rrule` meets it too."""
    dtend: datetime | None
    """The end of the first date, if the schedule says when it ends."""
    rrule: str | None
    """The value of RRULE; None where single dates are all there is."""
    exdates: tuple[Begin, ...]
    """Dates of the rule on which nothing is on."""
    rdates: tuple[Begin, ...]
    """Dates beside the rule on which something is on."""
    changed: tuple[Occurrence, ...]
    """Moved and extra meetings, for writers who give each an entry of its own: their ends may not be the usual ones."""


def to_rrule(schedule: Schedule, zone: str, holidays: Holidays = NO_HOLIDAYS, since: date | None = None) -> Rule | None:
    """The rule of a schedule; None for what has no dates: always open, by appointment, or over before `since`.

    A schedule without a first day begins on its first date from `since` on, or from a fixed day of the past, so that the
    same file makes the same rule whenever it is built. Dates on public holidays fall out as far as `holidays` reach.
    """
    ruled = _Ruled(schedule, ZoneInfo(schedule.time_zone or zone))
    added = {ruled.begins(to) for to in _added(schedule) if since is None or to.day >= since}
    off = {ruled.begins(DayAndHours(day)) for day in _off_days(schedule, holidays)}
    changed = tuple(found for to in _added(schedule) for found in occurrences(schedule, to.day, to.day, zone))
    days = ruled.days(since or schedule.starts or ANCHOR)
    if schedule.when.frequency in {Frequency.WEEKLY, Frequency.MONTHLY}:
        first = next((day for day in days if ruled.begins(DayAndHours(day)) not in off - added), None)
        if first is not None:
            start = ruled.begins(DayAndHours(first))
            return Rule(
                dtstart=start,
                dtend=ruled.ends(DayAndHours(first)),
                rrule=rrule(schedule.when, schedule.ends, ruled.zone),
                exdates=tuple(sorted(begin for begin in off - added if begin > start)),
                rdates=tuple(sorted(begin for begin in added if not ruled.meets(begin) or begin < start)),
                changed=changed,
            )
    usual = {ruled.begins(DayAndHours(day)): DayAndHours(day) for day in days} if schedule.when.dates else {}
    single = {begin: to for begin, to in usual.items() if begin not in off}
    single |= {ruled.begins(to): to for to in _added(schedule) if ruled.begins(to) in added}
    if not single:
        return None
    start, *rdates = sorted(single)
    return Rule(start, ruled.ends(single[start]), None, (), tuple(rdates), changed)


def rrule(when: Recurrence, ends: date | None, zone: ZoneInfo) -> str:
    """The value of RRULE for what is weekly or monthly; the last day is included.

    >>> rrule(Recurrence(Frequency.MONTHLY, weekdays=(4,), weeks=(-1,)), None, ZoneInfo("UTC"))
    'FREQ=MONTHLY;BYDAY=-1FR'
    """
    return ";".join(_parts(when, ends, zone))


def _parts(when: Recurrence, ends: date | None, zone: ZoneInfo) -> Iterator[str]:
    yield f"FREQ={when.frequency.name}"
    if when.interval > 1:
        yield f"INTERVAL={when.interval}"
    if ends and when.opens_at is None:
        yield f"UNTIL={ends:%Y%m%d}"
    elif ends:
        # With a time zone at DTSTART the end must be told in UTC (RFC 5545, section 3.3.10).
        yield f"UNTIL={datetime.combine(ends, time(23, 59, 59), zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    codes = [DAY_CODES[day] for day in when.weekdays]
    if when.frequency is Frequency.WEEKLY:
        yield "WKST=MO"
        yield f"BYDAY={','.join(codes)}"
    elif when.weeks:
        yield f"BYDAY={','.join(f'{week}{code}' for week in when.weeks for code in codes)}"
    else:
        yield f"BYMONTHDAY={','.join(str(day) for day in when.month_days)}"


def _added(schedule: Schedule) -> list[DayAndHours]:
    """What takes place by a change."""
    cancelled = {cancelled.date for cancelled in schedule.cancelled}
    return [moved.to for moved in schedule.moved] + [extra for extra in schedule.extra if extra.day not in cancelled]


def _off_days(schedule: Schedule, holidays: Holidays) -> Iterator[date]:
    """Regular days on which the usual does not take place."""
    single = {moved.date for moved in schedule.moved} | {cancelled.date for cancelled in schedule.cancelled}
    single |= {to.day for to in _added(schedule)}
    if schedule.public_holidays is PublicHolidays.CLOSED:
        single |= set(holidays)
    yield from (day for day in single if schedule.is_regular(day))
    for pause in schedule.breaks:
        yield from schedule.regular_days(pause.first, pause.last)


class _Ruled:
    """A schedule in its zone, with its dates as calendars write them."""

    def __init__(self, schedule: Schedule, zone: ZoneInfo) -> None:
        self.schedule, self.zone = schedule, zone
        when = schedule.when
        self.is_timed = (
            when.opens_at is not None if when.has_days else all(extra.opens_at is not None for extra in schedule.extra)
        )

    def days(self, since: date) -> Iterator[date]:
        dates = self.schedule.when.dates
        return self.schedule.regular_days(since, dates[-1] if dates else since + _LONGEST_WAIT)

    def begins(self, to: DayAndHours) -> Begin:
        opens_at = to.opens_at or self.schedule.when.opens_at
        return datetime.combine(to.day, opens_at, self.zone) if self.is_timed and opens_at else to.day

    def ends(self, to: DayAndHours) -> datetime | None:
        when = self.schedule.when
        opens_at, closes_at = (to.opens_at, to.closes_at) if to.opens_at else (when.opens_at, when.closes_at)
        if not self.is_timed or opens_at is None or closes_at is None:
            return None
        return datetime.combine(to.day if closes_at > opens_at else to.day + DAY, closes_at, self.zone)

    def meets(self, begin: Begin) -> bool:
        """Whether the pattern alone begins then."""
        day = begin.date() if isinstance(begin, datetime) else begin
        return self.schedule.is_regular(day) and self.begins(DayAndHours(day)) == begin
