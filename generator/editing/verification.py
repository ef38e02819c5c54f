"""Listings that somebody made sure of: the day is put into `verified`, and not a byte beside it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.editing.field_order import fields_of
from generator.editing.fields import set_field
from generator.editing.files import Files, NothingChanged
from generator.editing.typed_file import Splice
from generator.model.directory import SECTIONS
from generator.words import say


@dataclass(frozen=True, slots=True)
class Verified:
    """One listing with its new date and the one before, as they were typed."""

    id: str
    name: str
    file: str
    before: str
    after: str


def verify(files: Files, ids: Iterable[str], day: date, by: str | None) -> tuple[dict[Path, bytes], list[Verified]]:
    """The new contents of the files, and what was changed; raises `NothingChanged` for an unknown id or a day to come."""
    if day > files.loaded.today:
        raise NothingChanged(
            say("Nothing was changed: {day} has not come yet, so nobody can have made sure on that day.", day=day)
        )
    splices: dict[Path, list[Splice]] = {}
    done: list[Verified] = []
    for wanted in dict.fromkeys(ids):
        spot = files.spot(wanted)
        text = files.files[spot.path].text
        order = fields_of(SECTIONS[spot.section])
        mine = splices.setdefault(spot.path, [])
        old = spot.shape.get("verified")
        mine.append(set_field(text, spot.shape, ("verified",), day, order))
        if by:
            added = set_field(text, spot.shape, ("verified_by",), by, order)
            if mine[-1].start == added.start == added.end:
                # Both are new and go to the same place.
                mine[-1] = Splice(added.start, added.end, mine[-1].text + added.text)
            else:
                mine.append(added)
        name = spot.shape.get("name")
        before = old.text if old is not None else ""
        done.append(Verified(wanted, name.text if name else wanted, files.place(spot.path), before, day.isoformat()))
    changed = {path: files.files[path].spliced(found).data for path, found in splices.items()}
    files.accepted(changed)
    return {path: data for path, data in changed.items() if data != files.files[path].data}, done
