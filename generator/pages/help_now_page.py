"""Help now: the crisis lines, big and calm, before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import help_now, paths
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.HELP_NOW,
        "help-now",
        desk.say(say("Help now")),
        desk.say(say("People to call, text or chat with right now.")),
        lines=help_now.help_now(desk.survey),
        talks=help_now.somebody_to_talk_to(desk.survey),
        search_boost=3.0,
    )
