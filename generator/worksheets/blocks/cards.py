"""Cards: words in a table, each with a pile to put it on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Cards
from generator.words import say
from generator.worksheets.blank import Blank, Choices, Option, keys, name, own
from generator.worksheets.blocks.view import Asked, BlockView

MANY = 10


@dataclass(frozen=True)
class CardView:
    """A word to sort; one's own word is a blank to write it in."""

    word: str
    hint: str
    blank: Blank | None
    choices: Choices


@dataclass(frozen=True)
class CardsView(BlockView):
    template = "cards.html"

    row_title: str
    piles: tuple[str, ...]
    cards: tuple[CardView, ...]

    @property
    def halves(self) -> tuple[tuple[CardView, ...], ...]:
        """The cards in two columns, so that many of them fit on a sheet of paper; few stay in one."""
        if len(self.cards) < MANY:
            return (self.cards,)
        middle = (len(self.cards) + 1) // 2
        return self.cards[:middle], self.cards[middle:]


def view(block: Cards, language: Language) -> CardsView:
    piles = tuple(zip(keys(block.choices), block.choices, strict=True))

    def card(key: str, word: str, hint: str = "", blank: Blank | None = None) -> CardView:
        options = (
            Option(value, pile, language.say(say("{word}: {pile}", word=word, pile=pile))) for value, pile in piles
        )
        return CardView(word, hint, blank, Choices(name(block.id, key), word, tuple(options)))

    def own_card(number: int) -> CardView:
        word = language.say(say("My own word {n}", n=number))
        return card(own(number), word, blank=Blank(name(block.id, own(number), "word"), word))

    shipped = [
        card(key, item.name, item.hint or "")
        for key, item in zip(keys(item.name for item in block.items), block.items, strict=True)
    ]
    added = [own_card(number) for number in range(1, block.own_rows + 1)]
    return CardsView(Asked.of(block), block.row_title, block.choices, (*shipped, *added))
