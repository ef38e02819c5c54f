"""The entries of a listing in a calendar: a VEVENT for each rule, and one for each date that differs from it.

Breaks and public holidays are EXDATE. A meeting that is moved or called off is an instance of its own (RECURRENCE-ID): so
calendars see it leave its old place, and people read why. Extra dates and schedules of single dates are entries of their own: RDATE
would say the same, but Outlook does not read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from generator.exports import calendar_words
from generator.exports.calendar_lines import calendar_lines
from generator.exports.icalendar_text import Component, Property
from generator.exports.promised import promised_since
from generator.exports.time_zone import transitions
from generator.model.day import LATEST
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.schedule.dates import Cause, Occurrence, occurrences
from generator.schedule.rule import Begin, Rule, to_rrule
from generator.schedule.wall_clock import DAY, moment
from generator.views.changes import change
from generator.views.survey import Survey

_FIRST_CHECK = date(2000, 1, 1)
_A_DAY_OF_CHANGES = 100
_WITHOUT_HISTORY = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT, as written, and what the calendar around it must know."""

    text: bytes
    begins: Begin
    """Where it has a time of the day, its zone must be described in the calendar."""


def entries(
    listing: Listing, survey: Survey, holidays: Mapping[date, str], last: date, ending: str, page_url: str
) -> Iterator[Entry]:
    """Every entry of the listing; `ending` is the end of each UID. Nights when clocks change are told up to `last`."""
    stamp = datetime.combine(survey.revised(listing) or survey.today, time(), UTC)
    since = promised_since(listing, survey.today)
    for name, schedule in calendar_lines(listing.schedule):
        line = _Line(listing, schedule, survey, page_url, f"{listing.id}-{name}", f"@{ending}", stamp)
        yield from line.entries(since, last, holidays)


