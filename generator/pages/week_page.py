"""This week: the timetable of the coming seven days, today first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths, week
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.WEEK,
        "week",
        desk.say(say("This week")),
        desk.say(say("What is on today and in the coming days: peer groups and services with time and place.")),
        view=week.week(desk.survey),
    )
