"""What one needs to take part is there.

"Online" without a word about how to join leaves a person in front of a closed door, and so does "in person" without a place.
The other way round, a link on a group that meets in one room only makes people wait in front of an empty screen.

## Passes

```yaml
groups:
  - id: evening-line
    name: Evening line
    summary: Talk in the evening.
    attending: [online, phone]
    online:
      how_to_join: Write to us and we send you the link.
    contact:
      phones: (207) 555-0142
```

## Is told

```yaml
groups:
  - id: evening-line
    name: Evening line
    summary: Talk in the evening.
    attending: [online, phone]
    contact:
      phones: (207) 555-0142
```

## How to mend it

Type what is missing: `online` with a link or a sentence on how to join, `location` with the place, a number. If the address is
given only to people who call, say so with `location: {confidential: yes}`. Or change `attending` to what is true.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject, Where
from generator.model.choice import Attending, Joining, Status
from generator.model.directory import Directory
from generator.model.listing import Listing
from generator.problems import Level
from generator.words import Words, say

ID = "ways-to-attend"
LEVEL = Level.WARNING

FROM_AFAR = frozenset({Attending.ONLINE, Attending.HYBRID})
IN_A_ROOM = frozenset({Attending.IN_PERSON, Attending.HYBRID})


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each way to attend without its details, and for details without their way."""
    for where, listing in subject.listings():
        if listing.status is not Status.ENDED:
            by_times = {
                way: ("schedule", i, "attending") for i, one in enumerate(listing.schedule) for way in one.attending
            }
            ways: dict[Attending, Where] = by_times | dict.fromkeys(listing.attending, ("attending",))
            for way, message, hint in _missing(listing, frozenset(ways), subject.directory):
                yield Finding((*where, *ways.get(way, ("attending",))), message, hint)


def _missing(
    listing: Listing, ways: frozenset[Attending], directory: Directory
) -> Iterator[tuple[Attending, Words, Words]]:
    """What does not fit to the ways one can attend, with the way it is about."""
    if ways & FROM_AFAR and listing.online is None:
        yield (
            min(ways & FROM_AFAR),
            say("It says that one can join online, but not how."),
            say("Add 'online' with a 'url' or, if the link is sent later, with 'how_to_join'."),
        )
    if ways & IN_A_ROOM and listing.location is None and not _place_is_told_first(listing):
        yield (
            min(ways & IN_A_ROOM),
            say("It says that one can come in person, but not where."),
            say("Add a 'location'; if only people who call get the address, type 'location: {confidential: yes}'."),
        )
    if Attending.PHONE in ways and not _has_number(listing, directory):
        yield (
            Attending.PHONE,
            say("It says that one can take part by phone, but there is no number."),
            say("Add 'online' with a 'phone', or a 'contact' with 'phones'."),
        )
    if ways and listing.online and listing.online.url and not ways & FROM_AFAR:
        yield (
            min(ways),
            say("There is a link to join online, but 'attending' does not say that one can."),
            say("Add 'online' to 'attending', or take the link out."),
        )
    if ways and listing.location and not ways & IN_A_ROOM:
        yield (
            min(ways),
            say("There is a place, but 'attending' does not say that one can come in person."),
            say("Add 'in_person' to 'attending', or take the place out."),
        )


def _place_is_told_first(listing: Listing) -> bool:
    return listing.joining not in {None, Joining.DROP_IN} and listing.contact is not None


def _has_number(listing: Listing, directory: Directory) -> bool:
    if listing.online and listing.online.phone:
        return True
    if listing.contact and listing.contact.phones:
        return True
    organization = directory.organization_by_id.get(listing.organization or "")
    if organization is None:
        return listing.organization is not None
    return bool(organization.contact and organization.contact.phones)
