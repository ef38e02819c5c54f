"""To print: every booklet, poster and worksheet that was made as a PDF, and how to fold it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.print_page import print_page
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.TO_PRINT,
        "print",
        desk.say(say("To print")),
        desk.say(say("Pocket booklets of all listings, a poster of the week for each area, and the worksheets.")),
        view=print_page(desk.survey, desk.booklets, desk.papers),
        day=desk.survey.language.date(desk.survey.today),
        search_boost=0.8,
    )
