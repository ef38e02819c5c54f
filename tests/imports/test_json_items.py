"""The reader of long JSON lists, judged by the standard library on the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imports.json_items import items
from generator.problems import InputError

NAMES = st.text(max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(NAMES.filter(lambda name: name != "contents"), VALUES, max_size=5)


def split(text: str, at: list[int]) -> Iterator[str]:
    """The text in pieces, cut at these places."""
    places = sorted({min(place, len(text)) for place in at})
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        yield text[start:end]


def as_read(text: str) -> Any:
    """What the standard library reads, with numbers as the text that was typed."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def broken(text: str) -> str:
    with pytest.raises(InputError) as error:
        list(items("tea.json", [text]))
    problem = error.value.problems[0]
    return f"{problem.place.line}:{problem.place.column} {problem.message}"


@given(st.lists(VALUES, max_size=6), st.lists(st.integers(0, 200), max_size=6), st.booleans())
def test_a_list_in_any_pieces_gives_each_of_its_items(found: list[Any], at: list[int], is_pretty: bool) -> None:
    text = json.dumps(found, indent=2 if is_pretty else None)
    read = list(items("list.json", split(text, at)))
    assert [item.value for item in read] == as_read(text)
    assert [item.pointer for item in read] == [f"/{number}" for number in range(len(found))]


@given(OBJECTS, st.lists(VALUES, max_size=5), st.lists(st.integers(0, 200), max_size=6))
def test_a_page_in_any_pieces_gives_its_contents_and_then_the_rest(
    around: dict[str, Any], found: list[Any], at: list[int]
) -> None:
    text = json.dumps({**around, "contents": found})
    *contents, rest = items("page.json", split(text, at))
    whole = as_read(text)
    assert [item.value for item in contents] == whole.pop("contents")
    assert rest.is_rest
    assert rest.value == whole


@given(OBJECTS, st.lists(st.integers(0, 200), max_size=6))
def test_one_object_is_one_item(found: dict[str, Any], at: list[int]) -> None:
    text = json.dumps(found)
    assert [(item.pointer, item.value) for item in items("tea.json", split(text, at))] == [("", as_read(text))]


@given(st.lists(OBJECTS, min_size=1, max_size=4), st.data())
def test_a_list_that_was_cut_off_is_refused_wherever_it_was_cut(found: list[Any], data: st.DataObject) -> None:
    text = json.dumps(found)
    cut = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(InputError):
        list(items("tea.json", split(text[:cut], data.draw(st.lists(st.integers(0, 200), max_size=3)))))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "1:1 This file is empty."),
        (" \n ", "1:1 This file is empty."),
        ('[{"a": 1},\n {"b": ', "2:8 This file ends in the middle: it was cut off."),
        ('{"a": "never clo', "1:17 This file ends in the middle: it was cut off."),
        ('[{"a": 1}\n {"b": 2}]', "2:2 This is not JSON from here on."),
        ('{"a": 1} and more', "1:10 This is not JSON from here on."),
        ('{"a": 1,, "long enough to be no end": 2}', "1:9 This is not JSON from here on."),
        ("<html></html> and no JSON at all", "1:1 This is not JSON from here on."),
    ],
)
def test_what_is_broken_is_told_with_line_and_column(text: str, where: str) -> None:
    assert broken(text) == where


def test_the_line_is_right_beyond_the_first_pieces() -> None:
    lines = ",\n".join(json.dumps({"number": number}) for number in range(1000))
    with pytest.raises(InputError) as error:
        list(items("long.json", split(f"[{lines},\n broken]", list(range(0, 20_000, 700)))))
    assert error.value.problems[0].place.line == 1001


def test_what_is_nested_a_hundred_thousand_deep_is_refused() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert broken(deep).endswith("There is more inside one another in this file than a directory has.")


def test_a_number_of_a_million_digits_is_text_like_any_other() -> None:
    [item] = items("tea.json", ['{"minimum_age": ' + "9" * 1_000_000 + "}"])
    assert len(item.value["minimum_age"]) == 1_000_000


def test_fields_that_stand_twice_are_counted() -> None:
    twice: list[str] = []
    [item] = items("tea.json", ['{"name": "Tea", "name": "Talk"}'], twice)
    assert item.value == {"name": "Talk"}
    assert twice == ["name"]
