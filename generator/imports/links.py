"""Which places belong to which services: what the export says, or what it leaves no other reading for.

An export should say so in `services_at_location.csv`. Where it says nothing, one thing is taken as a sign: of all places of
the organization exactly one has the phone number of the service. That is told as a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.imports.contacts import key_of
from generator.imports.csv_table import Row
from generator.imports.desk import Desk, Record
from generator.imports.entries import Entry
from generator.words import say

LINKING = ("services_at_location", "regular_schedules", "phones", "physical_addresses")
"""Tables whose rows may name a service and a location together."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place of a service."""

    location: str
    """Id of the location in the export."""
    at: str = ""
    """Id of this service at this location, if the export has one."""
    is_guess: bool = False


class Links:
    """The places of each service."""

    def __init__(self, desk: Desk, places: Mapping[str, Entry]) -> None:
        self._desk = desk
        self._places = places
        self._said: dict[str, dict[str, Link]] = {}
        self._virtual: dict[str, dict[str, str]] = {}
        for table in LINKING:
            for row in desk.package.rows(table):
                self._note(table, row)
        self._by_organization: dict[str, list[str]] = {}
        for location, place in places.items():
            self._by_organization.setdefault(place.home, []).append(location)
        self._numbers = {
            location: {key_of(row["number"]) for row in rows if not row["service_id"]} - {""}
            for location, rows in desk.package.by("phones", "location_id").items()
        }

    def of(self, record: Record) -> list[Link]:
        """The places of a service, in the order in which the export names them."""
        said = list(self._said.get(record.linked_as, {}).values()) if record.linked_as else []
        return said or self._guess(record)

    def virtual(self, record: Record) -> Mapping[str, str]:
        """The rooms on the net and lines to dial in of a service, with the id of this service there."""
        return self._virtual.get(record.linked_as, {}) if record.linked_as else {}

    def _note(self, table: str, row: Row) -> None:
        service, location = row["service_id"], row["location_id"]
        if not service or not location or service in self._desk.own:
            return
        known = location in self._places
        if location in self._desk.virtual:
            if table == "services_at_location":
                self._desk.report.use(row.origin)
                self._virtual.setdefault(service, {}).setdefault(location, row.id)
            return
        if table == "services_at_location":
            if known:
                self._desk.report.use(row.origin)
            else:
                self._desk.report.dropped(
                    row.origin, "location_id", location, say("There is no location with this id.")
                )
        at = row.id if table == "services_at_location" else ""
        if known:
            self._said.setdefault(service, {}).setdefault(location, Link(location, at))

    def _guess(self, record: Record) -> list[Link]:
        organization = record.row["organization_id"]
        own = {
            key_of(row["number"]) for row in self._desk.package.by("phones", "service_id").get(record.linked_as, [])
        } - {""}
        if not own or not organization:
            return []
        alike = [
            place for place in self._by_organization.get(organization, []) if own & self._numbers.get(place, set())
        ]
        if len(alike) != 1:
            return []
        self._desk.report.guessed(
            record.row.origin,
            "",
            f"{record.row['name']} → {self._places[alike[0]].fields.get('name', alike[0])}",
            say(
                "The export does not say where it is. Of the places of its organization only this one has its phone number, "
                "so it was taken, with its hours."
            ),
        )
        return [Link(alike[0], is_guess=True)]
