"""A neighbour's listings as entries of our directory: other ids, our words where they are the same, theirs where not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from generator.model.contact import Contact
from generator.model.directory import Directory
from generator.model.listing import Listing, PeerGroup, Service
from generator.model.neighbour import IncludedDirectory, Neighbour, joined_id
from generator.model.organization import Organization
from generator.model.place import Location
from generator.model.taxonomy import Area
from generator.neighbours.abroad import Abroad
from generator.neighbours.snapshot import Snapshot
from generator.problems import Say

L = TypeVar("L", bound=Listing)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one neighbour adds to our directory."""

    neighbour: Neighbour
    areas: Sequence[Area]
    organizations: Sequence[Organization]
    locations: Sequence[Location]
    groups: Sequence[PeerGroup]
    services: Sequence[Service]


def taken_in(included: IncludedDirectory, snapshot: Snapshot, ours: Directory, today: date, spoken: Say) -> TakenIn:
    """The listings of a snapshot, for showing in our directory."""
    return _Taking(included, snapshot, ours, today, spoken).all()


class _Taking:
    def __init__(
        self, included: IncludedDirectory, snapshot: Snapshot, ours: Directory, today: date, spoken: Say
    ) -> None:
        self._included = included
        self._snapshot = snapshot
        self._today = today
        self._abroad = Abroad(snapshot.about, ours.about, spoken)
        self._goals = set(ours.goal_by_id)
        self._audiences = set(ours.audience_by_id)
        # Areas are local: an Old Town of theirs is ours only if it is called the same in every way.
        self._areas = {
            area.id for area in ours.areas if snapshot.areas.get(area.id, "").casefold() == area.name.casefold()
        }
        self._listings = {listing.id for listing in snapshot.listings}
        self._organizations = {organization.id for organization in snapshot.organizations}
        self._locations = {location.id for location in snapshot.locations}
        self._town = included.id
        self._has_town = self._town in ours.area_by_id
        self._said: dict[str, tuple[str, ...]] = {}

    def all(self) -> TakenIn:
        snapshot, about, name = self._snapshot, self._snapshot.about, self._included.id
        groups = [self._listing(group) for group in snapshot.groups]
        services = [self._listing(service) for service in snapshot.services]
        town = Area(id=self._town, name=about.area_served)
        return TakenIn(
            neighbour=Neighbour(
                id=name,
                name=self._included.name or about.name,
                area_served=about.area_served,
                site=snapshot.site or None,
                licence=about.licence,
                made=snapshot.made if snapshot.made and snapshot.made <= self._today else None,
                area="" if self._has_town else self._town,
                pages={self._id(id_): page for id_, page in snapshot.pages.items() if id_ in self._listings},
                said=self._said,
            ),
            areas=() if self._has_town or not (groups or services) else (town,),
            organizations=[
                organization.model_copy(
                    update={
                        "id": self._id(organization.id),
                        "contact": self._contact(organization.contact),
                        "accepted": (),
                    }
                )
                for organization in snapshot.organizations
            ],
            locations=[self._place(location) for location in snapshot.locations],
            groups=groups,
            services=services,
        )

    def _id(self, id_: str) -> str:
        return joined_id(self._included.id, id_)

    def _listing(self, listing: L) -> L:
        id_ = self._id(listing.id)
        said = [
            *_unknown(listing.goals, self._goals, self._snapshot.goals),
            *_unknown(listing.areas, self._areas, self._snapshot.areas),
            *_unknown(listing.eligibility.audiences, self._audiences, self._snapshot.audiences),
        ]
        if said:
            self._said[id_] = tuple(dict.fromkeys(said))
        changed: dict[str, Any] = {
            "id": id_,
            "goals": _known(listing.goals, self._goals),
            # All of them serve their own town, and some of them a part of it that has a name there.
            "areas": tuple(dict.fromkeys((self._town, *_known(listing.areas, self._areas)))),
            "eligibility": listing.eligibility.model_copy(
                update={"audiences": _known(listing.eligibility.audiences, self._audiences)}
            ),
            "keywords": tuple(dict.fromkeys((*listing.keywords, *said))),
            "related": tuple(self._id(other) for other in listing.related if other in self._listings),
            "organization": self._id(listing.organization) if listing.organization in self._organizations else None,
            "location": self._location(listing.location),
            # When it is too old for us is our own rule, and their exceptions are no exceptions here.
            "review_every": None,
            "accepted": (),
            "verified": listing.verified if listing.verified and listing.verified <= self._today else None,
            "verified_by": None,
            **self._abroad.changes(listing),
            "contact": self._contact(listing.contact),
            # Their worksheets are not taken in, and one of ours by the same short name may be another.
            "worksheets": (),
        }
        return listing.model_copy(update=changed)

    def _contact(self, contact: Contact | None) -> Contact | None:
        told = self._abroad.contact(contact)
        return told.model_copy(update={"name": None}) if told and told.name else told

    def _location(self, typed: str | Location | None) -> str | Location | None:
        if isinstance(typed, Location):
            return self._place(typed)
        return self._id(typed) if typed in self._locations and typed else None

    def _place(self, place: Location) -> Location:
        return place.model_copy(update={"id": self._id(place.id) if place.id else None, "accepted": ()})


def _known(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _unknown(ids: Iterable[str], known: Collection[str], names: Mapping[str, str]) -> list[str]:
    """The names there of what has no place here."""
    return [names[id_] for id_ in ids if id_ not in known and id_ in names]
