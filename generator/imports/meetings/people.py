"""Somebody to ask, from three cells, with no more of the name than a public page may show."""

from __future__ import annotations

from generator.imports.cells import Cells
from generator.imports.meetings.meeting import Person
from generator.imports.meetings.words import first_name
from generator.words import say


def person(cells: Cells, name_in: str, phone_in: str, email_in: str) -> Person | None:
    """The person, or None if there is no way to reach anybody; the three name their columns."""
    typed = cells.line(name_in)
    name = first_name(typed)
    if name != typed:
        # What was left out is nobody's business, in the report no more than on the page.
        reason = say("Only the first name was taken: the pages are public.")
        cells.report.changed(cells.origin, name_in, name, reason)
    found = Person(name, cells.line(phone_in), cells.mail(email_in))
    if found.phone or found.email:
        return found
    if typed:
        cells.report.dropped(cells.origin, name_in, name, say("There is no way to reach this person."))
    return None
