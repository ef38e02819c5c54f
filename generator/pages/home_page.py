"""Home: "What matters to you?", what is on today, and whom to call if today is hard."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import home, paths


def pages(desk: Desk) -> Iterator[PageFile]:
    about = desk.survey.directory.about
    yield desk.page(
        paths.HOME, "home", about.name, about.tagline or about.name, view=home.home(desk.survey), search_boost=0.5
    )
