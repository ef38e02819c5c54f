"""Tracker: a grid of small boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Language
from generator.model.blocks import Tracker
from generator.words import say
from generator.worksheets.blank import NOTE, Blank, keys, name, own
from generator.worksheets.blocks.view import Asked, BlockView


@dataclass(frozen=True)
class BoxView:
    """A box to tick, or room for a few words, under its column."""

    column: str
    blank: Blank


@dataclass(frozen=True)
class TrackedView:
    """A row: what is tracked (or a blank for it), a box for each day, and room for a few words."""

    name: str
    hint: str
    blank: Blank | None
    boxes: tuple[BoxView, ...]
    note: BoxView | None


@dataclass(frozen=True)
class TrackerView(BlockView):
    template = "tracker.html"

    row_title: str
    columns: tuple[str, ...]
    note_title: str
    rows: tuple[TrackedView, ...]


def view(block: Tracker, language: Language) -> TrackerView:
    columns = tuple(zip(keys(block.columns), block.columns, strict=True))

    def cell(row_key: str, row: str, column_key: str, column: str) -> BoxView:
        label = language.say(say("{row}: {column}", row=row, column=column))
        return BoxView(column, Blank(name(block.id, row_key, column_key), label))

    def tracked(key: str, row: str, hint: str = "", blank: Blank | None = None) -> TrackedView:
        boxes = tuple(cell(key, row, column_key, column) for column_key, column in columns)
        note = cell(key, row, NOTE, block.note_column) if block.note_column else None
        return TrackedView(row, hint, blank, boxes, note)

    def own_row(number: int) -> TrackedView:
        row = language.say(say("My own row {n}", n=number))
        return tracked(own(number), row, blank=Blank(name(block.id, own(number)), row))

    given = block.row_names or ()
    shipped = [
        tracked(key, item.name, item.hint or "")
        for key, item in zip(keys(item.name for item in given), given, strict=True)
    ]
    added = [own_row(number) for number in range(1, block.own_rows + 1)]
    return TrackerView(Asked.of(block), block.row_title, block.columns, block.note_column or "", (*shipped, *added))
