"""Ranking: numbered lines, each with a scale beside it where the sheet wants one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Ranking
from generator.model.blocks.ranking import TitledSteps
from generator.words import say
from generator.worksheets.blank import SCALE, Blank, Choices, name
from generator.worksheets.blocks.scale import numbers
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class RankView:
    """One line of the ranking."""

    blank: Blank
    choices: Choices | None


@dataclass(frozen=True)
class RankingView(BlockView):
    template = "ranking.html"

    scale_words: str
    """What the numbers mean, in a sentence; nothing where there are none."""
    ranks: tuple[RankView, ...]


def view(block: Ranking, language: Language) -> RankingView:
    def rank(number: int) -> RankView:
        title = language.say(say("{title} {n}", title=block.row_title, n=number))
        blank = Blank(name(block.id, number), title)
        if block.scale is None:
            return RankView(blank, None)
        asked = language.say(say("{row}: {column}", row=title, column=block.scale.title))
        return RankView(blank, numbers(name(block.id, number, SCALE), asked, block.scale, language))

    ranks = tuple(rank(number) for number in range(1, block.rows + 1))
    return RankingView(Asked.of(block), _meaning(block.scale, language) if block.scale else "", ranks)


def _meaning(scale: TitledSteps, language: Language) -> str:
    return language.say(
        say(
            "{question}: {lowest} is {low}, {highest} is {high}.",
            question=scale.title,
            lowest=language.number(scale.min),
            low=scale.low,
            highest=language.number(scale.max),
            high=scale.high,
        )
    )
