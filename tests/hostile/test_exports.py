"""Each hostile text in every field of every kind, read back from every export by programs that know nothing of ours."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from generator.addresses import Addresses
from generator.exports import EXPORTS
from generator.language import Language
from generator.model.directory import Directory
from generator.views.survey import Survey
from tests.hostile.town import HostileTown, each_in_every_field, exemplar, strings
from tests.town import TODAY

ATOM = "{http://www.w3.org/2005/Atom}"
NOT_PUBLISHED = {"verified_by", "accepted"}
LISTINGS = ("groups", "services")
# What XML 1.0 has no form for (its production 2); what RFC 5545 leaves out of a text.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Published:
    """A hostile town and the files of its open data."""

    town: HostileTown
    files: dict[str, bytes]

    def names(self, *sections: str) -> list[str]:
        """The names of these entries as they should be read: white space as one space, as on a page."""
        return [
            one_line(self.town.texts[slot]) for slot in self.town.texts if slot[0] in sections and slot[2:] == ("name",)
        ]

    def json(self, path: str) -> Any:
        return json.loads(self.files[path])


@pytest.fixture(scope="module", params=strings(), ids=str)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    town = each_in_every_field(strings()[request.param], tmp_path_factory.mktemp("town"))
    assert town.loaded is not None
    assert town.loaded.directory is not None
    survey = Survey(town.loaded.directory, TODAY, Language.load("en"))
    site_url = "https://towns.example.org/small-town/"
    files = {file.path: file.content for one in EXPORTS for file in one.files(survey, site_url, Addresses(True))}
    return Published(town, files)


def one_line(text: str) -> str:
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Text of several lines as the manual promises it: an empty line parts paragraphs, lines with hyphens stay lines."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    has_items = [any(line.lstrip().startswith("- ") for line in part.splitlines()) for part in parts]
    kept = [part.strip() if items else one_line(part) for part, items in zip(parts, has_items, strict=True)]
    return "\n\n".join(part for part in kept if part)


def test_there_are_many_and_of_many_sorts() -> None:
    every = [text for sort in strings().values() for text in sort]
    assert len(set(every)) >= 500
    assert len(strings()) >= 15


def test_every_text_of_the_model_has_its_place_in_the_exemplar() -> None:
    schema = Directory.model_json_schema(mode="validation")
    kinds = schema["$defs"]

    def followed(node: dict[str, Any], typed: Any) -> Iterator[tuple[str, str]]:
        """Each text of the exemplar as the class and field that it stands for."""
        choices = [choice for key in ("anyOf", "oneOf") for choice in node.get(key, [])]
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            known = next((one for one in (kinds[name], *kinds[name].get("anyOf", [])) if "properties" in one), None)
            if isinstance(typed, dict) and known and set(typed) <= set(known["properties"]):
                kind = known["properties"].get("type", {}).get("const")
                if kind is None or kind == typed["type"]:
                    for key, inner in typed.items():
                        texts = [inner] if isinstance(inner, str) else inner if isinstance(inner, list) else []
                        if "§" in texts:
                            yield name, key
                        yield from followed(known["properties"][key], inner)
        elif isinstance(typed, list):
            for inner in typed:
                for choice in [*choices, node]:
                    yield from followed(choice.get("items", {}), inner)
        for choice in choices:
            yield from followed(choice, typed)

    there = {pair for name, typed in exemplar().items() for pair in followed(schema["properties"][name], typed)}
    wanted = {
        (name, key)
        for name, kind in kinds.items()
        for one in (kind, *kind.get("anyOf", []))
        for key, value in one.get("properties", {}).items()
        if any(
            piece.get("type") == ["string", "number"]
            for piece in (value, value.get("items", {}), *value.get("anyOf", []))
        )
    }
    # Numbers have a grammar of their own, and so have the code of a currency and the name of a check.
    grammar = {("Phone", "number"), ("Phone", "extension"), ("TextLine", "number")}
    grammar |= {("About", "currency"), ("Accepted", "check")}
    # What neighbours write comes from their files and has tests of its own.
    others = {pair for pair in wanted if pair[0] in {"Neighbour", "IncludedDirectory"}}
    assert wanted - there - others == grammar
    assert len(there) > 100


def test_what_is_refused_is_refused_for_a_reason_that_was_told(published: Published) -> None:
    assert set(published.town.refused) <= {"control-character", "empty", "backslash", "too-long", "stacked-marks"}
    assert len(published.town.typed) + len(published.town.refused_slots) == len(published.town.texts)


def test_the_plain_file_holds_every_text_as_it_was_typed(published: Published) -> None:
    data = published.json("data/waypost.json")
    compared = 0
    for slot, typed in published.town.typed.items():
        if NOT_PUBLISHED & set(slot) or slot[-2:] == ("contact", "name"):
            continue
        value: Any = data
        for step in slot:
            value = value[step]
        # Only texts of several paragraphs keep their lines.
        assert value in {one_line(typed), paragraphs(typed)}, (slot, typed)
        compared += 1
    assert compared > len(published.town.typed) // 2


def test_the_table_has_a_row_for_each_listing_and_no_cell_that_a_spreadsheet_runs(published: Published) -> None:
    text = published.files["data/listings.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    names = [name for kind in LISTINGS for name in published.names(kind)]
    assert all(row["name"] in {name, f"'{name}"} for row, name in zip(rows, names, strict=True))
    for row in rows:
        for cell in row.values():
            begun = unicodedata.normalize("NFKC", cell.lstrip())[:1]
            is_number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            assert begun not in {"=", "+", "-", "@", "|", "%"} or is_number, cell


def test_each_calendar_has_its_names_and_no_line_more(published: Published) -> None:
    allowed = {"VCALENDAR", "VEVENT", "VTIMEZONE", "DAYLIGHT", "STANDARD"}
    for number, name in enumerate(published.names("groups")):
        content = published.files[f"calendars/groups-{number}.ics"]
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")
        calendar = Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
        assert {part.name for part in calendar.walk()} <= allowed
        # The series, one date that was moved and one that falls out.
        assert [str(event["SUMMARY"]) for event in events] == [name, name, f"Cancelled: {name}"]
        assert all(set(event) <= KNOWN for event in events), set(events[0])
        assert all(name in str(event["DESCRIPTION"]) or name == "Plain words" for event in events)


KNOWN = {
    *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "RRULE", "EXDATE", "SUMMARY", "DESCRIPTION", "CATEGORIES"),
    *("STATUS", "TRANSP", "LOCATION", "GEO", "CONFERENCE", "URL", "RECURRENCE-ID", "LAST-MODIFIED", "CREATED"),
}


def test_the_feed_is_sound_and_says_the_names(published: Published) -> None:
    feed = ET.fromstring(published.files["data/changes.atom"])
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    names = [NOT_IN_XML.sub("", name) for name in published.names("groups", "services")]
    assert set(map(str, titles)) <= set(names)
    assert len(titles) == min(len(names), 100)
    assert {part.tag for part in feed.iter()} <= {f"{ATOM}{name}" for name in ATOM_PARTS}


ATOM_PARTS = {
    *("feed", "id", "title", "subtitle", "updated", "published", "author", "name", "email", "link", "entry"),
    *("summary", "category", "generator", "rights", "content", "uri", "icon", "logo"),
}


def test_the_map_and_the_meetings_say_the_names(published: Published) -> None:
    points = published.json("data/listings.geojson")["features"]
    assert [point["properties"]["name"] for point in points] == [
        name for kind in LISTINGS for name in published.names(kind)
    ]
    meetings = published.json("data/meeting-guide.json")
    assert {meeting["name"] for meeting in meetings} == {name[:255] for name in published.names("groups")}


def test_the_files_of_open_referral_say_the_names(published: Published) -> None:
    services = [name for kind in LISTINGS for name in published.names(kind)]
    organizations = published.names("organizations")
    for folder, names in (("services", services), ("organizations", organizations)):
        pages = [path for path in published.files if path.startswith(f"data/hsds/{folder}/page-")]
        listed = [row["name"] for page in pages for row in published.json(page)["contents"]]
        single = [
            published.json(path)["name"]
            for path in published.files
            if path.startswith(f"data/hsds/{folder}/") and path not in pages
        ]
        # The directory itself is an organization too, which runs what nobody else does.
        assert not set(names) - set(listed)
        assert sorted(single) == sorted(listed)
    with zipfile.ZipFile(io.BytesIO(published.files["data/hsds/hsds.zip"])) as archive:
        assert all(re.fullmatch(r"[a-z_]+\.(csv|json)", name) for name in archive.namelist())
        table = io.StringIO(archive.read("services.csv").decode(), newline="")
    rows = list(csv.DictReader(table, strict=True))
    assert sorted(without_apostrophe(row["name"], services) for row in rows) == sorted(services)


def without_apostrophe(cell: str, typed: list[str]) -> str:
    """The text of a cell, where one apostrophe may stand before what a spreadsheet could run."""
    return cell[1:] if cell.startswith("'") and cell[1:] in typed else cell


def test_names_of_files_come_from_ids_alone(published: Published) -> None:
    for path in published.files:
        assert re.fullmatch(r"[a-z0-9/_.-]+", path), path
        assert ".." not in path
