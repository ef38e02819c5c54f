"""The finder, and a plain page for each answer to one of its questions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import finder, paths
from generator.views.frame import urgent_ways
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.FIND,
        "find",
        desk.say(say("Find support")),
        desk.say(say("Peer groups, services and worksheets: by what matters, place, day, cost and access.")),
        view=finder.finder(desk.survey),
        urgent=urgent_ways(desk.survey),
        early=(f"{desk.find_folder}data.js",),
        early_words=" ".join(desk.find_shards),
        search_boost=0.5,
    )
    for found in finder.answer_pages(desk.survey):
        for sheet in found.sheets:
            yield desk.page(
                sheet.path,
                "find-value",
                found.name,
                desk.say(
                    say("{question}: {name}. Soonest first.", question=found.question.name, name=found.answer.name)
                ),
                view=found,
                sheet=sheet,
                search_boost=0.0,
            )
