"""The timetable: the coming seven days, each meeting by time, changes said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views.meeting import Meeting, OpenDoor, meetings, open_doors
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the timetable."""

    iso: str
    name: str
    date: str
    is_today: bool
    holiday: str
    """The public holiday on this day, if it is one."""
    meetings: Sequence[Meeting]
    doors: Sequence[OpenDoor]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from today on."""

    days: Sequence[Day]
    first: str
    last: str
    zone: str


def week(survey: Survey) -> Week:
    """The timetable from the survey's day on."""
    language = survey.language
    days = [
        Day(
            iso=day.isoformat(),
            name=language.at_the_top(language.weekday(day.weekday())),
            date=language.date(day, "month-day"),
            is_today=day == survey.today,
            holiday=survey.holidays.get(day, ""),
            meetings=meetings(found, survey),
            doors=open_doors(day, survey),
        )
        for day, found in survey.this_week.items()
    ]
    return Week(days, days[0].date, days[-1].date, survey.zone_name)
