"""Content lines: what is written is what a parser of RFC 5545 reads, and no line is longer than it may be."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.exports.icalendar_text import Component, Property, escaped, folded

anything = st.text(st.characters(codec="utf-8") | st.sampled_from('\\;,:"^\n\r\t\u2028\x00\x7f'))


def read_back(*properties: Property) -> Any:
    needed = [Property("UID", "x"), Property("DTSTAMP", "20260101T000000Z")]
    event = Component("VEVENT", [*needed, *properties])
    head = [Property("VERSION", "2.0"), Property("PRODID", "test")]
    calendar: Any = Calendar.from_ical(Component("VCALENDAR", head, [event]).to_bytes())
    [found] = calendar.walk("VEVENT")
    assert found.errors == []
    return found


def without_controls(text: str) -> str:
    """What of a text may stand in a calendar: each kind of line break as one, and no control character but the tab."""
    lines = text.replace("\r\n", "\n")
    for other in "\r\x0b\x0c\x85\u2028\u2029":
        lines = lines.replace(other, "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or unicodedata.category(letter) != "Cc")


@given(anything)
def test_a_text_comes_back_as_it_was_written(text: str) -> None:
    assert str(read_back(Property.text("SUMMARY", text))["SUMMARY"]) == without_controls(text)


@given(st.lists(anything, min_size=1, max_size=4))
def test_a_list_of_texts_comes_back_one_by_one(texts: list[str]) -> None:
    found = read_back(Property.text("CATEGORIES", *texts))["CATEGORIES"]
    assert [str(category) for category in found.cats] == [without_controls(text) for text in texts]


@given(anything)
def test_a_parameter_comes_back_as_it_was_written(text: str) -> None:
    found = read_back(Property("CONFERENCE", "https://example.org/", {"VALUE": "URI", "LABEL": text}))["CONFERENCE"]
    assert str(found) == "https://example.org/"
    assert sorted(found.params) == ["LABEL", "VALUE"]
    # This reader takes a backslash before some letters for an escape, which no standard says of parameters.
    if "\\" not in text:
        assert found.params["LABEL"] == without_controls(text)


@given(anything)
def test_lines_are_short_and_no_character_is_parted(text: str) -> None:
    pieces = folded(f"SUMMARY:{escaped(text)}").split(b"\r\n")
    assert pieces.pop() == b""
    for piece in pieces:
        assert len(piece) <= 75
        piece.decode()
    first, *further = pieces
    assert all(piece[:1] == b" " for piece in further)
    assert (first + b"".join(piece[1:] for piece in further)).decode() == f"SUMMARY:{escaped(text)}"


def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is() -> None:
    assert folded("x" * 75) == b"x" * 75 + b"\r\n"
    assert folded("x" * 76) == b"x" * 75 + b"\r\n x\r\n"


def test_a_character_that_would_straddle_the_fold_moves_to_the_next_line() -> None:
    assert folded("x" * 73 + "€uro") == b"x" * 73 + b"\r\n " + "€uro".encode() + b"\r\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\\b", "SUMMARY:a\\\\b"),
        ("one; two, three: four", "SUMMARY:one\\; two\\, three: four"),
        ("a\r\nEND:VEVENT", "SUMMARY:a\\nEND:VEVENT"),
        ("a\rb\u2028c", "SUMMARY:a\\nb\\nc"),
        ("bell\x07 and\x00 half a \ud800 pair", "SUMMARY:bell and half a  pair"),
    ],
)
def test_texts_are_escaped_as_the_standard_says(text: str, line: str) -> None:
    assert Property.text("SUMMARY", text).line() == line


@given(anything)
def test_no_text_begins_a_line_of_its_own(text: str) -> None:
    content = Component(
        "VEVENT", [Property.text("SUMMARY", f"x\r\n{text}"), Property("URL", f"y\r\n{text}")]
    ).to_bytes()
    beginnings = [line for line in content.split(b"\r\n") if line and not line.startswith(b" ")]
    assert [line.partition(b":")[0] for line in beginnings] == [b"BEGIN", b"SUMMARY", b"URL", b"END"]
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_dates_and_times_name_their_kind_and_zone() -> None:
    at = datetime.fromisoformat("2026-11-24T18:30")
    assert Property.moments("DTSTART", at).line() == "DTSTART:20261124T183000"
    assert Property.moments("DTSTART", date(2026, 11, 24)).line() == "DTSTART;VALUE=DATE:20261124"
    there = at.replace(tzinfo=ZoneInfo("America/New_York"))
    assert Property.moments("DTSTART", there).line() == "DTSTART;TZID=America/New_York:20261124T183000"
    assert Property.moments("DTSTAMP", there.astimezone(UTC)).line() == "DTSTAMP:20261124T233000Z"


def test_moments_of_two_kinds_do_not_share_a_line() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Property.moments("EXDATE", date(2026, 11, 24), datetime.fromisoformat("2026-11-25T18:00"))
