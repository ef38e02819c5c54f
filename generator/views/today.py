"""What is on today, and on the days after it, shortly: for the first page, and for each area.

A page that is read tomorrow should say then what is on tomorrow. So it holds a few days, each with more than is shown, and
whatever reads the visitor's clock shows the right ones.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby, islice

from generator.views.clock import Clock, clock_of
from generator.views.meeting import Meeting, OpenDoor, meetings, open_doors
from generator.views.survey import Survey

MOST_TODAY = 6
# More are in the page than are shown, since the first of them will be over. So that a large town's first page stays small,
# no more than the first few of each part of the day.
MOST_IN_A_PART = 6
MOST_DOORS = 12
PARTS_BEGIN = (time(0), time(12), time(17), time(20))
# After so many days without a new build the page says that it is old.
DAYS = 4


@dataclass(frozen=True, slots=True)
class TodayDay:
    """One of the days; cut short, with a count of the rest."""

    iso: str
    date: str
    date_in_words: str
    """The same as it stands within a line."""
    meetings: Sequence[Meeting]
    rest: Sequence[int]
    """When each of the meetings is over that are not told, in minutes since 1970 by UTC."""
    more: int
    """How many meetings there are beyond those that are shown at first."""
    doors: Sequence[OpenDoor]


@dataclass(frozen=True, slots=True)
class Today:
    """Today and the days after it."""

    days: Sequence[TodayDay]
    shown: int
    """How many meetings of a day are shown."""
    clock: Clock

    @property
    def is_empty(self) -> bool:
        return not any(day.meetings or day.doors for day in self.days)


def on_today(survey: Survey, among: Container[str] | None = None) -> Today:
    """What is on from the survey's day on; of some ids only, where these are given."""
    days = [_day(day, survey, among) for day in islice(survey.coming_days, DAYS)]
    return Today(days, MOST_TODAY, clock_of(survey))


def _day(day: date, survey: Survey, among: Container[str] | None) -> TodayDay:
    here = [row for row in survey.coming_days[day] if among is None or row[1].id in among]
    found = meetings((row for row in here if row[0].takes_place), survey)
    told = [row for _, rows in groupby(found, key=_part_of_day) for row in islice(rows, MOST_IN_A_PART)]
    kept = {id(row) for row in told}
    words = survey.language.date(day, "full")
    return TodayDay(
        iso=day.isoformat(),
        date=survey.language.at_the_top(words),
        date_in_words=words,
        meetings=told,
        rest=[int(datetime.fromisoformat(row.until).timestamp() // 60) for row in found if id(row) not in kept],
        more=max(0, len(found) - MOST_TODAY),
        doors=open_doors(day, survey, among)[:MOST_DOORS],
    )


def _part_of_day(row: Meeting) -> int:
    if not row.starts:
        return 0
    begins = datetime.fromisoformat(row.iso).time()
    return sum(begins >= part for part in PARTS_BEGIN)
