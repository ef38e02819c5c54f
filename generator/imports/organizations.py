"""Organizations of an export, as entries of ours."""

from __future__ import annotations

from collections.abc import Mapping

from generator.imports.csv_table import Row
from generator.imports.desk import Desk, Record, records, said_of
from generator.imports.entries import Entry, filled, fitted
from generator.imports.hsds3.further import answering, each_once
from generator.imports.ids import ids_for
from generator.imports.plain_text import cut_paragraphs
from generator.imports.postal import read_address
from generator.model.text import LONGEST_SUMMARY
from generator.words import say


def organizations(desk: Desk) -> dict[str, Entry]:
    """An entry for each organization that has a name, by its id in the export."""
    named = []
    for record in records(desk.rows("organizations"), desk.report):
        cells = desk.cells(record.row)
        name = cells.line("name") or cells.line("alternate_name")
        if name:
            named.append((record, cells, name))
        else:
            desk.report.dropped(record.row.origin, "", _shown(record.row), say("An organization without a name."))
    phones = desk.package.by("phones", "organization_id")
    addresses = {
        "postal": desk.package.by("postal_addresses", "organization_id"),
        "physical": desk.package.by("physical_addresses", "organization_id"),
    }
    found: dict[str, Entry] = {}
    ids = ids_for([(name, record.row.id) for record, _, name in named], desk.taken)
    for (record, cells, name), made_id in zip(named, ids, strict=True):
        own_phones = [
            said_of(row, record.row)
            for row in phones.get(record.linked_as, [])
            if desk.is_3 or not (row["service_id"] or row["location_id"])
        ]
        note = _address_note(desk, record, addresses)
        who = answering(desk, [("organization_id", record.linked_as)], record.row)
        contact = desk.contacts.contact(cells, each_once([*own_phones, *who.phones]), note)
        if contact or "email" in who.fields:
            contact = {**who.fields, **contact}
        if note and not contact:
            desk.report.dropped(
                record.row.origin, "address_1", note, say("An organization has no field for an address.")
            )
        alternate_name = cells.line("alternate_name")
        entry = Entry(
            "organizations",
            record.row.origin,
            filled(
                id=made_id,
                name=name,
                alternate_names=alternate_name if alternate_name != name else "",
                description=cells.prose("description"),
                contact=contact,
            ),
            home=record.row.id,
            note=f"HSDS organization {record.row.id}" if record.row.id else "",
        )
        made = fitted(entry, desk.report)
        if made:
            desk.report.use(record.row.origin)
            found[record.linked_as or f"row {record.row.origin.row}"] = made
    return found


def _address_note(desk: Desk, record: Record, addresses: Mapping[str, Mapping[str, list[Row]]]) -> str:
    """The organization's address in words: it has no field of its own."""
    said = []
    for kind, rows in addresses.items():
        for row in rows.get(record.linked_as, []):
            if row["location_id"] or row["service_id"]:
                continue
            cells = desk.cells(said_of(row, record.row))
            address = read_address(cells, desk.towns).in_one_line
            attention = cells.line("attention")
            address = ", ".join(filter(None, (attention, address)))
            if not address:
                desk.report.pass_over(row.origin)
                continue
            desk.report.use(row.origin)
            cells.kept(
                "address_1", say("An organization has no field for an address: it stands in the note of its contact.")
            )
            words = (
                say("Address: {address}", address=address)
                if kind == "physical"
                else say("Address for letters: {address}", address=address)
            )
            said.append(desk.spoken(words))
    return cut_paragraphs(" ".join(said), LONGEST_SUMMARY)


def _shown(row: Row) -> str:
    return ", ".join(f"{column}: {text}" for column, text in row.values.items())
