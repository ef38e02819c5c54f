"""HSDS 3.0 of others: the specification's own examples field by field, and all that can be wrong with a file."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imports.hsds import Imported, import_hsds, write
from generator.imports.report import Happened
from generator.imports.report_page import report_page
from generator.load import load
from generator.model.directory import Directory
from generator.model.listing import Service
from generator.model.place import Location
from generator.problems import InputError, as_text
from tests.imports.conftest import TODAY

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT.parent / "shared" / "data" / "hsds-3.0" / "examples"
needs_the_specification = pytest.mark.skipif(
    not EXAMPLES.is_dir(), reason="the files of the HSDS specification, shared/data, are not beside the project"
)
TOLD: dict[str, Any] = {"name": "Town", "today": TODAY, "country": "GB", "time_zone": "Europe/London"}


def example(name: str) -> Any:
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


def read(content: Any, folder: Path, name: str = "export.json") -> Imported:
    """Import what is given as a file: bytes as they are, everything else as JSON."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return import_hsds(path, **TOLD)


def directory(imported: Imported, folder: Path) -> Directory:
    write(imported, folder / "new")
    loaded = load(folder / "new" / "resources.yaml", root=folder / "new", today=TODAY)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return loaded.directory


def service(**fields: Any) -> dict[str, Any]:
    return {"id": "1", "name": "Tea", "description": "Tea and talk.", "status": "active", **fields}


def only(imported: Imported, folder: Path) -> Service:
    [found] = directory(imported, folder).services
    return found


def told(imported: Imported) -> list[tuple[str, str]]:
    """What happened to which field, with the way to it."""
    return [(line.happened.value, f"{line.origin.pointer}/{line.field}") for line in imported.report.lines]


