"""Goals: the ways into the directory by what matters to a person."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.pages.list_pages import sheets_of
from generator.views import goals, lists, paths
from generator.views.calendar_links import calendar_link, of_goal
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile]:
    yield desk.page(
        paths.GOALS,
        "goals",
        desk.say(say("What matters to you?")),
        desk.say(say("Begin with what you want from life, and see who and what can help.")),
        tiles=goals.tiles(desk.survey),
    )
    for goal in desk.survey.directory.goals:
        yield desk.page(
            paths.of_goal(goal.id),
            "goal",
            goal.name,
            goal.summary,
            view=goals.goal_page(goal, desk.survey),
            calendar=calendar_link(of_goal(goal.id), desk.site_url),
            keywords=goal.keywords,
            search_boost=2.0,
        )
        for found in lists.of_goal(goal, desk.survey):
            yield from sheets_of(found, desk)
