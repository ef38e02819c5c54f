"""Wherever a neighbour's listing stands, it says whose it is: on pages, in print, and in each file that can say so."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from bs4 import BeautifulSoup

from generator.exports.jsonld import json_ld
from generator.made import PageFile
from generator.site_files import Site
from generator.suggesting.ways import Suggesting
from generator.views.booklet_listing import booklet_listing
from generator.views.plan import plan_entry
from generator.views.survey import Survey
from tests.neighbours.towns import RIVERTON, county, published, seen, typed
from tests.town import TODAY

HOME = "https://county.example.org/"
THERE = "https://riverton.example.org/groups/tuesday-talkers/"
HERE = "riverton--tuesday-talkers"
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return seen(county(tmp_path_factory.mktemp("county")))


@pytest.fixture(scope="module")
def site(survey: Survey) -> Mapping[str, bytes]:
    found = Site(survey.directory, TODAY, HOME, suggesting=Suggesting("https://code.example.org/new")).files()
    return {file.path: file.html.encode() if isinstance(file, PageFile) else file.content for file in found}


def page(site: Mapping[str, bytes], path: str) -> BeautifulSoup:
    return BeautifulSoup(site[path], "html.parser")


def test_its_page_names_the_directory_links_to_its_page_there_and_keeps_the_licence(site: Mapping[str, bytes]) -> None:
    box = page(site, f"groups/{HERE}.md").select_one("#source")
    assert box is not None
    text = " ".join(box.get_text(" ").split())
    assert "Riverton Directory" in text
    assert "November 22, 2026" in text
    assert "Growing things · Old Mill · Bakers" in text
    assert [link["href"] for link in box.select("a")] == [THERE, LICENCE]


def test_our_own_page_has_no_such_box(site: Mapping[str, bytes]) -> None:
    assert page(site, "groups/tuesday-talkers.md").select_one(".wp-source") is None


def test_a_change_is_told_to_those_who_keep_it(site: Mapping[str, bytes]) -> None:
    links = page(site, f"groups/{HERE}.md").select(".wp-colophon a")
    assert links[0]["href"] == THERE
    assert not any("code.example.org" in str(link["href"]) or "mailto:" in str(link["href"]) for link in links)


@pytest.mark.parametrize("path", ["groups/index.md", "areas/riverton.md", "index.md", "week.md", "goals/coping.md"])
def test_each_row_says_whose_it_is(site: Mapping[str, bytes], path: str) -> None:
    soup = page(site, path)
    rows = {
        row
        for link in soup.select(f'a[href*="{HERE}"]')
        if (row := link.find_parent(["li", "tr", "article"])) is not None
    }
    assert rows
    for row in rows:
        assert "From Riverton Directory" in " ".join(row.get_text(" ").split())


def test_the_finders_own_rows_say_it_too(site: Mapping[str, bytes]) -> None:
    data = b"".join(
        content for path, content in site.items() if path.endswith((".json", ".js")) and b"Checked" in content
    )
    assert b"From Riverton Directory" in data


def test_help_now_has_only_lines_that_this_town_vouches_for(site: Mapping[str, bytes]) -> None:
    text = site["help-now.md"] if "help-now.md" in site else site["help-now/index.md"]
    assert b"River Line" not in text
    assert b"River Warm Line" not in text


def test_print_and_plan_say_it_in_a_line(survey: Survey) -> None:
    listing = next(group for group in survey.directory.groups if group.id == HERE)
    line = "From Riverton Directory, as of November 22, 2026, CC BY-SA 4.0"
    assert line in booklet_listing(listing, survey).checked
    assert line in [fact.words for fact in plan_entry(listing, survey).facts]


def test_the_plain_file_names_neighbours_and_pages_and_keeps_to_its_schema(site: Mapping[str, bytes]) -> None:
    data, schema = json.loads(site["data/waypost.json"]), json.loads(site["data/waypost.schema.json"])
    jsonschema.Draft202012Validator(schema).validate(data)
    assert [(one["id"], one["name"], one.get("licence", {}).get("url")) for one in data["neighbours"]] == [
        ("riverton", "Riverton Directory", LICENCE), ("hill-end", "Hill End", None),
    ]  # fmt: skip
    assert data["origins"][HERE] == THERE
    assert HERE in {group["id"] for group in data["groups"]}
    assert "include_directory" not in data


def test_the_table_names_it(site: Mapping[str, bytes]) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(site["data/listings.csv"].decode("utf-8-sig")))}
    row = rows[HERE]
    assert (row["source"], row["source_page"], row["source_day"]) == ("Riverton Directory", THERE, "2026-11-22")
    assert LICENCE in row["source_license"]
    assert rows["tuesday-talkers"]["source"] == ""


def test_the_map_names_it(site: Mapping[str, bytes]) -> None:
    features = {one["id"]: one["properties"] for one in json.loads(site["data/listings.geojson"])["features"]}
    assert features[HERE]["source"] == "Riverton Directory"
    assert features[HERE]["source_url"] == THERE


def test_the_feed_names_it(site: Mapping[str, bytes]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for entry in ET.fromstring(site["data/changes.atom"]).iter(f"{atom}entry"):
        author = entry.find(f"{atom}author/{atom}name")
        title = entry.findtext(f"{atom}title")
        if title == "Tuesday Talkers":
            assert author is not None
            assert author.text == "Riverton Directory"
            assert "CC BY-SA 4.0" in (entry.findtext(f"{atom}rights") or "")
        if title == "Harbor Talkers":
            assert author is None


def test_meeting_guide_says_which_entity_answers_for_it(site: Mapping[str, bytes]) -> None:
    rows = {row["name"]: row for row in json.loads(site["data/meeting-guide.json"])}
    assert rows["Tuesday Talkers"]["entity"] == "Riverton Directory"
    assert rows["Tuesday Talkers"]["feedback_url"] == THERE
    assert rows["Harbor Talkers"]["entity"] == "Lantern County"


def test_the_calendar_says_it(site: Mapping[str, bytes]) -> None:
    text = site[f"calendars/{HERE}.ics"].decode().replace("\r\n ", "")
    assert "From Riverton Directory" in text
    assert THERE in text


def test_hsds_says_it_in_attributes_and_claims_no_check_of_ours(site: Mapping[str, bytes]) -> None:
    services: list[dict[str, Any]] = [
        json.loads(content)
        for path, content in site.items()
        if path.startswith("data/hsds/services/") and "page-" not in path
    ]
    by_name = {service["name"]: service for service in services}
    marks = {one["taxonomy_term"]["code"]: one.get("value") for one in by_name["Tuesday Talkers"]["attributes"]}
    assert marks["details/source"] == "Riverton Directory"
    assert marks["details/source-page"] == THERE
    assert LICENCE in marks["details/source-license"]
    assert by_name["Tuesday Talkers"].get("assurer_email") is None
    assert by_name["Harbor Talkers"]["assurer_email"] == "desk@example.org"
    assert {one["updated_by"] for one in by_name["Tuesday Talkers"]["metadata"]} == {"Riverton Directory"}
    assert not any("source" in one["taxonomy_term"]["code"] for one in by_name["Harbor Talkers"]["attributes"])


def test_search_engines_hear_where_it_came_from(survey: Survey) -> None:
    listing = next(group for group in survey.directory.groups if group.id == HERE)
    found = json.loads(json_ld(listing, survey, f"{HOME}groups/{HERE}/"))
    there = found["subjectOf"][1]
    assert (there["url"], there["publisher"]["name"], there["license"]) == (THERE, "Riverton Directory", LICENCE)


def test_whatever_a_neighbour_writes_stays_text(tmp_path: Path) -> None:
    evil = '<script>alert("x")</script>'
    text = RIVERTON.replace("Riverton Directory", "'" + evil + "'").replace(
        "Talk by the river, with tea.", "'" + evil + "'"
    )
    text = text.replace("name: Old Mill", f"name: '{evil}'").replace("CC BY-SA 4.0", f"'{evil}'")
    survey = seen(county(tmp_path, riverton=published(typed(text, tmp_path / "evil"))))
    assert survey.directory.neighbours[0].name == evil
    for file in Site(survey.directory, TODAY, HOME).files():
        if isinstance(file, PageFile):
            assert "<script>alert" not in file.html, file.path
            assert "</script>" not in file.json_ld
