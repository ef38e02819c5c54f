"""A whole export, from CSV to the text of each file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.imports.hsds import Imported, write
from generator.imports.report import Happened
from generator.load import Loaded, load
from generator.problems import InputError, Level
from tests.imports.conftest import TODAY, Import

ORGANIZATIONS = """\
id,name,alternate_name,description,email,url
7,Corner House,,"Neighbours, for neighbours.",desk@corner.example.org,https://corner.example.org/
"""
SERVICES = """\
id,organization_id,name,description,url,status,application_process,fees
21,7,Night line,"Talk at night, whoever you are.",,active,Just call.,Free to everyone
22,7,Housing desk,,https://corner.example.org/housing,temporarily closed,,Pay what you like
23,9,Advice,Advice on rent.,,,,
"""
LOCATIONS = """\
id,organization_id,name,transportation,latitude,longitude
31,7,Corner House,Bus 4,41.88,-87.63
32,7,Old Mill,,,
"""
PHONES = """\
id,service_id,organization_id,location_id,number,extension,type,language,description
1,21,,,(312) 555-0142,,voice,Spanish,
2,22,,,(312) 555-0143,4,,,Ring twice
3,,7,,(312) 555-0100,,fax,,
"""
ADDRESSES = """\
location_id,address_1,city,state_province,postal_code,country
31,1 Main Street,Chicago,IL,60601,US
"""
LINKS = """\
id,service_id,location_id
41,22,31
"""
SCHEDULES = """\
service_id,location_id,weekday,opens_at,closes_at
21,,Friday,20:00,2:00
21,,Saturday,20:00,2:00
,31,Monday,9:00,17:00
,31,Tuesday,9:00,17:00
,31,Wednesday,9:00,17:00
,31,Thursday,,
,31,Friday,10:00,4:00
"""


def a_town(imported: Import) -> Imported:
    return imported(
        organizations=ORGANIZATIONS,
        services=SERVICES,
        locations=LOCATIONS,
        phones=PHONES,
        physical_addresses=ADDRESSES,
        services_at_location=LINKS,
        regular_schedules=SCHEDULES,
    )


def loaded(made: Imported, folder: Path) -> Loaded:
    write(made, folder)
    return load(folder / "resources.yaml", root=folder, today=TODAY)


def test_each_file_is_what_a_volunteer_would_type(imported: Import) -> None:
    assert a_town(imported).files == {
        "resources.yaml": """\
# Imported from an HSDS export on 2026-11-22. What did not come over stands in import-report.md.

directory:
  name: Town
  area_served: Town
  country: US
  subdivision: IL
  time_zone: America/Chicago
  language: en-US
crisis:
  preset: US
