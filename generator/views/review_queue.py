"""What is to be asked again, the longest overdue first, and whom one may ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.choice import Status
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.views.freshness import Freshness, State
from generator.views.survey import Survey
from generator.views.ways import Way, ways_of_contact
from generator.words import Words, say

# One that visitors no longer find is the most urgent; among equals the one asked longest ago.
URGENCY = (State.HIDDEN, State.OVERDUE, State.DUE)

STATES: dict[State, Words] = {
    State.HIDDEN: say("hidden"),
    State.OVERDUE: say("overdue"),
    State.DUE: say("due soon"),
    State.CHECKED: say("checked"),
}


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One entry that somebody should ask about."""

    id: str
    section: str
    name: str
    freshness: Freshness
    verified_by: str
    whom: str
    """The person or desk that is named for it, and what they do."""
    ways: Sequence[Way]
    """How to reach them, the quickest first; the organization's ways where the listing has none."""

    @property
    def state(self) -> State:
        return self.freshness.state


def review_queue(survey: Survey) -> list[ToAsk]:
    """Every listing that is due, overdue or hidden, and every worksheet that says when it was checked and is."""
    return sorted(_to_ask(survey), key=lambda row: (URGENCY.index(row.state), row.freshness.verified or date.min))


def _to_ask(survey: Survey) -> Iterator[ToAsk]:
    directory = survey.directory
    for section in ("groups", "services", "worksheets"):
        for entry in getattr(directory, section):
            fresh = survey.freshness(entry)
            if fresh.state in URGENCY and _is_kept(entry) and not directory.neighbour_of(entry):
                yield _row(entry, section, fresh, survey)


def _is_kept(entry: Entry) -> bool:
    """Nobody needs to ask about what has ended; a worksheet has no times that could become untrue."""
    return entry.status is not Status.ENDED if isinstance(entry, Listing) else entry.verified is not None


def _row(entry: Entry, section: str, fresh: Freshness, survey: Survey) -> ToAsk:
    contact = survey.contact_of(entry) if isinstance(entry, Listing) else None
    whom = ", ".join(text for text in (contact.name, contact.role) if text) if contact else ""
    country = survey.directory.about.country
    ways = ways_of_contact(contact, country, survey.language)
    return ToAsk(entry.id, section, entry.name, fresh, entry.verified_by or "", whom, ways)
