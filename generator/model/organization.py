"""Who runs the groups and services: HSDS `organization`."""

from __future__ import annotations

from generator.model.accepted import Accepted
from generator.model.base import Part
from generator.model.contact import Contact
from generator.model.text import Id, Line, Prose, Several


class Organization(Part):
    """An organization behind one or more listings."""

    id: Id
    """Short name for links: small letters, digits and hyphens."""
    name: Line
    """Its full name."""
    alternate_names: Several[Line] = ()
    """Other names or letters it goes by."""
    description: Prose | None = None
    """What it does, in plain paragraphs; one or two sentences will do."""
    contact: Contact | None = None
    """How to reach it."""
    peer_run: bool = False
    """Yes, if it is run by people with lived experience."""
    accepted: Several[Accepted] = ()
    """Warnings and notices that are right to leave as they are, each with check and because."""
