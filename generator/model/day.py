"""Days and spans of time as a volunteer types them: `2026-09-01`, `6 months`.

>>> span("6 weeks").after(date(2026, 1, 1))
datetime.date(2026, 2, 12)
>>> str(span("1 month"))
'1 month'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from generator.model.base import Refused
from generator.model.text import as_text
from generator.words import Words, say, say_n

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN = re.compile(r"(\d{1,4})\s*(day|week|month|year)s?", re.IGNORECASE)


def day(value: object) -> date:
    """A date typed as year-month-day; anything else is refused, since 01/09 is January to some and September to others."""
    if isinstance(value, date):
        return value
    text = as_text(value).strip()
    if not _ISO.fullmatch(text):
        raise Refused(
            "date",
            say("'{seen}' is not a date this file can use.", seen=text[:40]),
            say("Type year, month and day, as in: 2026-09-01."),
        )
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Refused(
            "date",
            say("'{seen}' is not a day of the calendar.", seen=text),
            say("Check the month (01 to 12) and the day."),
        ) from None
    if not EARLIEST <= found <= LATEST:
        raise Refused(
            "date",
            say("The year {year} cannot be right.", year=found.year),
            say("Type a date between {first} and {last}.", first=EARLIEST, last=LATEST),
        )
    return found


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time, such as six months."""

    number: int
    unit: str

    def after(self, start: date) -> date:
        """The day on which this much time has passed since `start`."""
        step = {f"{self.unit}s": self.number}
        return start + relativedelta(**step)  # type: ignore[arg-type]

    def before(self, end: date) -> date:
        """The day from which this much time is left until `end`."""
        step = {f"{self.unit}s": self.number}
        return end - relativedelta(**step)  # type: ignore[arg-type]

    @property
    def in_words(self) -> Words:
        """The length as people say it.

        >>> str(Span(6, "week").in_words)
        '6 weeks'
        """
        match self.unit:
            case "day":
                return say_n("{n} day", "{n} days", self.number)
            case "week":
                return say_n("{n} week", "{n} weeks", self.number)
            case "month":
                return say_n("{n} month", "{n} months", self.number)
        return say_n("{n} year", "{n} years", self.number)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" if self.number == 1 else f"{self.number} {self.unit}s"


def span(value: object) -> Span:
    """A span typed as a number and a unit: `10 days`, `6 weeks`, `6 months`, `1 year`."""
    if isinstance(value, Span):
        return value
    text = as_text(value).strip()
    found = _SPAN.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= 1000:
        raise Refused(
            "span",
            say("'{seen}' is not a length of time this file can use.", seen=text[:40]),
            say("Type a number and days, weeks, months or years, as in: 6 months."),
        )
    return Span(int(found[1]), found[2].lower())


Day = Annotated[
    date, BeforeValidator(day), WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-09-01"]})
]
"""A date typed as year-month-day."""

TimeSpan = Annotated[
    Span,
    BeforeValidator(span),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+ *(day|week|month|year)s?$", "examples": ["6 months"]}),
]
"""A length of time: 10 days, 6 weeks, 6 months, 1 year."""
