"""The week of one area on one sheet, for a wall: what meets on each day, and what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.listing import Listing
from generator.model.taxonomy import Area
from generator.views import paths
from generator.views.card import where
from generator.views.names import ATTENDING
from generator.views.notices import not_checked_lately
from generator.views.survey import Survey
from generator.views.week_pattern import Hours, Slot, pattern


@dataclass(frozen=True, slots=True)
class PosterRow:
    """One meeting or open door."""

    name: str
    starts: str
    often: str
    """On which of these weekdays, or the hours of a door."""
    where: str


@dataclass(frozen=True, slots=True)
class PosterDay:
    """One day of any week."""

    name: str
    rows: Sequence[PosterRow]


@dataclass(frozen=True, slots=True)
class Poster:
    """The week of one area."""

    area: str
    page: str
    """The live timetable, as a path in the source tree."""
    days: Sequence[PosterDay]
    others: Sequence[PosterRow]
    doors: Sequence[PosterRow]

    @property
    def is_empty(self) -> bool:
        return not (self.others or self.doors or any(day.rows for day in self.days))


def poster(area: Area, survey: Survey) -> Poster:
    """The poster of an area: its own groups and services, and those that serve every area."""
    week = pattern(survey.by_area[area.id], survey)
    return Poster(
        area=area.name,
        page=paths.of_area(area.id),
        days=[PosterDay(day.name, [_meeting(slot, survey) for slot in day.slots]) for day in week.days],
        others=[_door(hours, survey) for hours in week.others],
        doors=[_door(hours, survey) for hours in week.doors],
    )


def _meeting(slot: Slot, survey: Survey) -> PosterRow:
    return PosterRow(slot.listing.name, slot.starts, slot.often, _where(slot.listing, survey))


def _door(hours: Hours, survey: Survey) -> PosterRow:
    return PosterRow(hours.listing.name, "", "; ".join(hours.when), _where(hours.listing, survey))


def _where(listing: Listing, survey: Survey) -> str:
    """The place in a few words, or how one takes part from home; and that its check is long past."""
    place, language = survey.directory.location_of(listing), survey.language
    ways = [language.say(ATTENDING[way]) for way in survey.attending(listing)]
    here = [where(place, survey.directory, language)] if place else ways
    return language.said_list([words for words in (*here, not_checked_lately(listing, survey)) if words])
