"""When things are on in any week: a timetable for paper, which hangs for months and so names no dates.

What is cancelled or moved on a single date stands with the listing; a sheet on a wall tells the pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from generator.model.choice import Joining, Kind
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.schedule.dates import Occurrence
from generator.schedule.wording import sentence
from generator.views.sorting import by_name
from generator.views.survey import Survey

DAYS = 7


@dataclass(frozen=True, slots=True)
class Regular:
    """A weekday on which a listing is on, and from when to when by the directory's clocks."""

    weekday: int
    starts: time | None
    ends: time | None
    often: str
    """On which of these weekdays, such as `1st Tuesday of the month`; nothing if on each."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the timetable."""

    listing: Listing
    starts: str
    times: str
    often: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """One day of any week, with its meetings by time."""

    number: int
    name: str
    slots: Sequence[Slot]


@dataclass(frozen=True, slots=True)
class Hours:
    """Something that fits no weekday, with when it is on in words."""

    listing: Listing
    when: Sequence[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The week as it recurs."""

    days: Sequence[Weekday]
    others: Sequence[Hours]
    """Groups on single dates or on days of the month."""
    doors: Sequence[Hours]
    """Services one can drop by, with their hours."""

    @property
    def is_empty(self) -> bool:
        return not (self.others or self.doors or any(day.slots for day in self.days))


def weekdays_in_order(survey: Survey) -> list[int]:
    """The numbers of the weekdays, Monday being 0, from the one with which a week begins in this country."""
    first = survey.language.locale.first_week_day
    return [(first + number) % DAYS for number in range(DAYS)]


def regular_days(listing: Listing, survey: Survey) -> list[Regular]:
    """The weekdays on which it is on by its pattern, in the order of the week; nothing of what has ended."""
    order = weekdays_in_order(survey)
    found: dict[tuple[int, int], Regular] = {}
    for occurrence in survey.occurrences(listing):
        if _has_a_weekday(occurrence.schedule) and not occurrence.is_change:
            # The first of each weekday speaks for all: in the night of a time change a meeting ends at another hour.
            key = listing.schedule.index(occurrence.schedule), survey.day_of(occurrence).weekday()
            if key not in found:
                found[key] = _regular(occurrence, survey)
    return sorted(dict.fromkeys(found.values()), key=lambda day: (order.index(day.weekday), day.starts or time()))


def pattern(listings: Iterable[Listing], survey: Survey) -> Pattern:
    """The timetable of those among these listings that can be counted on: groups by day and time, and open doors."""
    offered = sorted((listing for listing in listings if survey.is_offered(listing)), key=by_name)
    slots: dict[int, list[tuple[time, Slot]]] = {number: [] for number in weekdays_in_order(survey)}
    others: list[Hours] = []
    for group in (listing for listing in offered if listing.kind is Kind.GROUP):
        for day in regular_days(group, survey):
            slots[day.weekday].append((day.starts or time(), _slot(group, day, survey)))
        if words := _at_other_times(group, survey):
            others.append(Hours(group, words))
    return Pattern(
        days=[
            Weekday(
                number,
                survey.language.at_the_top(survey.language.weekday(number)),
                [slot for _, slot in sorted(found, key=lambda row: row[0])],
            )
            for number, found in slots.items()
        ],
        others=others,
        doors=[Hours(listing, sentences(listing, survey)) for listing in offered if _is_open_door(listing)],
    )


def sentences(listing: Listing, survey: Survey) -> list[str]:
    """When it is, a sentence for each line of its schedule."""
    return [sentence(schedule, survey.language) for schedule in listing.schedule]


def times_of(day: Regular, survey: Survey) -> str:
    """From when to when, as short as it can be said; nothing where nobody typed it."""
    if day.starts is None:
        return ""
    return survey.language.times(day.starts, day.ends) if day.ends else survey.language.time(day.starts)


def _slot(listing: Listing, day: Regular, survey: Survey) -> Slot:
    starts = survey.language.time(day.starts) if day.starts else ""
    return Slot(listing, starts, times_of(day, survey), day.often)


def _regular(occurrence: Occurrence, survey: Survey) -> Regular:
    often = _often(occurrence.schedule, survey)
    if not occurrence.is_timed:
        return Regular(occurrence.day.weekday(), None, None, often)
    start = survey.start_of(occurrence)
    return Regular(start.weekday(), start.time(), _here(occurrence.end, survey) if occurrence.end else None, often)


def _here(moment: datetime, survey: Survey) -> time:
    return moment.astimezone(survey.start.tzinfo).time()


def _often(schedule: Schedule, survey: Survey) -> str:
    if schedule.when.frequency is Frequency.WEEKLY and schedule.when.interval == 1:
        return ""
    return days_in_words(schedule, survey)


def days_in_words(schedule: Schedule, survey: Survey) -> str:
    """The sentence of a schedule without its hours: `1st and 3rd Tuesday of the month`."""
    when = replace(schedule.when, opens_at=None, closes_at=None)
    return sentence(schedule.model_copy(update={"when": when}), survey.language)


def _has_a_weekday(schedule: Schedule) -> bool:
    """A day of the month falls on another weekday each time, and a single date on no weekday in general."""
    return bool(schedule.when.weekdays) and schedule.when.frequency in (Frequency.WEEKLY, Frequency.MONTHLY)


def _at_other_times(group: Listing, survey: Survey) -> list[str]:
    """When it is on beside its weekdays; nothing of what is over, or of what one agrees on with somebody."""
    coming = [occurrence.schedule for occurrence in survey.occurrences(group) if not occurrence.is_change]
    return [
        sentence(schedule, survey.language)
        for schedule in group.schedule
        if schedule.when.frequency is Frequency.ALWAYS or (not _has_a_weekday(schedule) and schedule in coming)
    ]


def _is_open_door(listing: Listing) -> bool:
    has_hours = any(schedule.when.frequency is not Frequency.BY_APPOINTMENT for schedule in listing.schedule)
    return listing.kind is Kind.SERVICE and listing.joining is Joining.DROP_IN and has_hours
