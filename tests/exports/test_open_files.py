"""The files of open data, judged from outside: by JSON Schema, the csv module, XML and the rules of each standard."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from generator.exports import atom, geojson, listings_csv, meeting_guide, plain_json
from generator.exports.csv_text import table
from generator.language import Language
from generator.load import load
from generator.views.survey import Survey
from tests.exports.listings import GROUP, SERVICE
from tests.exports.test_calendars import demonstration
from tests.town import TODAY, survey, town

SITE = "https://towns.example.org/small-town/"
FORMATS = (plain_json, listings_csv, geojson, meeting_guide, atom)
ATOM = "{http://www.w3.org/2005/Atom}"
UTC_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FORMULA = re.compile(r"[=+\-@\t\r\n|%＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")

BOTH = GROUP + SERVICE.partition("services:")[1] + SERVICE.partition("services:")[2]


def made(found: Survey, site_url: str = SITE) -> dict[str, bytes]:
    return {file.path: file.content for one in FORMATS for file in one.files(found, site_url)}


def read(found: Survey, path: str, site_url: str = SITE) -> Any:
    return json.loads(made(found, site_url)[path])


def table_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def feed_of(content: bytes) -> ET.Element:
    """A feed that keeps the rules of RFC 4287, section 4.1."""
    feed = ET.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
        assert UTC_MOMENT.fullmatch(part.findtext(f"{ATOM}updated", ""))
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id", ""))
        for link in part.findall(f"{ATOM}link"):
            assert link.attrib["href"].startswith("https://")
    ids = [part.findtext(f"{ATOM}id") for part in (feed, *feed.iter(f"{ATOM}entry"))]
    assert len(set(ids)) == len(ids)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    return feed


def judge_map(collection: Any) -> None:
    """RFC 7946: a collection of points, east before north, on this earth."""
    assert collection["type"] == "FeatureCollection"
    for one in collection["features"]:
        assert (one["type"], one["geometry"]["type"]) == ("Feature", "Point")
        assert isinstance(one["properties"], dict)
        east, north = one["geometry"]["coordinates"]
        assert -180 <= east <= 180
        assert -90 <= north <= 90


def judge_meetings(rows: Any) -> None:
    """The Meeting Guide specification: its required fields and their forms."""
    assert len({row["slug"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"[a-z0-9-]{1,64}", row["slug"])
        assert 0 < len(row["name"]) <= 255
        assert row["day"] in range(7)
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", row["time"])
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", row.get("end_time", "00:00"))
        assert row.get("approximate") in {"yes", "no"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", row.get("updated", "2026-01-01 00:00:00"))
        assert re.fullmatch(r"[+\d,*#]+", row.get("conference_phone", "0"))
        assert None not in row.values()


def judge(files: dict[str, bytes]) -> None:
    """Every file, by the rules of its form."""
    schema = json.loads(files["data/waypost.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(files["data/waypost.json"]))
    judge_map(json.loads(files["data/listings.geojson"]))
    judge_meetings(json.loads(files["data/meeting-guide.json"]))
    feed_of(files["data/changes.atom"])
    content = files["data/listings.csv"]
    assert content.startswith(b"\xef\xbb\xbfid,kind,name,")
    assert content.endswith(b"\r\n")
    for row in table_of(content):
        assert None not in row, "a row with more cells than columns"
        for cell in row.values():
            assert not FORMULA.match(cell.lstrip()) or NUMBER.fullmatch(cell), cell


def test_the_demonstration_keeps_the_rules_of_every_form() -> None:
    files = made(demonstration())
    judge(files)
    assert len(table_of(files["data/listings.csv"])) == len(demonstration().public_listings)
    assert len(feed_of(files["data/changes.atom"]).findall(f"{ATOM}entry")) > 20


def test_an_empty_directory_keeps_them_too(tmp_path: Path) -> None:
    for site_url in (SITE, ""):
        files = made(survey("", tmp_path), site_url=site_url)
        judge(files)
        assert table_of(files["data/listings.csv"]) == []
        assert feed_of(files["data/changes.atom"]).findall(f"{ATOM}entry") == []
        assert json.loads(files["data/listings.geojson"])["features"] == []
        assert json.loads(files["data/meeting-guide.json"]) == []


def test_a_site_without_an_address_tells_none(tmp_path: Path) -> None:
    files = made(survey(BOTH, tmp_path), site_url="")
    feed_of(files["data/changes.atom"])
    assert b"towns.example.org" not in b"".join(files.values())


def test_the_same_directory_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    assert made(survey(BOTH, tmp_path)) == made(survey(BOTH, tmp_path))


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    '</script><script>alert("x")</script>',
    "]]>&amp;<b>",
    'a "quoted", text; with \\ and \u2028 more',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_curator_breaks_a_form(tmp_path: Path, text: str) -> None:
    found = survey(BOTH, tmp_path)
    evil = {"name": text, "summary": text, "description": text, "is_not": text, "application_process": text}

    def spoiled(parts: tuple[Any, ...], **more: object) -> tuple[Any, ...]:
        return tuple(part.model_copy(update=more) for part in parts)

    directory = found.directory
    groups = spoiled(directory.groups, **evil, alternate_names=(text,))
    places = tuple(group.location.model_copy(update={"name": text, "directions": text}) for group in groups)
    groups = tuple(group.model_copy(update={"location": place}) for group, place in zip(groups, places, strict=True))
    told = directory.model_copy(
        update={
            "groups": groups,
            "services": spoiled(directory.services, **evil),
            "organizations": spoiled(directory.organizations, name=text),
            "goals": spoiled(directory.goals, name=text),
            "areas": spoiled(directory.areas, name=text),
        }
    )
    files = made(Survey(told, TODAY, found.language))
    judge(files)
    assert json.loads(files["data/waypost.json"])["groups"][0]["summary"] == text
    entry = feed_of(files["data/changes.atom"]).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == text
    assert table_of(files["data/listings.csv"])[0]["name"].removeprefix("'") == text


def test_the_table_stays_one_row_a_listing_whatever_is_in_a_cell() -> None:
    cells = ["\r=1", "\t=1", "  =1", "a\r\nb", "\x00=1", "\ufeff=1", '"', "", None, -71.5, 7]
    content = table([f"c{n}" for n in range(len(cells))], [cells])
    [row] = table_of(content)
    assert list(row.values())[3:] == ["a\nb", "'=1", "'=1", '"', "", "", "-71.5", "7"]
    assert all(cell.startswith("'") for cell in list(row.values())[:3])


def test_the_plain_file_can_be_read_back_as_a_directory(tmp_path: Path) -> None:
    found = demonstration()
    data = read(found, "data/waypost.json")
    for name in ("$schema", "format", "version", "made", "site", "pages"):
        data.pop(name)
    # JSON is YAML.
    (tmp_path / "resources.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    loaded = load(tmp_path / "resources.yaml", root=tmp_path, today=TODAY)
    assert loaded.directory is not None
    again = Survey(loaded.directory, TODAY, found.language)
    assert read(again, "data/waypost.json") == read(found, "data/waypost.json")
    assert made(again)["data/listings.csv"] == made(found)["data/listings.csv"]


def test_names_of_people_and_notes_of_the_keepers_stay_on_the_site(tmp_path: Path) -> None:
    text = GROUP.replace("    verified: 2026-11-01", "    verified: 2026-11-01\n    verified_by: Xanthippe")
    text = text.replace("name: Rosa", "name: Xanthippe")
    files = made(survey(text, tmp_path))
    assert b"Xanthippe" not in b"".join(files.values())


def test_the_map_tells_east_before_north(tmp_path: Path) -> None:
    [one] = read(survey(GROUP, tmp_path), "data/listings.geojson")["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [-69.2, 44.1]}
    assert one["properties"]["url"] == f"{SITE}groups/tea/"


def test_the_table_keeps_coordinates_as_numbers_and_lists_by_semicolons(tmp_path: Path) -> None:
    [row] = table_of(made(survey(GROUP, tmp_path))["data/listings.csv"])
    assert (row["latitude"], row["longitude"], row["languages"]) == ("44.1", "-69.2", "en; es")
    assert row["calendar"] == f"{SITE}calendars/tea.ics"


SCHEDULES = """\
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    schedule:
      - Tuesday and Sunday 18:30-20:00
      - Tuesday 09:00
      - 1st Monday 10:00-11:00
      - {when: every 2nd week on Friday 10:00-11:00, starts: 2026-11-06}
      - 2026-12-24 18:00-20:00
      - {when: Wednesday 10:00-11:00, cancelled: 2026-12-23}
    location: {name: Library, address: 12 Alder Street, accessibility: [step_free, quiet_space]}
    languages: [en, es]
    verified: 2026-11-01
  - {id: paused, name: Paused, summary: Later., status: paused, schedule: Monday 10:00}
