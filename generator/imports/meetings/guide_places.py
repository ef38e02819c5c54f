"""Where a meeting of a Meeting Guide record is, and how one takes part."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.imports.cells import Cells
from generator.imports.meetings.coordinates import coordinates
from generator.imports.meetings.guide_types import Types
from generator.imports.meetings.meeting import Place
from generator.imports.setting import Setting
from generator.language import Language
from generator.model.choice import Attending
from generator.words import say

# 100 Main St, Tupelo, MS 38801, USA; of a town alone, the street is missing.
_IN_ONE_LINE = re.compile(
    r"(?:(?P<street>.+?),\s*)?(?P<city>[^,\d]+),\s*(?P<state>[A-Z]{2,3})(?:\s+(?P<code>[\dA-Z][\dA-Z -]{2,9}))?"
    r"(?:,\s*(?:USA?|United States|Canada|Australia))?"
)
_NOWHERE = frozenset({"online", "virtual", "zoom", "online meeting", "virtual meeting"})
Where = tuple[Place | None, tuple[Attending, ...]]


class GuidePlaces:
    """Reads the places of one import."""

    def __init__(self, setting: Setting, own: Language) -> None:
        self._area = f"{setting.area_served}, {setting.country}"
        self._secret = own.say(say("Address given when you call"))
        self._country = setting.country

    def place(self, cells: Cells, types: Types, is_reached_from_afar: bool) -> Where:
        """The place people go to, or none; and the ways to take part, where they are more than going there."""
        afar = _from_afar(cells)
        is_online = is_reached_from_afar or types.is_online
        found = self._place(cells, types, is_online)
        if types.is_closed_for_now and found and is_online:
            cells.dropped(
                "location", say("The place is closed for the time being, so only the way to join from afar stands.")
            )
            return None, afar
        if types.is_closed_for_now:
            return found, ()
        if found and is_online:
            return found, (Attending.HYBRID,)
        if is_online:
            return None, afar
        return found, (Attending.IN_PERSON,) if found else ()

    def _place(self, cells: Cells, types: Types, is_online: bool) -> Place | None:
        is_near = cells.row["approximate"].casefold() in {"yes", "true", "1"}
        name = cells.line("location")
        if name == self._secret:
            return Place(confidential=True)
        if cells.line("address").casefold() in _NOWHERE or (is_near and is_online):
            self._tell_of_nowhere(cells)
            return None
        found = self._address(cells)
        if is_near:
            found = self._without_street(cells, found)
        latitude, longitude = (None, None) if is_near else coordinates(cells)
        if is_near and cells.row["latitude"]:
            cells.dropped("latitude", say("The address is approximate, so the spot on the map would be wrong."))
        if name.casefold() in _NOWHERE:
            name = ""
        found = replace(
            found, name=name, latitude=latitude, longitude=longitude, directions=cells.summary("location_notes")
        )
        if not (found.in_one_line or latitude is not None):
            if found.directions:
                cells.dropped("location_notes", say("There is no place that it could be about."))
            return None
        return replace(found, accessibility=types.access)

    def _address(self, cells: Cells) -> Place:
        street, city = cells.line("address"), cells.line("city")
        state, code = cells.line("state"), cells.line("postal_code")
        whole = street or cells.line("formatted_address")
        if (street or city) and street not in cells.row["formatted_address"] and cells.row["formatted_address"]:
            cells.dropped("formatted_address", say("The address stands in fields of its own, and differs from this."))
        self._tell_of_country(cells)
        if city or state or code or not whole or whole == self._area:
            return Place(address=street, city=city, state_province=state, postal_code=code)
        column = "address" if street else "formatted_address"
        parts = _IN_ONE_LINE.fullmatch(whole)
        if not parts:
            cells.kept(column, say("Where the town begins in it is not certain, so it stands as it is."))
            return Place(address=whole)
        cells.changed(column, say("Street, town and state were told apart."))
        return Place(
            address=parts["street"] or "",
            city=parts["city"].strip(),
            state_province=parts["state"],
            postal_code=parts["code"] or "",
        )

    def _tell_of_country(self, cells: Cells) -> None:
        typed = cells.row["country"].upper()
        if typed and typed not in {self._country, "USA" if self._country == "US" else self._country}:
            cells.dropped("country", say("A place has no country of its own: it is that of the directory."))

    def _without_street(self, cells: Cells, found: Place) -> Place:
        """The town of an address that is not exact: a street that is not the true one would send people astray."""
        if found.address:
            column = "address" if cells.row["address"] else "formatted_address"
            cells.dropped(column, say("The address is approximate: only the town was taken."))
        return replace(found, address="", postal_code=found.postal_code)

    def _tell_of_nowhere(self, cells: Cells) -> None:
        """What stands in the fields of a place, of a meeting that has none."""
        for column in ("location", "city", "state", "postal_code", "latitude", "location_notes"):
            if cells.row[column] and cells.row[column].casefold() not in _NOWHERE:
                cells.dropped(column, say("The meeting is online, so it has no place."))
        if cells.row["formatted_address"] not in {"", self._area}:
            cells.dropped("formatted_address", say("The meeting is online, so it has no place."))


def _from_afar(cells: Cells) -> tuple[Attending, ...]:
    """Online where there is a link, by phone where there is only a number."""
    if cells.row["conference_phone"] and not cells.row["conference_url"]:
        return (Attending.PHONE,)
    return (Attending.ONLINE,)
