"""What the directory says to programs: one format a file. `EXPORTS` names those that make files of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.addresses import Addresses
from generator.exports import atom, calendars, geojson, hsds, listings_csv, meeting_guide, plain_json
from generator.made import AssetFile
from generator.views.survey import Survey


class Export(Protocol):
    """A module that writes files in one format."""

    def files(self, survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
        """Its files; `site_url` is the address of the site, or empty if nobody knows it yet."""


EXPORTS: Sequence[Export] = (plain_json, listings_csv, geojson, meeting_guide, atom, hsds, calendars)
