"""The hours of services and places, from `regular_schedules.csv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.imports.csv_table import Row
from generator.imports.desk import Desk
from generator.imports.entries import Entry
from generator.imports.links import Link
from generator.imports.opening_hours import Opening, lines, read_opening
from generator.imports.words_kept import WordsKept
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable
from generator.words import Words, say

OWNERS = ("service_id", "service_at_location_id", "location_id")
"""Columns that say whose hours a row holds; the narrower one counts."""

Owner = tuple[str, str]


class Hours:
    """What the rows say of each service and each place; a wrong row is told once, whoever would use it."""

    def __init__(self, desk: Desk, places: Mapping[str, Entry]) -> None:
        self._desk = desk
        self._places = places
        self._of: dict[Owner, list[tuple[Row, Opening]]] = {}
        self._unclear: dict[Owner, list[tuple[Row, str, Words]]] = {}
        self._used: set[Owner] = set()
        for row in desk.package.rows("regular_schedules"):
            self._take(row)

    def of(self, service: str, links: Sequence[Link], kept: WordsKept) -> list[Writable]:
        """The schedule lines of a service: its own hours, or else those of its places, marked as such.

        Hours that cannot be right are quoted, so that nobody takes the day for a free one.
        """
        own = ("service_id", service)
        if self._has(own):
            return self._lines(own, "", kept)
        found: list[Writable] = []
        for link in links:
            at = ("service_at_location_id", link.at)
            place = str(self._places[link.location].fields.get("name", ""))
            if self._has(at):
                found += self._lines(
                    at, self._said(say("At {place}.", place=place)) if len(links) > 1 and place else "", kept
                )
            else:
                note = self._said(say("Opening hours of {place}.", place=place)) if place else ""
                found += self._lines(("location_id", link.location), note, kept)
        return found

    def close(self) -> None:
        """Count the rows that went into listings, and tell of the others. Call it once all services are made."""
        for owner, unclear in self._unclear.items():
            for row, text, reason in unclear:
                origin = replace(row.origin, id=owner[1], name=self._name_of(owner))
                if owner in self._used:
                    self._desk.report.use(row.origin)
                    self._desk.report.kept(origin, "opens_at", text, reason)
                else:
                    self._desk.report.dropped(origin, "opens_at", text, reason)
        for owner, found in self._of.items():
            rows = [row for row, _ in found]
            if owner in self._used:
                for row in rows:
                    self._desk.report.use(row.origin)
                continue
            origin = replace(rows[0].origin, id=owner[1], name=self._name_of(owner), last_row=rows[-1].origin.row)
            text = "; ".join(lines(opening for _, opening in found))
            if self._name_of(owner):
                reason = say("No listing is known to be at this place, or it has hours of its own.")
                self._desk.report.dropped(origin, "opens_at", text, reason)
            else:
                self._desk.report.dropped(origin, owner[0], text, say("Nothing that was taken over has this id."))

    def _name_of(self, owner: Owner) -> str:
        place = self._places.get(owner[1]) if owner[0] == "location_id" else None
        return str(place.fields.get("name", place.id)) if place else ""

    def _has(self, owner: Owner) -> bool:
        return bool(owner[1]) and (owner in self._of or owner in self._unclear)

    def _lines(self, owner: Owner, note: str, kept: WordsKept) -> list[Writable]:
        self._used.add(owner)
        unclear = ", ".join(text for _, text, _ in self._unclear.get(owner, []))
        if unclear:
            kept.add(unclear, lambda text: say("Hours that are not clear: {text}. Please ask.", text=text))
        if owner not in self._of:
            return []
        first, *more = lines(opening for _, opening in self._of[owner])
        return [{"when": first, "note": note} if note else first, *more]

    def _said(self, words: Words) -> str:
        said = self._desk.spoken(words)
        return said if len(said) <= LONGEST_SUMMARY else ""

    def _take(self, row: Row) -> None:
        owner = next(((column, row[column]) for column in OWNERS if row[column]), None)
        opening = read_opening(row["weekday"], row["opens_at"], row["closes_at"])
        text = f"{row['weekday']} {row['opens_at']}-{row['closes_at']}"
        if opening is None:
            self._desk.report.pass_over(row.origin)
        elif owner is None:
            self._desk.report.dropped(row.origin, "", text, say("It does not say whose hours these are."))
        elif isinstance(opening, Words):
            self._unclear.setdefault(owner, []).append((row, text, opening))
        else:
            self._of.setdefault(owner, []).append((row, opening))
