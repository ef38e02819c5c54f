"""Areas: what there is in each part of the town, and where to look next door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.taxonomy import Area
from generator.views import paths
from generator.views.goals import Tile
from generator.views.section import Section, section
from generator.views.survey import Survey
from generator.views.today import Today, on_today
from generator.words import say_n


@dataclass(frozen=True, slots=True)
class AreaPage:
    """One area with its listings."""

    name: str
    summary: str
    postal_codes: str
    id: str
    today: Today
    groups: Section
    services: Section
    neighbors: Sequence[Tile]


def tiles(survey: Survey) -> list[Tile]:
    """All areas, in the town's own order."""
    return [_tile(area, survey) for area in survey.directory.areas]


def area_page(area: Area, survey: Survey) -> AreaPage:
    """The page of an area on the survey's day."""
    listings, path = survey.by_area[area.id], paths.of_area(area.id)
    here = {listing.id for listing in listings}
    known = survey.directory.area_by_id
    return AreaPage(
        name=area.name,
        summary=area.summary or "",
        postal_codes=survey.language.said_list(area.postal_codes),
        id=area.id,
        today=on_today(survey, here),
        groups=section(Kind.GROUP, listings, paths.within(path, Kind.GROUP), survey),
        services=section(Kind.SERVICE, listings, paths.within(path, Kind.SERVICE), survey),
        neighbors=[_tile(known[other], survey) for other in area.neighbors if other in known],
    )


def _tile(area: Area, survey: Survey) -> Tile:
    note = survey.language.say(say_n("{n} listing", "{n} listings", len(survey.by_area[area.id])))
    return Tile(area.name, paths.of_area(area.id), "", note)
