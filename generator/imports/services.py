"""Services of an export, as listings of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.desk import Desk, Record, records, said_of
from generator.imports.entries import Entry, filled, fitted
from generator.imports.hours import Hours
from generator.imports.hsds3.further import Classified, answering, cost, each_once
from generator.imports.hsds3.rooms import Rooms
from generator.imports.hsds3.times import Times
from generator.imports.ids import ids_for
from generator.imports.links import Link, Links
from generator.imports.postal import Address
from generator.imports.report import Origin
from generator.imports.satellites import about, in_short
from generator.imports.words_kept import WordsKept
from generator.model.choice import Status
from generator.source.writer import Writable
from generator.words import say

STATUS: Mapping[str, Status] = {
    "active": Status.ACTIVE,
    "inactive": Status.PAUSED,
    "temporarily closed": Status.PAUSED,
    "defunct": Status.ENDED,
}
"""HSDS words for whether a service is on."""


class Services:
    """Makes the listings; organizations and places are made before."""

    def __init__(
        self, desk: Desk, organizations: Mapping[str, Entry], places: Mapping[str, Entry], zone: str, today: date
    ) -> None:
        self._desk = desk
        self._organizations = organizations
        self._places = places
        self._links = Links(desk, places)
        self._hours = Hours(desk, places)
        self._times = Times(desk, places, zone, today)
        self._rooms = Rooms(desk)
        self._classified = Classified(desk)
        self._today = today
        self._without_status = 0

    @property
    def goals(self) -> Mapping[str, Entry]:
        """Goals that the terms of a directory like ours name, by their ids."""
        return self._classified.goals

    def all(self) -> dict[str, Entry]:
        """A listing for each service that has a name, by its id in the export."""
        named = []
        for record in records(self._desk.rows("services"), self._desk.report):
            cells = self._desk.cells(record.row)
            name = cells.line("name") or cells.line("alternate_name")
            if name:
                named.append((record, cells, name))
            else:
                shown = ", ".join(f"{column}: {text}" for column, text in record.row.values.items())
                self._desk.report.dropped(record.row.origin, "", shown, say("A service without a name."))
        found: dict[str, Entry] = {}
        ids = ids_for([(name, record.row.id) for record, _, name in named], self._desk.taken)
        for (record, cells, name), made_id in zip(named, ids, strict=True):
            made = fitted(self._service(record, cells, name, made_id), self._desk.report)
            if made:
                self._desk.report.use(record.row.origin)
                found[record.linked_as or f"row {record.row.origin.row}"] = made
        self._hours.close()
        if self._without_status:
            reason = say(
                "Services that do not say whether they are on are listed as active: {n}.", n=self._without_status
            )
            self._desk.report.guessed(Origin(named[0][0].row.origin.file), "status", "", reason)
        return found

    def _service(self, record: Record, cells: Cells, name: str, made_id: str) -> Entry:
        row = record.row
        links = self._links.of(record)
        rooms = self._links.virtual(record)
        kept = WordsKept(cells, self._desk.spoken)
        summary = kept.summary(name)
        own = about(self._desk, record, kept)
        alternate_name = cells.line("alternate_name")
        fields: dict[str, Writable] = {
            "id": made_id,
            "name": name,
            "alternate_names": alternate_name if alternate_name != name else "",
            "summary": summary,
            "description": "",
            **self._classified.of(record, kept),
            "languages": in_short(own.languages),
            "organization": self._organization(cells),
            "status": self._status(cells),
            "alert": self._alert(cells, kept),
            "eligibility": self._eligibility(cells, own.eligibility, kept),
            "schedule": _one_or_several(
                [
                    *self._hours.of(record.linked_as, links, kept),
                    *self._times.of(record.linked_as, [*links, *(Link(*room) for room in rooms.items())], kept),
                ]
            ),
            "location": self._location(links, kept, cells),
            "online": self._rooms.of(rooms, kept, cells),
            "contact": self._contact(record, links, rooms, cells),
            "application_process": kept.short(
                "application_process", lambda text: say("More on how to join: {text}", text=text)
            ),
            "required_documents": in_short(own.documents),
            "cost": cost(self._desk, record, cells, kept, self._today),
            "interpretation": kept.short(
                "interpretation_services", lambda text: say("More on interpreters: {text}", text=text)
            ),
            "waiting": kept.short("wait_time", lambda text: say("More on waiting: {text}", text=text)),
            "verified": self._verified(cells) or "",
        }
        # What does not fit into its field went into the description.
        fields["description"] = kept.description(summary)
        note = f"HSDS service {row.id}" if row.id else ""
        return Entry("services", row.origin, filled(**fields), row["organization_id"], note)

    def _organization(self, cells: Cells) -> str:
        original = cells.row["organization_id"]
        if not original:
            return ""
        if original in self._organizations:
            return self._organizations[original].id
        cells.dropped("organization_id", say("There is no organization with this id."))
        return ""

    def _status(self, cells: Cells) -> str:
        typed = cells.line("status")
        if not typed:
            self._without_status += 1
            return ""
        status = STATUS.get(typed.lower().replace("_", " "))
        if status is None:
            cells.dropped("status", say("This is no status that is known; the service is listed as active."))
        elif typed.lower() not in {"active", str(status)}:
            cells.changed("status", say("It is called '{status}' here.", status=str(status)))
        return "" if status in {None, Status.ACTIVE} else str(status)

    def _alert(self, cells: Cells, kept: WordsKept) -> dict[str, Writable]:
        """News of the export; a pause without any is at least told in a sentence."""
        text = kept.short("alert", lambda text: say("More news: {text}", text=text))
        if not text and STATUS.get(cells.line("status").lower().replace("_", " ")) is Status.PAUSED:
            text = self._desk.spoken(say("It is not on for the time being."))
        return {"text": text} if text else {}

    def _eligibility(self, cells: Cells, text: str, kept: WordsKept) -> Writable:
        told = kept.short("eligibility_description", lambda text: say("More on who can come: {text}", text=text))
        if told and text:
            kept.add(text, lambda text: say("Who can come: {text}", text=text))
        told = told or kept.fitting(text, lambda text: say("More on who can come: {text}", text=text))
        ages = {name: cells.line(name) for name in ("minimum_age", "maximum_age")}
        for name, typed in ages.items():
            typed = ages[name] = typed.removesuffix(".0")
            if typed and not (typed.isdecimal() and int(typed) <= 120):
                cells.dropped(name, say("'{seen}' is not an age in whole years.", seen=typed))
                ages[name] = ""
        numbers = {name: int(typed) for name, typed in ages.items() if typed}
        return filled(description=told, **numbers) if numbers else told

    def _location(self, links: Sequence[Link], kept: WordsKept, cells: Cells) -> str:
        if not links:
            return ""
        first, *others = (self._places[link.location] for link in links)
        for other in others:
            fields = {name: str(value) for name, value in other.fields.items()}
            address = Address(*(fields.get(part, "") for part in Address.__dataclass_fields__)).in_one_line
            where = ", ".join(filter(None, (fields.get("name"), address)))
            kept.add(where, lambda text: say("Also at: {text}", text=text))
            self._desk.report.kept(cells.origin, "location_id", where,
                                   say("A listing has one place; the others stand in words in its description."))  # fmt: skip
        return first.id

    def _contact(
        self, record: Record, links: Sequence[Link], rooms: Mapping[str, str], cells: Cells
    ) -> dict[str, Writable]:
        """Its own numbers and those of its contacts; where it has none, those of its places."""
        at = [("service_at_location_id", at) for at in (*(link.at for link in links), *rooms.values())]
        who = answering(self._desk, [("service_id", record.linked_as), *at], record.row)
        phones = self._desk.package.by("phones", "service_id").get(record.linked_as, []) if record.linked_as else []
        there = [row for column, id_ in at if id_ for row in self._desk.package.by("phones", column).get(id_, [])]
        own = each_once([said_of(row, record.row) for row in [*phones, *there]] + who.phones)
        contact = self._desk.contacts.contact(cells, own)
        if contact or "email" in who.fields:
            contact = {**who.fields, **contact}
        of_places = [row for link in links for row in self._phones_of_place(link)]
        if "phones" not in contact and of_places:
            found = self._desk.contacts.contact(None, of_places)
            for row in of_places if found else ():
                self._desk.report.guessed(row.origin, "number", row["number"],
                                          say("The service has no number of its own: that of its place was taken."))  # fmt: skip
            return {**who.fields, **found, **contact}
        self._desk.contacts.known_already(of_places, own)
        return contact

    def _verified(self, cells: Cells) -> date | None:
        """The day on which somebody last made sure; no day to come."""
        typed = cells.line("assured_date")
        if not typed:
            return None
        try:
            day = date.fromisoformat(typed[:10])
        except ValueError:
            cells.dropped("assured_date", say("'{seen}' is not a date that can be right.", seen=typed))
            return None
        if day > self._today:
            cells.dropped("assured_date", say("This day is still to come."))
            return None
        return day

    def _phones_of_place(self, link: Link) -> list[Row]:
        rows = self._desk.package.by("phones", "location_id").get(link.location, [])
        return [row for row in rows if not row["service_id"]]


def _one_or_several(values: Sequence[Writable]) -> Writable:
    return values[0] if len(values) == 1 else list(values)