@dataclass(frozen=True, slots=True)
class _Line:
    """One rule of a listing's schedule, with what all of its entries share."""

    listing: Listing
    schedule: Schedule
    survey: Survey
    page_url: str
    name: str
    ending: str
    stamp: datetime

    def entries(self, since: date, last: date, holidays: Mapping[date, str]) -> Iterator[Entry]:
        zone = self.survey.zone
        if self.schedule.when.frequency is Frequency.ALWAYS:
            return
        if self.schedule.when.frequency not in {Frequency.WEEKLY, Frequency.MONTHLY}:
            found = occurrences(self.schedule, since, LATEST, zone, holidays)
            yield from (self._alone(dated) for dated in found if dated.takes_place)
            return
        rule = to_rrule(self.schedule, zone, holidays, since)
        if rule is None:
            return
        changed = [found for found in rule.changed if found.takes_place and found.day >= since]
        if rule.rrule is None:
            yield from (self._alone(found) for found in changed)
        else:
            yield from self._series(rule, rule.rrule, changed, last)

    def _series(self, rule: Rule, rrule: str, changed: Sequence[Occurrence], last: date) -> Iterator[Entry]:
        first = _day_of(rule.dtstart)
        instead, alone = self._instances(first, changed)
        off = {_day_of(begin) for begin in rule.exdates} | {found.day for found in changed}
        off = {day for day in off - {first, *instead} if self._meets(day, first)}
        called_off = {day: found for day in off if (found := self._called_off(day))}
        off -= set(called_off)
        for day in self._nights_of_change(first, last):
            if day not in off and day not in instead and day not in called_off:
                [instead[day]] = occurrences(self.schedule, day, day, self.survey.zone)
        repeats = [Property("RRULE", rrule)]
        if off:
            repeats.append(Property.moments("EXDATE", *(self._begin(day) for day in sorted(off))))
        yield self._entry(self.name, rule.dtstart, self._usual_end(first), repeats)
        for day, found in sorted(instead.items()):
            if not self._is_usual(found, day):
                instance = [Property.moments("RECURRENCE-ID", self._begin(day))]
                yield self._entry(self.name, _begin_of(found), found.end, instance, found)
        for day, found in sorted(called_off.items()):
            instance = [Property.moments("RECURRENCE-ID", self._begin(day))]
            yield self._entry(self.name, self._begin(day), self._usual_end(day), instance, found)
        yield from (self._alone(found) for found in alone)

    def _called_off(self, day: date) -> Occurrence | None:
        """The date that somebody called off, if it was one of these; days that another line has instead are none."""
        named = {off for line in self.listing.schedule for off in line.cancelled}
        if not any(off.date == day and off in named for off in self.schedule.cancelled):
            return None
        found = occurrences(self.schedule, day, day, self.survey.zone)
        return next((one for one in found if one.cause is Cause.CANCELLED), None)

    def _instances(
        self, first: date, changed: Sequence[Occurrence]
    ) -> tuple[dict[date, Occurrence], Sequence[Occurrence]]:
        """Which changed date stands for which date of the rule, and those that stand for none."""
        instead: dict[date, Occurrence] = {}
        alone = []
        for found in changed:
            # The first date cannot be taken out of a rule, so what is on then stands for that date.
            usual_days = (found.day if found.day == first else None, found.moved_from, found.day)
            day = next((day for day in usual_days if day and self._meets(day, first)), None)
            if day is None or day in instead:
                alone.append(found)
            else:
                instead[day] = found
        return instead, alone

    def _meets(self, day: date, first: date) -> bool:
        return day >= first and self.schedule.is_regular(day)

    def _nights_of_change(self, first: date, last: date) -> Iterator[date]:
        """Days whose hours may run across a change of the clocks, and so be longer or shorter than the others."""
        if self.schedule.when.closes_at is None:
            return
        for transition in transitions(self._zone.key, first.year, last.year):
            for day in (transition.wall_clock.date() - DAY, transition.wall_clock.date()):
                if day <= last and self._meets(day, first):
                    yield day

    def _is_usual(self, found: Occurrence, day: date) -> bool:
        """Whether the rule alone already says the same of this day."""
        when = self.schedule.when
        start, end = moment(day, when.opens_at or time(), self._zone), self._usual_end(day)
        same_start = found.is_timed is (when.opens_at is not None) and _in_utc(found.start) == _in_utc(start)
        same_end = _in_utc(found.end) == _in_utc(end)
        # Some readers add the hours on the wall clock, and find an end there which the clocks skip.
        return same_start and same_end and (end is None or end.replace(tzinfo=None) == self._end_by_the_wall(day))

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.schedule.time_zone or self.survey.zone)

    def _begin(self, day: date) -> Begin:
        """The rule's date on this day, as it stands in the calendar."""
        opens_at = self.schedule.when.opens_at
        return datetime.combine(day, opens_at, self._zone) if opens_at else day

    def _usual_end(self, day: date) -> datetime | None:
        """Where a reader of the rule sees the end: as many hours after the beginning on each of its days.

        RFC 5545, section 3.8.5.3. On the night when clocks change, the wall clock would say otherwise.
        """
        when = self.schedule.when
        if when.opens_at is None or when.closes_at is None:
            return None
        hours = self._end_by_the_wall(day) - datetime.combine(day, when.opens_at)
        start = datetime.combine(day, when.opens_at, self._zone).astimezone(UTC)
        return (start + hours).astimezone(self._zone)

    def _end_by_the_wall(self, day: date) -> datetime:
        """When a clock on the wall shows the end, if nobody sets it."""
        when = self.schedule.when
        end = datetime.combine(day, when.closes_at or time())
        return end + DAY if when.ends_next_day else end

    def _alone(self, found: Occurrence) -> Entry:
        """A date that belongs to no rule."""
        return self._entry(f"{self.name}-{found.day:%Y%m%d}", _begin_of(found), found.end, [], found)

    def _entry(
        self,
        name: str,
        begins: Begin,
        ends: datetime | None,
        dates: Sequence[Property],
        found: Occurrence | None = None,
    ) -> Entry:
        told = change(found, self.survey.language) if found else ""
        is_off = found is not None and not found.takes_place
        properties = [
            Property.text("UID", f"{name}{self.ending}"),
            Property.moments("DTSTAMP", self.stamp),
            Property("SEQUENCE", str(sequence(self.listing, self.survey))),
            *([Property.moments("LAST-MODIFIED", self.stamp)] if self.survey.changed(self.listing).days else []),
            Property.moments("DTSTART", begins),
            # An hour that comes twice is read as the first of the two, unless it is told in UTC.
            *([Property.moments("DTEND", ends.astimezone(UTC) if ends.fold else ends)] if ends else []),
            *dates,
            *calendar_words.of_entry(self.listing, self.schedule, self.survey, self.page_url, told, is_off=is_off),
        ]
        return Entry(Component("VEVENT", properties).to_bytes(), begins)


def sequence(listing: Listing, survey: Survey) -> int:
    """The revision of a listing's entries, which grows with each check and with each further change.

    Calendars that are sent by mail or added twice keep the entry of the higher number (RFC 5545, section 3.8.7.4). A day of
    checking has a hundred numbers. The lower half counts the days on which the listing changed since. Where no history is
    known, the upper half counts the dates that differ: so the number does not fall when a site loses its history.
    """
    days = survey.changed(listing).days
    checked = listing.verified or (days[-1] if days else survey.today)
    if days:
        changes = min(sum(day >= checked for day in days), _WITHOUT_HISTORY - 1)
    else:
        differing = sum(
            len(line.cancelled) + len(line.moved) + len(line.extra) + len(line.breaks) for line in listing.schedule
        )
        changes = _WITHOUT_HISTORY + min(differing, _A_DAY_OF_CHANGES - _WITHOUT_HISTORY - 1)
    return max((min(checked, survey.today) - _FIRST_CHECK).days, 0) * _A_DAY_OF_CHANGES + changes


def _begin_of(found: Occurrence) -> Begin:
    return found.start if found.is_timed else found.day


def _day_of(begin: Begin) -> date:
    return begin.date() if isinstance(begin, datetime) else begin


def _in_utc(at: datetime | None) -> datetime | None:
    # Python compares two times of one zone by the wall clock, which shows an hour twice on one night.
    return at.astimezone(UTC) if at else None
