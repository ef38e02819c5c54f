"""The real export of a legal aid directory in Illinois: 430 services, 2,492 schedule rows, and all that people mistype."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import time
from pathlib import Path

import pytest

from generator.imports.hsds import Imported, import_hsds, write
from generator.imports.imported import REPORT_FILE
from generator.imports.report import Happened
from generator.load import Loaded, load
from generator.model.choice import CostKind
from generator.model.directory import Directory
from generator.model.listing import Service
from generator.problems import Level
from tests.imports.conftest import TODAY

ROOT = Path(__file__).parents[2]
EXPORT = ROOT.parent / "shared" / "data" / "hsds-csv-illinois"

pytestmark = pytest.mark.skipif(
    not EXPORT.is_dir(), reason="the folder of real exports, shared/data, is not beside the project"
)


@pytest.fixture(scope="module")
def illinois() -> Imported:
    return import_hsds(EXPORT, name="Illinois legal help", today=TODAY)


@pytest.fixture(scope="module")
def folder(illinois: Imported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("illinois") / "new"
    write(illinois, folder)
    return folder


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Loaded:
    return load(folder / "resources.yaml", root=folder, today=TODAY)


@pytest.fixture(scope="module")
def directory(loaded: Loaded) -> Directory:
    assert loaded.directory is not None
    return loaded.directory


def rows(table: str) -> list[dict[str, str]]:
    with (EXPORT / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def services_by_export_id(folder: Path, directory: Directory) -> dict[str, Service]:
    """Each service by the id behind the mark in its file."""
    by_id = {service.id: service for service in directory.services}
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "listings").glob("*.yaml")))
    return {original: by_id[made] for made, original in re.findall(r"- id: (\S+) # HSDS service (\S+)", text)}


def test_the_whole_directory_loads_with_nothing_but_notices(loaded: Loaded) -> None:
    assert {problem.level for problem in loaded.problems} == {Level.NOTICE}
    assert Counter(problem.rule for problem in loaded.problems)["review-due"] == 429


def test_every_service_with_a_name_is_there(folder: Path, directory: Directory) -> None:
    named = {row["id"]: row["name"] for row in rows("services") if row["name"]}
    assert {original: one.name for original, one in services_by_export_id(folder, directory).items()} == {
        original: " ".join(name.split()) for original, name in named.items()
    }


def test_every_organization_and_place_is_there(directory: Directory) -> None:
    assert Counter(one.name for one in directory.organizations) == Counter(row["name"] for row in rows("organizations"))
    places = Counter(" ".join(row["name"].split()) for row in rows("locations"))
    assert Counter(one.name for one in directory.locations) == places


def test_each_number_of_a_service_is_there_digit_for_digit(folder: Path, directory: Directory) -> None:
    services = services_by_export_id(folder, directory)
    keypad = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
    lost = []
    for row in rows("phones"):
        if not row["service_id"] or not row["number"]:
            continue
        contact = services[row["service_id"]].contact
        told = "".join(f"{phone.number}{phone.extension or ''}" for phone in contact.phones) if contact else ""
        typed = row["number"].rpartition("(844-")[1:] if "RIGHTS" in row["number"] else row["number"].translate(keypad)
        digits = re.sub(r"\D", "", "".join(typed))
        if digits not in re.sub(r"\D", "", told):
            lost.append(row["number"])
    assert lost == []


def test_hours_are_those_of_the_place_and_nobody_elses(folder: Path, directory: Directory) -> None:
    """Each line of hours, opened up into days, against the rows of the place that the listing names."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "listings").glob("*.yaml")))
    location_of = dict(re.findall(r"- id: (\S+) # HSDS location (\S+)", text))
    weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    said: dict[str, set[tuple[int, time, time]]] = {}
    for row in rows("regular_schedules"):
        if not row["opens_at"]:
            continue
        opens, closes = (time.fromisoformat(row[column].zfill(len("09:00"))) for column in ("opens_at", "closes_at"))
        if opens < closes:
            said.setdefault(row["location_id"], set()).add((weekdays.index(row["weekday"]), opens, closes))
    with_hours = [service for service in directory.services if service.schedule]
    assert len(with_hours) > 300
    for service in with_hours:
        shown = {
            (day, schedule.when.opens_at, schedule.when.closes_at)
            for schedule in service.schedule
            for day in schedule.when.weekdays
        }
        assert shown == said[location_of[str(service.location)]]


