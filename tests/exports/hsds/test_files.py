"""The files of the format: shapes, ids, links between them, and what the specification and our own judge say."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from jsonschema import Draft202012Validator

from generator.exports.hsds import LISTS, PAGE_SIZE, files
from generator.exports.hsds.ids import Ids
from generator.standards.hsds import TABLES
from generator.validating.hsds import validate
from tests.exports.hsds.published import (
    NOT_THERE,
    SITE,
    SPECIFICATION,
    demonstrated,
    demonstration,
    listed,
    objects,
    published,
    single,
    tables,
)
from tests.exports.listings import GROUP, SERVICE
from tests.town import TODAY, survey

SCHEMAS = SPECIFICATION / "schema" / "compiled"
needs_the_specification = pytest.mark.skipif(not SCHEMAS.is_dir(), reason=NOT_THERE)


@needs_the_specification
@pytest.mark.parametrize("table", ["service", "organization", "service_at_location"])
def test_the_demonstration_is_valid_by_the_compiled_schemas(table: str) -> None:
    schema = json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))
    judge = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = single(demonstrated(), f"{table}s")
    assert found
    errors = [f"{one['id']}: {error.json_path}: {error.message}" for one in found for error in judge.iter_errors(one)]
    assert errors == []


def test_the_demonstration_is_right_by_our_own_judge(tmp_path: Path) -> None:
    for path, content in demonstrated().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert [finding.in_words(str) for finding in validate(tmp_path, TODAY)] == []
    assert [finding.in_words(str) for finding in validate(tmp_path / "hsds.zip", TODAY)] == []


def test_every_listing_is_a_service() -> None:
    names = sorted(service["name"] for service in single(demonstrated(), "services"))
    assert names == sorted(listing.name for listing in demonstration().directory.listings)


def test_two_exports_are_the_same_bytes() -> None:
    assert published(demonstration()) == demonstrated()


def test_ids_do_not_depend_on_where_the_site_stands() -> None:
    elsewhere = published(demonstration(), "https://elsewhere.example.org/")
    assert elsewhere.keys() == demonstrated().keys()


def test_a_listing_keeps_its_id_whatever_else_changes(tmp_path: Path) -> None:
    ids = {}
    for words in ("summary: Tea and talk.", "summary: Coffee and talk."):
        changed = GROUP.replace("summary: Tea and talk.", words).replace("- id: parents", "- id: families")
        found = published(survey(changed.replace("name: Tea\n", f"name: {words[9:15]}\n"), tmp_path))
        (service,) = single(found, "services")
        ids[words] = {one["id"] for one in objects({**service, "attributes": []})}
    first, second = ids.values()
    assert first == second


def test_ids_are_those_of_rfc_9562() -> None:
    ids = Ids(NAMESPACE_URL)
    for name in ("service/tea", "é", ""):
        assert ids.of(name) == str(uuid5(NAMESPACE_URL, name))


def test_every_object_of_the_tables_has_a_uuid_of_its_own() -> None:
    found = [row["id"] for rows in tables(demonstrated()["hsds.zip"]).values() for row in rows]
    assert len(found) == len(set(found))
    assert {UUID(id_).version for id_ in found} == {5}


@pytest.mark.parametrize("kind", LISTS)
def test_lists_and_single_files_hold_the_same_objects(kind: str) -> None:
    paths = [path for path in demonstrated() if path.startswith(f"{kind}/") and "/page-" not in path]
    assert sorted(f"{kind}/{one['id']}.json" for one in listed(demonstrated(), kind)) == sorted(paths)
    for short in listed(demonstrated(), kind):
        full = json.loads(demonstrated()[f"{kind}/{short['id']}.json"])
        own = {name: value for name, value in short.items() if not isinstance(value, dict | list)}
        assert own.items() <= full.items()


def test_a_page_has_the_shape_of_the_api(tmp_path: Path) -> None:
    groups = "".join(
        f"  - {{id: g{number}, name: Group {number}, summary: Tea., contact: {{email: g@example.org}}}}\n"
        for number in range(PAGE_SIZE + 1)
    )
    found = published(survey(f"groups:\n{groups}", tmp_path))
    pages = [json.loads(found[f"services/page-{number}.json"]) for number in (1, 2)]
    assert "services/page-3.json" not in found
    assert [{name: value for name, value in page.items() if name != "contents"} for page in pages] == [
        {
            "total_items": PAGE_SIZE + 1,
            "total_pages": 2,
            "page_number": number,
            "size": size,
            "first_page": number == 1,
            "last_page": number == 2,
            "empty": False,
        }
        for number, size in ((1, PAGE_SIZE), (2, 1))
    ]
    assert [len(page["contents"]) for page in pages] == [PAGE_SIZE, 1]


def test_an_empty_directory_has_one_empty_page(tmp_path: Path) -> None:
    page = json.loads(published(survey("", tmp_path))["services/page-1.json"])
    assert (page["total_items"], page["total_pages"], page["empty"], page["contents"]) == (0, 1, True, [])
    assert (page["first_page"], page["last_page"]) == (True, True)


@needs_the_specification
@pytest.mark.parametrize("kind", ["services", "organizations"])
def test_a_page_has_the_fields_of_the_specifications_example(kind: str) -> None:
    example = json.loads(
        (SPECIFICATION / "examples" / f"{kind.removesuffix('s')}_list.json").read_text(encoding="utf-8")
    )
    ours = json.loads(demonstrated()[f"{kind}/page-1.json"])
    assert list(ours) == list(example)
    assert set(ours["contents"][0]) <= set(example["contents"][0])


def test_the_index_says_where_everything_stands() -> None:
    index = json.loads(demonstrated()["index.json"])
    assert index["version"] == "3.0"
    for kind in LISTS:
        assert index["lists"][kind].format(page=1) in demonstrated()
        one = listed(demonstrated(), kind)[0]
        assert index["one"][kind].format(id=one["id"]) in demonstrated()
    assert index["tables"] in demonstrated()


def test_tables_have_the_columns_of_the_specification() -> None:
    with zipfile.ZipFile(BytesIO(demonstrated()["hsds.zip"])) as archive:
        assert archive.namelist() == ["datapackage.json", *(table.file for table in TABLES.values())]
        described = json.loads(archive.read("datapackage.json"))
        for resource, table in zip(described["resources"], TABLES.values(), strict=True):
            head = archive.read(table.file).decode().split("\r\n")[0]
            assert head.split(",") == [column.name for column in table.columns]
            assert [field["name"] for field in resource["schema"]["fields"]] == head.split(",")


@needs_the_specification
def test_the_description_of_the_tables_is_the_specifications() -> None:
    theirs = json.loads((SPECIFICATION / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    with zipfile.ZipFile(BytesIO(demonstrated()["hsds.zip"])) as archive:
        ours = json.loads(archive.read("datapackage.json"))["resources"]
    kept = {"name", "type", "format", "constraints"}
    for their, our in zip(theirs, ours, strict=True):
        assert (our["name"], our["path"]) == (their["name"], their["path"])
        for theirs_, ours_ in zip(their["schema"]["fields"], our["schema"]["fields"], strict=True):
            if theirs_["name"] != "organization_id":
                assert ours_["type"] == theirs_["type"]
            wanted = {name: value for name, value in theirs_.items() if name in kept}
            # One organization may well have several programs; that the specification forbids it is a slip of its own.
            wanted["constraints"]["unique"] = (
                ours_["constraints"]["unique"]
                if their["name"] in {"program", "taxonomy_term"}
                else wanted["constraints"]["unique"]
            )
            assert ours_ == wanted


def test_the_zip_tells_no_day() -> None:
    with zipfile.ZipFile(BytesIO(demonstrated()["hsds.zip"])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    hostile = GROUP.replace("summary: Tea and talk.", "summary: '=HYPERLINK(\"https://bad.example\")'").replace(
        "address: 12 Alder Street", "address: '@SUM(A1)'"
    )
    found = tables(published(survey(hostile, tmp_path))["hsds.zip"])
    assert found["services"][0]["description"].startswith("'=")
    assert found["addresses"][0]["address_1"] == "'@SUM(A1)"
    # What only begins like a formula stays as it is.
    assert found["locations"][0]["longitude"] == "-69.2"


def test_rows_say_what_they_belong_to(tmp_path: Path) -> None:
    found = tables(published(survey(GROUP, tmp_path))["hsds.zip"])
    (service,), (organization,) = found["services"], found["organizations"]
    assert service["organization_id"] == organization["id"]
    by_type = {place["location_type"]: place["id"] for place in found["locations"]}
    assert {row["location_id"] for row in found["service_at_location"]} == set(by_type.values())
    assert {row["service_id"] for row in found["schedules"]} == {service["id"]}
    numbers = {row["number"]: row for row in found["phones"]}
    (contact,) = [row for row in found["contacts"] if row["name"] == "Rosa"]
    assert numbers["(207) 555-0142"]["contact_id"] == contact["id"]
    assert numbers["(207) 555-0142"]["extension"] == "4"
    assert numbers["(207) 555-0199"]["organization_id"] == organization["id"]
    assert {row["link_entity"] for row in found["attributes"]} <= set(TABLES)


def test_a_group_in_every_field(tmp_path: Path) -> None:
    (service,) = single(published(survey(GROUP, tmp_path)), "services")
    assert service["name"] == "Tea"
    assert service["alternate_name"] == "The Tea Table"
    assert service["description"] == "Tea and talk.\n\nIt is warm."
    assert (service["minimum_age"], service["eligibility_description"]) == (18, "Parents who feel low.")
    assert [one["code"] for one in service["languages"]] == ["en", "es"]
    assert service["organization"]["name"] == "Harbor House"
    assert service["assured_date"] == "2026-11-01"
    codes = {one["taxonomy_term"]["code"]: one.get("value") for one in service["attributes"]}
    assert {"kinds/group", "goals/coping", "audiences/parents"} <= codes.keys()
    assert codes["details/short-name"] == "tea"
    assert codes["details/is-not"] == "It is not therapy."
    assert codes["details/page"] == f"{SITE}groups/tea/"
    (at_place, from_afar) = service["service_at_locations"]
    (address,) = at_place["location"]["addresses"]
    assert (address["address_1"], address["state_province"], address["country"]) == ("12 Alder Street", "ME", "US")
    assert (at_place["location"]["latitude"], at_place["location"]["longitude"]) == (44.1, -69.2)
    assert [one["description"] for one in at_place["location"]["accessibility"]] == ["Step-free", "Hearing loop"]
    assert (from_afar["location"]["location_type"], from_afar["location"]["url"]) == (
        "virtual",
        "https://meet.example.org/tea",
    )


def test_a_service_in_every_field(tmp_path: Path) -> None:
    (service,) = single(published(survey(SERVICE, tmp_path)), "services")
    assert {(one["number"], one["type"]) for one in service["phones"]} == {
        ("(207) 555-0142", "voice"),
        ("(207) 555-0143", "textphone"),
        ("(207) 555-0144", "fax"),
        ("741741", "text"),
    }
    assert service["url"] == "https://warm.example.org/"
    assert [area["name"] for area in service["service_areas"]] == ["North side"]
    (price,) = service["cost_options"]
    # Two numbers are a range, and a range is no amount.
    assert "amount" not in price
    assert price["amount_description"] == "$5 to $40"
    codes = {one["taxonomy_term"]["code"] for one in service["organization"].get("attributes", [])}
    assert service["organization"]["name"] == "Warm Line"
    assert codes == {"details/runs-itself"}


def test_what_is_paused_or_over_says_so(tmp_path: Path) -> None:
    found = published(
        survey(
            """\
            groups:
              - {id: a, name: A, summary: Tea., status: paused, contact: {email: a@example.org}}
              - {id: b, name: B, summary: Tea., status: ended, contact: {email: a@example.org}}
              - {id: c, name: C, summary: Tea., contact: {email: a@example.org}}
            """,
            tmp_path,
        )
    )
    assert {one["name"]: one["status"] for one in single(found, "services")} == {
        "A": "temporarily closed",
        "B": "defunct",
        "C": "active",
    }


def test_nothing_is_written_outside_the_folder() -> None:
    assert all(file.path.startswith("data/hsds/") and ".." not in file.path for file in files(demonstration(), SITE))
