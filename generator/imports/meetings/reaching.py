"""How one reaches a group: numbers to call, a mail address, a page, and the number to dial in by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.imports.cells import Cells
from generator.imports.entries import filled
from generator.imports.meetings.meeting import Afar, Person
from generator.imports.phone_cells import read_numbers
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable
from generator.words import say

# What an export writes so that a phone waits before it dials on: a comma, then digits.
_WITH_EXTENSION = re.compile(r"(?P<number>[^,;]+),(?P<extension>\d{1,7})")


def contact(people: Sequence[Person], website: str, country: str, cells: Cells) -> dict[str, Writable]:
    """The contact of a listing; the first person's name stands at its head, those of others beside their numbers."""
    phones: list[Writable] = []
    email = name = ""
    for number, person in enumerate(people, start=1):
        read = _phone(person.phone, "", country, cells, f"contact_{number}_phone")
        is_first = not phones and not email
        if read and person.name and not is_first:
            read["description"] = person.name
        if read:
            phones.append(read["number"] if len(read) == 1 else read)
        if person.email and email:
            cells.dropped(f"contact_{number}_email", say("Only the first mail address was taken: a contact has one."))
        email = email or person.email
        if is_first and (read or person.email):
            name = person.name
    if not phones and not email and not website:
        return {}
    return filled(name=name, phones=one_or_several(phones), email=email, website=website)


def dial_in(afar: Afar, country: str, cells: Cells) -> Writable:
    """The number by which one takes part by phone; what cannot be read as one is left out and told."""
    if not afar.phone:
        return ""
    read = _phone(afar.phone, afar.phone_note, country, cells, "conference_phone")
    if not read:
        return ""
    return read["number"] if len(read) == 1 else read


def _phone(typed: str, note: str, country: str, cells: Cells, column: str) -> dict[str, Writable]:
    if not typed:
        return {}
    found = _WITH_EXTENSION.fullmatch(typed)
    number = found["number"] if found else typed.partition(",")[0].partition(";")[0]
    beyond = "" if found else typed[len(number) :].strip(",; ")
    read = read_numbers(number, country)
    if read.refusal or len(read.numbers) != 1:
        cells.report.dropped(cells.origin, column, typed, read.refusal or say("These are several numbers."))
        return {}
    words = "; ".join(filter(None, (read.numbers[0].get("description"), beyond and f"{beyond}", note)))
    if beyond:
        cells.report.kept(
            cells.origin, column, typed, say("What is dialled after the number stands in its description.")
        )
    return filled(
        number=read.numbers[0]["number"],
        extension=found["extension"] if found else "",
        description=" ".join(words.split())[:LONGEST_SUMMARY],
    )


def one_or_several(values: Sequence[Writable]) -> Writable:
    """One value alone, several as a list."""
    return values[0] if len(values) == 1 else list(values)
