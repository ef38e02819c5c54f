"""What those who keep the directory want to know in ten minutes: whom to ask, how fresh it is, what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Status
from generator.model.listing import Listing
from generator.views import coverage, paths
from generator.views.card import Moment
from generator.views.coverage import Coverage
from generator.views.freshness import State
from generator.views.review_queue import ToAsk, review_queue
from generator.views.survey import Survey
from generator.views.trend import Trend, trend
from generator.views.ways import Way
from generator.words import Words, say

MOST_TO_ASK = 60
"""As many as one page holds well; the command `waypost due` tells all."""

STATES: Sequence[tuple[State, Words, Words]] = (
    (State.CHECKED, say("Checked"), say("Somebody has made sure of it, and it is not due yet.")),
    (State.DUE, say("Due soon"), say("Visitors see no difference yet. Ask before the day comes.")),
    (State.OVERDUE, say("Overdue"), say("Its page says that nobody has made sure lately.")),
    (
        State.HIDDEN,
        say("Hidden"),
        say("It stands on its own page only: not under today, this week, or the next dates."),
    ),
)


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many listings are in one state, and what that means for visitors."""

    name: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One listing to ask about."""

    id: str
    name: str
    path: str
    state: str
    state_name: str
    verified: Moment | None
    whom: str
    ways: Sequence[Way]


@dataclass(frozen=True, slots=True)
class KeepersPage:
    """The whole page."""

    queue: Sequence[QueueRow]
    more: int
    states: Sequence[StateCount]
    trend: Trend
    areas: Coverage
    goals: Coverage


def keepers_page(survey: Survey) -> KeepersPage:
    """The page on the survey's day."""
    queue = review_queue(survey)
    return KeepersPage(
        queue=[_row(asked, survey) for asked in queue[:MOST_TO_ASK]],
        more=max(len(queue) - MOST_TO_ASK, 0),
        states=_states(survey),
        trend=trend(survey),
        areas=coverage.by_area(survey),
        goals=coverage.by_goal(survey),
    )


def _row(asked: ToAsk, survey: Survey) -> QueueRow:
    day = asked.freshness.verified
    return QueueRow(
        id=asked.id,
        name=asked.name,
        path=paths.of_entry(survey.directory.entry_by_id[asked.id]),
        state=asked.state.value,
        state_name=next(survey.language.say(name) for state, name, _ in STATES if state is asked.state),
        verified=Moment(survey.language.date(day), day.isoformat()) if day else None,
        whom=asked.whom,
        ways=asked.ways,
    )


def _states(survey: Survey) -> list[StateCount]:
    """Of everything that has not ended; worksheets count where they say when they were checked."""
    kept = [
        entry
        for entry in survey.directory.own_entries
        if (entry.status is not Status.ENDED if isinstance(entry, Listing) else entry.verified is not None)
    ]
    found = Counter(survey.freshness(entry).state for entry in kept)
    say_it = survey.language.say
    return [StateCount(say_it(name), say_it(meaning), found[state]) for state, name, meaning in STATES]
