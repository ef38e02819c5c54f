"""Whether two schedules mean the same, however they are typed, and how each is said.

`Tuesdays 6.30pm` and `Tuesday 18:30` are the same; so are a weekday typed with five single days and `Monday to Friday`.
"""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, timedelta

from generator.language import Language
from generator.model.schedule import Schedule
from generator.schedule.dates import occurrences
from generator.schedule.details import details
from generator.schedule.public_holidays import public_holidays
from generator.schedule.wording import sentence
from generator.views.survey import Survey

AHEAD = timedelta(days=731)
"""So far two schedules must give the same dates to be the same: two years hold each month's fifth Friday and each holiday."""


def mean_the_same(before: tuple[Schedule, ...], after: tuple[Schedule, ...], survey: Survey) -> bool:
    """Whether a visitor would find the same dates, times, changes and notes under both, from the survey's day on."""
    return before == after or _meaning(before, survey) == _meaning(after, survey)


def said(schedules: tuple[Schedule, ...], today: date, language: Language) -> tuple[str, ...]:
    """Each schedule in the words that visitors read, with what differs from its pattern."""
    return tuple(". ".join([sentence(one, language), *details(one, language, today)]) for one in schedules)


def _meaning(schedules: tuple[Schedule, ...], survey: Survey) -> frozenset[Hashable]:
    about, today = survey.directory.about, survey.today
    holidays = public_holidays(
        about.country, about.subdivision, range(today.year, (today + AHEAD).year + 1), survey.language
    )
    found: set[Hashable] = set()
    for schedule in schedules:
        beside = (schedule.note, schedule.attending)
        if not schedule.when.has_days:
            found.add((sentence(schedule, survey.language), beside))
        for date_ in occurrences(schedule, today, today + AHEAD, survey.zone, holidays):
            found.add((date_.start, date_.end, date_.is_timed, date_.state, date_.reason, date_.moved_from, beside))
    return frozenset(found)
