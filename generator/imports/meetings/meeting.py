"""One meeting of an export, in the terms of our model but not yet in its fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.imports.cells import Cells
from generator.imports.meetings.timing import Timing
from generator.model.choice import Attending


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to ask: a first name, a number, a mail address; what is not given is empty."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Afar:
    """How one joins from afar."""

    url: str = ""
    how: str = ""
    phone: str = ""
    phone_note: str = ""

    def __bool__(self) -> bool:
        return any((self.url, self.how, self.phone))


@dataclass(frozen=True, slots=True)
class Place:
    """Where people go, in the fields of a location."""

    name: str = ""
    address: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    directions: str = ""
    transit: str = ""
    accessibility: tuple[str, ...] = ()
    confidential: bool = False

    @property
    def in_one_line(self) -> str:
        end = " ".join(filter(None, (self.state_province, self.postal_code)))
        return ", ".join(filter(None, (self.name, self.address, self.city, end)))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A record of the export; each list holds what was said, in its order."""

    cells: Cells
    """The record itself, for telling what did not come over."""
    key: str
    """What the export calls it: a short name or a number."""
    base: str
    """The short name of what it is a meeting of, without the day."""
    series: str
    """The same, where the export's own short name says so; empty where it may mean anything."""
    name: str
    organization: str
    timing: Timing
    time_zone: str
    place: Place | None
    afar: Afar
    attending: tuple[Attending, ...]
    is_paused: bool
    news: str
    """What must be seen first."""
    lines: tuple[str, ...]
    """The words about it, line by line."""
    kinds: tuple[str, ...]
    """What kind of meeting it is, in words."""
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    """Names of the people it is for."""
    access: tuple[str, ...]
    """Access needs that are met where there is no place to hold them."""
    area: str
    people: tuple[Person, ...]
    website: str
    changed_on: date | None
