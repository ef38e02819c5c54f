"""Out, in, and out again is the same; and 25 real records go in and come out with every field that ours has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.imports.imported import Imported
from generator.load import load
from generator.model.choice import Access
from generator.model.directory import Directory
from generator.standards.meeting_guide import ACCESS, AUDIENCES, LANGUAGES, WORDS
from tests.imports.conftest import TODAY
from tests.imports.meetings import brought_in, directory, published
from tests.town import town

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "meeting-guide"
SITE = "https://town.example.org/"

needs_the_records = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the folder of real records, shared/data, is not beside the project"
)


def again(rows: list[dict[str, Any]], folder: Path, name: str) -> list[dict[str, Any]]:
    imported = brought_in(rows, folder, name=name, country=None, time_zone=None, area_served=None, language=None)
    return published(directory(imported, folder), SITE)[0]


def test_our_own_directory_comes_back_row_by_row(tmp_path: Path) -> None:
    ours = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert ours
    rows, _ = published(ours, SITE)
    assert len(rows) > 20
    assert again(rows, tmp_path, ours.about.name) == rows


EVERYTHING = """\
    organizations: [{id: house, name: Harbor House}]
    areas: [{id: north, name: North side}, {id: south, name: South side}]
    audiences: [{id: women, name: Women}, {id: parents, name: Parents}]
    groups:
      - id: tea
        name: "Tea: & <talk>"
        summary: "Tea, talk; and \\\\ more."
        description: |
          It is warm.

          - Bring a cup
          - and a friend
        is_not: It is not therapy.
        eligibility: {description: Women who feel low., audiences: [women, parents]}
        alert: {text: The door sticks.}
        areas: [north, south]
        organization: house
        languages: [en, es, ase]
        schedule:
          - {when: "Tuesday, Thursday 18:30-20:00", note: Please ring.}
          - {when: "Monday 23:00-01:00", attending: in_person}
          - {when: "Monday 07:00", time_zone: America/Chicago}
        location:
          name: Alder Library
          address: 12 Alder Street
          address_2: Room 3
          city: Small Town
          state_province: ME
          postal_code: "04999"
          latitude: 44.1
          longitude: -69.2
          directions: Side door.
          transit: Bus 4.
          accessibility: [step_free, accessible_toilet]
        online: {url: "https://meet.example.org/tea", how_to_join: Cameras may stay off., phone: (207) 555-0142 ext. 4}
        contact: {phones: (207) 555-0143, email: tea@example.org, role: Host}
        joining: drop_in
        application_process: Ring the bell.
        cost: {kind: donation, note: Nobody is asked.}
        verified: 2026-11-01
      - id: tea-of-the-other-kind-with-a-name-that-is-as-long-as-it-may
        name: Tea
        summary: Online only.
        schedule: Sunday 20:00-21:00
        online: {phone: (207) 555-0142}
        verified: 2026-11-01
      - id: quiet
        name: Quiet house
        summary: Where nobody finds you.
        schedule: Saturday 10:00
        location: {confidential: yes}
        contact: {phones: (207) 555-0144}
        verified: 2026-11-01
      - id: bench
        name: Bench
        summary: On a bench by the water.
        schedule: Saturday 10:00
        location: {name: The red bench, latitude: 44.2, longitude: -69.3}
        verified: 2026-11-01
      - id: monthly
        name: Monthly
        summary: Not every week.
        schedule: 2nd Tuesday 19:00
        location: {address: 2 Alder Street}
        verified: 2026-11-01
"""


def test_whatever_a_group_can_have_comes_back_row_by_row(tmp_path: Path) -> None:
    ours = town(EVERYTHING, tmp_path)
    rows, left_out = published(ours, SITE)
    assert {row["id"] for row in left_out} == {"monthly"}
    assert again(rows, tmp_path, ours.about.name) == rows


def test_a_confidential_place_stays_one(tmp_path: Path) -> None:
    ours = town(EVERYTHING, tmp_path)
    imported = brought_in(published(ours, SITE)[0], tmp_path, name=ours.about.name)
    found = directory(imported, tmp_path)
    place = found.location_of(next(group for group in found.groups if group.id == "quiet"))
    assert place is not None
    assert place.confidential


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SHARED / "meetings.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def imported(records: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return brought_in(records, tmp_path_factory.mktemp("records"))


@pytest.fixture(scope="module")
def real(imported: Imported, tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return directory(imported, tmp_path_factory.mktemp("real"))


@needs_the_records
def test_each_record_is_there_with_every_field_that_ours_has(records: list[dict[str, Any]], real: Directory) -> None:
    weekdays = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    assert len(records) == len(real.groups) == 25
    for record, group in zip(records, real.groups, strict=True):
        place, types = real.location_of(group), set(record["types"])
        assert (group.id, group.name) == (record["slug"], record["name"])
        assert [str(line) for line in group.schedule] == [f"{weekdays[record['day']]} {record['time']}"]
        assert (group.status == "paused") is ("TC" in types)
        assert (group.attending == ("online",)) is ("ONL" in types)
        assert (place is None) is (record["address"] == "Online")
        if place:
            whole = f"{place.address}, {place.city}, {place.state_province}"
            assert whole == ", ".join(filter(None, (record["address"], record.get("city"), record.get("state"))))
        assert [real.area_by_id[area].name for area in group.areas] == record.get("regions", [])[-1:]
        assert {real.audience_by_id[one].name for one in group.eligibility.audiences} == {
            AUDIENCES[code] for code in types & AUDIENCES.keys()
        }
        said = f"{group.summary} {group.description or ''}"
        assert all(WORDS[code] in said for code in types & WORDS.keys())


@needs_the_records
def test_what_was_on_file_is_published_again(records: list[dict[str, Any]], real: Directory) -> None:
    rows, left_out = published(real)
    on = [record for record in records if "TC" not in record["types"]]
    assert {row["id"] for row in left_out} == {record["slug"] for record in records if "TC" in record["types"]}
    assert [(row["name"], row["day"], row["time"]) for row in rows] == [
        (record["name"], record["day"], record["time"]) for record in on
    ]
    for row, record in zip(rows, on, strict=True):
        assert set(row["types"]) - {"EN"} == set(record["types"]) & {*AUDIENCES, *ACCESS, *LANGUAGES}
        if record["address"] != "Online":
            whole = ", ".join((row["address"], row["city"], row["state"]))
            assert whole == ", ".join(filter(None, (record["address"], record.get("city"), record.get("state"))))


@needs_the_records
def test_each_field_that_ours_has_not_is_in_the_report(records: list[dict[str, Any]], imported: Imported) -> None:
    told = {(line.origin.row, line.field) for line in imported.report.lines}
    for number, record in enumerate(records, start=1):
        if set(record["types"]) & WORDS.keys():
            assert (number, "types") in told
        if len(record.get("regions", [])) > 1:
            assert (number, "regions") in told
        if record["address"] == "Online":
            assert {(number, "city"), (number, "state")} <= told


@needs_the_records
def test_every_code_of_the_form_is_known_in_its_own_words() -> None:
    types = json.loads((SHARED / "types.json").read_text(encoding="utf-8"))
    known = {*WORDS, *ACCESS, *LANGUAGES, *AUDIENCES, "TC"}
    assert set(types) <= known
    for code in types.keys() & {*WORDS, *AUDIENCES}:
        assert {**WORDS, **AUDIENCES}[code] == types[code]["en"]
    assert set(ACCESS.values()) <= {need.value for need in Access}
