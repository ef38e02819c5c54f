"""For those who keep the directory: whom to ask, what is missing. No page links it and no search engine is asked in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.keepers import keepers_page
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.KEEPERS,
        "keepers",
        desk.say(say("For those who keep this directory")),
        desk.say(say("Whom to ask, how fresh the listings are, and what is missing.")),
        view=keepers_page(desk.survey),
        day=desk.survey.language.date(desk.survey.today),
        search_boost=0,
        is_unlisted=True,
    )