def words(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif value is not None:
        yield str(value)


@needs_the_specification
@pytest.mark.parametrize(
    "source", ["service_full.json", "service_at_location_full.json", "organization_full.json", "csv"]
)
def test_every_field_of_the_example_that_a_service_here_has_comes_over(source: str, tmp_path: Path) -> None:
    """Each value is that of the example's own file, not one of ours."""
    imported = import_hsds(EXAMPLES / source, **TOLD)
    found = directory(imported, tmp_path)
    [made] = found.services
    theirs = example("service_full.json")
    place, phone = theirs["service_at_locations"][0]["location"], theirs["phones"][0]
    contact, address = theirs["contacts"][0], place["addresses"][0]
    assert made.name == theirs["name"]
    assert made.alternate_names == (theirs["alternate_name"],)
    assert made.summary == theirs["description"].strip()
    assert made.status.value == theirs["status"]
    assert made.interpretation == theirs["interpretation_services"]
    assert made.application_process == theirs["application_process"]
    assert made.waiting == theirs["wait_time"]
    assert made.eligibility.description == theirs["eligibility_description"]
    assert (made.eligibility.minimum_age, made.eligibility.maximum_age) == (
        theirs["minimum_age"],
        theirs["maximum_age"],
    )
    assert made.alert
    assert made.alert.text == theirs["alert"]
    assert made.verified
    assert made.verified.isoformat() == theirs["assured_date"]
    assert made.languages == (theirs["languages"][0]["code"],)
    assert made.required_documents == (theirs["required_documents"][0]["document"],)
    assert made.contact
    assert (made.contact.website, made.contact.email) == (theirs["url"], theirs["email"])
    assert made.contact.name == contact["name"].split()[0]
    assert made.contact.role == f"{contact['title']}, {contact['department']}"
    [number] = made.contact.phones
    assert number.number == phone["number"].strip('"')
    assert number.extension == str(phone["extension"])
    assert number.type.value == phone["type"]
    assert number.description == phone["description"]
    assert number.languages == (phone["languages"][0]["code"],)
    there = found.location_of(made)
    assert there is not None
    assert (there.name, there.directions, there.transit) == (
        place["name"],
        place["description"],
        place["transportation"],
    )
    for field in ("address_2", "city", "state_province", "postal_code"):
        assert getattr(there, field) == address[field]
    assert there.address == address["address_1"]
    [access] = place["accessibility"]
    assert there.accessibility_note == f"{access['description']} {access['details']}"
    [organization] = found.organizations
    assert organization.id == made.organization
    assert organization.name == theirs["organization"]["name"]
    assert organization.alternate_names == (theirs["organization"]["alternate_name"],)
    assert organization.description == theirs["organization"]["description"]
    assert organization.contact
    assert organization.contact.email == theirs["organization"]["email"]
    assert organization.contact.website == theirs["organization"]["website"]


@needs_the_specification
def test_what_of_the_example_has_no_field_stands_in_the_description_or_the_report(tmp_path: Path) -> None:
    imported = import_hsds(EXAMPLES / "service_full.json", **TOLD)
    theirs = example("service_full.json")
    made = only(imported, tmp_path)
    place = theirs["service_at_locations"][0]["location"]
    kept = " ".join((made.description or "").split())
    for text in (
        theirs["fees_description"],
        theirs["schedules"][0]["description"].rstrip("."),
        theirs["schedules"][0]["notes"],
        theirs["schedules"][0]["attending_type"],
        theirs["service_areas"][0]["name"],
        theirs["service_areas"][0]["description"],
        theirs["languages"][0]["note"],
        theirs["cost_options"][0]["option"],
        theirs["cost_options"][0]["amount_description"],
    ):
        assert text in kept
    # Its schedule contradicts itself: a Saturday as its only day, and Thursdays and Fridays of two weeks of the year.
    assert made.schedule == ()
    # Whatever stands in the file stands in the new directory, or the report tells where it went.
    new = " ".join("\n".join(imported.files.values()).casefold().split())
    report = " ".join(report_page(imported.report).replace("\\", "").casefold().split())
    silent = {"metadata", "taxonomy_detail", "taxonomy_term"}
    # What goes without saying here: a service is active, and a number is to be called.
    usual = {
        theirs["status"],
        theirs["phones"][0]["type"],
        place["location_type"],
        place["addresses"][0]["address_type"],
    }
    for name, value in theirs.items():
        if name in silent | {"id", "last_modified", "attributes"}:
            continue
        for text in words(_without(value, silent | {"id", "attributes", "last_modified"})):
            shown = " ".join(text.replace('"', "").casefold().split())
            # A very long text that is kept elsewhere is shown in part.
            assert shown in usual or shown in new or shown[:150] in report, (name, text)


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        return {name: _without(inner, names) for name, inner in value.items() if name not in names}
    return [_without(inner, names) for inner in value] if isinstance(value, list) else value


@needs_the_specification
@pytest.mark.parametrize("name", ["service_list.json", "service_at_location_list.json", "tabular.json"])
def test_lists_of_the_specification_are_read(name: str, tmp_path: Path) -> None:
    made = only(import_hsds(EXAMPLES / name, **TOLD), tmp_path)
    assert made.name == example("service_full.json")["name"]


@needs_the_specification
@pytest.mark.parametrize(
    "name", ["taxonomy.json", "taxonomy_list.json", "taxonomy_term.json", "base.json", "location.json"]
)
def test_files_without_a_service_or_organization_are_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"no object of HSDS|no service and no organization"):
        import_hsds(EXAMPLES / name, **TOLD)


