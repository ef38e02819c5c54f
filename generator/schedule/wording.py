"""A schedule in the words of its readers: the pattern in one sentence, and short times for cards.

    >>> english = Language.load("en-GB")
    >>> sentence(Schedule.model_validate("1st and 3rd Tuesday 19:00-20:30"), english)
    '1st and 3rd Tuesday of the month, 19:00 to 20:30'

What differs from the pattern (breaks, cancelled dates, first and last day) is told by `details`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from generator.language import Language
from generator.model.schedule import Schedule
from generator.model.when import Frequency, Recurrence
from generator.model.when.recurrence import EVERY_WEEKDAY
from generator.schedule.dates import Occurrence
from generator.schedule.day_phrases import (
    EVERY,
    EVERY_DAY,
    EVERY_SECOND_WEEK,
    IN_MONTH,
    MONTH_DAYS,
    RUNS,
    SEVERAL,
    TWICE_IN_MONTH,
    every_n_weeks,
)
from generator.schedule.details import details
from generator.schedule.times import with_times
from generator.words import Words, say, say_n

__all__ = ["details", "sentence", "short_time"]

# Beyond this a date without its year could be misread.
_YEAR_MATTERS_AFTER = 300


def sentence(schedule: Schedule, language: Language) -> str:
    """When it is, in one sentence without a full stop: `Every Tuesday, 18:30 to 20:00`."""
    return language.at_the_top(language.say(_said(schedule.when, language)))


def short_time(occurrence: Occurrence, today: date, language: Language, zone: str) -> str:
    """When it begins, as short as it is clear: `Tue 24 Nov 18:30`. Never "today", since a page may be read tomorrow.

    Day and time are by the clocks of `zone`, the directory's; a date without a time stays the date that was typed.
    """
    start = occurrence.start.astimezone(ZoneInfo(zone))
    day = start.date() if occurrence.is_timed else occurrence.day
    said = _day(day, (day - today).days, language)
    if not occurrence.is_timed:
        return said
    return language.say(say("{day} {time}", day=said, time=language.time(start.time())))


def _day(day: date, away: int, language: Language) -> str:
    return language.date(day, "day" if abs(away) <= _YEAR_MATTERS_AFTER else "medium")


def _said(when: Recurrence, language: Language) -> Words:
    match when.frequency:
        case Frequency.ALWAYS:
            return say("Open 24 hours")
        case Frequency.BY_APPOINTMENT:
            return say("By appointment")
        case Frequency.DATES:
            return with_times(_single_dates(when.dates, language), when, language)
        case Frequency.WEEKLY:
            return with_times(_weekly(when, language), when, language)
        case Frequency.MONTHLY:
            return with_times(_monthly(when, language), when, language)


def _single_dates(dates: Sequence[date], language: Language) -> str:
    """One date in full; several without the year, if they all lie within about one."""
    if len(dates) == 1:
        return language.date(dates[0], "full")
    close = (dates[-1] - dates[0]).days <= _YEAR_MATTERS_AFTER
    return language.and_list(language.date(day, "month-day" if close else "long") for day in dates)


def _weekly(when: Recurrence, language: Language) -> Words:
    alone = when.weekdays[0] if len(when.weekdays) == 1 else None
    if when.interval == 1:
        return EVERY[alone] if alone is not None else _days(when.weekdays, language)
    if when.interval == 2:
        if alone is not None:
            return EVERY_SECOND_WEEK[alone]
        return say("Every second week: {days}", days=_days(when.weekdays, language))
    if alone is not None:
        return every_n_weeks(when.interval)[alone]
    days = _days(when.weekdays, language)
    return say_n("Every {n} week: {days}", "Every {n} weeks: {days}", when.interval, days=days)


def _days(weekdays: Sequence[int], language: Language) -> Words:
    if tuple(weekdays) == EVERY_WEEKDAY:
        return EVERY_DAY
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) == last - first + 1 and (first, last) in RUNS:
        return RUNS[first, last]
    return _list([SEVERAL[day] for day in weekdays], language)


def _monthly(when: Recurrence, language: Language) -> Words:
    days = _in_month(when, language)
    if when.interval == 1:
        return say("{days} of the month", days=days)
    if when.interval == 2:
        return say("{days} of every second month", days=days)
    return say_n("{days}, every {n} month", "{days}, every {n} months", when.interval, days=days)


def _in_month(when: Recurrence, language: Language) -> Words:
    if when.month_days:
        return _list([MONTH_DAYS[day] for day in when.month_days], language)
    if when.weeks in TWICE_IN_MONTH and len(when.weekdays) == 1:
        return TWICE_IN_MONTH[when.weeks][when.weekdays[0]]
    return _list([IN_MONTH[week][day] for week in when.weeks for day in when.weekdays], language)


def _list(phrases: Sequence[Words], language: Language) -> Words:
    """Phrases, each said whole, in a list made in the way of the language; there is nothing in it to translate."""
    if len(phrases) == 1:
        return phrases[0]
    return Words("{list}", {"list": language.and_list(language.say(phrase) for phrase in phrases)})
