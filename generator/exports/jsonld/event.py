"""A peer group as `Event`: people who meet, on a schedule, somewhere or online."""

from __future__ import annotations

from generator.exports.jsonld.event_schedule import event_schedules
from generator.exports.jsonld.node import SCHEMA, Node, node
from generator.exports.jsonld.place import AT_A_PLACE, FROM_AFAR, place_of, virtual_location, ways
from generator.exports.jsonld.terms import FREE, about, audience, goals, languages, offer, reviewed, run_by
from generator.model.choice import Attending, Status
from generator.model.listing import Listing
from generator.views.survey import Survey

_STATUS = {Status.ACTIVE: "EventScheduled", Status.PAUSED: "EventPostponed", Status.ENDED: "EventCancelled"}


def event(listing: Listing, survey: Survey, url: str) -> Node:
    """The group and its meetings. Times are told only while they may be counted on.

    A first and last date stand in the schedules: schema.org wants no others beside them.
    """
    return node(
        "Event",
        **about(listing, url),
        eventStatus=_status(listing, survey),
        eventAttendanceMode=_attendance(listing, survey),
        eventSchedule=event_schedules(listing, survey) if survey.is_offered(listing) else None,
        location=[found for found in (place_of(listing, survey), virtual_location(listing, survey)) if found],
        organizer=run_by(listing, survey, url),
        isAccessibleForFree=FREE.get(listing.cost.kind) if listing.cost else None,
        offers=offer(listing.cost, survey),
        inLanguage=languages(listing, survey),
        audience=audience(listing.eligibility, survey),
        keywords=goals(listing, survey),
        subjectOf=reviewed(listing, url, survey),
    )


def _status(listing: Listing, survey: Survey) -> str | None:
    """What the town says of it. Of one that nobody has made sure of for too long, it does not say that it will be."""
    is_doubtful = listing.status is Status.ACTIVE and not survey.is_offered(listing)
    return None if is_doubtful else f"{SCHEMA}{_STATUS[listing.status]}"


def _attendance(listing: Listing, survey: Survey) -> str | None:
    there = ways(listing, survey)
    if not there:
        return None
    if Attending.HYBRID in there or (there & AT_A_PLACE and there & FROM_AFAR):
        mode = "Mixed"
    else:
        mode = "Offline" if there & AT_A_PLACE else "Online"
    return f"{SCHEMA}{mode}EventAttendanceMode"
