"""Answers of a BMLT server become listings, with its days, lengths, venues and formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.imports.report import Happened
from generator.model.choice import Access, Attending, Status
from tests.imports.meetings import brought_in, directory, told

# The shape in which servers answer: every value a text, and empty texts where nothing is known.
ROW: dict[str, Any] = {
    "id_bigint": "6071",
    "worldid_mixed": "G00297615",
    "service_body_bigint": "99",
    "service_body_name": "Coast Area",
    "weekday_tinyint": "1",
    "venue_type": "1",
    "start_time": "07:00:00",
    "duration_time": "01:30:00",
    "time_zone": "America/New_York",
    "formats": "O,D,WC,NS",
    "lang_enum": "en",
    "longitude": "-77.8870283",
    "latitude": "34.2148718",
    "published": "1",
    "meeting_name": "Early Group",
    "location_text": "Park Church",
    "location_street": "4501 Wright Avenue",
    "location_municipality": "Wilm",
    "location_sub_province": "New Hanover",
    "location_province": "NC",
    "location_postal_code_1": "28403",
    "location_nation": "US",
    "location_info": "Meets in the gymnasium.",
    "bus_lines": "Bus 4",
    "comments": "",
    "virtual_meeting_link": "",
    "phone_meeting_number": "",
}


def test_a_meeting_has_its_day_its_hours_and_its_place(tmp_path: Path) -> None:
    found = directory(brought_in([ROW], tmp_path, "bmlt", time_zone=None), tmp_path)
    (group,) = found.groups
    place, organization = found.location_of(group), found.organization_by_id[group.organization or ""]
    assert found.about.time_zone == "America/New_York"
    assert (group.name, str(group.schedule[0]), organization.name) == (
        "Early Group",
        "Sunday 07:00-08:30",
        "Coast Area",
    )
    assert place is not None
    assert (place.name, place.address, place.city, place.state_province, place.postal_code) == (
        "Park Church", "4501 Wright Avenue", "Wilm", "NC", "28403",
    )  # fmt: skip
    assert (place.latitude, place.longitude) == (34.2148718, -77.8870283)
    assert (place.directions, place.transit) == ("Meets in the gymnasium.", "Bus 4")
    assert place.accessibility == (Access.STEP_FREE,)


@pytest.mark.parametrize(
    ("number", "day"),
    [("1", "Sunday"), ("2", "Monday"), ("3", "Tuesday"), ("4", "Wednesday"), ("5", "Thursday"), ("6", "Friday"), (7, "Saturday")],
)  # fmt: skip
def test_sunday_is_one(tmp_path: Path, number: object, day: str) -> None:
    found = directory(brought_in([{**ROW, "weekday_tinyint": number}], tmp_path, "bmlt"), tmp_path)
    assert str(found.groups[0].schedule[0]).startswith(day)


@pytest.mark.parametrize(
    ("record", "ways", "has_place"),
    [
        ({"venue_type": "1"}, (), True),
        ({"venue_type": 2, "virtual_meeting_link": "https://meet.example.org/1"}, (Attending.ONLINE,), False),
        ({"venue_type": "2", "phone_meeting_number": "(207) 555-0142"}, (Attending.PHONE,), False),
        ({"venue_type": "3", "virtual_meeting_link": "https://meet.example.org/1"}, (Attending.HYBRID,), True),
        ({"formats": "TC", "virtual_meeting_link": "https://meet.example.org/1"}, (Attending.ONLINE,), False),
    ],
)
def test_the_venue_says_how_one_takes_part(
    tmp_path: Path, record: dict[str, Any], ways: tuple[Attending, ...], has_place: bool
) -> None:
    found = directory(brought_in([{**ROW, **record}], tmp_path, "bmlt"), tmp_path)
    assert found.groups[0].attending == ways
    assert (found.location_of(found.groups[0]) is not None) is has_place


def test_a_closed_place_is_a_pause(tmp_path: Path) -> None:
    found = directory(brought_in([{**ROW, "formats": "TC"}], tmp_path, "bmlt"), tmp_path)
    assert found.groups[0].status is Status.PAUSED


def test_what_is_not_published_there_is_not_published_here(tmp_path: Path) -> None:
    imported = brought_in(
        [ROW, {**ROW, "id_bigint": "2", "meeting_name": "Hidden", "published": "0"}], tmp_path, "bmlt"
    )
    assert [group.name for group in directory(imported, tmp_path).groups] == ["Early Group"]
    assert told(imported, Happened.DROPPED, "")
    assert not any("Hidden" in text for text in imported.files.values())


def test_the_servers_own_list_of_formats_counts(tmp_path: Path) -> None:
    formats = [
        {"key_string": "RO", "world_id": "WCHR", "name_string": "Rollstuhl"},
        {"key_string": "WC", "world_id": "", "name_string": "Waffle Club"},
        {"key_string": "O", "world_id": "OPEN", "name_string": "Offen"},
    ]
    imported = brought_in({"meetings": [{**ROW, "formats": "RO,WC,O"}], "formats": formats}, tmp_path, "bmlt")
    found = directory(imported, tmp_path)
    place = found.location_of(found.groups[0])
    assert place is not None
    assert place.accessibility == (Access.STEP_FREE,)
    assert "Waffle Club" in found.groups[0].summary
    assert "Offen" in found.groups[0].summary
    assert not told(imported, Happened.GUESSED, "formats")


def test_without_that_list_the_usual_meaning_is_a_guess(tmp_path: Path) -> None:
    imported = brought_in([ROW], tmp_path, "bmlt")
    assert any("WC" in reason for reason in told(imported, Happened.GUESSED, "formats"))
    assert told(imported, Happened.KEPT_AS_TEXT, "formats")


def test_monthly_never_becomes_weekly(tmp_path: Path) -> None:
    imported = brought_in([{**ROW, "comments": "Meets on the 2nd Sunday."}], tmp_path, "bmlt")
    assert directory(imported, tmp_path).groups[0].schedule == ()


def test_last_names_stand_nowhere(tmp_path: Path) -> None:
    record = {**ROW, "contact_name_1": "Rosa Martinezova", "contact_phone_1": "(207) 555-0142"}
    imported = brought_in([record], tmp_path, "bmlt")
    contact = directory(imported, tmp_path).groups[0].contact
    assert contact is not None
    assert contact.name == "Rosa"
    assert "Martinezova" not in "".join(imported.files.values()) + repr(imported.report.lines)


@pytest.mark.parametrize(("field", "value"), [("weekday_tinyint", "9"), ("start_time", "7 pm"), ("duration_time", "99:00:00"), ("venue_type", "7")])  # fmt: skip
def test_a_value_that_is_none_is_dropped_and_told(tmp_path: Path, field: str, value: str) -> None:
    imported = brought_in([{**ROW, field: value}], tmp_path, "bmlt")
    assert directory(imported, tmp_path).groups
    assert told(imported, Happened.DROPPED, field)


def test_records_of_all_wrong_kinds_break_nothing(tmp_path: Path) -> None:
    wrong: list[Any] = [None, 3, [], {}]
    odd: list[Any] = [None, [], {}, "", 0, -1, 1e400, True, "<script>alert(1)</script>", "\x00\u202e=1+1"]
    wrong += [{**ROW, name: value} for name in ROW for value in odd]
    assert directory(brought_in(wrong, tmp_path, "bmlt"), tmp_path).groups
