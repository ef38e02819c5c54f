"""How a row says that one reaches, joins and pays: contact, online place, cost, place, in the form of our files."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from generator.imports.entries import filled
from generator.imports.fees import read_fees
from generator.imports.phone_cells import read_numbers
from generator.imports.sheet.addresses import parted
from generator.imports.sheet.known import Known, id_of
from generator.imports.sheet.sheet_cells import SheetCells, one_or_several, yes_or_no
from generator.imports.words_kept import WordsKept
from generator.model.base import Refused
from generator.model.choice import Access, Attending, Choice, CostKind, choose
from generator.model.phone import TextLine, number_problem
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable
from generator.words import say

ATTENDING: Mapping[str, Attending] = {
    **dict.fromkeys(("in person", "face to face", "f2f", "on site", "onsite"), Attending.IN_PERSON),
    **dict.fromkeys(("online", "zoom", "virtual", "video", "on zoom"), Attending.ONLINE),
    **dict.fromkeys(("phone", "telephone", "by phone"), Attending.PHONE),
    **dict.fromkeys(("hybrid", "in person and online", "online and in person"), Attending.HYBRID),
}
"""Words by which people say how one takes part."""
HIDDEN = ("street", "street_2", "postal_code", "latitude", "longitude", "directions", "transit")
"""Columns that would lead to the door of a confidential place."""


def answer(kind: type[Choice], text: str) -> Choice | None:
    """One of the fixed answers, if the text is one."""
    try:
        return choose(kind, text)
    except Refused:
        return None


def contact(cells: SheetCells, country: str) -> dict[str, Writable]:
    """The contact of a row; empty if it says no way to reach anybody."""
    found = filled(
        phones=_phones(cells, country),
        text=_texts(cells, country),
        email=cells.mail("email"),
        website=cells.web("website"),
        form=cells.web("form"),
    )
    name = cells.line("contact_name")
    if not name:
        return found
    if " " in name or not found:
        # A first name is all that belongs on a public page.
        reason = (
            say("Only a first name belongs here: the page is public.")
            if " " in name
            else say("There is no way to reach this person.")
        )
        cells.dropped("contact_name", reason)
        return found
    return {"name": name, **found}


def _phones(cells: SheetCells, country: str) -> Writable:
    found: list[Writable] = []
    for piece in cells.each("phones"):
        read = read_numbers(piece, country)
        if read.refusal:
            cells.report.dropped(cells.origin, cells.head("phones"), piece, read.refusal)
            continue
        if read.change:
            cells.report.changed(cells.origin, cells.head("phones"), piece, read.change)
        for number in read.numbers:
            one: Writable = number["number"] if len(number) == 1 else dict(number)
            if one not in found:
                found.append(one)
    return found[0] if len(found) == 1 else found


def _texts(cells: SheetCells, country: str) -> Writable:
    found: list[str] = []
    for piece in cells.each("text"):
        typed = piece.removeprefix("Text ")
        try:
            problem = number_problem(TextLine.model_validate(typed), country)
        except ValidationError:
            problem = Refused("phone-number", say("There is no number to text in it."), say("Type it anew."))
        if problem is None:
            found.append(typed)
        else:
            cells.report.dropped(cells.origin, cells.head("text"), piece, problem.message)
    return one_or_several(found) if found else ""


def online(cells: SheetCells, country: str) -> dict[str, Writable]:
    """How one joins from afar."""
    phone = cells.line("online_phone")
    if phone:
        read = read_numbers(phone, country)
        if read.refusal or len(read.numbers) != 1:
            cells.dropped("online_phone", read.refusal or say("There are several numbers in it."))
            phone = ""
    return filled(url=cells.web("online_url"), platform=cells.line("online_platform"), phone=phone)


def attending(cells: SheetCells, kept: WordsKept) -> Writable:
    """How one takes part, where the words are clear."""
    found: list[str] = []
    for piece in cells.each("attending"):
        word = " ".join(piece.casefold().replace("-", " ").replace("_", " ").split())
        known = ATTENDING.get(word)
        if known is not None:
            found.append(str(known))
        else:
            kept.add(piece, lambda text: say("How one takes part: {text}", text=text))
            cells.kept("attending", say("It stands in words in the description."))
    return one_or_several(list(dict.fromkeys(found))) if found else ""


def cost(cells: SheetCells, kept: WordsKept) -> Writable:
    """What it costs, where the kind of price is certain."""
    text, note = cells.line("cost"), cells.line("cost_note")
    if not text and not note:
        return ""
    kind = answer(CostKind, text) if text else None
    read: Writable | None = str(kind) if kind else read_fees(text) if text else None
    if read is None:
        kept.add(" ".join(filter(None, (text, note))), lambda text: say("Cost: {text}", text=text))
        cells.kept(
            "cost" if text else "cost_note",
            say("It does not say for certain what kind of price it is; it stands in the description."),
        )
        return ""
    if not note:
        return read
    if isinstance(read, Mapping) or len(note) > LONGEST_SUMMARY:
        kept.add(note, lambda text: say("Cost: {text}", text=text))
        return read
    return {"kind": read, "note": note}


def place(cells: SheetCells, known: Known, country: str) -> Writable:
    """Where it is: the id of a place that the directory has, or the place itself."""
    _part(cells, country)
    name, street = cells.line("place"), cells.line("street")
    identity = id_of(name, known.locations) if name else ""
    if identity and (not street or street.casefold() == known.streets.get(identity, street).casefold()):
        return identity
    confidential = yes_or_no(cells.row["address_on_request"]) is True
    if confidential:
        for target in HIDDEN:
            if cells.row[target]:
                cells.report.dropped(cells.origin, cells.head(target), "",
                                     say("The place is confidential, so what leads to its door was left out."))  # fmt: skip
    elif cells.row["address_on_request"] and yes_or_no(cells.row["address_on_request"]) is None:
        cells.dropped("address_on_request", say("It says neither yes nor no."))
    access, note = _access(cells)
    hidden = {} if confidential else {
        "address": street,
        "address_2": cells.line("street_2"),
        "postal_code": cells.line("postal_code"),
        **_spot(cells),
        "directions": cells.summary("directions"),
        "transit": cells.summary("transit"),
    }  # fmt: skip
    found = filled(
        name=name,
        city=cells.line("city"),
        state_province=cells.line("state_province"),
        accessibility=access,
        accessibility_note=note,
        confidential="yes" if confidential else "",
        **hidden,
    )
    order = ("name", "address", "address_2", "city", "state_province", "postal_code", "latitude", "longitude", "directions",
             "transit", "accessibility", "accessibility_note", "confidential")  # fmt: skip
    return {name: found[name] for name in order if name in found}


def _part(cells: SheetCells, country: str) -> None:
    """Tell apart an address that stands in one cell, where no other column says a part of it."""
    parts = (
        {} if any(map(cells.line, ("city", "state_province", "postal_code"))) else parted(cells.line("street"), country)
    )
    if parts:
        cells.changed("street", say("The address was told apart: street, town, postal code."))
        cells.fill(parts)


def _access(cells: SheetCells) -> tuple[Writable, str]:
    """What the place offers, and in words what has no answer of its own."""
    found: list[str] = []
    words: list[str] = []
    for piece in cells.each("accessibility"):
        known = answer(Access, piece)
        if known is not None:
            found.append(str(known))
        else:
            head = cells.head("accessibility").replace("_", " ").capitalize()
            words.append(f"{head}: {piece}" if yes_or_no(piece) is not None else piece)
    if words:
        cells.kept("accessibility", say("It stands in words under 'accessibility_note'."))
    note = "; ".join(words)
    if len(note) > LONGEST_SUMMARY:
        cells.dropped("accessibility", say("Only the beginning was taken: it is too long for a note."))
        note = note[:LONGEST_SUMMARY].rpartition(" ")[0]
    return (one_or_several(list(dict.fromkeys(found))) if found else ""), note


def _spot(cells: SheetCells) -> dict[str, Writable]:
    typed = cells.row["latitude"], cells.row["longitude"]
    if not any(typed):
        return {}
    try:
        north, east = (float(text.replace(",", ".")) for text in typed)
    except ValueError:
        cells.dropped("latitude" if typed[0] else "longitude", say("These are not two numbers."))
        return {}
    # NaN is equal to nothing, not even to itself, and so never within the range.
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (north == east == 0):
        cells.dropped("latitude", say("There is no such spot, or nobody lives there."))
        return {}
    return {"latitude": north, "longitude": east}
