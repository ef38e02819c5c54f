"""There is a time to come.

People plan their week by a listing. One whose dates have all passed looks as if nobody cared any more, and "just come" without
a time sends them out in vain. What a schedule cannot say within itself (a date that never comes, a cancelled day on which
nothing is on) is refused while it is read.

## Passes

```yaml
groups:
  - id: spring-walks
    name: Spring walks
    summary: A slow walk by the water.
    joining: drop_in
    schedule:
      when: Saturday 10:00-11:30
      starts: 2027-03-06
      ends: 2027-05-29
```

## Is told

```yaml
groups:
  - id: spring-walks
    name: Spring walks
    summary: A slow walk by the water.
    joining: drop_in
    schedule:
      when: Saturday 10:00-11:30
      starts: 2026-03-07
      ends: 2026-05-30
```

## How to mend it

Type the new dates. If it will be on again but nobody knows when, type `status: paused` and an `alert` that says so; if it will
not come back, `status: ended`. Where people can simply come, type a `schedule` with the times.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.finding import Finding, Subject
from generator.model.choice import Joining, Status
from generator.model.day import Span
from generator.model.schedule import Schedule
from generator.problems import Level
from generator.words import say

ID = "schedule-dates"
LEVEL = Level.NOTICE

# Nothing that is on at all lets people wait longer: a 29 February may be eight years away.
FAR = Span(9, "year")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each schedule of an active listing whose days are over, and for "just come" without a time."""
    for where, listing in subject.listings():
        if listing.status is not Status.ACTIVE:
            continue
        over = [index for index, schedule in enumerate(listing.schedule) if not goes_on(schedule, subject.today)]
        for index in over:
            if len(over) == len(listing.schedule):
                hint = say("Type the new dates; or 'status: paused' with an 'alert', or 'status: ended'.")
            else:
                hint = say("Type the new dates, or take this part of the schedule out.")
            yield Finding((*where, "schedule", index), say("All days of this schedule have passed."), hint)
        if listing.joining is Joining.DROP_IN and not listing.schedule:
            yield Finding(
                (*where, "joining"),
                say("It says that one can simply come, but not when."),
                say("Type the times, as in: schedule: Tuesday 18:30-20:00"),
                Level.WARNING,
            )


def goes_on(schedule: Schedule, today: date) -> bool:
    """Whether anything is on today or later.

    >>> goes_on(Schedule.model_validate("2026-12-24 18:00"), date(2026, 12, 25))
    False
    """
    if any(day >= today for day in (*(one.day for one in schedule.extra), *(one.to.day for one in schedule.moved))):
        return True
    if not schedule.when.has_days:
        return schedule.ends is None or schedule.ends >= today
    gone = {one.date for one in schedule.cancelled} | {one.date for one in schedule.moved}
    first = max(today, schedule.starts or today)
    days = schedule.regular_days(first, FAR.after(first))
    return any(day not in gone and not schedule.break_on(day) for day in days)
