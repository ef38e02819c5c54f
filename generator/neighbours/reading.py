"""From a neighbour's file to a snapshot: the plain JSON that sites of ours publish."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.model.about import About
from generator.model.base import Part
from generator.model.choice import Status
from generator.model.listing import Listing, PeerGroup, Service
from generator.model.neighbour import BETWEEN
from generator.model.organization import Organization
from generator.model.place import Location
from generator.model.web import WebAddress
from generator.neighbours.json_text import broken, line_of, parsed
from generator.neighbours.snapshot import FORMAT, Snapshot
from generator.neighbours.typing import names_of, typed
from generator.problems import Level, Place, Problem
from generator.words import say, say_n

P = TypeVar("P", bound=Part)
_WEB: TypeAdapter[str] = TypeAdapter(WebAddress)
MOST_TOLD = 20
MOST_LISTINGS = 100_000
ABOUT = ("name", "area_served", "country", "subdivision", "time_zone", "language", "currency", "licence")
"""What counts of what a directory says about itself; how it is kept is its own affair."""


def read_snapshot(data: bytes, file: str) -> Snapshot:
    """The snapshot in these bytes; `file` names them in problems. Raises `Broken` where nothing can be shown."""
    value, text = parsed(data, file)
    return read_fields(value, file, text)


def read_fields(value: Mapping[str, Any], file: str, text: str = "") -> Snapshot:
    """The snapshot in what a file says; `text` is the file itself, for telling lines. Raises `Broken`."""
    if value.get("format") != FORMAT:
        raise broken(Place(file), say("This is no directory in the plain JSON form."))
    if str(value.get("version", "")).partition(".")[0] != "1":
        message = say(
            "This file is in version {version} of the form, which is not known here.",
            version=str(value.get("version"))[:20],
        )
        raise broken(Place(file), message, say("Update Waypost, then build again."))
    return _Reading(value, text, file).snapshot()


class _Reading:
    def __init__(self, value: Mapping[str, Any], text: str, file: str) -> None:
        self._value = value
        self._text = text
        self._file = file
        self._problems: list[Problem] = []
        self._untold = 0

    def snapshot(self) -> Snapshot:
        about = self._about()
        organizations = tuple(self._parts("organizations", Organization))
        locations = tuple(part for part in self._parts("locations", Location) if part.id)
        groups = tuple(self._listings("groups", PeerGroup))
        services = tuple(self._listings("services", Service))
        if self._untold:
            more = say_n("{n} more like these.", "{n} more like these.", self._untold)
            self._problems.append(
                Problem(Place(self._file), Level.NOTICE, "neighbour", more, say("Ask the neighbour to mend them."))
            )
        return Snapshot(
            about=about,
            site=self._web(self._value.get("site")),
            made=self._day(),
            pages=self._pages({listing.id for listing in (*groups, *services)}),
            goals=names_of(self._rows("goals")),
            areas=names_of(self._rows("areas")),
            audiences=names_of(self._rows("audiences")),
            organizations=organizations,
            locations=locations,
            groups=groups,
            services=services,
            problems=tuple(self._problems),
        )

    def _about(self) -> About:
        told = self._value.get("directory")
        fields = {name: told[name] for name in ABOUT if name in told} if isinstance(told, dict) else {}
        about, why = typed(About, fields)
        if about is None:
            message = next(iter(why.values()), say("It does not say which directory it is."))
            raise broken(Place(self._file), say("directory: {message}", message=message))
        return about

    def _rows(self, section: str) -> list[Any]:
        rows = self._value.get(section)
        return rows[:MOST_LISTINGS] if isinstance(rows, list) else []

    def _parts(self, section: str, kind: type[P]) -> Iterator[P]:
        seen: set[object] = set()
        for row in self._rows(section):
            if not isinstance(row, dict):
                continue
            if BETWEEN in str(row.get("id", "")):
                continue  # What the neighbour itself has from others, it shows; we ask those others.
            part, why = typed(kind, row)
            id_ = getattr(part, "id", None)
            if part is None or (id_ is not None and id_ in seen):
                self._tell(
                    row,
                    "" if part is None else "id",
                    why.get("", None) or next(iter(why.values()), say("Its id stands there twice.")),
                    is_lost=True,
                )
                continue
            for field, message in why.items():
                self._tell(row, field, message, is_lost=False)
            seen.add(id_)
            yield part

    def _listings(self, section: str, kind: type[P]) -> Iterator[P]:
        for part in self._parts(section, kind):
            if isinstance(part, Listing) and part.status is not Status.ENDED:
                yield part

    def _tell(self, row: Mapping[str, Any], field: str, message: Any, *, is_lost: bool) -> None:
        if len(self._problems) >= MOST_TOLD:
            self._untold += 1
            return
        id_ = str(row.get("id", ""))[:80]
        name = str(row.get("name") or id_)[:80]
        if is_lost:
            words = say("{name} cannot be shown: {message}", name=name, message=message)
        else:
            words = say("{name} is shown without its {field}: {message}", name=name, field=field, message=message)
        place = Place(self._file, line_of(self._text, id_))
        self._problems.append(Problem(place, Level.NOTICE, "neighbour", words, say("Ask the neighbour to mend it.")))

    def _web(self, value: Any) -> str:
        try:
            return _WEB.validate_python(value) if value else ""
        except ValidationError:
            return ""

    def _pages(self, ids: Collection[str]) -> dict[str, str]:
        pages = self._value.get("pages")
        if not isinstance(pages, dict):
            return {}
        return {id_: page for id_, value in pages.items() if id_ in ids and (page := self._web(value))}

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(str(self._value.get("made"))[:10])
        except ValueError:
            return None
