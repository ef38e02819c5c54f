"""Where groups and services are, `data/listings.geojson` (RFC 7946), for maps.

Only places whose coordinates are typed stand there. A confidential place never does, nor what nobody goes to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.addresses import Addresses
from generator.exports.json_text import json_bytes
from generator.exports.on_the_web import OnTheWeb
from generator.exports.public_place import public_place, spot
from generator.made import AssetFile
from generator.model.listing import Listing
from generator.views import paths
from generator.views.source import source_of
from generator.views.survey import Survey
from generator.views.ways import address_lines

PATH = "data/listings.geojson"


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    web = OnTheWeb(site_url, addresses or Addresses())
    found = (feature(listing, survey, web) for listing in survey.public_listings)
    features = [one for one in found if one]
    yield AssetFile(PATH, json_bytes({"type": "FeatureCollection", "features": features}))


def feature(listing: Listing, survey: Survey, web: OnTheWeb) -> Mapping[str, object] | None:
    """A listing on the map, if it may stand there."""
    place = public_place(listing, survey)
    where = spot(place)
    if place is None or where is None:
        return None
    north, east = where
    source = source_of(listing, survey)
    properties = {
        "kind": listing.kind.value,
        "name": listing.name,
        "status": listing.status.value,
        "summary": listing.summary,
        "when": survey.how_often(listing) if listing.schedule else None,
        "goals": list(listing.goals),
        "areas": list(listing.areas),
        "place": place.name,
        "address": ", ".join(address_lines(place)),
        "accessibility": list(place.accessibility),
        "cost": listing.cost.kind.value if listing.cost else None,
        "verified": listing.verified.isoformat() if listing.verified else None,
        "url": web.url(paths.of_entry(listing)),
        "source": source.name if source else None,
        "source_url": source.page if source else None,
        "source_license": source.licence if source else None,
        "source_day": source.day if source else None,
    }
    return {
        "type": "Feature",
        "id": listing.id,
        # RFC 7946, section 3.1.1: east before north.
        "geometry": {"type": "Point", "coordinates": [east, north]},
        "properties": {name: value for name, value in properties.items() if value},
    }
