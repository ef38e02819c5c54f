"""The home page: what matters to you, what is on today, whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views import areas, goals
from generator.views.frame import UrgentLine, urgent_lines
from generator.views.goals import Tile
from generator.views.survey import Survey
from generator.views.today import Today, on_today
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the path from values to looking back."""

    name: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows."""

    name: str
    area: str
    goals: Sequence[Tile]
    areas: Sequence[Tile]
    today: Today
    urgent: Sequence[UrgentLine]
    steps: Sequence[Step]


THE_PATH: Sequence[tuple[Words, Words, str]] = (
    (say("Values"), say("What matters to you"), "learn/values.md"),
    (say("Goal"), say("What you want next"), "learn/goals.md"),
    (say("Strengths"), say("What you already have"), "learn/strengths.md"),
    (say("Small steps"), say("What you can do this week"), "learn/small-steps.md"),
    (say("Track"), say("What you notice"), "learn/tracking-and-reflecting.md"),
    (say("Look back"), say("What you would change"), "learn/tracking-and-reflecting.md"),
)


def home(survey: Survey) -> Home:
    """The home page on the survey's day."""
    say_it = survey.language.say
    return Home(
        name=survey.directory.about.name,
        area=survey.directory.about.area_served,
        goals=goals.tiles(survey),
        today=on_today(survey),
        areas=areas.tiles(survey),
        urgent=urgent_lines(survey),
        steps=[Step(say_it(name), say_it(words), path) for name, words, path in THE_PATH],
    )
