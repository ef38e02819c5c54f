"""What a directory says that its HSDS does not: told to those who export it, entry by entry.

Some of it is left out on purpose, as all of a confidential place; some has no place in the standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.exports.promised import promised_since
from generator.model.listing import Listing
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.views.survey import Survey
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that is not told."""

    id: str
    """Of the entry."""
    field: str
    reason: Words


def losses(survey: Survey) -> Iterator[Loss]:
    """Everything that somebody who reads the HSDS of this directory cannot know."""
    directory = survey.directory
    for sheet in directory.worksheets:
        yield Loss(sheet.id, "", say("HSDS knows no worksheets."))
    for organization in directory.organizations:
        if organization.accepted:
            yield Loss(organization.id, "accepted", _FOR_CURATORS)
    for listing in directory.listings:
        yield from _of_listing(listing, survey)


_FOR_CURATORS = say("Accepted warnings are only for those who keep the directory.")


def _of_listing(listing: Listing, survey: Survey) -> Iterator[Loss]:
    place = survey.directory.location_of(listing)
    entries = survey.directory.entry_by_id
    if listing.worksheets or any(not isinstance(entries.get(other), Listing) for other in listing.related):
        yield Loss(listing.id, "worksheets", say("HSDS knows no worksheets."))
    if listing.accepted:
        yield Loss(listing.id, "accepted", _FOR_CURATORS)
    if place is not None and place.confidential:
        yield Loss(listing.id, "location", say("Of a confidential place only that it is one."))
    if listing.alert and survey.alert(listing) is None:
        yield Loss(listing.id, "alert", say("The news are over."))
    for schedule in listing.schedule:
        if _is_past(schedule, promised_since(listing, survey.today), survey.today):
            yield Loss(listing.id, "schedule", say("Dates and breaks that are over."))
        if schedule.when.frequency is Frequency.DATES and (schedule.cancelled or schedule.breaks):
            yield Loss(listing.id, "schedule", say("Single dates that fall out are left out, without the reason."))


def _is_past(schedule: Schedule, since: date, today: date) -> bool:
    """Whether some of its dates are so old that nobody is told of them."""
    if any(off.date < since for off in schedule.cancelled) or any(to.day < since for to in schedule.extra):
        return True
    return any(pause.last < today for pause in schedule.breaks) or any(
        max(moved.date, moved.to.day) < since for moved in schedule.moved
    )
