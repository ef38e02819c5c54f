"""Meeting Guide records become listings; what the form says and ours cannot is told, and nothing is made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.imports.report import Happened
from generator.model.choice import Access, Attending, Status
from generator.problems import InputError
from tests.imports.meetings import brought_in, directory, told

ROW: dict[str, Any] = {"name": "Tea", "slug": "tea", "day": 2, "time": "18:30", "address": "1 Alder St", "city": "Town"}


def test_a_meeting_has_its_day_its_hours_and_its_place(tmp_path: Path) -> None:
    record = {**ROW, "end_time": "20:00", "location": "Library", "state": "ME", "postal_code": "04999"}
    found = directory(brought_in([record], tmp_path), tmp_path)
    (group,) = found.groups
    place = found.location_of(group)
    assert (group.id, group.name, str(group.schedule[0])) == ("tea", "Tea", "Tuesday 18:30-20:00")
    assert place is not None
    assert (place.name, place.address, place.city, place.state_province, place.postal_code) == (
        "Library", "1 Alder St", "Town", "ME", "04999",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "day"),
    [(0, "Sunday"), (1, "Monday"), (2, "Tuesday"), (3, "Wednesday"), (4, "Thursday"), (5, "Friday"), (6, "Saturday")],
)
def test_sunday_is_the_first_day_there(tmp_path: Path, number: int, day: str) -> None:
    found = directory(brought_in([{**ROW, "day": number}], tmp_path), tmp_path)
    assert str(found.groups[0].schedule[0]) == f"{day} 18:30"


def test_a_list_of_days_is_one_line(tmp_path: Path) -> None:
    found = directory(brought_in([{**ROW, "day": [1, 3, 5]}], tmp_path), tmp_path)
    assert str(found.groups[0].schedule[0]) == "Monday, Wednesday and Friday 18:30"


def test_without_a_day_it_is_by_appointment_and_told(tmp_path: Path) -> None:
    record = {name: value for name, value in ROW.items() if name not in ("day", "time")}
    imported = brought_in([record], tmp_path)
    assert str(directory(imported, tmp_path).groups[0].schedule[0]) == "by appointment"
    assert any("by appointment" in reason for reason in told(imported, Happened.CHANGED))


@pytest.mark.parametrize(("field", "value"), [("day", 7), ("day", "Tuesday"), ("day", {"a": 1}), ("time", "25:00"), ("time", "noon")])  # fmt: skip
def test_a_time_that_is_none_is_dropped_and_told(tmp_path: Path, field: str, value: object) -> None:
    imported = brought_in([{**ROW, field: value}], tmp_path)
    assert directory(imported, tmp_path).groups[0].schedule == ()
    assert told(imported, Happened.DROPPED, field)


def test_codes_become_fields_only_where_they_mean_the_same(tmp_path: Path) -> None:
    record = {**ROW, "types": ["X", "XB", "FF", "CF", "S", "ASL", "W", "O", "BB9"]}
    imported = brought_in([record], tmp_path)
    found = directory(imported, tmp_path)
    (group,) = found.groups
    place = found.location_of(group)
    assert place is not None
    assert set(place.accessibility) == {
        Access.STEP_FREE, Access.ACCESSIBLE_TOILET, Access.SCENT_FREE, Access.CHILDREN_WELCOME,
    }  # fmt: skip
    assert group.languages == ("es", "ase")
    assert [found.audience_by_id[audience].name for audience in group.eligibility.audiences] == ["Women"]
    assert "Open" in group.summary
    assert group.goals == ()
    assert told(imported, Happened.KEPT_AS_TEXT, "types")
    assert any("BB9" in reason for reason in told(imported, Happened.DROPPED, "types"))


@pytest.mark.parametrize(
    ("record", "ways", "has_place"),
    [
        ({}, (), True),
        ({"conference_url": "https://meet.example.org/1"}, (Attending.HYBRID,), True),
        ({"conference_url": "https://meet.example.org/1", "address": "Online"}, (Attending.ONLINE,), False),
        ({"conference_url": "https://meet.example.org/1", "approximate": "yes"}, (Attending.ONLINE,), False),
        ({"conference_phone": "+12075550142", "address": "Online"}, (Attending.PHONE,), False),
        ({"types": ["ONL"], "address": "Online"}, (Attending.ONLINE,), False),
        ({"types": ["TC"], "conference_url": "https://meet.example.org/1"}, (Attending.ONLINE,), False),
    ],
)
def test_how_one_takes_part_is_what_the_record_says(
    tmp_path: Path, record: dict[str, Any], ways: tuple[Attending, ...], has_place: bool
) -> None:
    found = directory(brought_in([{**ROW, **record}], tmp_path), tmp_path)
    assert found.groups[0].attending == ways
    assert (found.location_of(found.groups[0]) is not None) is has_place


def test_a_closed_place_without_another_way_is_a_pause(tmp_path: Path) -> None:
    found = directory(brought_in([{**ROW, "types": ["TC"]}], tmp_path), tmp_path)
    assert found.groups[0].status is Status.PAUSED
    assert found.groups[0].alert is not None


def test_of_an_approximate_address_only_the_town_is_taken(tmp_path: Path) -> None:
    record = {**ROW, "approximate": "yes", "latitude": 44.1, "longitude": -69.2}
    imported = brought_in([record], tmp_path)
    found = directory(imported, tmp_path)
    place = found.location_of(found.groups[0])
    assert place is not None
    assert (place.city, place.address, place.latitude) == ("Town", None, None)
    assert told(imported, Happened.DROPPED, "address")
    assert told(imported, Happened.DROPPED, "latitude")
    assert not any("Alder" in text for text in imported.files.values())


def test_last_names_stand_neither_on_the_page_nor_in_the_report(tmp_path: Path) -> None:
    record = {
        **ROW,
        "contact_1_name": "Rosa Martinezova",
        "contact_1_phone": "(207) 555-0142",
        "contact_2_name": "Bob Zimmermannsky",
        "contact_2_phone": "(207) 555-0143",
        "contact_3_name": "Ann Kowalskaja",
    }
    imported = brought_in([record], tmp_path)
    contact = directory(imported, tmp_path).groups[0].contact
    assert contact is not None
    assert contact.name == "Rosa"
    assert [(phone.number, phone.description) for phone in contact.phones] == [
        ("(207) 555-0142", None), ("(207) 555-0143", "Bob"),
    ]  # fmt: skip
    written = "".join(imported.files.values()) + repr(imported.report.lines)
    assert not any(name in written for name in ("Martinezova", "Zimmermannsky", "Kowalskaja"))
    assert len(told(imported, Happened.CHANGED)) == 3
    assert told(imported, Happened.DROPPED, "contact_3_name")


def test_what_the_form_does_not_know_is_told_with_its_text(tmp_path: Path) -> None:
    imported = brought_in([{**ROW, "venmo": "@TeaGroup"}], tmp_path)
    lines = [line for line in imported.report.lines if line.field == "venmo"]
    assert [line.original for line in lines] == ["@TeaGroup"]


def test_the_day_of_the_last_change_is_told_as_a_guess(tmp_path: Path) -> None:
    imported = brought_in([{**ROW, "updated": "2026-10-04 14:32:23"}], tmp_path)
    verified = directory(imported, tmp_path).groups[0].verified
    assert verified is not None
    assert verified.isoformat() == "2026-10-04"
    assert told(imported, Happened.GUESSED, "updated")


def test_notes_about_joining_from_afar_alone_do_not_make_a_meeting_online(tmp_path: Path) -> None:
    imported = brought_in([{**ROW, "conference_url_notes": "Ask for the link."}], tmp_path)
    found = directory(imported, tmp_path)
    assert found.groups[0].attending == ()
    assert found.groups[0].online is None
    assert told(imported, Happened.DROPPED, "conference_url_notes")


@pytest.mark.parametrize("updated", ["2031-01-01 00:00:00", "someday"])
def test_a_day_that_is_not_past_is_no_check(tmp_path: Path, updated: str) -> None:
    imported = brought_in([{**ROW, "updated": updated}], tmp_path)
    assert directory(imported, tmp_path).groups[0].verified is None
    assert told(imported, Happened.DROPPED, "updated")


@pytest.mark.parametrize(
    ("address", "street", "town", "state", "code"),
    [
        ("100 Main St, Tupelo, MS", "100 Main St", "Tupelo", "MS", None),
        ("4953 W Addison St, Chicago, IL 60641, USA", "4953 W Addison St", "Chicago", "IL", "60641"),
        ("Behind the mill", "Behind the mill", None, None, None),
    ],
)
def test_an_address_in_one_line_is_told_apart_where_that_is_certain(
    tmp_path: Path, address: str, street: str, town: str | None, state: str | None, code: str | None
) -> None:
    record = {"name": "Tea", "slug": "tea", "day": 2, "time": "18:30", "formatted_address": address}
    found = directory(brought_in([record], tmp_path), tmp_path)
    place = found.location_of(found.groups[0])
    assert place is not None
    assert (place.address, place.city, place.state_province, place.postal_code) == (street, town, state, code)


@pytest.mark.parametrize("text", ["", "{", "[{]", "null", '"text"', "7", '{"meetings": 3}', "[[[[[[[["])
def test_a_file_that_holds_no_meetings_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        brought_in(text, tmp_path)


def test_records_of_all_wrong_kinds_are_told_and_break_nothing(tmp_path: Path) -> None:
    wrong: list[Any] = [None, 3, [], "x", {}, {"name": None, "slug": 4}, {name: {"deep": [1]} for name in ROW}]
    odd: list[Any] = [None, [], {}, "", 0, -1, 1e400, True, "<script>alert(1)</script>", "\x00\u202e=1+1"]
    wrong += [{**ROW, name: value} for name in (*ROW, "types", "regions", "latitude", "notes", "updated", "conference_url")
              for value in odd]  # fmt: skip
    imported = brought_in(wrong, tmp_path)
    found = directory(imported, tmp_path)
    assert found.groups
    assert told(imported, Happened.DROPPED)


def test_the_same_file_gives_the_same_ids_again(tmp_path: Path) -> None:
    records = [{**ROW, "slug": f"tea-{number}", "address": f"{number} Alder St"} for number in range(4)]
    first = [entry.id for entry in brought_in(records, tmp_path).entries]
    assert first == [entry.id for entry in brought_in(records, tmp_path).entries]
    assert len(set(first)) == len(first)
