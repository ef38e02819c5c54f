"""What a reader must know beside the pattern of a schedule: first and last day, breaks, dates that differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.language import Language
from generator.model.schedule import Break, MovedDate, PublicHolidays, Schedule
from generator.model.when import DayAndHours
from generator.schedule.times import with_times
from generator.words import Words, say

# Every month has these days.
_SHORTEST_MONTH = 28
_WEEKS_OF_EVERY_MONTH = 4


def details(schedule: Schedule, language: Language, today: date, *, opening_hours: bool = False) -> list[str]:
    """Sentences that follow the pattern's own, without full stops; what is over is left out.

    With `opening_hours` they speak of a door that is open or closed; without, of meetings.

        >>> tuesdays = Schedule.model_validate(
        ...     {"when": "Tuesday 18:30", "cancelled": {"date": "2026-12-22", "reason": "holiday"}})
        >>> details(tuesdays, Language.load("en-GB"), date(2026, 11, 22))
        ['No meeting on 22 December (holiday)']
    """
    told = _Told(schedule, language, today, is_door=opening_hours or not schedule.when.has_days)
    return [language.say(words) for words in told.all()] + ([schedule.note] if schedule.note else [])


class _Told:
    """One schedule, told on one day in one language."""

    def __init__(self, schedule: Schedule, language: Language, today: date, *, is_door: bool) -> None:
        self.schedule, self.language, self.today, self.is_door = schedule, language, today, is_door

    def all(self) -> Iterator[Words]:
        schedule = self.schedule
        if any(day > _SHORTEST_MONTH for day in schedule.when.month_days) or any(
            week > _WEEKS_OF_EVERY_MONTH for week in schedule.when.weeks
        ):
            yield say("Only in months that have this day")
        if schedule.starts and schedule.starts > self.today:
            yield say("Starts on {date}", date=self._date(schedule.starts))
        if schedule.ends:
            ends = self._date(schedule.ends)
            yield say("Until {date}", date=ends) if schedule.ends >= self.today else say("Ended on {date}", date=ends)
        if schedule.time_zone:
            yield say("Times are in this time zone: {zone}", zone=self.language.zone_name(schedule.time_zone))
        if schedule.public_holidays is PublicHolidays.CLOSED:
            yield say("Closed on public holidays") if self.is_door else say("No meetings on public holidays")
        for pause in sorted(schedule.breaks, key=lambda pause: pause.first):
            if pause.last >= self.today:
                yield self._break(pause)
        for cancelled in sorted(schedule.cancelled, key=lambda cancelled: cancelled.date):
            if cancelled.date >= self.today:
                yield self._not_on(cancelled.date, cancelled.reason)
        for moved in sorted(schedule.moved, key=lambda moved: moved.date):
            if max(moved.date, moved.to.day) >= self.today:
                yield self._moved(moved)
        for extra in sorted(schedule.extra, key=lambda extra: extra.day):
            if extra.day >= self.today and extra.day not in {cancelled.date for cancelled in schedule.cancelled}:
                when = self._day_and_times(extra)
                yield (
                    say("Also open on {when}", when=when) if self.is_door else say("Extra meeting on {when}", when=when)
                )

    def _break(self, pause: Break) -> Words:
        if pause.first == pause.last:
            return self._not_on(pause.first, pause.reason)
        first, last, reason = self._date(pause.first), self._date(pause.last), pause.reason
        if self.is_door:
            if reason:
                return say("Closed from {first} to {last} ({reason})", first=first, last=last, reason=reason)
            return say("Closed from {first} to {last}", first=first, last=last)
        if reason:
            return say("No meetings from {first} to {last} ({reason})", first=first, last=last, reason=reason)
        return say("No meetings from {first} to {last}", first=first, last=last)

    def _not_on(self, day: date, reason: str | None) -> Words:
        if self.is_door:
            if reason:
                return say("Closed on {date} ({reason})", date=self._date(day), reason=reason)
            return say("Closed on {date}", date=self._date(day))
        if reason:
            return say("No meeting on {date} ({reason})", date=self._date(day), reason=reason)
        return say("No meeting on {date}", date=self._date(day))

    def _moved(self, moved: MovedDate) -> Words:
        when = self._day_and_times(moved.to)
        day, reason = self._date(moved.date), moved.reason
        if moved.date == moved.to.day:
            if reason:
                return say("Different time on {when} ({reason})", when=when, reason=reason)
            return say("Different time on {when}", when=when)
        if self.is_door:
            if reason:
                return say("Open on {when} instead of {date} ({reason})", when=when, date=day, reason=reason)
            return say("Open on {when} instead of {date}", when=when, date=day)
        if reason:
            return say("The meeting on {date} moves to {when} ({reason})", date=day, when=when, reason=reason)
        return say("The meeting on {date} moves to {when}", date=day, when=when)

    def _day_and_times(self, to: DayAndHours) -> Words:
        return with_times(self._date(to.day), to, self.language)

    def _date(self, day: date) -> str:
        """A date, with its year where it is not this one or the one that follows it closely."""
        near = day.year == self.today.year or abs((day - self.today).days) < 180
        return self.language.date(day, "month-day" if near else "long")
