"""A neighbour's directory at one moment, typed by our model, and how it is kept in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.about import About
from generator.model.listing import PeerGroup, Service
from generator.model.organization import Organization
from generator.model.place import Location
from generator.model.taxonomy import Area, Audience, Goal
from generator.problems import Problem

FORMAT = "waypost"
VERSION = "1.0"

Named = Goal | Area | Audience


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a neighbour publishes, as far as it can be shown."""

    about: About
    site: str
    made: date | None
    pages: Mapping[str, str]
    """The page of each listing, by its id."""
    goals: Mapping[str, str]
    """Names by ids; likewise areas and audiences."""
    areas: Mapping[str, str]
    audiences: Mapping[str, str]
    organizations: Sequence[Organization]
    locations: Sequence[Location]
    groups: Sequence[PeerGroup]
    services: Sequence[Service]
    problems: Sequence[Problem] = ()
    """What of it cannot be shown, and why."""

    @property
    def listings(self) -> Sequence[PeerGroup | Service]:
        return (*self.groups, *self.services)


def as_text(snapshot: Snapshot) -> str:
    """The snapshot as a file of the plain JSON form, with nothing in it but what is shown; a line for each value.

    `generator.neighbours.reading` reads it back as the same snapshot.
    """
    ids = {listing.id for listing in snapshot.listings}
    about = snapshot.about.model_dump(
        mode="json",
        exclude_defaults=True,
        include={
            "name", "area_served", "country", "subdivision", "time_zone", "language", "currency", "licence",
        },
    )  # fmt: skip
    made: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made": snapshot.made.isoformat() if snapshot.made else None,
        "site": snapshot.site,
        "pages": {id_: page for id_, page in snapshot.pages.items() if id_ in ids},
        "directory": about,
    }
    for section in ("goals", "areas", "audiences"):
        made[section] = [{"id": id_, "name": name} for id_, name in getattr(snapshot, section).items()]
    for section in ("organizations", "locations", "groups", "services"):
        made[section] = [part.model_dump(mode="json", exclude_defaults=True) for part in getattr(snapshot, section)]
    told = {name: value for name, value in made.items() if value not in (None, "", [], {})}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
