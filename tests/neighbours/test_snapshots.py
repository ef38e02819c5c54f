"""A neighbour's file is believed nothing: what is broken is told with its place, what is hostile is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.exports import hsds
from generator.language import Language
from generator.neighbours.joined import with_neighbours
from generator.neighbours.json_text import LARGEST, Broken
from generator.neighbours.published import snapshot_of
from generator.neighbours.reading import read_snapshot
from generator.neighbours.snapshot import as_text
from generator.problems import Level
from generator.views.survey import Survey
from tests.neighbours.towns import OURS, RIVERTON, county, published, read, riverton, seen, shown, typed
from tests.town import TODAY


def test_a_snapshot_is_kept_as_the_same_snapshot(tmp_path: Path) -> None:
    snapshot = read_snapshot(riverton(tmp_path), "riverton.json")
    text = as_text(snapshot)
    again = read_snapshot(text.encode(), "riverton.json")
    assert again == snapshot
    assert as_text(again) == text


def test_only_what_is_shown_is_kept(tmp_path: Path) -> None:
    text = as_text(read_snapshot(riverton(tmp_path), "riverton.json"))
    assert not any(word in text for word in ("crisis", "worksheet", "River Line", "Rosa", "Long Gone"))


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b'{"format": "waypost",\n "version": "1.0",\n oops}', 3, 2),
        (b'{"format": "waypost"', 1, 21),
        (b'[{"format": "waypost"}]', 1, 1),
        (b'{"format": "waypost"}\n\xff\xfe', 2, 1),
        (b'{"format": "waypost", "version": "2.0"}', 1, 1),
        (b'{"format": "waypost", "version": "1.0"}', 1, 1),
        (b'{"format": "waypost", "version": "1.0", "directory": {"name": "X"}}', 1, 1),
        (b'{"format": "waypost", "version": "1.0", "directory": ' + b"[" * 100_000, 1, 1),
        (b'{"format": "waypost", "version": 1.0, "directory": NaN}', 1, 1),
    ],
)
def test_a_broken_file_is_a_problem_with_its_place(data: bytes, line: int, column: int, tmp_path: Path) -> None:
    loaded = county(tmp_path, riverton=data)
    (problem,) = [problem for problem in loaded.problems if problem.rule == "neighbour"]
    assert problem.level is Level.WARNING
    assert (problem.place.path, problem.place.line) == ("neighbours/riverton.json", line)
    assert column == 1 or problem.place.column == column
    # The site is built without it, and with the other town.
    assert [listing.id for listing in shown(loaded).listings] == [
        "tuesday-talkers", "hill-end--tuesday-talkers", "county-line",
    ]  # fmt: skip


def test_a_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    county(tmp_path)
    (tmp_path / "neighbours" / "riverton.json").unlink()
    loaded = with_neighbours(read(OURS, tmp_path), tmp_path)
    (problem,) = [problem for problem in loaded.problems if problem.rule == "neighbour"]
    assert "waypost fetch" in str(problem.hint)


def test_a_file_that_a_link_leads_out_to_is_not_read(tmp_path: Path) -> None:
    data = riverton(tmp_path)
    outside = tmp_path / "outside.json"
    outside.write_bytes(data)
    home = tmp_path / "home"
    county(home)
    (home / "neighbours" / "riverton.json").unlink()
    (home / "neighbours" / "riverton.json").symlink_to(outside)
    loaded = with_neighbours(read(OURS, home), home)
    assert "riverton" not in {neighbour.id for neighbour in shown(loaded).neighbours}


@pytest.mark.parametrize(
    "file",
    ["/etc/passwd", "../riverton.json", "a/../../b.json", "riverton.yaml", "C:\\x.json", "a//b.json", ".hidden.json", "x\n.json", "~/x.json"],
)  # fmt: skip
def test_a_file_name_that_leads_elsewhere_is_refused_with_its_line(file: str, tmp_path: Path) -> None:
    text = OURS.replace("file: neighbours/hill-end.json", f"file: {json.dumps(file)}")
    errors = read(text, tmp_path).errors
    assert [(error.rule, error.place.line) for error in errors] == [("snapshot-file", 13)]


def test_two_files_of_one_short_name_are_refused(tmp_path: Path) -> None:
    text = OURS.replace("neighbours/hill-end.json", "other/riverton.json")
    assert [error.rule for error in read(text, tmp_path).errors] == ["repeated"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example.org/a.json", "data:,x"]
)
def test_an_address_to_fetch_from_is_a_web_address(address: str, tmp_path: Path) -> None:
    text = OURS.replace("https://riverton.example.org/data/waypost.json", f'"{address}"')
    assert [error.rule for error in read(text, tmp_path).errors] == ["web-address"]


def test_nobody_types_what_was_taken_in(tmp_path: Path) -> None:
    errors = read(OURS + "neighbours:\n  - {id: x, name: X, area_served: X}\n", tmp_path).errors
    assert [error.rule for error in errors] == ["unknown-key"]


def edited(data: bytes, section: str, number: int, **fields: Any) -> bytes:
    value = json.loads(data)
    value[section][number] |= fields
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"contact": {"website": "javascript:alert(1)"}},
        {"contact": {"website": "https://u:p@x.example.org/"}},
        {"contact": {"phones": ["(207) 555-0199"], "form": "data:text/html,x"}},
        {"online": {"url": "//evil.example.org"}},
        {"online": {"url": "vbscript:x"}},
        {"schedule": ["BANANA"]},
        {"location": {"latitude": 999, "longitude": 0}},
        {"status": "wonderful"},
        {"alert": {"text": "\u202eevil"}},
        {"onclick": "alert(1)"},
        {"verified": "the day before"},
        {"alternate_names": [{"a": 1}]},
        {"eligibility": {"minimum_age": 400}},
        {"accepted": [{"check": "x", "because": "y"}], "nonsense": 3},
    ],
)
def test_a_field_that_is_no_good_is_left_out_and_told(fields: dict[str, Any], tmp_path: Path) -> None:
    data = edited(riverton(tmp_path), "groups", 0, **fields)
    snapshot = read_snapshot(data, "riverton.json")
    (group,) = snapshot.groups
    assert group.name == "Tuesday Talkers"
    bad = next(iter(fields)) if "nonsense" not in fields else "nonsense"
    assert [bad in str(problem.message) for problem in snapshot.problems] == [True]
    assert snapshot.problems[0].level is Level.NOTICE
    assert not any(
        word in as_text(snapshot) for word in ("alert(1)", "BANANA", "evil", "data:text", "vbscript", "u:p@")
    )


@pytest.mark.parametrize(
    "fields", [{"id": "../../x"}, {"id": "a/b"}, {"id": ""}, {"id": None}, {"id": "x" * 200}, {"name": ""}, {"name": ["x"]}, {"summary": None}, {"id": "INDEX"}, {"id": "index"}]
)  # fmt: skip
def test_a_listing_without_what_it_needs_is_left_out_and_told(fields: dict[str, Any], tmp_path: Path) -> None:
    snapshot = read_snapshot(edited(riverton(tmp_path), "groups", 0, **fields), "riverton.json")
    assert snapshot.groups == ()
    assert len(snapshot.services) == 2
    assert len(snapshot.problems) == 1


def test_a_listing_that_stands_twice_is_shown_once(tmp_path: Path) -> None:
    value = json.loads(riverton(tmp_path))
    value["groups"] *= 3
    snapshot = read_snapshot(json.dumps(value).encode(), "riverton.json")
    assert len(snapshot.groups) == 1
    assert len(snapshot.problems) == 2


def test_thousands_of_faults_are_told_in_few_lines(tmp_path: Path) -> None:
    value = json.loads(riverton(tmp_path))
    value["groups"] = [{**value["groups"][0], "id": f"g{number}", "status": "?"} for number in range(500)]
    snapshot = read_snapshot(json.dumps(value).encode(), "riverton.json")
    assert len(snapshot.groups) == 500
    assert len(snapshot.problems) == 21
    assert "480" in str(snapshot.problems[-1].message)


def test_a_problem_names_the_line_of_its_listing(tmp_path: Path) -> None:
    data = json.dumps(json.loads(edited(riverton(tmp_path), "services", 0, status="?")), indent=1).encode()
    (problem,) = read_snapshot(data, "riverton.json").problems
    assert data.decode().splitlines()[problem.place.line - 1].strip() == '"id": "refuge",'


def test_a_file_beyond_all_measure_is_refused() -> None:
    with pytest.raises(Broken, match="larger"):
        read_snapshot(b" " * (LARGEST + 1), "riverton.json")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
_SECTIONS = (
    "directory",
    "groups",
    "services",
    "organizations",
    "locations",
    "areas",
    "goals",
    "audiences",
    "pages",
    "made",
    "site",
)


@given(st.sampled_from(_SECTIONS), _JSON)
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_json_in_any_section_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, section: str, value: object
) -> None:
    data = riverton(tmp_path_factory.getbasetemp(), **{section: value})
    try:
        snapshot = read_snapshot(data, "riverton.json")
    except Broken as fault:
        assert str(fault.problem.message)
    else:
        assert read_snapshot(as_text(snapshot).encode(), "again.json").listings == snapshot.listings


def test_hsds_of_a_site_of_ours_says_the_same_as_its_plain_file(tmp_path: Path) -> None:
    town = typed(RIVERTON, tmp_path / "town")
    survey = Survey(town, TODAY, Language.load("en"))
    zipped = next(file.content for file in hsds.files(survey, "") if file.path.endswith("hsds.zip"))
    plain = read_snapshot(published(town), "riverton.json")
    found = snapshot_of(zipped, "https://riverton.example.org/data/hsds/hsds.zip", town.about, TODAY)
    assert found.about.name == plain.about.name
    assert {listing.id for listing in found.listings} == {listing.id for listing in plain.listings}
    schedules = [{listing.id: listing.schedule for listing in each.listings} for each in (plain, found)]
    assert schedules[0] == schedules[1]
    assert {listing.id: listing.status for listing in found.listings}.keys() == {
        "tuesday-talkers",
        "refuge",
        "warm-line",
    }


def test_hsds_of_a_county_gives_only_what_it_keeps_itself(tmp_path: Path) -> None:
    survey = seen(county(tmp_path))
    made = {file.path: file.content for file in hsds.files(survey, "")}
    services = [
        json.loads(content)
        for path, content in made.items()
        if path.startswith("data/hsds/services/") and "page-" not in path
    ]
    assert len(services) == 6
    for data in (made["data/hsds/hsds.zip"], json.dumps(services).encode()):
        found = snapshot_of(data, "https://county.example.org/hsds", survey.directory.about, TODAY)
        assert {listing.name for listing in found.listings} == {"Harbor Talkers", "County Line"}


def test_one_page_of_several_is_no_directory(tmp_path: Path) -> None:
    ours = typed(OURS, tmp_path).about
    page = json.dumps({"total_items": 300, "total_pages": 3, "page_number": 1, "contents": []}).encode()
    with pytest.raises(Broken, match="one page of several"):
        snapshot_of(page, "https://riverton.example.org/data/hsds/services/page-1.json", ours, TODAY)
