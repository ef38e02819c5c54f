"""Somebody can be reached, or one can simply come.

A listing is of use only if it leads to people. It needs a number, an address or a page of its own or of the organization that
runs it; or a time and a place where one can drop in.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact:
      email: tuesday@example.org
```

## Is told

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
```

## How to mend it

Add a `contact` with `phones`, `text`, `email`, `website` or `form`. If nobody can be asked and people just come, type
`schedule` and `location`, and `joining: drop_in`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.choice import Joining, Status
from generator.model.directory import Directory
from generator.model.listing import Listing
from generator.problems import Level
from generator.words import say

ID = "reachable"
LEVEL = Level.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each active listing that leads to nobody."""
    for where, listing in subject.listings():
        if listing.status is Status.ACTIVE and not _leads_to_somebody(listing, subject.directory):
            yield Finding(
                where,
                say("Nobody can be reached here, and nothing says when and where one can simply come."),
                say("Add a 'contact', or 'joining: drop_in' with a 'schedule' and a 'location'."),
            )


def _leads_to_somebody(listing: Listing, directory: Directory) -> bool:
    if listing.contact or (listing.online and (listing.online.url or listing.online.phone)):
        return True
    if listing.organization:
        organization = directory.organization_by_id.get(listing.organization)
        # An organization that is unknown or could not be read wholly may well have a number.
        if organization is None or organization.contact:
            return True
    return bool(listing.schedule) and listing.joining is Joining.DROP_IN and _has_a_door(listing, directory)


def _has_a_door(listing: Listing, directory: Directory) -> bool:
    place = directory.location_of(listing)
    # A location that is unknown or could not be read wholly may well have a door.
    return listing.location is not None if place is None else not place.confidential
