"""What a page says of itself to scripts that read the visitor's clock: the day it was made, and whose clocks its times go by."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class Clock:
    """What a page has to know to tell, wherever it is read, what is over and what is today."""

    made: str
    """The day it was made, in ISO 8601."""
    made_on: str
    zone: str
    """The time zone as the IANA database names it."""
    language: str


def clock_of(survey: Survey) -> Clock:
    """What the scripts of a page made on the survey's day have to know."""
    language = survey.language
    return Clock(survey.today.isoformat(), language.date(survey.today, "full"), survey.zone, language.code)
