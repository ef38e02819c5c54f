"""A zone of the IANA database as VTIMEZONE (RFC 5545, section 3.6.5), for calendars that do not know it by its name.

>>> print(time_zone("Europe/London", 2026, 2028).to_bytes().decode().replace("\\r", ""), end="")
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:20250330T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251026T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.exports.icalendar_text import Component, Property
from generator.schedule.rule import DAY_CODES

# A rule is believed only if it holds for so many years: in fewer, a fourth Sunday may happen to be the last each time.
_YEARS_OF_EVIDENCE = 12

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Observance:
    """What the clocks of a zone do from some moment on."""

    before: timedelta
    """How far they were ahead of UTC until then."""
    after: timedelta
    """How far they are ahead from then on."""
    name: str
    """What the time is called from then on."""
    is_daylight: bool


@dataclass(frozen=True, slots=True)
class Transition:
    """One change of the clocks."""

    moment: datetime
    """When, in UTC."""
    to: Observance

    @property
    def wall_clock(self) -> datetime:
        """What the clocks showed at that moment, had nobody changed them."""
        return self.moment.replace(tzinfo=None) + self.to.before


@lru_cache(maxsize=256)
def time_zone(name: str, first_year: int, last_year: int) -> Component:
    """The zone's clocks from January of `first_year` to December of `last_year`, and beyond where a rule repeats."""
    # What holds in January was settled by a change of the year before.
    start = first_year - 1
    enough = max(last_year, start + _YEARS_OF_EVIDENCE)
    found = transitions(name, start, enough)
    by_observance: dict[Observance, list[datetime]] = defaultdict(list)
    for transition in found:
        by_observance[transition.to].append(transition.wall_clock)
    components = []
    if not found or found[0].moment.year > start:
        components.append(_from_the_beginning(ZoneInfo(name), datetime(start, 1, 1, tzinfo=UTC)))
    for observance, moments in by_observance.items():
        rule = _rule(moments) if [moment.year for moment in moments] == [*range(start, enough + 1)] else None
        if rule:
            components.append(_component(observance, moments[0], Property("RRULE", rule)))
        elif needed := [moment for moment in moments if moment.year <= last_year]:
            more = [Property.moments("RDATE", *needed[1:])] if len(needed) > 1 else []
            components.append(_component(observance, needed[0], *more))
    return Component("VTIMEZONE", [Property.text("TZID", name)], components)


@lru_cache(maxsize=256)
def transitions(name: str, first_year: int, last_year: int) -> Sequence[Transition]:
    """Every change of the zone's clocks in these years of UTC, in order.

    >>> [str(found.moment) for found in transitions("Europe/London", 2026, 2026)]
    ['2026-03-29 01:00:00+00:00', '2026-10-25 01:00:00+00:00']
    """
    return tuple(_transitions(ZoneInfo(name), first_year, last_year))


def _transitions(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Transition]:
    day, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while day < end:
        if _offset(day + _DAY, zone) != _offset(day, zone):
            before, after = day, day + _DAY
            while after - before > _SECOND:
                middle = before + (after - before) // _SECOND // 2 * _SECOND
                before, after = (middle, after) if _offset(middle, zone) == _offset(day, zone) else (before, middle)
            yield Transition(after, _observance(before.astimezone(zone), after.astimezone(zone)))
        day += _DAY


def _observance(before: datetime, after: datetime) -> Observance:
    was, now = before.utcoffset() or timedelta(), after.utcoffset() or timedelta()
    # Ireland's and Morocco's winters count as the exception there, so the saving alone does not tell summer.
    is_daylight = now > was and bool(before.dst() or after.dst())
    return Observance(was, now, after.tzname() or "", is_daylight)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def _from_the_beginning(zone: ZoneInfo, start: datetime) -> Component:
    """What held before the first change, or ever, if there is none."""
    there = start.astimezone(zone)
    offset = there.utcoffset() or timedelta()
    return _component(Observance(offset, offset, there.tzname() or "", is_daylight=False), there.replace(tzinfo=None))


def _component(observance: Observance, start: datetime, *repeats: Property) -> Component:
    return Component(
        "DAYLIGHT" if observance.is_daylight else "STANDARD",
        [
            Property.moments("DTSTART", start),
            Property("TZOFFSETFROM", _as_offset(observance.before)),
            Property("TZOFFSETTO", _as_offset(observance.after)),
            Property.text("TZNAME", observance.name),
            *repeats,
        ],
    )


def _as_offset(offset: timedelta) -> str:
    """An offset from UTC in the form of UTC-OFFSET.

    >>> _as_offset(timedelta(hours=10, minutes=30)), _as_offset(timedelta(hours=-5))
    ('+1030', '-0500')
    """
    minutes, seconds = divmod(abs(offset) // _SECOND, 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")


def _rule(moments: Sequence[datetime]) -> str | None:
    """The yearly rule that all of these meet, if they share month, weekday and time: `BYMONTH=3;BYDAY=-1SU`."""
    if len({(moment.month, moment.weekday(), moment.time()) for moment in moments}) > 1:
        return None
    code = DAY_CODES[moments[0].weekday()]
    days = sorted({moment.day for moment in moments})
    from_the_end = {(monthrange(moment.year, moment.month)[1] - moment.day) // 7 + 1 for moment in moments}
    from_the_start = {(day - 1) // 7 + 1 for day in days}
    if len(from_the_start) == 1:
        which = f"BYDAY={from_the_start.pop()}{code}"
    elif len(from_the_end) == 1:
        which = f"BYDAY=-{from_the_end.pop()}{code}"
    elif days[-1] - days[0] == 6:
        which = f"BYMONTHDAY={','.join(str(day) for day in range(days[0], days[-1] + 1))};BYDAY={code}"
    else:
        return None
    return f"FREQ=YEARLY;BYMONTH={moments[0].month};{which}"
