"""Lists: all listings, sheet by sheet, and each kind on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.model.choice import Kind
from generator.pages.desk import Desk
from generator.views import lists, names, paths
from generator.views.worksheet_page import sheet_names
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    for sheet in lists.all_listings(desk.survey):
        yield desk.page(
            sheet.path,
            "all",
            desk.say(say("All listings by name")),
            desk.say(say("Every peer group and service in this directory.")),
            sheet=sheet,
            search_boost=0.0,
        )
    for kind in (Kind.GROUP, Kind.SERVICE):
        yield from sheets_of(lists.of_kind(kind, desk.survey), desk, search_boost=0.5)
    yield desk.page(
        paths.of_kind(Kind.WORKSHEET),
        "worksheets",
        desk.say(names.KINDS[Kind.WORKSHEET]),
        desk.say(lists.LEDES[Kind.WORKSHEET]),
        view=lists.worksheets(desk.survey),
        sheets=sheet_names(desk.survey),
    )


def sheets_of(found: lists.KindList, desk: Desk, search_boost: float = 0.0) -> Iterator[PageFile]:
    """The pages of a list of one kind; only the first is searched, since its listings are found by themselves."""
    for sheet in found.sheets:
        boost = search_boost if sheet.number == 1 else 0.0
        yield desk.page(sheet.path, "kind", found.name, found.lede, view=found, sheet=sheet, search_boost=boost)