def test_a_place_is_taken_only_where_one_number_of_the_organization_is_its_own(
    folder: Path, directory: Directory
) -> None:
    organization_of = {row["id"]: row["organization_id"] for row in rows("locations")}
    numbers = {row["location_id"]: re.sub(r"\D", "", row["number"]) for row in rows("phones") if row["location_id"]}
    own = {row["service_id"]: re.sub(r"\D", "", row["number"]) for row in rows("phones") if row["service_id"]}
    services = services_by_export_id(folder, directory)
    for row in rows("services"):
        if row["id"]:
            places = [place for place, home in organization_of.items() if home == row["organization_id"]]
            alike = [place for place in places if own[row["id"]] and numbers.get(place) == own[row["id"]]]
            assert (services[row["id"]].location is not None) == (len(alike) == 1), row["name"]


def test_every_row_is_used_passed_over_or_told(illinois: Imported) -> None:
    told: dict[str, set[int]] = {}
    for line in illinois.report.lines:
        if line.happened is Happened.DROPPED:
            last = max(line.origin.row, line.origin.last_row)
            told.setdefault(line.origin.file, set()).update(range(line.origin.row, last + 1))
    for file, tally in illinois.report.rows.items():
        everything = set(range(2, tally.rows + 2))
        assert everything - tally.used - tally.silent - told.get(file, set()) == set(), file


def test_nothing_was_invented(directory: Directory) -> None:
    # Words that ran together in the export are parts of its words.
    text = " ".join(" ".join(row.values()) for row in rows("services"))
    for service in directory.services:
        words = re.findall(r"\w+", f"{service.name} {service.summary} {service.application_process or ''}")
        assert [word for word in words if word not in text] == [], service.id
        assert service.verified is None
        assert (service.goals, service.areas, service.attending, service.joining) == ((), (), (), None)
    kinds = Counter(service.cost.kind for service in directory.services if service.cost)
    fees = Counter(row["fees"] for row in rows("services"))
    assert kinds == {
        CostKind.FREE: fees["Free to everyone"] + fees["Free to eligible persons/entities"],
        CostKind.SLIDING_SCALE: fees["Sliding scale based on income"],
        CostKind.FIXED: fees["Flat fee regardless of income"],
    }


def test_towns_are_told_apart_only_where_it_is_certain(directory: Directory) -> None:
    notes = {one.name: one.contact.note for one in directory.organizations if one.contact}
    assert notes["Illinois Armed Forces Legal Aid Network"] == (
        "Address for letters: Illinois Equal Justice Foundation180 North Stetson, Suite 820, Chicago, IL 60601"
    )
    assert notes["Sargent Shriver National Center on Poverty Law"] == (
        "Address for letters: 67 East Madison Street, Suite 2000, Chicago, IL 60603"
    )
    # "Homewood" ends one address alone: nothing else in the export says that it is a town.
    assert notes["South Suburban Bar Association"] == "Address for letters: P.O. Box 726Homewood, IL 60430"


def test_country_and_time_zone_are_guessed_and_marked(folder: Path, directory: Directory) -> None:
    about = directory.about
    assert (about.country, about.subdivision, about.time_zone, about.area_served) == (
        "US",
        "IL",
        "America/Chicago",
        "IL",
    )
    text = (folder / "resources.yaml").read_text(encoding="utf-8")
    assert "time_zone: America/Chicago # Guessed: the export names no time zone." in text


def test_the_report_is_a_page_with_sums_and_one_part_a_record(folder: Path) -> None:
    page = (folder / REPORT_FILE).read_text(encoding="utf-8")
    assert "| services.csv | 430 | 429 | 0 | 1 |" in page
    assert "| regular\\_schedules.csv | 2492 |" in page
    assert "### Row 348, , " not in page
    assert page.count("\n### ") > 400


def test_the_imported_directory_builds_strictly_with_the_pages_goals_and_worksheets_of_the_project(
    folder: Path, tmp_path: Path
) -> None:
    """As docs/importing.md tells: what is general stays, what is the town's own comes from the import."""
    town = tmp_path / "town"
    shutil.copytree(folder, town)
    shutil.copy(ROOT / "mkdocs.yml", town)
    for name in ("content", "theme_overrides", "listings/worksheets"):
        shutil.copytree(ROOT / name, town / name)
    shutil.copy(ROOT / "listings" / "goals.yaml", town / "listings")
    with (town / "resources.yaml").open("a", encoding="utf-8") as file:
        file.write("  - listings/worksheets/*.yaml\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=town,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    pages = {path.parent.name for path in (town / "site" / "services").glob("*/index.html")}
    assert "lawyer-referral-service-68066" in pages
    assert len(pages) >= 429
