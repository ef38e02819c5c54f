"""The coming dates of a listing as a few slots: true for each day of the horizon, and small enough for a phone.

A meeting every Tuesday is one slot with the mask of Tuesdays. As soon as one of them is moved or falls out, the days are
listed one by one, so whoever reads a slot never has to know what a public holiday or a summer break is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from weakref import WeakKeyDictionary

from generator.model.choice import Kind
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.schedule.dates import Occurrence
from generator.views.changes import change
from generator.views.survey import Survey, is_a_date

HORIZON = 63
"""Days that slots tell of, the survey's day being 0: whole weeks, so that each weekday has as many days."""

DAY = 24 * 60
UNKNOWN = -1
EACH_DAY = 0b111_1111


@dataclass(frozen=True, slots=True)
class Slot:
    """The days on which something is on at the same minutes of the directory's clock."""

    days: int | tuple[int, ...]
    """A mask of weekdays (bit 0 is Monday) if it is on each of these in the whole horizon; else the numbers of the days."""
    start: int
    """Minute of the day; -1 where only the day is known."""
    end: int
    """Minute counted from the same midnight, so that 1500 is 01:00 of the next day; -1 where nobody said."""
    change: str = ""
    """`Extra date` and the like, in words; empty for an ordinary date."""
    is_opening: bool = False
    """Whether these are hours in which one drops by, and no meeting that begins for all."""


_Key = tuple[int, int, str, bool]


_KNOWN: WeakKeyDictionary[Survey, dict[str, tuple[Slot, ...]]] = WeakKeyDictionary()


def slots(listing: Listing, survey: Survey) -> tuple[Slot, ...]:
    """What takes place from the survey's day on; nothing for a listing that cannot be counted on.

    By start and end; of the same hours first what recurs by the week, then what is on single days. Worked out once for each
    listing of a survey.
    """
    known = _KNOWN.setdefault(survey, {})
    if listing.id not in known:
        known[listing.id] = _slots(listing, survey)
    return known[listing.id]


def _slots(listing: Listing, survey: Survey) -> tuple[Slot, ...]:
    days: dict[_Key, set[int]] = defaultdict(set)
    if survey.is_offered(listing):
        for occurrence in survey.coming(listing):
            start = _here(occurrence.start, survey)
            number = ((start.date() if occurrence.is_timed else occurrence.day) - survey.today).days
            if number < HORIZON:
                days[_key(occurrence, start, listing, survey)].add(number)
            elif number > HORIZON:
                break  # they come by time; only a day without one may stand a day too late
        for number in _never_closed(listing, survey):
            days[0, DAY, "", True].add(number)
    return tuple(slot for key in sorted(days) for slot in _packed(key, days[key], survey.today.weekday()))


def days_of(slot: Slot, today: date) -> Sequence[int]:
    """The numbers of its days in order.

    >>> days_of(Slot(0b10, 1110, 1200), date(2026, 11, 22))[:3]  # Tuesdays, seen on a Sunday
    [2, 9, 16]
    """
    if not isinstance(slot.days, int):
        return slot.days
    return [number for number in range(HORIZON) if slot.days >> (today.weekday() + number) % 7 & 1]


def weekdays_of(slot: Slot, today: date) -> frozenset[int]:
    """The weekdays on which it is on at least once, Monday being 0."""
    if isinstance(slot.days, int):
        return frozenset(weekday for weekday in range(7) if slot.days >> weekday & 1)
    return frozenset((today.weekday() + number) % 7 for number in slot.days)


def _key(occurrence: Occurrence, start: datetime, listing: Listing, survey: Survey) -> _Key:
    words = change(occurrence, survey.language) if occurrence.is_change else ""
    opening = listing.kind is Kind.SERVICE and not is_a_date(occurrence.schedule)
    if not occurrence.is_timed:
        return UNKNOWN, UNKNOWN, words, opening
    end = _minute(_here(occurrence.end, survey), start.date()) if occurrence.end else UNKNOWN
    return _minute(start, start.date()), end, words, opening


def _here(moment: datetime, survey: Survey) -> datetime:
    """The moment by the clocks of the directory, as nearly every one is already."""
    return moment if moment.tzinfo is survey.start.tzinfo else moment.astimezone(survey.start.tzinfo)


def _minute(moment: datetime, day: date) -> int:
    return (moment.date() - day).days * DAY + moment.hour * 60 + moment.minute


def _never_closed(listing: Listing, survey: Survey) -> Iterator[int]:
    """The days on which it is open around the clock: that begins on no day, so no occurrence tells of it."""
    for schedule in listing.schedule:
        if schedule.when.frequency is Frequency.ALWAYS:
            closed = {found.day for found in survey.occurrences(listing) if _is_closing(found, schedule)}
            for number in range(HORIZON):
                day = survey.today + timedelta(days=number)
                if schedule.is_regular(day) and day not in closed:
                    yield number


def _is_closing(occurrence: Occurrence, schedule: Schedule) -> bool:
    return occurrence.schedule is schedule and not occurrence.takes_place


def _packed(key: _Key, days: set[int], today: int) -> Iterator[Slot]:
    """As few slots as there can be; `today` is the number of the weekday on day 0."""
    start, end, words, opening = key
    mask, single = 0, []
    for first in range(7):
        there = sorted(days & set(range(first, HORIZON, 7)))
        if len(there) == HORIZON // 7:
            mask |= 1 << (today + first) % 7
        else:
            single += there
    if mask:
        yield Slot(mask, start, end, words, opening)
    if single:
        yield Slot(tuple(sorted(single)), start, end, words, opening)
