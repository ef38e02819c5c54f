"""Our judge of HSDS: it lets what is right pass, and names the field of every fault in a long table of wrong files."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.validating.finding import Finding
from generator.validating.hsds import validate
from tests.exports.hsds.published import NOT_THERE, SPECIFICATION
from tests.town import TODAY
from tests.validating.wrong import RIGHT, WRONG, Wrong

SCHEMA = SPECIFICATION / "schema" / "compiled" / "service.json"
needs_the_specification = pytest.mark.skipif(not SCHEMA.is_file(), reason=NOT_THERE)

# What has no field of its own is told of the whole object.
WHOLE = {"says-nothing"}


@cache
def schema_judge() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def judged(folder: Path, content: object, name: str = "service.json") -> list[Finding]:
    (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return [*validate(folder / name, TODAY)]


def test_what_is_right_passes(tmp_path: Path) -> None:
    assert [finding.in_words(str) for finding in judged(tmp_path, RIGHT)] == []


@needs_the_specification
def test_what_is_right_passes_the_schema_too() -> None:
    assert [error.message for error in schema_judge().iter_errors(RIGHT)] == []


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_fault_is_caught_with_its_field(tmp_path: Path, wrong: Wrong) -> None:
    found = judged(tmp_path, wrong.made())
    assert (wrong.rule, wrong.is_error) in {(finding.rule, finding.is_error) for finding in found}
    fields = {finding.field for finding in found if finding.rule == wrong.rule}
    assert wrong.field in fields or (wrong.rule in WHOLE and fields == {""}) or wrong.rule in {"never", "duplicate"}


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_fault_is_told_once_and_nothing_else_is_wrong(tmp_path: Path, wrong: Wrong) -> None:
    errors = [finding for finding in judged(tmp_path, wrong.made()) if finding.is_error]
    assert len(errors) == wrong.is_error


@needs_the_specification
@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_table_says_truly_what_the_schema_sees(wrong: Wrong) -> None:
    assert (next(schema_judge().iter_errors(wrong.made()), None) is not None) is wrong.seen_by_schema


def test_the_table_is_long_enough_to_prove_something() -> None:
    assert len({str(wrong) for wrong in WRONG}) == len(WRONG) >= 40
    assert sum(not wrong.seen_by_schema for wrong in WRONG) >= 30


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b'{"id": "1", "name": "Te', "json"),
        (b"", "json"),
        (b'{"id": 1, "id": 2}', "field-twice"),
        ('{"name": "Caf\u00e9"}'.encode("cp1252"), "encoding"),
        ('{"name": "Tea"}'.encode("utf-16"), "encoding"),
        (b"[" * 100_000, "json"),
        (b'[{"a": 1}, 5]', "unknown-object"),
        (b"[]", "nothing-there"),
    ],
    ids=["cut off", "empty", "twice", "cp1252", "utf-16", "deep", "something else", "an empty list"],
)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes, rule: str) -> None:
    (tmp_path / "services.json").write_bytes(content)
    assert rule in {finding.rule for finding in validate(tmp_path / "services.json", TODAY)}


PAGE = {
    "total_items": 1,
    "total_pages": 1,
    "page_number": 1,
    "size": 1,
    "first_page": True,
    "last_page": True,
    "empty": False,
    "contents": [RIGHT],
}


def test_a_right_page_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, PAGE, "page-1.json") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("size", 2),
        ("empty", True),
        ("first_page", False),
        ("last_page", False),
        ("total_items", 0),
        ("page_number", 2),
        ("total_pages", "1"),
        ("contents", [RIGHT, RIGHT]),
    ],
)
def test_a_page_that_miscounts_is_caught(tmp_path: Path, field: str, value: Any) -> None:
    assert "page" in {finding.rule for finding in judged(tmp_path, {**PAGE, field: value}, "page-1.json")}


def test_the_same_service_twice_in_a_list_is_caught(tmp_path: Path) -> None:
    assert "duplicate" in {finding.rule for finding in judged(tmp_path, [RIGHT, RIGHT], "services.json")}


def test_a_folder_must_be_whole(tmp_path: Path) -> None:
    """A service may name an organization that stands in another file; in a folder it must be in one of them."""
    service = {name: value for name, value in RIGHT.items() if name != "organization"}
    service["organization_id"] = RIGHT["organization"]["id"]
    assert judged(tmp_path, service) == []
    assert {finding.rule for finding in validate(tmp_path, TODAY)} == {"orphan"}
    (tmp_path / "organization.json").write_text(json.dumps(RIGHT["organization"]), encoding="utf-8")
    assert [*validate(tmp_path, TODAY)] == []


TABLE = "id,name,alternate_name,description\n{id},Tea,,Tea and talk.\n"


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("organizations.csv", TABLE.replace("name,alternate_name", "alternate_name,name"), "columns"),
        ("organizations.csv", "", "columns"),
        ("organizations.csv", TABLE + "1,2\n", "cells"),
        ("organizations.csv", TABLE + TABLE.splitlines()[1] + "\n", "duplicate"),
        ("organizations.csv", TABLE.replace("Tea and talk.", ""), "required"),
        ("organizations.csv", TABLE.replace("Tea and talk.", '"Tea'), "csv"),
        ("groups.csv", TABLE, "unknown-table"),
    ],
)
def test_wrong_tables_are_caught(tmp_path: Path, name: str, text: str, rule: str) -> None:
    (tmp_path / name).write_text(text.replace("{id}", RIGHT["id"]), encoding="utf-8")
    rules = {finding.rule for finding in validate(tmp_path, TODAY)}
    assert rule in rules or (rule == "required" and "empty" in rules)


def test_a_right_table_passes(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text(TABLE.replace("{id}", RIGHT["id"]), encoding="utf-8")
    assert [*validate(tmp_path, TODAY)] == []


def test_a_zip_that_would_burst_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.validating.hsds.reading.LARGEST", 1000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", "0" * 100_000)
    assert {finding.rule for finding in validate(tmp_path / "bomb.zip", TODAY)} == {"too-large", "nothing-there"}


def test_a_zip_that_was_cut_off_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    assert "zip" in {finding.rule for finding in validate(tmp_path / "cut.zip", TODAY)}


@needs_the_specification
@pytest.mark.parametrize(
    "name", ["service_full", "organization_full", "service_at_location_full", "taxonomy_term_list"]
)
def test_the_shape_of_the_specifications_examples_is_accepted(name: str) -> None:
    """Their sample values are not all sensible (a latitude of 100), but none is of a wrong shape."""
    found = {finding.rule for finding in validate(SPECIFICATION / "examples" / f"{name}.json", TODAY)}
    assert found <= {"two-ends", "other-frequency", "never", "extent", "coordinates", "link-entity"}


def test_the_command_names_file_record_and_field(tmp_path: Path) -> None:
    wrong = json.loads(json.dumps(RIGHT))
    wrong["schedules"][0]["byday"] = "BANANA"
    (tmp_path / "tea.json").write_text(json.dumps(wrong), encoding="utf-8")
    answer = CliRunner().invoke(main, ["validate", "hsds", str(tmp_path / "tea.json"), "--today", "2026-11-22"])
    assert answer.exit_code == 1
    assert answer.output.splitlines()[0] == (
        "tea.json: service 'Tea' > schedules[0] > byday: 'BANANA' is not a day. "
        "Write two capital letters, with commas between: MO,WE or 2TU,-1FR. (byday)"
    )


def test_the_command_is_content_with_what_is_right(tmp_path: Path) -> None:
    (tmp_path / "tea.json").write_text(json.dumps({**RIGHT, "url": ""}), encoding="utf-8")
    run = ["validate", "hsds", str(tmp_path / "tea.json"), "--today", "2026-11-22"]
    answer = CliRunner().invoke(main, run)
    assert answer.exit_code == 0
    assert answer.output.startswith("warning: tea.json: service 'Tea' > url: ")
    assert CliRunner().invoke(main, [*run, "--strict"]).exit_code == 1
