"""When services of HSDS 3.0 are: their schedules as lines of ours, and what is not certain as words.

A schedule of a service counts; where it has none, those of its places do, marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.desk import Desk
from generator.imports.entries import Entry, as_typed, filled
from generator.imports.hsds3.rule import Rule, read_rule
from generator.imports.links import Link
from generator.imports.words_kept import WordsKept
from generator.model.base import Refused
from generator.model.choice import Attending
from generator.model.schedule import Schedule
from generator.model.when import Recurrence, parse_when, typed
from generator.source.writer import Writable
from generator.words import Words, say

OWNERS = ("service_id", "service_at_location_id", "location_id")

_ATTENDING: Mapping[str, Attending] = {
    "in person": Attending.IN_PERSON,
    "in-person": Attending.IN_PERSON,
    "physical": Attending.IN_PERSON,
    "face to face": Attending.IN_PERSON,
    "online": Attending.ONLINE,
    "virtual": Attending.ONLINE,
    "phone": Attending.PHONE,
    "telephone": Attending.PHONE,
    "hybrid": Attending.HYBRID,
}
"""Words for how one takes part that leave no doubt."""

_BETWEEN = re.compile(r"\s*[;\n]\s*")
_ONE_YEAR = 365


class Times:
    """What the table `schedules` says of each service."""

    def __init__(self, desk: Desk, places: Mapping[str, Entry], zone: str, today: date) -> None:
        self._desk = desk
        self._places = places
        self._offsets = offsets_of(zone, today)
        self._by = {column: desk.package.by("schedules", column) for column in OWNERS}

    def of(self, service: str, links: Sequence[Link], kept: WordsKept) -> list[Writable]:
        """The lines of a service."""
        own = self._by["service_id"].get(service, []) if service else []
        found = [line for row in own for line in self._lines(row, "", kept)]
        known = {id(row) for row in own}
        for link in links:
            place = str(self._places[link.location].fields.get("name", "")) if link.location in self._places else ""
            rows = self._by["service_at_location_id"].get(link.at, []) if link.at else []
            note = self._desk.spoken(say("At {place}.", place=place)) if place and len(links) > 1 else ""
            if not own and not rows:
                rows = self._by["location_id"].get(link.location, [])
                note = self._desk.spoken(say("Opening hours of {place}.", place=place)) if place else ""
            for row in rows:
                if id(row) not in known:
                    known.add(id(row))
                    found += self._lines(row, note, kept)
        return found

    def _lines(self, row: Row, note: str, kept: WordsKept) -> Iterator[Writable]:
        cells = self._desk.cells(row)
        self._desk.report.use(row.origin)
        rule = read_rule(row, self._offsets)
        if rule is None:
            yield from self._in_words(cells, note, kept)
        elif isinstance(rule, Words):
            self._unclear(cells, rule, kept)
        else:
            yield from self._of_rule(cells, rule, note, kept)

    def _of_rule(self, cells: Cells, rule: Rule, note: str, kept: WordsKept) -> Iterator[Writable]:
        self._tell(cells, rule)
        attending = self._attending(cells)
        further = [] if attending or not cells.row["attending_type"] else [cells.text("attending_type")]
        about = self._note(cells, [note, cells.text("description"), cells.text("notes"), *further], kept, rule)
        made = []
        for when in rule.whens:
            fields = filled(
                when=typed(when),
                starts=None if rule.is_single else rule.starts,
                ends=None if rule.is_single else rule.ends,
                attending=attending,
                note=about,
            )
            reason = _contradiction(fields)
            if reason is not None:
                self._unclear(cells, reason, kept)
                return
            made.append(fields)
        for fields in made:
            yield fields["when"] if len(fields) == 1 else fields

    def _tell(self, cells: Cells, rule: Rule) -> None:
        for column, reason in rule.guesses:
            cells.guessed(column, reason)
        for column, reason in rule.dropped:
            cells.dropped(column, reason)
        if cells.row["schedule_link"]:
            cells.dropped("schedule_link", say("A schedule here has no link."))
        offset = cells.row["timezone"]
        if offset and not any(_hours(known) == offset.removesuffix(".0") for known in self._offsets):
            reason = say("This is not the offset of the directory's clocks; the times were taken as local.")
            cells.guessed("timezone", reason)

    def _note(self, cells: Cells, texts: list[str], kept: WordsKept, rule: Rule) -> str:
        """Words about the times, without those that say the same as the rule."""
        once = dict.fromkeys(" ".join(text.split()) for text in texts)
        pieces = [text for text in once if text and _parsed(text) != list(rule.whens)]
        if not pieces:
            return ""
        joined = " ".join(piece if piece.endswith((".", "!", "?")) else f"{piece}." for piece in pieces[:-1])
        whole = f"{joined} {pieces[-1]}".strip()
        found = kept.fitting(whole, lambda text: say("More on the times: {text}", text=text))
        if found != whole:
            cells.changed("notes", say("Only its beginning fits; the rest stands in the description."))
        return found

    def _attending(self, cells: Cells) -> str:
        text = cells.line("attending_type")
        if not text:
            return ""
        found = _ATTENDING.get(text.lower().replace("_", " "))
        if found is None:
            cells.kept("attending_type", say("It stands in words in the note on the times."))
        return str(found or "")

    def _in_words(self, cells: Cells, note: str, kept: WordsKept) -> Iterator[Writable]:
        """A schedule that has nothing but words: read where they are certain, and quoted where not."""
        text, notes = cells.text("description"), cells.text("notes")
        whens = _parsed(text)
        if whens:
            cells.changed("description", say("The words were read as days and times."))
            yield from self._of_rule(cells, Rule(tuple(whens)), note, kept)
            return
        said = " ".join(filter(None, (text, notes, cells.text("attending_type"))))
        if said:
            label = f"{note} {said}".strip()
            kept.add(label, lambda text: say("Times: {text}", text=text))
            cells.kept("description", say("What the words mean is not certain; they stand in the description."))
        if cells.row["schedule_link"]:
            cells.dropped("schedule_link", say("A schedule here has no link."))

    def _unclear(self, cells: Cells, reason: Words, kept: WordsKept) -> None:
        text = _quoted(cells)
        kept.add(text, lambda text: say("Hours that are not clear: {text}. Please ask.", text=text))
        cells.report.kept(cells.origin, "", text, reason)


def _contradiction(fields: Mapping[str, Writable]) -> Words | None:
    """Why these fields cannot be one schedule; days and times without a first and last day always can."""
    if "starts" not in fields and "ends" not in fields:
        return None
    try:
        Schedule.model_validate(as_typed(fields))
    except ValidationError as error:
        found = error.errors()[0].get("ctx", {}).get("error")
        return found.message if isinstance(found, Refused) else say("This cannot be used.")
    return None


def offsets_of(zone: str, today: date) -> frozenset[timedelta]:
    """How far the clocks of a zone are from UTC, in the course of the coming year."""
    start = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    zone_info = ZoneInfo(zone)
    found = (zone_info.utcoffset(start.astimezone(zone_info)) for start in _weeks(start))
    return frozenset(offset for offset in found if offset is not None)


def _weeks(start: datetime) -> Iterator[datetime]:
    return (start + timedelta(days=days) for days in range(0, _ONE_YEAR, 7))


def _hours(offset: timedelta) -> str:
    hours = offset / timedelta(hours=1)
    return str(int(hours) if hours == int(hours) else hours)


def _parsed(text: str) -> list[Recurrence]:
    """The times that a text means for certain, if it says nothing else; several between semicolons."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    try:
        found = [parse_when(piece) for piece in pieces]
    except Refused:
        return []
    return found if all(when.interval == 1 for when in found) else []


def _quoted(cells: Cells) -> str:
    """All that a schedule says, in its own words where it has some."""
    words = [cells.text(name) for name in ("description", "notes", "attending_type")]
    fields = [
        f"{name} {cells.row[name]}"
        for name in ("freq", "interval", "wkst", "byday", "bymonthday", "byweekno", "byyearday", "dtstart", "until", "count",
                     "opens_at", "closes_at", "valid_from", "valid_to", "timezone", "schedule_link")
        if cells.row[name]
    ]  # fmt: skip
    return " ".join([*(word.rstrip(".") + "." for word in words if word), ", ".join(fields)]).strip(" .")
