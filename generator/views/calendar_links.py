"""Where the calendars of a site stand, and how one subscribes to them.

A calendar is a file to add once and for all, or (by its webcal address) one that a calendar program asks for daily.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.listing import Listing

ALL = "calendars/all.ics"


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """A calendar one can subscribe to."""

    path: str
    """Where its file stands in the site."""
    webcal: str
    """The address for a calendar program; empty while nobody knows where the site will stand."""


def of_listing(listing: Listing) -> str:
    """Where the calendar of a listing stands on the site."""
    return f"calendars/{listing.id}.ics"


def of_area(area_id: str) -> str:
    return f"calendars/areas/{area_id}.ics"


def of_goal(goal_id: str) -> str:
    return f"calendars/goals/{goal_id}.ics"


def of_language(code: str) -> str:
    return f"calendars/languages/{code}.ics"


def meets(listing: Listing) -> bool:
    """Whether a listing has dates at all, and so a calendar; an open door round the clock has none."""
    return any(schedule.when.has_days or schedule.extra for schedule in listing.schedule)


def calendar_link(path: str, site_url: str) -> CalendarLink:
    """The link to a calendar on a site with this address.

    >>> calendar_link("calendars/tea.ics", "https://example.org/town/").webcal
    'webcal://example.org/town/calendars/tea.ics'
    """
    _, known, place = site_url.rstrip("/").partition("://")
    return CalendarLink(path, f"webcal://{place}/{path}" if known and place else "")
