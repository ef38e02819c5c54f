"""Locations of an export with their addresses, as places of ours."""

from __future__ import annotations

from dataclasses import replace

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.desk import Desk, Record, records, said_of
from generator.imports.entries import Entry, filled, fitted
from generator.imports.ids import ids_for
from generator.imports.postal import Address, read_address
from generator.imports.setting import country_code
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable
from generator.words import say

_ACCESSIBILITY = say("It stands in words under 'accessibility_note'.")


def places(desk: Desk) -> dict[str, Entry]:
    """An entry for each location that has a name or an address, by its id in the export."""
    accessible = desk.package.by("accessibility", "location_id")
    described = []
    for record in records(desk.rows("locations"), desk.report):
        if record.row.id in desk.virtual:
            continue
        cells = desk.cells(record.row)
        name = cells.line("name") or cells.line("alternate_name")
        address = _address(desk, record)
        if name or address.in_one_line:
            described.append((record, cells, name, address))
        else:
            desk.report.dropped(record.row.origin, "", record.row.id, say("A place without a name and an address."))
    ids = ids_for([(name or address.in_one_line, record.row.id) for record, _, name, address in described], desk.taken)
    found: dict[str, Entry] = {}
    for (record, cells, name, address), made_id in zip(described, ids, strict=True):
        if name and cells.row["name"] and cells.row["alternate_name"]:
            cells.dropped("alternate_name", say("A place has one name."))
        if cells.row["description"]:
            cells.kept("description", say("It stands under 'directions': a place has no field for a description."))
        if cells.row["url"]:
            cells.dropped("url", say("A place has no page of its own."))
        entry = Entry(
            "locations",
            record.row.origin,
            filled(
                id=made_id,
                name=name,
                address=address.address,
                address_2=address.address_2,
                city=address.city,
                state_province=address.state_province,
                postal_code=address.postal_code,
                **_coordinates(cells),
                directions=cells.summary("description"),
                transit=cells.summary("transportation"),
                accessibility_note=_accessibility(desk, record, accessible.get(record.linked_as, [])),
            ),
            home=record.row["organization_id"],
            note=f"HSDS location {record.row.id}" if record.row.id else "",
        )
        made = fitted(entry, desk.report)
        if made:
            desk.report.use(record.row.origin)
            found[record.linked_as or f"row {record.row.origin.row}"] = made
    return found


def _address(desk: Desk, record: Record) -> Address:
    """Where people go: the physical address, or else the one for letters if it is no box."""
    physical = _rows_of(desk, "physical_addresses", record)
    postal = _rows_of(desk, "postal_addresses", record)
    found = [(row, read_address(desk.cells(row), desk.towns)) for row in physical]
    if not found:
        for row in postal:
            address = read_address(desk.cells(row), desk.towns)
            if address.is_box:
                desk.report.dropped(
                    row.origin, "address_1", address.in_one_line, say("A box for letters is no place to go to.")
                )
            elif address.in_one_line:
                desk.report.guessed(row.origin, "address_1", address.in_one_line,
                                    say("The address for letters was taken as that of the place: no other is given."))  # fmt: skip
                found.append((row, address))
    else:
        for row in postal:
            desk.report.dropped(
                row.origin, "address_1", row["address_1"], say("A place has one address, where people go to.")
            )
    for row, address in found[1:]:
        desk.report.dropped(
            row.origin, "address_1", address.in_one_line, say("A place has one address; this is a further one.")
        )
    if not found:
        return Address()
    row, address = found[0]
    desk.report.use(row.origin)
    if row["country"] and country_code(row["country"]) != desk.contacts.country:
        reason = say("It is in another country than the directory, and a place here has none of its own.")
        desk.report.dropped(row.origin, "country", row["country"], reason)
    return address


def _rows_of(desk: Desk, table: str, record: Record) -> list[Row]:
    if not record.linked_as:
        return []
    return [said_of(row, record.row) for row in desk.package.by(table, "location_id").get(record.linked_as, [])]


def _coordinates(cells: Cells) -> dict[str, Writable]:
    """Latitude and longitude, if both are there and lie on land or sea as we know it."""
    typed = cells.row["latitude"], cells.row["longitude"]
    if not any(typed):
        return {}
    try:
        latitude, longitude = (float(text) for text in typed)
    except ValueError:
        cells.report.dropped(cells.origin, "latitude", " ".join(typed), say("These are not two numbers."))
        return {}
    # NaN is equal to nothing, not even to itself, and so never within the range.
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude == longitude == 0):
        cells.report.dropped(
            cells.origin, "latitude", " ".join(typed), say("There is no such spot, or nobody lives there.")
        )
        return {}
    return {"latitude": latitude, "longitude": longitude}


def _accessibility(desk: Desk, record: Record, rows: list[Row]) -> str:
    said = []
    for row in rows:
        cells = desk.cells(said_of(row, record.row))
        words = _joined(list(filter(None, map(cells.line, ("accessibility", "description", "details")))))
        if words:
            said.append(words)
            desk.report.use(row.origin)
            cells.kept("accessibility", _ACCESSIBILITY)
    text = "; ".join(said)
    if len(text) > LONGEST_SUMMARY:
        origin = replace(record.row.origin, file=rows[0].origin.file, row=rows[0].origin.row)
        desk.report.dropped(
            origin, "accessibility", text, say("Only the beginning was taken: it is too long for a note.")
        )
        text = text[:LONGEST_SUMMARY].rpartition(" ")[0]
    return text


def _joined(texts: list[str]) -> str:
    """Short names with a colon before what follows, sentences with a space."""
    words = ""
    for text in texts:
        words += f"{' ' if words.endswith(('.', '!', '?')) else ': '}{text}" if words else text
    return words
