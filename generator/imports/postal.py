"""Postal addresses, with the town and the floor told apart where an export ran them together.

>>> towns = Towns(["Chicago"], [])
>>> towns.parted("67 East Madison StreetSuite 2000Chicago")
('67 East Madison Street', 'Suite 2000', 'Chicago')
>>> towns.parted("P.O. Box 726Homewood")
('P.O. Box 726Homewood', '', '')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.cells import Cells
from generator.words import say

ENOUGH_WITNESSES = 3
"""Addresses that end in the same name, each after another text, before that name is taken for a town."""

_TOWN_SEAM = re.compile(r"(?<=[a-z0-9.)])(?=[A-Z][a-z])|, *(?=[A-Z][a-z])")
_UNIT_SEAM = re.compile(
    r"(?<=[a-z0-9.)])(?=(?:Suite|Ste|Floor|Room|Rm|Unit|Apt)\b)|(?<=[a-z.)])(?=\d{1,2}(?:st|nd|rd|th) [Ff]loor\b)"
)
_TOWN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z'’.]+){0,3}")
# LaSalle, McHenry, O'Fallon: the seam would lie inside the name.
_PARTICLE = re.compile(r"(?:La|Le|De|Du|Des|Del|Mc|Mac|Van|Von|Fitz|O['’])$")
_NO_TOWN = frozenset({
    "Suite", "Ste", "Floor", "Room", "Rm", "Unit", "Apt", "Building", "Bldg", "Street", "Road", "Avenue", "Boulevard", "Drive",
    "Lane", "Court", "Place", "Square", "Tower", "Wing", "Center", "Centre", "Hall", "House", "Level", "Entrance",
})  # fmt: skip
_BOX = re.compile(r"\bP\.? ?O\.? ?Box\b|\bPost Office Box\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the parts that the model knows; what is not known is empty."""

    address: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""

    @property
    def is_box(self) -> bool:
        """Whether it is a box at a post office, where nobody can be visited."""
        return bool(_BOX.search(f"{self.address} {self.address_2}"))

    @property
    def in_one_line(self) -> str:
        """As on an envelope.

        >>> Address("1 Main Street", "", "Chicago", "IL", "60603").in_one_line
        '1 Main Street, Chicago, IL 60603'
        """
        end = " ".join(filter(None, (self.state_province, self.postal_code)))
        return ", ".join(filter(None, (self.address, self.address_2, self.city, end)))


class Towns:
    """The towns of an export: those in the column for them, and names in which many addresses end."""

    def __init__(self, cities: Iterable[str], addresses: Iterable[str]) -> None:
        self._known = {" ".join(city.split()) for city in cities if city.strip()}
        witnesses: dict[str, set[str]] = {}
        for address in addresses:
            before, town = _last_name(address)
            if town:
                witnesses.setdefault(town, set()).add(before)
        self._known |= {town for town, befores in witnesses.items() if len(befores) >= ENOUGH_WITNESSES}

    def parted(self, text: str) -> tuple[str, str, str]:
        """Street, floor or suite, and town of an address in one piece; what is not certain stays in the first."""
        before, town = _last_name(text)
        if town not in self._known:
            return text, "", ""
        parts = [part.strip(" ,") for part in _UNIT_SEAM.split(before, maxsplit=1)]
        return parts[0], parts[1] if len(parts) > 1 else "", town


def _last_name(text: str) -> tuple[str, str]:
    """What stands before the last seam of a text, and the name behind it; no name if it cannot be a town's."""
    seams = list(_TOWN_SEAM.finditer(text))
    if not seams:
        return text, ""
    before, name = text[: seams[-1].start()], text[seams[-1].end() :].strip()
    if not _TOWN.fullmatch(name) or _PARTICLE.search(before) or _NO_TOWN & set(name.split()):
        return text, ""
    return before, name


def read_address(cells: Cells, towns: Towns) -> Address:
    """The address of a row."""
    lines = [" ".join(line.split()) for line in cells.text("address_1").splitlines() if line.strip()]
    street = lines[0] if lines else ""
    more = ", ".join([*lines[1:], *filter(None, [cells.line("address_2")])])
    city = cells.line("city")
    if street and not city:
        whole = street
        street, unit, city = towns.parted(whole)
        more = ", ".join(filter(None, [unit, more]))
        if city:
            cells.changed("address_1", say("The town '{town}' was told apart from the street.", town=city))
        else:
            cells.kept("address_1", say("No town is given, and where it begins in the text is not certain."))
    return Address(street, more, city, cells.line("state_province"), cells.line("postal_code"))