def test_one_object_a_list_a_page_and_a_folder_give_the_same(tmp_path: Path) -> None:
    one = service(phones=[{"id": "2", "number": "020 7946 0000"}])
    page = {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "contents": [one]}
    (tmp_path / "tree" / "services").mkdir(parents=True)
    (tmp_path / "tree" / "services" / "1.json").write_text(json.dumps(one), encoding="utf-8")
    made = [
        read(one, tmp_path).files,
        read([one], tmp_path).files,
        read(page, tmp_path).files,
        read({"services": [one]}, tmp_path).files,
        read({"services.csv": [one]}, tmp_path).files,
        import_hsds(tmp_path / "tree", **TOLD).files,
    ]
    assert all(files == made[0] for files in made)
    assert "020 7946 0000" in made[0]["listings/services.yaml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_usual_encoding_is_read_and_told_where_it_is_not_utf_8(encoding: str, tmp_path: Path) -> None:
    text = json.dumps(service(name="Café £5"), ensure_ascii=False)
    imported = read(text.encode(encoding), tmp_path)
    assert only(imported, tmp_path).name == "Café £5"
    assert any("export.json" in str(note) for note in imported.report.notes) is not encoding.startswith("utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty."),
        (b"null", "no object of HSDS"),
        (b"[]", "no object of HSDS"),
        (b"{}", "no object of HSDS"),
        (b"[1, null, [], \"tea\"]", "no object of HSDS"),
        (b'[{"id": "1", "name": "Tea", "status": "act', "cut off"),
        (b"[" * 200_000, "more inside one another|cut off"),
        (b"PK\x03\x04 but no zip", "cannot be opened"),
        (bytes(1000), "not JSON"),
        (b'{"id": "1", "status": "active"}', "no service and no organization"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_a_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        read(content, tmp_path)


def test_one_broken_file_of_many_stops_the_whole_import(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.json").write_text(json.dumps(service(id=str(number))), encoding="utf-8")
    (tmp_path / "1.json").write_text('{"id": ', encoding="utf-8")
    (tmp_path / "2.json").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as error:
        import_hsds(tmp_path, **TOLD)
    assert [problem.place.path for problem in error.value.problems] == ["1.json", "2.json"]


def test_nulls_everywhere_are_nothing(tmp_path: Path) -> None:
    nothing = dict.fromkeys(["alternate_name", "url", "email", "alert", "minimum_age", "assured_date", "organization"])
    lists: dict[str, list[Any]] = {
        name: [None, {}] for name in ("phones", "schedules", "languages", "contacts", "attributes", "service_areas")
    }
    imported = read(service(**nothing, **lists, cost_options=None, service_at_locations=[{"location": None}]), tmp_path)
    made = only(imported, tmp_path)
    assert (made.schedule, made.contact, made.languages) == ((), None, ())


def test_numbers_as_text_and_texts_as_numbers_are_read_alike(tmp_path: Path) -> None:
    as_text_, as_numbers = ({"minimum_age": low, "maximum_age": high} for low, high in (("18", "65.0"), (18, 65.0)))
    ages = [read(service(**fields), tmp_path).files for fields in (as_text_, as_numbers)]
    assert ages[0] == ages[1]
    assert "minimum_age: 18" in ages[0]["listings/services.yaml"]
    imported = read(service(name=42, phones=[{"id": "2", "number": 2079460000, "extension": "007"}]), tmp_path)
    assert only(imported, tmp_path).name == "42"


def test_a_list_where_a_text_belongs_is_told_with_its_way(tmp_path: Path) -> None:
    imported = read([service(email=["a@example.org"], phones="020 7946 0000", schedules=[["MO"]])], tmp_path)
    assert ("dropped", "export.json#/0/email") in told(imported)
    assert ("dropped", "export.json#/0/schedules") in told(imported)


def test_a_field_that_is_not_known_is_named(tmp_path: Path) -> None:
    notes = [str(note) for note in read(service(mood="good"), tmp_path).report.notes]
    assert any("'mood' is not known" in note and "good" in note for note in notes)


def test_the_same_record_twice_is_one_and_what_differs_is_told(tmp_path: Path) -> None:
    imported = read([service(), service(url="https://example.org/"), service(name="Talk")], tmp_path)
    made = only(imported, tmp_path)
    assert made.name == "Tea"
    assert made.contact
    assert made.contact.website == "https://example.org/"
    assert ("dropped", "export.json#/2/name") in told(imported)


def test_a_thousand_times_the_same_is_one(tmp_path: Path) -> None:
    assert only(read([service()] * 1000, tmp_path), tmp_path).id == "tea"


def test_records_that_name_one_another_in_a_circle_end(tmp_path: Path) -> None:
    circle = {"id": "9", "name": "House", "description": "A house.", "parent_organization_id": "9"}
    imported = read(service(organization={**circle, "services": [service(organization=circle)]}), tmp_path)
    assert only(imported, tmp_path).organization == "house"


def test_objects_inside_objects_without_end_are_cut_and_told(tmp_path: Path) -> None:
    deep: dict[str, Any] = service()
    for number in range(50):
        deep = {"id": f"s{number}", "name": "Tea", "status": "active", "organization": {
            "id": f"o{number}", "name": "House", "description": "A house.", "services": [deep]}}  # fmt: skip
    imported = read(deep, tmp_path)
    reasons = {str(line.reason) for line in imported.report.lines if line.happened is Happened.DROPPED}
    assert "It stands deeper inside others than the standard has anything." in reasons


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ({"latitude": 200, "longitude": 500}, "no such spot"),
        ({"latitude": "north", "longitude": "east"}, "not two numbers"),
        ({"latitude": 0, "longitude": 0}, "nobody lives there"),
        ({"latitude": 51.5}, "not two numbers"),
    ],
)
def test_coordinates_that_cannot_be_are_dropped(place: dict[str, Any], reason: str, tmp_path: Path) -> None:
    where = {"id": "3", "location_type": "physical", "name": "Hall", **place}
    imported = read(service(service_at_locations=[{"id": "4", "location": where}]), tmp_path)
    made = directory(imported, tmp_path)
    assert made.locations[0].latitude is None
    assert any(reason in str(line.reason) for line in imported.report.lines)


def test_a_virtual_place_is_how_one_joins_from_afar(tmp_path: Path) -> None:
    room = {
        "id": "3", "location_type": "virtual", "name": "Zoom", "url": "https://meet.example.org/tea",
        "description": "Cameras may stay off.", "phones": [{"id": "5", "number": "020 7946 0000"}],
    }  # fmt: skip
    hall = {"id": "6", "location_type": "physical", "name": "Hall"}
    links = [{"id": "4", "location": room}, {"id": "7", "location": hall}]
    imported = read(service(service_at_locations=links), tmp_path)
    found = directory(imported, tmp_path)
    [made] = found.services
    assert made.online
    assert made.online.url == "https://meet.example.org/tea"
    assert made.online.platform == "Zoom"
    assert made.online.how_to_join == "Cameras may stay off."
    assert made.online.phone
    assert made.online.phone.number == "020 7946 0000"
    assert isinstance(place := found.location_of(made), Location)
    assert place.name == "Hall"


def test_schedules_come_over_with_their_words(tmp_path: Path) -> None:
    rule = {"freq": "MONTHLY", "byday": "2TU", "opens_at": "19:00:00", "closes_at": "20:30:00"}
    schedules = [
        {"id": "3", **rule, "notes": "Please ring first.", "attending_type": "online"},
        {"id": "4", "description": "Weekdays 9am to 5pm"},
        {"id": "5", "description": "Whenever the light is on"},
        {"id": "6", "freq": "WEEKLY", "byday": "BANANA", "opens_at": "10:00"},
    ]
    imported = read(service(schedules=schedules), tmp_path)
    made = only(imported, tmp_path)
    assert [str(line) for line in made.schedule] == [
        "2nd Tuesday of the month 19:00-20:30",
        "Monday to Friday 09:00-17:00",
    ]
    assert made.schedule[0].note == "Please ring first."
    assert made.schedule[0].attending == ("online",)
    text = " ".join((made.description or "").split())
    assert "Times: Whenever the light is on" in text
    assert "byday BANANA" in text
    assert ("changed", "export.json#/schedules/1/description") in told(imported)
    assert ("kept_as_text", "export.json#/schedules/2/description") in told(imported)


def test_monthly_is_never_made_weekly(tmp_path: Path) -> None:
    for byday in ("1TU", "1TU,3TU", "-1FR", "2TU,4TH"):
        made = only(read(service(schedules=[{"id": "3", "freq": "MONTHLY", "byday": byday}]), tmp_path), tmp_path)
        assert {line.when.frequency.value for line in made.schedule} == {"monthly"}
        (tmp_path / "new").rename(tmp_path / f"old-{byday}")


@pytest.mark.parametrize(
    ("fields", "cost"),
    [
        (
            {"cost_options": [{"id": "3", "option": "Adults", "amount": 5, "currency": "GBP"}]},
            ("fixed", "5 GBP", "Adults"),
        ),
        ({"cost_options": [{"id": "3", "amount": 0, "currency": "GBP"}]}, ("free", None, None)),
        ({"fees_description": "Free"}, ("free", None, None)),
        ({"cost_options": [{"id": "3", "amount": 5}, {"id": "4", "amount": 9}]}, None),
        ({"cost_options": [{"id": "3", "amount": 5, "valid_to": "2020-01-01"}]}, None),
        ({"fees_description": "It depends on many things"}, None),
    ],
)
def test_a_price_is_taken_where_it_is_certain(
    fields: dict[str, Any], cost: tuple[str, str | None, str | None] | None, tmp_path: Path
) -> None:
    made = only(read(service(**fields), tmp_path), tmp_path)
    assert (made.cost and (made.cost.kind.value, made.cost.amount, made.cost.note)) == cost
    assert bool(made.description) is (cost is None)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Rosa", "Rosa"), ("Ann Persona", "Ann"), ("Dr. Lee", None), ("Lee, Ann", None), ("A. Persona", None), ("", None)],
)
def test_people_are_named_by_their_first_name_or_not_at_all(name: str, shown: str | None, tmp_path: Path) -> None:
    made = only(read(service(contacts=[{"id": "3", "name": name, "email": "a@example.org"}]), tmp_path), tmp_path)
    assert made.contact
    assert made.contact.name == shown


