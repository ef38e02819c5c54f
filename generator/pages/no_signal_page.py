"""No signal: what a visitor sees in place of a page that is not kept on the device."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.frame import urgent_ways
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.NO_SIGNAL,
        "no-signal",
        desk.say(say("No signal just now")),
        desk.say(say("What can be read on this device without signal.")),
        urgent=urgent_ways(desk.survey),
        search_boost=0,
    )
