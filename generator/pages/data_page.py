"""Open data: every file for other programs, explained, and the calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.open_data import open_data_page
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.DATA,
        "data",
        desk.say(say("Open data")),
        desk.say(say("All listings as files for other programs, and calendars to subscribe to.")),
        view=open_data_page(desk.survey, desk.exported(), desk.site_url),
        search_boost=0.3,
    )
