"""Cut-out cards: words in dashed frames, and empty cards for one's own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import CutCards
from generator.words import say
from generator.worksheets.blank import Blank, name, own
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class CutCardView:
    """What stands on a card; on an empty one, a blank."""

    word: str
    hint: str
    blank: Blank | None = None


@dataclass(frozen=True)
class CutCardsView(BlockView):
    template = "cut_cards.html"

    columns: int
    cards: tuple[CutCardView, ...]


def view(block: CutCards, language: Language) -> CutCardsView:
    def empty(number: int) -> CutCardView:
        word = language.say(say("My own card {n}", n=number))
        return CutCardView("", "", Blank(name(block.id, own(number)), word))

    shipped = (CutCardView(item.name, item.hint or "") for item in block.items)
    added = (empty(number) for number in range(1, block.own_cards + 1))
    return CutCardsView(Asked.of(block), block.columns, (*shipped, *added))
