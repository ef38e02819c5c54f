"""Note: a few words to read."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Note
from generator.views import prose
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class NoteView(BlockView):
    template = "note.html"

    text: tuple[prose.Block, ...]


def view(block: Note, _language: Language) -> NoteView:
    return NoteView(Asked.of(block), tuple(prose.blocks(block.text)))
