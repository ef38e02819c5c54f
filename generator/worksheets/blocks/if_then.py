"""If-then plans: pairs of boxes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import IfThen
from generator.words import say
from generator.worksheets.blank import IF, THEN, Blank, name
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class PlanView:
    """One plan: what may happen, and what to do then."""

    if_blank: Blank
    then_blank: Blank


@dataclass(frozen=True)
class IfThenView(BlockView):
    template = "if_then.html"

    if_words: str
    then_words: str
    plans: tuple[PlanView, ...]


def view(block: IfThen, language: Language) -> IfThenView:
    def blank(number: int, part: str, words: str) -> Blank:
        spoken = language.say(say("{words} (plan {n})", words=words, n=number)) if block.rows > 1 else words
        return Blank(name(block.id, number, part), spoken)

    plans = tuple(
        PlanView(blank(n, IF, block.if_words), blank(n, THEN, block.then_words)) for n in range(1, block.rows + 1)
    )
    return IfThenView(Asked.of(block), block.if_words, block.then_words, plans)
