"""What several listings name: organizations, areas, audiences and places, each as an entry of its own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from generator.imports.entries import Entry, filled, fitted
from generator.imports.ids import ids_for
from generator.imports.meetings.meeting import Place
from generator.imports.report import Origin, Report
from generator.source.writer import Writable

T = TypeVar("T", bound=Hashable)


def named(section: str, names: Iterable[str], file: str, report: Report) -> dict[str, Entry]:
    """An entry for each name, by that name."""
    return _entries(section, {name: (name, {"name": name}) for name in names if name}, file, report)


def places(found: Iterable[Place | None], file: str, report: Report) -> dict[Place, Entry]:
    """An entry for each place that may be told."""
    told = {
        place: (place.name or place.in_one_line, _fields(place)) for place in found if place and not place.confidential
    }
    return _entries("locations", told, file, report)


def _entries(
    section: str, wanted: Mapping[T, tuple[str, Mapping[str, Writable]]], file: str, report: Report
) -> dict[T, Entry]:
    ids = ids_for([(name, "") for name, _ in wanted.values()])
    made = {
        thing: fitted(Entry(section, Origin(file), {"id": made_id, **fields}), report)
        for (thing, (_, fields)), made_id in zip(wanted.items(), ids, strict=True)
    }
    return {thing: entry for thing, entry in made.items() if entry}


def _fields(place: Place) -> dict[str, Writable]:
    return filled(
        name=place.name,
        address=place.address,
        address_2=place.address_2,
        city=place.city,
        state_province=place.state_province,
        postal_code=place.postal_code,
        latitude=place.latitude,
        longitude=place.longitude,
        directions=place.directions,
        transit=place.transit,
        accessibility=list(place.accessibility),
    )
