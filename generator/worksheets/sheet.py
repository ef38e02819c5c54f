"""A worksheet as it is drawn: its parts and blocks with every word and every name in place.

    made = sheet(worksheet, Language.load("en"))
    made.parts[0].blocks[0].blank.name      # "goal"

The HTML of the web sheet is made from it, and so is whatever else shows the same sheet: the names of the blanks are the
same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.worksheet import Section, Worksheet
from generator.views import prose
from generator.worksheets.blocks import view
from generator.worksheets.blocks.view import BlockView


@dataclass(frozen=True)
class PartView:
    """A part of the sheet under a heading."""

    element: str
    """Id of the heading's element."""
    title: str
    intro: tuple[prose.Block, ...]
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True)
class SheetView:
    """A sheet ready to be drawn."""

    id: str
    language: str
    """The language the sheet itself is written in, where it says so; else nothing."""
    intro: tuple[prose.Block, ...]
    parts: tuple[PartView, ...]

    @property
    def formerly(self) -> str:
        """Where answers belong that were saved under a block's older id: `old=new`, with a space between two."""
        asked = [block.asked for part in self.parts for block in part.blocks]
        return " ".join(f"{old}={one.id}" for one in asked for old in one.formerly)


def sheet(worksheet: Worksheet, language: Language) -> SheetView:
    """The view of a worksheet; `language` is that of the words which the generator adds."""
    parts = (_part(number, section, language) for number, section in enumerate(worksheet.sections, start=1))
    written_in = worksheet.languages[0] if len(worksheet.languages) == 1 else ""
    return SheetView(worksheet.id, written_in, tuple(prose.blocks(worksheet.intro)), tuple(parts))


def _part(number: int, section: Section, language: Language) -> PartView:
    blocks = tuple(view(block, language) for block in section.blocks)
    return PartView(f"sheet-part-{number}", section.title, tuple(prose.blocks(section.intro)), blocks)
