"""From which day on a listing's dates may be told to programs."""

from __future__ import annotations

from datetime import date

from generator.model.listing import Listing


def promised_since(listing: Listing, today: date) -> date:
    """The day on which somebody made sure of the listing: nothing older is promised, and the day stays until they do again.

    Without one, the first day of this year. Both change seldom, so that programs are not told of a change that is none.
    """
    return min(listing.verified or date(today.year, 1, 1), today)