def test_terms_of_others_are_words_to_search_by_and_no_goals(tmp_path: Path) -> None:
    term = {"id": "4", "code": "BH-1800", "name": "Food pantries", "description": "Free food."}
    imported = read(service(attributes=[{"id": "3", "taxonomy_term": term}]), tmp_path)
    made = only(imported, tmp_path)
    assert (made.keywords, made.goals) == (("Food pantries",), ())
    assert ("kept_as_text", "export.json#/attributes/0/taxonomy_term_id") in told(imported)


def test_ids_stay_when_another_record_of_that_name_comes(tmp_path: Path) -> None:
    first = [service(id=f"{number}0000000-0000-4000-8000-000000000000") for number in (1, 2)]
    more = [*first, service(id="30000000-0000-4000-8000-000000000000", description="Another.")]
    before, after = (
        {entry.origin.id: entry.id for entry in read(each, tmp_path).entries} for each in (first[:2], more)
    )
    assert {id_: after[id_] for id_ in before} == before


SCRIPT = "<script>alert(1)</script>\u202e{{ 1 }} *_` &amp; \x00=cmd()"


@needs_the_specification
def test_script_in_every_field_stays_text_and_the_directory_loads(tmp_path: Path) -> None:
    def poisoned(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: poisoned(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [poisoned(inner, name) for inner in value]
        return value if name == "id" or name.endswith("_id") else SCRIPT

    imported = read(poisoned(example("service_full.json")), tmp_path)
    made = only(imported, tmp_path)
    assert "\x00" not in "".join(imported.files.values())
    assert made.name
    shown = markdown.markdown(report_page(imported.report), extensions=["tables"])
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


MUTATIONS = 300


@needs_the_specification
@pytest.mark.parametrize("name", ["service_full.json", "organization_full.json", "service_list.json", "tabular.json"])
def test_changed_bytes_and_values_of_real_files_give_a_report_or_a_refusal(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = (EXAMPLES / name).read_bytes()
    outcomes = {"report": 0, "refusal": 0}
    for _ in range(MUTATIONS):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            how = chance.randrange(4)
            if how == 0:
                data[at] = chance.randrange(256)
            elif how == 1:
                del data[at : at + chance.randint(1, 200)]
            elif how == 2:
                data[at:at] = data[max(0, at - chance.randint(1, 500)) : at]
            else:
                data[at:at] = chance.choice(
                    [b"null", b"[", b"{", b'"', b"1e999", b"\xff\xfe", b"\\u0000", b"true", b"-"]
                )
        try:
            imported = read(bytes(data), tmp_path)
            report_page(imported.report)
            outcomes["report"] += 1
        except InputError as refusal:
            assert refusal.problems
            outcomes["refusal"] += 1
    assert min(outcomes.values()) > MUTATIONS // 20, outcomes


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    [
        "id",
        "name",
        "description",
        "status",
        "url",
        "email",
        "alert",
        "minimum_age",
        "assured_date",
        "phones",
        "schedules",
        "contacts",
        "languages",
        "attributes",
        "service_at_locations",
        "organization",
        "cost_options",
        "number",
        "freq",
        "byday",
        "opens_at",
        "closes_at",
        "dtstart",
        "until",
        "interval",
        "location",
        "addresses",
        "latitude",
        "longitude",
        "taxonomy_term",
        "code",
        "value",
        "service_areas",
        "required_documents",
        "fees_description",
    ]
)
OBJECTS = st.recursive(
    st.dictionaries(FIELDS, ANYTHING, max_size=6),
    lambda inner: st.dictionaries(FIELDS, inner | st.lists(inner, max_size=3) | ANYTHING, max_size=6),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(OBJECTS, max_size=4))
def test_any_values_in_known_fields_give_a_report_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, found: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    records = [{"id": str(number), "name": "Tea", "status": "active", **one} for number, one in enumerate(found)]
    try:
        imported = read(records, folder)
    except InputError:
        return
    loaded_from = folder / "new"
    write(imported, loaded_from)
    loaded = load(loaded_from / "resources.yaml", root=loaded_from, today=TODAY)
    # Whatever was kept is right by the model; checks of meaning, such as of phone numbers, may still have something to say.
    assert loaded.about is not None
    assert not [problem for problem in loaded.problems if problem.rule in {"yaml", "wrong-kind", "unknown-key"}]
