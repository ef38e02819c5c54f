"""A schedule as it is typed in the file: the short form, the fields, and dates that contradict one another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from generator.model.base import Refused
from generator.model.choice import Attending
from generator.model.json_schema import directory_schema
from generator.model.schedule import EXAMPLES, PublicHolidays, Schedule, ScheduleLines
from generator.model.when import parse_when

LINES: TypeAdapter[tuple[Schedule, ...]] = TypeAdapter(ScheduleLines)
TUESDAY = "Tuesday 18:30-20:00"


def refused(typed: Any) -> list[tuple[str, str, str]]:
    """Each refusal of what was typed as a schedule: the field, what was seen, what to type."""
    with pytest.raises(ValidationError) as caught:
        Schedule.model_validate(typed)
    found = []
    for detail in caught.value.errors():
        error = detail["ctx"]["error"]
        assert isinstance(error, Refused)
        found.append((".".join(str(step) for step in detail["loc"]), str(error.message), str(error.hint)))
    return found


def test_words_alone_are_a_schedule() -> None:
    assert Schedule.model_validate(TUESDAY) == Schedule.model_validate({"when": TUESDAY})


def test_one_line_is_a_list_of_one_and_several_may_be_mixed() -> None:
    assert [str(line) for line in LINES.validate_python(TUESDAY)] == [TUESDAY]
    assert [str(line) for line in LINES.validate_python([TUESDAY, {"when": "last Friday"}])] == [
        TUESDAY,
        "last Friday of the month",
    ]


def test_the_same_line_twice_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        LINES.validate_python([TUESDAY, "tuesdays 6.30pm-8pm"])
    assert str(caught.value.errors()[0]["ctx"]["error"].message) == f"'{TUESDAY}' stands twice in this list."


def test_every_field_is_read_from_text() -> None:
    schedule = Schedule.model_validate({
        "when": "every 2nd week on Tuesday 18:30-20:00",
        "starts": "2026-09-01",
        "ends": "2027-06-30",
        "public_holidays": "closed",
        "breaks": {"first": "2026-12-20", "last": "2027-01-03", "reason": "winter break"},
        "extra": ["2026-09-30", "2026-10-01 10:00-11:00"],
        "cancelled": ["2026-12-08", {"date": "2026-11-24", "reason": "holiday"}],
        "moved": {"date": "2026-11-10", "to": "2026-11-11 19:00-20:30", "reason": "the room is taken"},
        "time_zone": "Europe/London",
        "attending": "online",
        "note": "Please ring first.",
    })  # fmt: skip
    assert schedule.starts == date(2026, 9, 1)
    assert schedule.public_holidays is PublicHolidays.CLOSED
    assert schedule.attending == (Attending.ONLINE,)
    assert [str(extra) for extra in schedule.extra] == ["2026-09-30", "2026-10-01 10:00-11:00"]
    assert [(str(each), each.reason) for each in schedule.cancelled] == [
        ("2026-12-08", None),
        ("2026-11-24", "holiday"),
    ]
    assert [(str(each), str(each.to)) for each in schedule.moved] == [("2026-11-10", "2026-11-11 19:00-20:30")]
    assert [str(each) for each in schedule.breaks] == ["2026-12-20 - 2027-01-03"]


def test_public_holidays_make_no_difference_unless_somebody_says_so() -> None:
    assert Schedule.model_validate(TUESDAY).public_holidays is PublicHolidays.OPEN


def test_a_schedule_survives_being_written_and_read() -> None:
    typed = {"when": TUESDAY, "extra": ["2026-09-30 10:00"], "cancelled": ["2026-12-22"]}
    schedule = Schedule.model_validate(typed)
    assert Schedule.model_validate(schedule.model_dump(exclude_defaults=True)) == schedule


WRONG = [
    ("Tusday 18:30", [("when", "'Tusday 18:30': the word 'Tusday' is not understood.", "Did you mean 'Tuesday'?")]),
    (
        {"when": TUESDAY, "starts": "01/09/2026"},
        [("starts", "'01/09/2026' is not a date this file can use.", "Type year, month and day, as in: 2026-09-01.")],
    ),
    (
        "every other Tuesday 18:00",
        [(
            "when",
            "'every 2 weeks on Tuesday 18:00' does not say from which date to count.",
            'Type it with the first date it is on, as in: {when: "every 2 weeks on Tuesday 18:00", starts: 2026-09-01}.',
        )],
    ),
    (
        {"when": TUESDAY, "starts": "2026-09-01", "ends": "2026-08-01"},
        [("ends", "It ends on 2026-08-01, before it starts on 2026-09-01.", "Check the two dates.")],
    ),
    (
        {"when": TUESDAY, "starts": "2026-09-02", "ends": "2026-09-07"},
        [("when", f"'{TUESDAY}' never happens between 2026-09-02 and 2026-09-07.", "Check the days, 'starts' and 'ends'.")],
    ),
    (
        {"when": "2026-12-24 18:00", "ends": "2026-12-01"},
        [("when", "'2026-12-24 18:00' never happens.", "Check the days, 'starts' and 'ends'.")],
    ),
    (
        {"when": "31st every 12 months", "starts": "2026-02-01"},
        [("when", "'31st every 12 months' never happens.", "Check the days, 'starts' and 'ends'.")],
    ),
    (
        {"when": TUESDAY, "breaks": [{"first": "2026-08-01", "last": "2026-08-31"}, {"first": "2026-12-31", "last": "2026-12-20"}]},
        [("breaks.1.last", "This break ends on 2026-12-20, before it begins on 2026-12-31.", "Check the two dates.")],
    ),
    (
        {"when": TUESDAY, "cancelled": ["2026-12-22", "2026-12-23", {"date": "2026-12-22", "reason": "holiday"}]},
        [
            ("cancelled.1", f"2026-12-23 is none of its days: '{TUESDAY}'.", "The nearest days are 2026-12-22 and 2026-12-29."),
            ("cancelled.2", "2026-12-22 is cancelled or moved twice.", "Keep one of the two and take the other out."),
        ],
    ),
    (
        {"when": TUESDAY, "starts": "2026-12-01", "cancelled": "2026-11-24"},
        [("cancelled.0", f"2026-11-24 is none of its days: '{TUESDAY}'.", "The nearest day is 2026-12-01.")],
    ),
    (
        {"when": "by appointment", "cancelled": "2026-12-25"},
        [("cancelled.0", "2026-12-25 is none of its days: 'by appointment'.", "Type days on which it is never open under 'breaks'.")],
    ),
    (
        {"when": TUESDAY, "moved": {"date": "2026-12-23", "to": "2026-12-24"}},
        [("moved.0.date", f"2026-12-23 is none of its days: '{TUESDAY}'.", "The nearest days are 2026-12-22 and 2026-12-29.")],
    ),
    (
        {"when": TUESDAY, "moved": {"date": "2026-12-22", "to": "2026-12-22"}},
        [(
            "moved.0.to",
            "It is moved from 2026-12-22 to the same day.",
            "Type another date, or the new times too, as in: 2026-12-22 19:00-20:30.",
        )],
    ),
    (
        {"when": TUESDAY, "moved": {"date": "2026-12-22", "to": "2026-12-29"}},
        [("moved.0.to", "On 2026-12-29 it is on already.", "Type another date; if this one falls out, type it under 'cancelled'.")],
    ),
    (
        {
            "when": TUESDAY,
            "moved": [{"date": "2026-12-22", "to": "2026-12-23"}, {"date": "2026-12-29", "to": "2026-12-23"}],
        },
        [("moved.1.to", "On 2026-12-23 it is on already.", "Type another date; if this one falls out, type it under 'cancelled'.")],
    ),
    (
        {"when": TUESDAY, "cancelled": "2026-12-22", "moved": {"date": "2026-12-22", "to": "2026-12-23"}},
        [("moved.0.date", "2026-12-22 is cancelled or moved twice.", "Keep one of the two and take the other out.")],
    ),
    (
        {"when": TUESDAY, "moved": {"date": "2026-12-22", "to": "Monday 19:00"}},
        [(
            "moved.0.to",
            "'Monday 19:00' is not one date.",
            "Type a date, and times if they are not the usual ones, as in: 2026-12-21 19:00-20:30.",
        )],
    ),
    (
        {"when": "24 hours", "moved": {"date": "2026-12-22", "to": "2026-12-23"}},
        [("moved.0.date", "2026-12-22 is none of its days: '24 hours'.", "Type days on which it is never open under 'breaks'.")],
    ),
    (
        {"when": TUESDAY, "extra": ["2026-12-22 10:00", "2026-12-23", "2026-12-23 18:00"]},
        [
            ("extra.0", "On 2026-12-22 it is on already.", "Take this date out; if only the time differs, type it under 'moved'."),
            ("extra.2", "On 2026-12-23 it is on already.", "Take this date out; if only the time differs, type it under 'moved'."),
        ],
    ),
    (
        {"when": TUESDAY, "time_zone": "London"},
        [("time_zone", "'London' is not a time zone.", "Did you mean 'Europe/London'?")],
    ),
    (
        {"when": TUESDAY, "time_zone": "EST"},
        [("time_zone", "'EST' is not a time zone.", "Type the nearest big city in the form America/New_York.")],
    ),
    (
        {"when": TUESDAY, "time_zone": "America/New York"},
        [("time_zone", "'America/New York' is not a time zone.", "Did you mean 'America/New_York'?")],
    ),
    (
        {"when": TUESDAY, "public_holidays": "no"},
        [("public_holidays", "'no' is not one of the answers here.", "You can type: open, closed.")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), WRONG)
def test_what_contradicts_is_refused_at_its_field(typed: Any, expected: list[tuple[str, str, str]]) -> None:
    assert refused(typed) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"cancelled": "2026-12-22", "breaks": {"first": "2026-12-20", "last": "2026-12-31"}},
        {"moved": {"date": "2026-12-22", "to": "2026-12-22 16:00"}},
        {"moved": [{"date": "2026-12-22", "to": "2026-12-29"}, {"date": "2026-12-29", "to": "2026-12-30"}]},
        {"moved": {"date": "2026-12-22", "to": "2026-12-29"}, "cancelled": "2026-12-29"},
        {"extra": "2026-12-29", "breaks": {"first": "2026-12-20", "last": "2026-12-31"}},
        {"extra": "2026-12-23", "cancelled": "2026-12-23"},
        {"extra": "2026-12-22", "public_holidays": "closed"},
        {"breaks": {"first": "2026-12-22", "last": "2026-12-22"}},
    ],
)
def test_changes_that_make_sense_together_are_let_through(changes: dict[str, Any]) -> None:
    assert str(Schedule.model_validate({"when": TUESDAY, **changes})) == TUESDAY


def test_a_service_by_appointment_may_have_an_open_day() -> None:
    schedule = Schedule.model_validate({"when": "by appointment", "extra": "2026-09-01 18:00-19:00"})
    assert [str(extra) for extra in schedule.extra] == ["2026-09-01 18:00-19:00"]


def test_an_editor_is_told_of_both_forms_and_shown_examples() -> None:
    schema = Schedule.model_json_schema()
    words, fields = schema["anyOf"]
    assert words["examples"] == list(EXAMPLES)
    assert fields["required"] == ["when"]
    assert [name for name, field in fields["properties"].items() if not field.get("description")] == []


def test_each_example_of_the_schema_can_be_typed() -> None:
    for example in EXAMPLES:
        understood = parse_when(example)
        assert parse_when(str(Schedule.model_construct(when=understood))) == understood


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        (TUESDAY, True),
        ([TUESDAY, {"when": "last Friday", "cancelled": "2026-12-25"}], True),
        ({"when": TUESDAY, "cancelled": ["2026-12-22", {"date": "2026-12-29", "reason": "holiday"}]}, True),
        ({"when": TUESDAY, "moved": {"date": "2026-12-22", "to": "2026-12-21 19:00-20:30"}}, True),
        ({"when": TUESDAY, "extra": "2026-12-23", "breaks": {"first": "2026-08-01", "last": "2026-08-31"}}, True),
        ({"when": TUESDAY, "public_holidays": "closed", "attending": ["online", "phone"]}, True),
        ({"starts": "2026-09-01"}, False),
        ({"when": TUESDAY, "weekday": "Tuesday"}, False),
        ({"when": TUESDAY, "public_holidays": "maybe"}, False),
        ({"when": TUESDAY, "moved": {"date": "2026-12-22"}}, False),
    ],
)
def test_an_editor_accepts_what_the_reader_accepts(typed: Any, is_right: bool) -> None:
    schema = directory_schema()
    of_group = {"$ref": "#/definitions/PeerGroup/properties/schedule", "definitions": schema["definitions"]}
    assert Draft7Validator(of_group).is_valid(typed) is is_right
