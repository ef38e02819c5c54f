"""How the checking goes: how many listings were checked in each of the last months, and how many fall due in the next.

Only the days on which somebody last made sure are known, so a listing counts in one month at most: an earlier check is
forgotten with the next. The chart says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.language import Language
from generator.model.choice import Status
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.views.survey import Survey
from generator.words import say, say_n

PAST, AHEAD = 12, 6
# In the chart's own units: it is as wide as its bars, and a phone shows twelve of them at about their size.
STEP, BAR, TALLEST, HEAD, FOOT = 28, 18, 110, 18, 22


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: its name for the table, a short one below its bar, the number, and where the bar stands."""

    month: str
    short: str
    count: int
    x: int
    y: int
    height: int
    middle: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in a row, with the words that say the same."""

    id: str
    title: str
    summary: str
    bars: Sequence[Bar]
    width: int
    height: int
    floor: int
    bar: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Both charts, drawn to one scale."""

    checked: Chart
    due: Chart


def trend(survey: Survey) -> Trend:
    """The trend on the survey's day; the month it is in ends the past, and begins what is ahead."""
    today, language = survey.today, survey.language
    kept = [entry for entry in survey.directory.own_entries if _is_kept(entry)]
    verified = [day for entry in kept if (day := entry.verified) and day <= today]
    ahead = [day for entry in kept if (day := survey.freshness(entry).review_due) and day > today]
    past_months = [_month(today, step) for step in range(1 - PAST, 1)]
    next_months = [_month(today, step) for step in range(AHEAD)]
    past, coming = _counted(verified, past_months), _counted(ahead, next_months)
    top = max(*past, *coming, 1)
    checked_in_all, due_in_all = sum(past), sum(coming)
    return Trend(
        _chart(
            "checked-by-month",
            language.say(say("Last checked, by month")),
            language.say(
                say_n(
                    "{n} listing was last checked in these twelve months.",
                    "{n} listings were last checked in these twelve months.",
                    checked_in_all,
                )
            ),
            _bars(past_months, past, top, language),
        ),
        _chart(
            "due-by-month",
            language.say(say("Due for a check, by month")),
            language.say(
                say_n(
                    "{n} listing falls due in these six months.",
                    "{n} listings fall due in these six months.",
                    due_in_all,
                )
            ),
            _bars(next_months, coming, top, language),
        ),
    )


def _is_kept(entry: Entry) -> bool:
    return entry.status is not Status.ENDED if isinstance(entry, Listing) else entry.verified is not None


def _month(day: date, step: int) -> tuple[int, int]:
    """The year and month some months from a day.

    >>> _month(date(2026, 11, 22), -11), _month(date(2026, 11, 22), 2)
    ((2025, 12), (2027, 1))
    """
    count = day.year * 12 + day.month - 1 + step
    return count // 12, count % 12 + 1


def _counted(days: Iterable[date], months: Sequence[tuple[int, int]]) -> list[int]:
    found = Counter((day.year, day.month) for day in days)
    return [found[month] for month in months]


def _bars(months: Sequence[tuple[int, int]], counts: Sequence[int], top: int, language: Language) -> list[Bar]:
    made = []
    for number, ((year, month), count) in enumerate(zip(months, counts, strict=True)):
        height = -(-count * TALLEST // top)
        x = number * STEP + (STEP - BAR) // 2
        made.append(
            Bar(
                language.say(say("{month} {year}", month=language.month(month), year=str(year))),
                language.month(month, "abbreviated"),
                count,
                x,
                HEAD + TALLEST - height,
                height,
                number * STEP + STEP // 2,
            )
        )
    return made


def _chart(identity: str, title: str, summary: str, bars: Sequence[Bar]) -> Chart:
    return Chart(identity, title, summary, bars, len(bars) * STEP, HEAD + TALLEST + FOOT, HEAD + TALLEST, BAR)