include:
  - listings/*.yaml
""",
        "listings/corner-house.yaml": """\
organizations:
  - id: corner-house # HSDS organization 7
    name: Corner House
    description: Neighbours, for neighbours.
    contact:
      phones:
        number: (312) 555-0100
        type: fax
      email: desk@corner.example.org
      website: https://corner.example.org/
locations:
  - id: corner-house # HSDS location 31
    name: Corner House
    address: 1 Main Street
    city: Chicago
    state_province: IL
    postal_code: "60601"
    latitude: 41.88
    longitude: -87.63
    transit: Bus 4
  - id: old-mill # HSDS location 32
    name: Old Mill
services:
  - id: night-line # HSDS service 21
    name: Night line
    summary: Talk at night, whoever you are.
    organization: corner-house
    schedule: Friday and Saturday 20:00-02:00
    contact:
      phones:
        number: (312) 555-0142
        languages: es
    application_process: Just call.
    cost: free
  - id: housing-desk # HSDS service 22
    name: Housing desk
    summary: Housing desk
    description: |
      Hours that are not clear: Friday 10:00-4:00. Please ask.

      Cost: Pay what you like
    organization: corner-house
    status: paused
    alert:
      text: It is not on for the time being.
    schedule:
      when: Monday to Wednesday 09:00-17:00
      note: Opening hours of Corner House.
    location: corner-house
    contact:
      phones:
        number: (312) 555-0143
        extension: "4"
        description: Ring twice
      website: https://corner.example.org/housing
""",
        "listings/organization-9.yaml": """\
services:
  - id: advice # HSDS service 23
    name: Advice
    summary: Advice on rent.
""",
    }


def test_the_report_tells_what_was_lost_changed_and_guessed(imported: Import) -> None:
    lines = [
        (line.origin.file, line.origin.row, line.field, line.happened, line.original, str(line.reason))
        for line in a_town(imported).report.lines
    ]
    assert lines == [
        (
            "services.csv",
            3,
            "description",
            Happened.GUESSED,
            "",
            "There is no description: the name stands as summary.",
        ),
        ("services.csv", 3, "status", Happened.CHANGED, "temporarily closed", "It is called 'paused' here."),
        (
            "services.csv",
            3,
            "fees",
            Happened.KEPT_AS_TEXT,
            "Pay what you like",
            "It does not say for certain what kind of price it is; it stands in the description.",
        ),
        ("services.csv", 4, "organization_id", Happened.DROPPED, "9", "There is no organization with this id."),
        (
            "regular_schedules.csv",
            8,
            "opens_at",
            Happened.KEPT_AS_TEXT,
            "Friday 10:00-4:00",
            "It closes (04:00) before it opens (10:00), and it does not look like a night.",
        ),
        (
            "services.csv",
            0,
            "status",
            Happened.GUESSED,
            "",
            "Services that do not say whether they are on are listed as active: 1.",
        ),
    ]


def test_every_row_is_used_passed_over_or_told(imported: Import) -> None:
    rows = a_town(imported).report.rows
    assert {file: (tally.rows, len(tally.used), len(tally.silent), tally.left_out) for file, tally in rows.items()} == {
        "organizations.csv": (1, 1, 0, 0),
        "services.csv": (3, 3, 0, 0),
        "locations.csv": (2, 2, 0, 0),
        "services_at_location.csv": (1, 1, 0, 0),
        "phones.csv": (3, 3, 0, 0),
        "physical_addresses.csv": (1, 1, 0, 0),
        "regular_schedules.csv": (7, 6, 1, 0),
    }


def test_what_comes_out_has_no_error_and_no_warning(imported: Import, tmp_path: Path) -> None:
    found = loaded(a_town(imported), tmp_path / "new")
    assert found.directory is not None
    # "Advice" has nobody to ask: that is true of the export, and a volunteer should hear of it.
    assert [(problem.level.value, problem.rule) for problem in found.problems if problem.level is not Level.NOTICE] == [
        ("warning", "reachable")
    ]
    assert [service.verified for service in found.directory.services] == [None, None, None]
    assert [service.goals for service in found.directory.services] == [(), (), ()]


def test_the_same_export_gives_the_same_bytes(imported: Import) -> None:
    assert a_town(imported).files == a_town(imported).files


def test_a_record_more_changes_no_id_of_the_others(imported: Import) -> None:
    few = "id,name,description\n1,Desk,Rent.\n2,Desk,Work.\n3,Line,Talk.\n"
    first = imported(services=few).files["listings/services.yaml"]
    second = imported(services=f"{few}9,Desk,Food.\n").files["listings/services.yaml"]
    ids = {line.strip() for line in first.splitlines() if "- id:" in line}
    assert ids == {"- id: desk-1 # HSDS service 1", "- id: desk-2 # HSDS service 2", "- id: line # HSDS service 3"}
    assert ids < {line.strip() for line in second.splitlines() if "- id:" in line}


def test_services_alone_are_enough_and_what_is_missing_is_said(imported: Import) -> None:
    report = imported(services="id,name\n1,Tea\n").report
    assert [str(note) for note in report.notes] == [
        "There is no organizations.csv in the export.",
        "There is no locations.csv in the export.",
        "There is no phones.csv in the export.",
        "There is no regular_schedules.csv in the export.",
    ]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"organizations": "id,name\n1,A\n"}, "There is no services.csv in"),
        ({"services": ""}, "There is no column 'name' in services.csv."),
        ({"services": "\ufeff"}, "There is no column 'name' in services.csv."),
        ({"services": "id,title\n1,A\n"}, "There is no column 'name' in services.csv."),
        ({"services": "id,name\n\n,,\n"}, "There are no services in services.csv."),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(imported: Import, tables: dict[str, str], message: str) -> None:
    with pytest.raises(InputError) as caught:
        imported(**tables)
    assert [message in str(problem.message) for problem in caught.value.problems] == [True]


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    from generator.imports.hsds import import_hsds

    with pytest.raises(InputError, match="cannot be read"):
        import_hsds(tmp_path / "nowhere", name="Town", today=TODAY)


def test_files_and_columns_that_are_not_read_are_named(imported: Import) -> None:
    notes = imported(
        organizations="id,name\n",
        locations="id,name\n",
        phones="number\n",
        regular_schedules="weekday\n",
        services="id,name,mood,colour\n1,Tea,good,\n2,Talk,better,\n",
        moods="id,source\n1,County\n",
    ).report.notes
    assert [str(note) for note in notes] == [
        "moods.csv was not read: nothing here is made from it.",
        "services.csv: the column 'mood' is not known and was not read. Rows with something there: 2, first row 2: 'good'",
        "services.csv: the column 'colour' is not known; it is empty.",
    ]
