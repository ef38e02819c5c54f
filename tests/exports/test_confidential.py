"""A confidential place: nothing that is published for programs may lead to its door."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.exports import EXPORTS
from generator.exports.jsonld import json_ld
from generator.model.listing import Listing
from generator.model.place import Location
from generator.views.survey import Survey
from tests.town import TODAY, survey

TOWN = """\
areas:
  - {id: north, name: North side}
groups:
  - id: circle
    name: Safe Circle
    summary: A quiet evening.
    schedule: [Tuesday 18:30-20:00, "1st Friday 10:00-11:00"]
    location: hidden
    online: {url: "https://meet.example.org/circle"}
    contact: {phones: (207) 555-0142}
    verified: 2026-11-01
services:
  - id: refuge
    name: Refuge
    summary: A safe bed.
    areas: north
    schedule: every day 18:00-08:00
    location: hidden
    contact: {phones: (207) 555-0143}
    verified: 2026-11-01
locations:
  - {id: hidden, name: Hidden, confidential: yes}
"""

SECRETS = ["Zinnia", "Quince", "Xerxes", "Vexley", "90909", "41.4242", "-71.7171", "Yarrow", "Wombat", "Marmot"]

# The model refuses such a place; it is made all the same, to see that no writer relies on that.
PLACE = Location.model_construct(
    id="hidden",
    name="Zinnia House",
    address="7 Quince Street",
    address_2="Xerxes Wing",
    city="Vexley",
    state_province="Vexleyshire",
    postal_code="90909",
    latitude=41.4242,
    longitude=-71.7171,
    directions="Ring at the Yarrow gate.",
    transit="The Wombat bus.",
    accessibility=(),
    accessibility_note="Mind the Marmot in the hall.",
    confidential=True,
)


def published(found: Survey) -> Iterator[tuple[str, str]]:
    """Every output in the room, as text; calendars unfolded, so that no word hides across two lines; packages unpacked."""
    for export in EXPORTS:
        for file in export.files(found, "https://example.org/"):
            if file.path.endswith(".zip"):
                with ZipFile(BytesIO(file.content)) as package:
                    yield from ((f"{file.path}/{name}", package.read(name).decode()) for name in package.namelist())
            else:
                yield file.path, file.content.decode().replace("\r\n ", "")
    for listing in found.directory.listings:
        yield f"data of {listing.id}", json_ld(listing, found, "https://example.org/")


def with_place(found: Survey, place: Location, *, inside: bool) -> Survey:
    def moved(listing: Listing) -> Listing:
        return listing.model_copy(update={"location": place}) if inside else listing

    directory = found.directory.model_copy(
        update={
            "locations": (place,),
            "groups": tuple(moved(group) for group in found.directory.groups),
            "services": tuple(moved(service) for service in found.directory.services),
        }
    )
    return Survey(directory, TODAY, found.language)


@pytest.mark.parametrize("inside", [True, False], ids=["typed in the listing", "shared by its id"])
def test_no_word_of_the_place_is_published(tmp_path: Path, inside: bool) -> None:
    found = with_place(survey(TOWN, tmp_path), PLACE, inside=inside)
    leaks = [
        (where, secret) for where, text in published(found) for secret in SECRETS if secret.lower() in text.lower()
    ]
    assert leaks == []


def test_the_same_place_would_be_told_in_full_if_it_were_no_secret(tmp_path: Path) -> None:
    found = with_place(survey(TOWN, tmp_path), PLACE.model_copy(update={"confidential": False}), inside=True)
    everything = "".join(text for _, text in published(found))
    assert [secret for secret in SECRETS if secret not in everything] == []


def test_one_is_told_how_to_get_the_address(tmp_path: Path) -> None:
    found = with_place(survey(TOWN, tmp_path), PLACE, inside=False)
    told = dict(published(found))
    assert told["calendars/circle.ics"].count("LOCATION:Address given when you call\r\n") == 2
    assert '{"@type":"Place","name":"Small Town","description":"Address given when you call"}' in told["data of circle"]
    assert '{"@type":"Place","name":"North side","description":"Address given when you call"}' in told["data of refuge"]
