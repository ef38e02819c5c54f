"""Scale: numbers in a row, with words at both ends."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Scale, Steps
from generator.worksheets.blank import Choices, Option
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class ScaleView(BlockView):
    template = "scale.html"

    choices: Choices
    low: str
    high: str

    @property
    def ends_element(self) -> str:
        """Id of the element with the words at both ends."""
        return f"sheet-ends-{self.asked.id}"


def view(block: Scale, language: Language) -> ScaleView:
    return ScaleView(Asked.of(block), numbers(block.id, block.prompt, block, language), block.low, block.high)


def numbers(name: str, label: str, steps: Steps, language: Language) -> Choices:
    """The numbers of a scale as answers, written as the language writes them."""
    written = [(str(number), language.number(number)) for number in steps.numbers]
    return Choices(name, label, tuple(Option(value, words, words) for value, words in written))
