"""What a merge does to the files of a directory: where new records go, what is told apart, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.editing.files import Files, NothingChanged
from generator.imports.entries import Entry
from generator.imports.imported import REPORT_FILE, Imported, write
from generator.imports.report import Origin, Report
from generator.load import load
from generator.merging.base import Base, file_of
from generator.merging.fates import FieldFate, RecordFate
from generator.merging.merge import Merged, merge
from generator.merging.merge_page import merge_page
from generator.merging.records import first_base
from generator.merging.storing import store
from generator.source import read
from tests.imports.conftest import TODAY, Import
from tests.town import HEAD

Town = Callable[..., Path]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """`town("groups: ...", tea="services: ...")` writes resources.yaml, and listings/tea.yaml if it is included."""

    def write_town(text: str = "", **listings: str) -> Path:
        root = tmp_path / "town"
        root.mkdir()
        (root / "resources.yaml").write_text(HEAD + text, encoding="utf-8")
        for name, content in listings.items():
            (root / "listings").mkdir(exist_ok=True)
            (root / "listings" / f"{name}.yaml").write_text(content, encoding="utf-8")
        return root / "resources.yaml"

    return write_town


def service(key: str, name: str, section: str = "services", home: str = "", **fields: Any) -> Entry:
    made_id = fields.pop("id", name.lower().replace(" ", "-"))
    own = {"id": made_id, "name": name}
    if section in ("services", "groups"):
        own["summary"] = "We sit and talk."
    return Entry(section, Origin("x.json", 0, key), {**own, **fields}, home, f"HSDS {section} {key}")


def bring_in(resources: Path, *entries: Entry, base: Base | None = None) -> Merged:
    files = Files.read(resources, TODAY)
    merged = merge(files, Imported({}, Report(), entries), base or Base("x"))
    store(files, merged.contents, {})
    return merged


def stand(resources: Path, section: str) -> dict[str, Any]:
    loaded = load(resources, root=resources.parent, today=TODAY)
    assert not loaded.errors, loaded.errors
    rows: Any = read(resources, root=resources.parent).value.get(section) or []
    return {row["id"]: row for row in rows}


def test_new_records_go_to_the_file_of_their_organization_and_the_files_are_included(town: Town) -> None:
    resources = town("goals: []\n")
    bring_in(
        resources,
        service("7", "Corner House", "organizations", home="7"),
        service("31", "Old Mill", "locations", home="7", city="Small Town"),
        service("21", "Night Line", home="7", organization="corner-house", location="old-mill"),
        service("22", "Advice"),
    )
    folder = resources.parent / "listings"
    assert {path.name for path in folder.iterdir()} == {"corner-house.yaml", "services.yaml"}
    assert (
        (folder / "corner-house.yaml")
        .read_text(encoding="utf-8")
        .startswith("organizations:\n  - id: corner-house # HSDS organizations 7\n")
    )
    assert resources.read_text(encoding="utf-8") == HEAD + "goals: []\n\ninclude:\n  - listings/*.yaml\n"
    assert set(stand(resources, "services")) == {"night-line", "advice"}


@pytest.mark.parametrize(
    ("include", "after"),
    [
        ("include:\n  - listings/tea.yaml # ours\n", "include:\n  - listings/tea.yaml # ours\n  - listings/*.yaml\n"),
        ("include: listings/tea.yaml # ours\n", "include: # ours\n  - listings/tea.yaml\n  - listings/*.yaml\n"),
        ("include: [listings/tea.yaml]\n", "include:\n  - listings/tea.yaml\n  - listings/*.yaml\n"),
        ("include: listings/*.yaml\n", "include: listings/*.yaml\n"),
        ("include: ['**/*.yaml']\n", "include: ['**/*.yaml']\n"),
    ],
)
def test_the_list_of_files_grows_only_where_it_must(town: Town, include: str, after: str) -> None:
    resources = town(include, tea="goals: []\n")
    bring_in(resources, service("22", "Advice"))
    assert resources.read_text(encoding="utf-8") == HEAD + after
    assert set(stand(resources, "services")) == {"advice"}


def test_a_file_that_does_not_belong_to_the_directory_is_neither_written_nor_included(town: Town) -> None:
    resources = town("", services="a draft: of mine\n", draft="another\n")
    bring_in(resources, service("22", "Advice"))
    folder = resources.parent / "listings"
    assert (folder / "services.yaml").read_text(encoding="utf-8") == "a draft: of mine\n"
    assert resources.read_text(encoding="utf-8").endswith("include:\n  - listings/services-2.yaml\n")
    assert set(stand(resources, "services")) == {"advice"}


def test_an_id_that_is_somebody_elses_is_told_apart_and_stays_so(town: Town) -> None:
    resources = town("groups:\n  - {id: tea, name: Tea, summary: Ours., cost: free}\n")
    tea, other = service("1", "Tea", cost="donation"), service("2", "More", related=["tea"])
    merged = bring_in(resources, tea, other)
    assert [(record.id, record.asked_id) for record in merged.of(RecordFate.ADDED)] == [("tea-1", "tea"), ("more", "")]
    assert stand(resources, "groups")["tea"] == {"id": "tea", "name": "Tea", "summary": "Ours.", "cost": "free"}
    assert stand(resources, "services")["more"]["related"] == ["tea-1"]
    before = {path: path.read_bytes() for path in resources.parent.rglob("*.yaml")}
    again = bring_in(resources, tea, other, base=merged.base)
    assert again.contents == {}
    assert {path: path.read_bytes() for path in resources.parent.rglob("*.yaml")} == before


def test_what_says_the_same_is_the_same_thing_and_gets_what_it_lacks(town: Town) -> None:
    resources = town('services:\n  - {id: tea, name: "Tea", summary: We sit and talk.}\n')
    merged = bring_in(resources, service("1", "Tea", cost="free"))
    assert not merged.of(RecordFate.ADDED)
    assert stand(resources, "services")["tea"]["cost"] == "free"


def test_an_organization_of_the_same_name_is_the_same_whatever_its_id(town: Town) -> None:
    resources = town("organizations:\n  - id: house\n    name: Corner  House\n    peer_run: yes\n")
    merged = bring_in(
        resources,
        service("7", "Corner House", "organizations", home="7", contact={"phones": "(207) 555-0142"}),
        service("21", "Night Line", home="7", organization="corner-house"),
    )
    assert stand(resources, "organizations").keys() == {"house"}
    assert stand(resources, "services")["night-line"]["organization"] == "house"
    assert (
        bring_in(
            resources,
            service(
                "7", "Corner Home", "organizations", home="7", id="corner-home", contact={"phones": "(207) 555-0142"}
            ),
            service("21", "Night Line", home="7", organization="corner-home"),
            base=merged.base,
        ).with_field(FieldFate.CONFLICT)
        == []
    )
    assert stand(resources, "services")["night-line"]["organization"] == "house"


def test_a_record_keeps_its_id_when_the_source_renames_it(town: Town) -> None:
    resources = town()
    merged = bring_in(resources, service("1", "Tea"))
    bring_in(resources, service("1", "Tea and talk"), base=merged.base)
    assert stand(resources, "services")["tea"]["name"] == "Tea and talk"


def test_a_service_that_people_made_a_group_stays_the_same_record(town: Town) -> None:
    resources = town("groups:\n  - {id: tea, name: Tea, summary: We sit and talk., led_by: peers}\n")
    base = first_base("x", [service("1", "Tea", waiting="A week.")])
    merged = bring_in(resources, service("1", "Tea", waiting="Two weeks.", cost="free"), base=base)
    assert stand(resources, "groups")["tea"]["cost"] == "free"
    assert "waiting" not in stand(resources, "groups")["tea"]
    assert not merged.of(RecordFate.ADDED)


def test_what_names_something_that_was_taken_out_is_left_out_and_told_once(town: Town) -> None:
    resources = town("services:\n  - {id: tea, name: Tea, summary: We sit and talk.}\n")
    house = service("7", "Corner House", "organizations", home="7")
    base = first_base("x", [house, service("1", "Tea", organization="corner-house")])
    new = service("2", "Night Line", organization="corner-house")
    merged = bring_in(resources, house, service("1", "Tea", organization="corner-house"), new, base=base)
    assert [record.id for record in merged.of(RecordFate.TAKEN_OUT)] == ["corner-house"]
    assert {record.id for record, _ in merged.with_field(FieldFate.LEADS_NOWHERE)} == {"tea", "night-line"}
    assert "organization" not in stand(resources, "services")["night-line"]
    again = bring_in(resources, house, service("1", "Tea", organization="corner-house"), new, base=merged.base)
    assert (again.records, again.contents) == ((), {})


def test_half_an_address_from_each_side_is_never_put_together(town: Town) -> None:
    resources = town("locations:\n  - {id: mill, address: 2 Mill Street, latitude: 1, longitude: 2}\n")
    old = service("3", "mill", "locations", id="mill", address="1 Mill Street", latitude=1.0, longitude=2.0)
    base = first_base("x", [Entry("locations", old.origin, {k: v for k, v in old.fields.items() if k != "name"})])
    new = Entry("locations", old.origin, {"id": "mill", "address": "1 Mill Street", "latitude": 3.0, "longitude": 4.0})
    merged = bring_in(resources, new, base=base)
    assert stand(resources, "locations")["mill"]["latitude"] == "1"
    assert {change.field for _, change in merged.with_field(FieldFate.CONFLICT)} == {"latitude", "longitude"}


def test_what_would_be_wrong_together_is_held_back_and_told(town: Town) -> None:
    resources = town(
        "services:\n  - {id: tea, name: Tea, summary: S., eligibility: {minimum_age: 50, maximum_age: 90}}\n"
    )
    base = first_base("x", [service("1", "Tea", summary="S.", eligibility={"minimum_age": 18, "maximum_age": 90})])
    new = service("1", "Tea", summary="S.", eligibility={"minimum_age": 18, "maximum_age": 40})
    merged = bring_in(resources, new, base=base)
    assert stand(resources, "services")["tea"]["eligibility"] == {"minimum_age": "50", "maximum_age": "90"}
    assert [change.field for _, change in merged.with_field(FieldFate.CONFLICT)] == ["eligibility.maximum_age"]


def test_another_way_of_typing_is_no_change_of_the_volunteers(town: Town) -> None:
    resources = town(
        "services:\n  - id: tea\n    name: Tea\n    summary: We sit\n      and talk.\n    schedule: [Tuesdays 6pm]\n"
    )
    base = first_base("x", [service("1", "Tea", schedule="Tuesday 18:00")])
    merged = bring_in(resources, service("1", "Tea", schedule="Tuesday 19:00"), base=base)
    assert stand(resources, "services")["tea"]["schedule"] == "Tuesday 19:00"
    assert not merged.with_field(FieldFate.CONFLICT)


def test_line_ends_marks_and_notes_of_other_entries_stay_as_they_are(town: Town) -> None:
    resources = town()
    text = "\ufeff# ours\r\nservices:\r\n  - id: tea # one\r\n    name: Tea\r\n    summary: We sit and talk.\r\n    cost: free # really\r\n"
    (resources.parent / "listings").mkdir()
    (resources.parent / "listings" / "a.yaml").write_bytes(text.encode())
    resources.write_text(HEAD + "include: listings/a.yaml\n", encoding="utf-8")
    bring_in(resources, service("1", "Tea", cost="donation"), base=first_base("x", [service("1", "Tea", cost="free")]))
    after = (resources.parent / "listings" / "a.yaml").read_bytes()
    assert after == text.replace("cost: free", "cost: donation").encode()


def test_a_merge_that_would_bring_a_mistake_is_refused_with_the_list(town: Town) -> None:
    resources = town("services:\n  - {id: tea, name: Tea, summary: We sit and talk.}\n")
    before = resources.read_bytes()
    wrong = service("1", "Walk", contact={"phones": "83"})
    with pytest.raises(NothingChanged, match="would have mistakes") as refused:
        bring_in(resources, wrong)
    assert [problem.rule for problem in refused.value.problems] == ["phone-number"]
    assert resources.read_bytes() == before
    assert not (resources.parent / "listings").exists()


def test_another_source_under_the_same_name_is_refused(town: Town) -> None:
    resources = town()
    merged = bring_in(resources, service("1", "Tea"))
    with pytest.raises(NothingChanged, match="give it a name of its own"):
        bring_in(resources, service("a7", "Walk"), base=merged.base)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"records": 1}', b'{"records": {"services": {"1": {"id": "../x", "fields": {}}}}}',
                                  b'{"records": {"services": {"1": {"id": "x", "fields": {"a": 1}}}}}', b"[" * 100_000])  # fmt: skip
def test_a_damaged_memory_is_refused(data: bytes) -> None:
    with pytest.raises(NothingChanged, match=r"imports/x\.json is damaged"):
        Base.read(data, "x")


def test_when_the_disk_fails_every_file_is_as_it_was(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    resources = town("services:\n  - {id: tea, name: Tea, summary: We sit and talk.}\n")
    before = {path: path.read_bytes() for path in resources.parent.rglob("*") if path.is_file()}
    replace, count = Path.replace, [0]

    def failing(path: Path, target: Path) -> Path:
        count[0] += 1
        if count[0] == 2:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(NothingChanged, match="No space left on device"):
        bring_in(resources, service("1", "Tea", cost="free"), service("2", "Walk"))
    assert {path: path.read_bytes() for path in resources.parent.rglob("*") if path.is_file()} == before
    assert not (resources.parent / "listings").exists()


def test_a_file_that_somebody_changed_meanwhile_is_not_written_over(town: Town) -> None:
    resources = town("services:\n  - {id: tea, name: Tea, summary: We sit and talk.}\n")
    files = Files.read(resources, TODAY)
    merged = merge(files, Imported({}, Report(), [service("1", "Tea", cost="free")]), Base("x"))
    resources.write_text("mine\n", encoding="utf-8")
    with pytest.raises(NothingChanged, match=r"resources\.yaml was changed by somebody meanwhile"):
        store(files, merged.contents, {})
    assert resources.read_text(encoding="utf-8") == "mine\n"


def test_a_new_directory_remembers_what_it_was_made_of(imported: Import, tmp_path: Path) -> None:
    made = imported(services="id,name,fees\n1,Tea,Free\n2,Walk,\n", organizations="id,name\n7,House\n")
    base = first_base("hsds", made.entries)
    out = tmp_path / "out"
    write(made, out, more={file_of("hsds"): base.text})
    assert (out / REPORT_FILE).exists()
    files = Files.read(out / "resources.yaml", TODAY)
    merged = merge(files, made, Base.read((out / "imports" / "hsds.json").read_bytes(), "hsds"))
    assert (merged.contents, merged.records, merged.unchanged) == ({}, (), 3)
    assert merged.base == base


def test_the_report_shows_both_sides_of_a_conflict_and_what_is_gone(town: Town) -> None:
    resources = town("services:\n  - {id: tea, name: Tea, summary: We sit and talk., cost: donation}\n"
                     "  - {id: walk, name: '<b>Walk', summary: We walk.}\n")  # fmt: skip
    base = first_base("x", [service("1", "Tea", cost="free"), service("2", "<b>Walk", id="walk")])
    merged = bring_in(resources, service("1", "Tea", cost="sliding_scale"), base=base)
    page = merge_page(merged, Report())
    assert "| Different here and in the source: yours was kept | 1 |" in page
    assert "- `cost`\n  - Last time: `free`\n  - The source now: `sliding_scale`\n  - Here: `donation`\n" in page
    assert "## No longer in the source, left as it is\n\n- \\<b\\>Walk, `services: walk` (`resources.yaml`)" in page
