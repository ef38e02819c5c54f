"""Areas: what there is in each part of the town."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.pages.list_pages import sheets_of
from generator.views import areas, lists, paths
from generator.views.calendar_links import calendar_link, of_area
from generator.views.print_page import papers_of_area
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    served = desk.survey.directory.about.area_served
    yield desk.page(
        paths.AREAS,
        "areas",
        desk.say(say("Areas")),
        desk.say(say("Groups and services in each part of {area}.", area=served)),
        tiles=areas.tiles(desk.survey),
    )
    for area in desk.survey.directory.areas:
        summary = desk.say(say("Peer groups and services in {area}.", area=area.name))
        yield desk.page(
            paths.of_area(area.id),
            "area",
            area.name,
            area.summary or summary,
            view=areas.area_page(area, desk.survey),
            calendar=calendar_link(of_area(area.id), desk.site_url),
            papers=papers_of_area(area.id, desk.booklets),
        )
        for found in lists.of_area(area, desk.survey):
            yield from sheets_of(found, desk)
