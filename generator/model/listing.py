"""Peer groups and services: the listings one goes to, calls or joins (HSDS `service` with its locations and schedules)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Discriminator, Tag

from generator.model.choice import Attending, Joining, Kind, LedBy, Status
from generator.model.contact import Contact
from generator.model.entry import Alert, Entry
from generator.model.place import Location, OnlinePlace
from generator.model.schedule import ScheduleLines
from generator.model.terms import Cost, Eligibility
from generator.model.text import Id, Line, Prose, Several, Summary


def _id_or_place(typed: object) -> str:
    return "<id>" if isinstance(typed, str) else "<place>"


# Told apart by their shape, so that a mistake inside a place is told as what it is. `generator.model.refusals` drops the
# names in angle brackets from the path.
IdOrLocation = Annotated[Annotated[Id, Tag("<id>")] | Annotated[Location, Tag("<place>")], Discriminator(_id_or_place)]


class Listing(Entry):
    """What a peer group and a service share: who runs it, when, where, how to join, what it costs."""

    organization: Id | None = None
    """Id of the organization that runs it."""
    status: Status = Status.ACTIVE
    """active, paused or ended."""
    alert: Alert | None = None
    """News that must be seen first: a changed room, a pause."""
    is_not: Summary | None = None
    """What it is not, so that nobody is disappointed: It is not therapy."""
    first_visit: Prose | None = None
    """What happens the first time somebody comes, told to a nervous person."""
    eligibility: Eligibility = Eligibility()
    """Who can come: a sentence, or description, not_for, audiences, minimum_age, maximum_age."""
    schedule: ScheduleLines = ()
    """When it is: one line (Tuesday 18:30-20:00) or several."""
    attending: Several[Attending] = ()
    """How one takes part: in_person, online, phone, hybrid."""
    areas: Several[Id] = ()
    """Ids of the areas it serves; leave out if it serves all."""
    location: IdOrLocation | None = None
    """Where it is: the id of a location, or the place itself."""
    online: OnlinePlace | None = None
    """How one joins online or by phone."""
    contact: Contact | None = None
    """How to reach somebody: phones, text, email, website."""
    joining: Joining | None = None
    """How one comes in: drop_in, contact_first, sign_up or referral."""
    application_process: Summary | None = None
    """What to do to join, in words: Call Sam the day before."""
    required_documents: Several[Line] = ()
    """What to bring: an insurance card, proof of address."""
    cost: Cost | None = None
    """free, or kind, amount and note."""
    interpretation: Summary | None = None
    """How to get an interpreter."""
    worksheets: Several[Id] = ()
    """Ids of worksheets that go well with it."""


class PeerGroup(Listing):
    """People with a shared experience who meet as equals.

    ```yaml
    groups:
      - id: tuesday-talkers
        name: Tuesday Talkers
        summary: Tea and talk among people who have known low mood from the inside.
        goals: [friends-and-family, coping]
        schedule: Tuesday 18:30-20:00
        location: alder-street-library
        joining: drop_in
        cost: free
        contact:
          phones: (207) 555-0142
        verified: 2026-10-04
    ```
    """

    kind: ClassVar[Kind] = Kind.GROUP

    led_by: LedBy | None = None
    """Who leads it: peers, professionals, peers_and_professionals, family, volunteers."""
    group_size: Line | None = None
    """How many people usually come: 6 to 12."""


class Service(Listing):
    """Help given by an organization: advice, treatment, housing, work, a warm line."""

    kind: ClassVar[Kind] = Kind.SERVICE

    waiting: Summary | None = None
    """How long people usually wait, and what they can do meanwhile."""
    peer_workers: bool = False
    """Yes, if people with lived experience work there as such."""