services:
  - {id: desk, name: Desk, summary: Open., schedule: Monday 10:00}
"""


def test_only_weekly_meetings_are_rows_and_the_others_are_named_as_left_out(tmp_path: Path) -> None:
    found = survey(SCHEDULES, tmp_path)
    rows = read(found, "data/meeting-guide.json")
    judge_meetings(rows)
    # Sunday is 0 in that form.
    assert {(row["slug"], row["day"], row["time"]) for row in rows} == {
        ("tea-tuesday", 2, "09:00"),
        ("tea-tuesday-2", 2, "18:30"),
        ("tea-sunday", 0, "18:30"),
        ("tea-wednesday", 3, "10:00"),
    }
    assert all(row["types"] == ["X", "EN", "S"] for row in rows)
    left_out = read(found, "data/meeting-guide-left-out.json")
    assert {(one["id"], one["what"]) for one in left_out} == {
        ("tea", "1st Monday of the month 10:00-11:00"),
        ("tea", "every 2 weeks on Friday 10:00-11:00"),
        ("tea", "2026-12-24 18:00-20:00"),
        ("tea", "Wednesday 10:00-11:00"),
        ("paused", ""),
    }
    assert all(one["why"] for one in left_out)


def test_a_meeting_of_a_confidential_place_says_how_to_ask_for_the_address(tmp_path: Path) -> None:
    text = SCHEDULES.replace(
        "{name: Library, address: 12 Alder Street, accessibility: [step_free, quiet_space]}",
        "{name: Hut, confidential: yes}",
    )
    files = made(survey(text, tmp_path))
    assert b"Hut" not in b"".join(files.values())
    row = json.loads(files["data/meeting-guide.json"])[0]
    assert (row["location"], row["approximate"]) == ("Address given when you call", "yes")


def test_the_feed_shows_what_was_checked_last_first_and_keeps_ids(tmp_path: Path) -> None:
    text = "groups:\n" + "".join(
        f"  - {{id: g{n}, name: G{n}, summary: Talk., verified: {date(2026, 11, 1) + timedelta(days=n)}}}\n"
        for n in range(5)
    )
    feed = feed_of(made(survey(text, tmp_path))["data/changes.atom"])
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["G4", "G3", "G2", "G1", "G0"]
    assert feed.findtext(f"{ATOM}updated") == "2026-11-05T00:00:00Z"
    later = feed_of(made(survey(text.replace("2026-11-01", "2026-11-20"), tmp_path))["data/changes.atom"])
    by_title = {
        feed_: {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in feed_.iter(f"{ATOM}entry")}
        for feed_ in (feed, later)
    }
    assert by_title[feed] == by_title[later]
    assert next(later.iter(f"{ATOM}entry")).findtext(f"{ATOM}title") == "G0"


def test_a_feed_never_grows_beyond_what_a_reader_asks_for(tmp_path: Path) -> None:
    rows = "".join(f"  - {{id: g{n}, name: G{n}, summary: Talk., verified: 2026-11-01}}\n" for n in range(130))
    feed = feed_of(made(survey(f"groups:\n{rows}", tmp_path))["data/changes.atom"])
    assert len(feed.findall(f"{ATOM}entry")) == 100


def test_characters_that_xml_has_no_form_for_are_dropped(tmp_path: Path) -> None:
    directory = town(GROUP, tmp_path)
    spoiled = tuple(
        one.model_copy(update={"name": "Te\x00a\x1b \ud800", "summary": "\ufffe!"}) for one in directory.groups
    )
    found = Survey(directory.model_copy(update={"groups": spoiled}), TODAY, Language.load("en"))
    entry = feed_of(made(found)["data/changes.atom"]).find(f"{ATOM}entry")
    assert entry is not None
    assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) == ("Tea ", "!")
