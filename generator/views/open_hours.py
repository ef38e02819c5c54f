"""The coming hours of a service, so that its page can say whether somebody is there just now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.listing import Listing
from generator.views.survey import DAYS_IN_PAGES, Survey


@dataclass(frozen=True, slots=True)
class OpenHours:
    """From when to when it is open once."""

    opens: str
    closes: str
    iso: str
    until: str
    """When it closes, as ISO 8601."""
    opens_on: str
    """When it opens, with its day: `Tue 24 Nov 18:30`."""


def open_hours(listing: Listing, survey: Survey) -> Sequence[OpenHours]:
    """The hours of the coming days; none of a group, or where nobody typed when it closes."""
    if listing.kind is Kind.GROUP:
        return []
    time, here = survey.language.time, survey.start.tzinfo
    return [
        OpenHours(
            opens=time(survey.start_of(hours).time()),
            closes=time(hours.end.astimezone(here).time()),
            iso=survey.iso(hours),
            until=hours.end.astimezone(here).isoformat(),
            opens_on=survey.when_next(hours),
        )
        for hours in survey.coming(listing)
        if hours.is_timed and hours.end and survey.day_of(hours) < survey.today + DAYS_IN_PAGES
    ]
