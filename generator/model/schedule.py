"""When a group meets or a service is open: one line of words, or the words with dates that differ from them.

>>> str(Schedule.model_validate("Tuesdays 6.30pm-8pm"))
'Tuesday 18:30-20:00'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, GetJsonSchemaHandler, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import CoreSchema

from generator.model.base import Part
from generator.model.choice import Attending, Choice
from generator.model.day import Day
from generator.model.schedule_fit import refuse_what_does_not_fit
from generator.model.short_form import ShortForm
from generator.model.text import Line, Several, Summary, as_text
from generator.model.time_zone import TimeZoneName
from generator.model.when import DayAndHours, Recurrence, day_and_hours, parse_when, typed

EXAMPLES = (
    "Tuesday 18:30-20:00",
    "Monday to Friday 09:00-17:00",
    "every 2nd week on Tuesday 18:00-19:30",
    "1st and 3rd Tuesday 19:00-20:30",
    "last Friday 19:00",
    "15th of every month 10:00-12:00",
    "2026-12-24 18:00-20:00",
    "24 hours",
    "by appointment",
)


def _when(value: object) -> Recurrence:
    return value if isinstance(value, Recurrence) else parse_when(as_text(value))


When = Annotated[
    Recurrence,
    BeforeValidator(_when),
    PlainSerializer(typed),
    WithJsonSchema({"type": "string", "examples": list(EXAMPLES)}),
]
"""Days and times in words."""

To = Annotated[
    DayAndHours,
    BeforeValidator(day_and_hours),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "examples": ["2026-12-21", "2026-12-21 19:00-20:30"]}),
]
"""A date, with its own times where they are not the usual ones."""


class PublicHolidays(Choice):
    """Whether public holidays make a difference."""

    OPEN = "open"
    CLOSED = "closed"


class CancelledDate(ShortForm):
    """A date on which it is not on; the date alone will do."""

    date: Day
    """The day that falls out, as year-month-day: 2026-12-22."""
    reason: Line | None = None
    """Why, in a few words for visitors: holiday."""

    @model_validator(mode="before")
    @classmethod
    def _a_date_alone_will_do(cls, typed: Any) -> Any:
        return {"date": typed} if isinstance(typed, str) else typed

    def __str__(self) -> str:
        return self.date.isoformat()


class MovedDate(Part):
    """One meeting that takes place on another day or at another time."""

    date: Day
    """The day on which it would usually be: 2026-12-22."""
    to: To
    """The day on which it is instead, with its times if they differ: 2026-12-21 19:00-20:30."""
    reason: Line | None = None
    """Why, in a few words for visitors: the room is taken."""

    def __str__(self) -> str:
        return self.date.isoformat()


class Break(Part):
    """A time with no meetings at all, such as summer."""

    first: Day
    """First day of the break: 2026-08-01."""
    last: Day
    """Last day of the break: 2026-08-31."""
    reason: Line | None = None
    """Why, in a few words for visitors: summer break."""

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first} - {self.last}"


class Schedule(ShortForm):
    """One pattern of days and times. Most need only the words; fields tell what differs from them.

    ```yaml
    schedule: Tuesday 18:30-20:00
    ```

    ```yaml
    schedule:
      when: every 2nd week on Tuesday 18:30-20:00
      starts: 2026-09-01
      cancelled: 2026-12-22
      moved:
        - date: 2026-12-08
          to: 2026-12-07 19:00-20:30
    ```
    """

    when: When
    """Days and times in words: Tuesday 18:30-20:00, 1st and 3rd Monday 19:00, 24 hours, by appointment."""
    starts: Day | None = None
    """First day on which it counts: 2026-09-01. Needed for every second week and the like, which count from it."""
    ends: Day | None = None
    """Last day on which it can still be on; leave out if nobody knows of an end."""
    public_holidays: PublicHolidays = PublicHolidays.OPEN
    """open: on as usual on public holidays (also if you leave this out). closed: not on."""
    breaks: Several[Break] = ()
    """Times with no meetings, each with first and last: a summer break."""
    extra: Several[To] = ()
    """More dates on which it is on as well: 2026-09-01, or with times of its own: 2026-09-01 18:00-19:00."""
    cancelled: Several[CancelledDate] = ()
    """Single dates that fall out: 2026-12-22, or date and reason."""
    moved: Several[MovedDate] = ()
    """Single dates that are on another day or at another time, each with date and to."""
    time_zone: TimeZoneName | None = None
    """Time zone of these times, if it is not the directory's: Europe/London."""
    attending: Several[Attending] = ()
    """How one takes part at these times, if it is not as always: in_person, online, phone, hybrid."""
    note: Summary | None = None
    """Anything else to know about these times: Please ring first."""

    @model_validator(mode="before")
    @classmethod
    def _words_alone_will_do(cls, typed: Any) -> Any:
        return {"when": typed} if isinstance(typed, str) else typed

    @model_validator(mode="after")
    def _dates_fit_together(self) -> Self:
        refuse_what_does_not_fit(self)
        return self

    def regular_days(self, first: date, last: date) -> Iterator[date]:
        """The days of `when` between the two, within `starts` and `ends`; breaks and changes do not count here."""
        first, last = max(first, self.starts or first), min(last, self.ends or last)
        return self.when.days(first, last, self.starts)

    def is_regular(self, day: date) -> bool:
        """Whether `when` alone would put something on this day; what is always open is on every day."""
        in_force = (self.starts or day) <= day <= (self.ends or day)
        return in_force and self.when.falls_on(day, self.starts)

    def break_on(self, day: date) -> Break | None:
        """The break that covers this day, if one does."""
        return next((pause for pause in self.breaks if pause.covers(day)), None)

    def __str__(self) -> str:
        return typed(self.when)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = super().__get_pydantic_json_schema__(core, handler)
        words, fields = schema["anyOf"]
        return {"anyOf": [{**words, "type": "string", "examples": list(EXAMPLES)}, fields]}


ScheduleLines = Several[Schedule]
"""One schedule or several: an evening group that also meets on Saturdays has two."""
