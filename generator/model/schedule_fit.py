"""Whether the dates of one schedule fit together: nothing cancelled that was never on, no two meetings on a day.

Each mistake is refused at the very field, all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from generator.model.base import Refused
from generator.model.blocks.limits import Location, refuse_at
from generator.model.when import Frequency, typed
from generator.words import Words, say

if TYPE_CHECKING:
    from generator.model.schedule import Schedule

RULE = "schedule"

# What meets every second year or less often is looked up no further than this.
_NEARBY = timedelta(days=800)

_Found = Iterator[tuple[Location, Refused]]


def refuse_what_does_not_fit(schedule: Schedule) -> None:
    """Raises a `ValidationError` with every date of the schedule that contradicts another."""
    found = list(chain(_in_force(schedule), _breaks(schedule)))
    # Dates that are looked up in an impossible span would all seem wrong.
    if not found:
        found = list(chain(_extra(schedule), _cancelled(schedule), _moved(schedule)))
    if found:
        raise refuse_at(found)


def _in_force(schedule: Schedule) -> _Found:
    when, starts, ends = schedule.when, schedule.starts, schedule.ends
    if when.interval > 1 and starts is None:
        yield (
            ("when",),
            _refused(
                say("'{when}' does not say from which date to count.", when=typed(when)),
                say(
                    'Type it with the first date it is on, as in: {{when: "{when}", starts: 2026-09-01}}.',
                    when=typed(when),
                ),
            ),
        )
    if starts and ends and ends < starts:
        yield (
            ("ends",),
            _refused(
                say("It ends on {ends}, before it starts on {starts}.", ends=ends, starts=starts),
                say("Check the two dates."),
            ),
        )
    elif when.has_days and not any(schedule.regular_days(*_all_of_it(schedule))):
        yield (
            ("when",),
            _refused(
                say("'{when}' never happens between {first} and {last}.", when=typed(when), first=starts, last=ends)
                if starts and ends
                else say("'{when}' never happens.", when=typed(when)),
                say("Check the days, 'starts' and 'ends'."),
            ),
        )


def _all_of_it(schedule: Schedule) -> tuple[date, date]:
    """A span in which a schedule without mistakes has a day."""
    if schedule.when.dates:
        return schedule.when.dates[0], schedule.when.dates[-1]
    first = schedule.starts or (schedule.ends or date(2024, 1, 1)) - _LONGEST_GAP
    return first, schedule.ends or first + _LONGEST_GAP


def _breaks(schedule: Schedule) -> _Found:
    for index, pause in enumerate(schedule.breaks):
        if pause.last < pause.first:
            yield (
                ("breaks", index, "last"),
                _refused(
                    say("This break ends on {last}, before it begins on {first}.", last=pause.last, first=pause.first),
                    say("Check the two dates."),
                ),
            )


def _extra(schedule: Schedule) -> _Found:
    seen: set[date] = set()
    for index, extra in enumerate(schedule.extra):
        if schedule.when.frequency is Frequency.ALWAYS or extra.day in seen or _meets_anyway(schedule, extra.day):
            yield (
                ("extra", index),
                _refused(
                    say("On {day} it is on already.", day=extra.day),
                    say("Take this date out; if only the time differs, type it under 'moved'."),
                ),
            )
        seen.add(extra.day)


def _cancelled(schedule: Schedule) -> _Found:
    extra = {extra.day for extra in schedule.extra}
    seen: set[date] = set()
    for index, cancelled in enumerate(schedule.cancelled):
        if cancelled.date in seen:
            yield ("cancelled", index), _twice(cancelled.date)
        elif not schedule.is_regular(cancelled.date) and cancelled.date not in extra:
            yield ("cancelled", index), _never_on(schedule, cancelled.date)
        seen.add(cancelled.date)


def _moved(schedule: Schedule) -> _Found:
    taken = {extra.day for extra in schedule.extra}
    cancelled = {cancelled.date for cancelled in schedule.cancelled}
    away = {moved.date for moved in schedule.moved}
    seen: set[date] = set()
    for index, moved in enumerate(schedule.moved):
        to = moved.to.day
        if moved.date in seen or moved.date in cancelled:
            yield ("moved", index, "date"), _twice(moved.date)
        elif not schedule.when.has_days or not schedule.is_regular(moved.date):
            yield ("moved", index, "date"), _never_on(schedule, moved.date)
        elif to == moved.date and moved.to.opens_at is None:
            yield (
                ("moved", index, "to"),
                _refused(
                    say("It is moved from {day} to the same day.", day=to),
                    say("Type another date, or the new times too, as in: {day} 19:00-20:30.", day=to),
                ),
            )
        elif to in taken or (to not in away | cancelled and _meets_anyway(schedule, to)):
            yield (
                ("moved", index, "to"),
                _refused(
                    say("On {day} it is on already.", day=to),
                    say("Type another date; if this one falls out, type it under 'cancelled'."),
                ),
            )
        seen.add(moved.date)
        taken.add(to)


def _meets_anyway(schedule: Schedule, day: date) -> bool:
    """Whether it is surely on: not in a break, nor perhaps a public holiday."""
    may_be_closed = schedule.public_holidays.value == "closed" or schedule.break_on(day) is not None
    return schedule.is_regular(day) and not may_be_closed


def _twice(day: date) -> Refused:
    return _refused(
        say("{day} is cancelled or moved twice.", day=day), say("Keep one of the two and take the other out.")
    )


def _never_on(schedule: Schedule, day: date) -> Refused:
    """A date that is none of its days, with the nearest that are."""
    message = say("{day} is none of its days: '{when}'.", day=day, when=typed(schedule.when))
    before = max(schedule.regular_days(day - _NEARBY, day), default=None)
    after = next(schedule.regular_days(day, day + _NEARBY), None)
    return _refused(message, _nearest(before, after))


def _nearest(before: date | None, after: date | None) -> Words:
    if before and after:
        return say("The nearest days are {before} and {after}.", before=before, after=after)
    nearest = before or after
    if nearest:
        return say("The nearest day is {day}.", day=nearest)
    return say("Type days on which it is never open under 'breaks'.")


def _refused(message: Words, hint: Words) -> Refused:
    return Refused(RULE, message, hint)


# Two years are the longest interval, and a 29 February may wait eight years; no month and day wait longer together.
_LONGEST_GAP = timedelta(days=366 * 30)
