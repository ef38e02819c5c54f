"""Virtual locations of HSDS 3.0: how one joins from afar."""

from __future__ import annotations

from collections.abc import Mapping

from generator.imports.cells import Cells
from generator.imports.desk import Desk
from generator.imports.entries import filled
from generator.imports.words_kept import WordsKept
from generator.source.writer import Writable
from generator.words import say


class Rooms:
    """The rooms on the net and lines to dial in of an export."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rows = {row.id: row for row in desk.package.rows("locations") if row.id in desk.virtual}

    def of(self, rooms: Mapping[str, str], kept: WordsKept, cells: Cells) -> dict[str, Writable]:
        """The first room of a service; a further one is told in its description."""
        found: dict[str, Writable] = {}
        for id_ in rooms:
            row = self._rows.get(id_)
            if row is None:
                continue
            self._desk.report.use(row.origin)
            room = self._desk.cells(row)
            if found:
                where = ", ".join(filter(None, (room.line("name"), room.web("url"))))
                kept.add(where, lambda text: say("Also at: {text}", text=text))
                cells.report.kept(cells.origin, "location_id", where,
                                  say("A listing has one place; the others stand in words in its description."))  # fmt: skip
                continue
            phones = self._desk.contacts.phones(self._desk.package.by("phones", "location_id").get(id_, []))
            for phone in phones[1:]:
                room.report.dropped(
                    row.origin, "phones", str(phone["number"]), say("A meeting has one number to dial in.")
                )
            number: Writable = ""
            if phones:
                number = phones[0]["number"] if len(phones[0]) == 1 else phones[0]
            found = filled(
                url=room.web("url"),
                platform=room.line("name"),
                how_to_join=kept.fitting(
                    " ".join(room.text("description").split()), lambda text: say("How to join: {text}", text=text)
                ),
                phone=number,
            )
        return found
