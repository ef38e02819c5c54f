"""Lists: all listings, sheet by sheet, and each kind on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.model.choice import Kind
from generator.pages.desk import Desk
from generator.views import lists, names, paths
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    for sheet in lists.all_listings(desk.survey):
        yield desk.page(
            paths.of_all(sheet.number),
            "all",
            desk.say(say("Find support")),
            desk.say(say("Every peer group and service in this directory.")),
            view=sheet,
            search_boost=0.0,
        )
    for kind in (Kind.GROUP, Kind.SERVICE):
        view = lists.of_kind(kind, desk.survey)
        yield desk.page(
            paths.of_kind(kind), "kind", desk.say(names.KINDS[kind]), view.lede, view=view, search_boost=0.5
        )
    yield desk.page(
        paths.of_kind(Kind.WORKSHEET),
        "worksheets",
        desk.say(names.KINDS[Kind.WORKSHEET]),
        desk.say(say("Worksheets to print or fill in: values, goals, strengths, people, small steps.")),
        view=lists.worksheets(desk.survey),
    )
