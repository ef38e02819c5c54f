from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from generator.model.choice import Dimension, Kind
from generator.model.credit import LICENCES, licence
from generator.model.worksheet import Minutes, WithWhom, Worksheet, minutes
from tests.worksheets.sheets import EVERY_KIND, LINES, told, typed, worksheet


def test_a_sheet_knows_what_was_typed() -> None:
    sheet = worksheet(
        based_on=[{"name": "A book", "url": "https://example.org/book", "relation": "Its idea, in our own words."}],
        dimensions=["home", "Purpose"],
        with_whom="group",
        next="my-goal",
        minutes="10 to 20",
        licence="cc by 4.0",
    )
    assert sheet.kind is Kind.WORKSHEET
    assert sheet.minutes == Minutes(10, 20)
    assert sheet.licence == "CC-BY-4.0"
    assert sheet.dimensions == (Dimension.HOME, Dimension.PURPOSE)
    assert sheet.with_whom == (WithWhom.GROUP,)
    assert sheet.based_on[0].relation == "Its idea, in our own words."
    assert [block.id for block in sheet.blocks] == ["why"]


def test_blocks_are_told_in_the_order_of_the_sheet() -> None:
    sections = [
        {"title": "One", "blocks": [LINES, {**LINES, "id": "how"}]},
        {"title": "Two", "blocks": [{**LINES, "id": "when"}]},
    ]
    sheet = worksheet(sections=sections)
    assert [place for place, _ in sheet.placed_blocks()] == [
        ("sections", 0, "blocks", 0),
        ("sections", 0, "blocks", 1),
        ("sections", 1, "blocks", 0),
    ]
    assert [block.id for block in sheet.blocks] == ["why", "how", "when"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15", 15, 15),
        ("10 to 20", 10, 20),
        ("10-20", 10, 20),
        ("10–20 minutes", 10, 20),
        ("5 min", 5, 5),
        ("240", 240, 240),
    ],
)
def test_minutes_are_one_number_or_two(text: str, low: int, high: int) -> None:
    assert minutes(text) == Minutes(low, high)
    assert minutes(str(minutes(text))) == minutes(text)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "minutes",
            "a while",
            "'a while' is not a number of minutes. Type one number or two, as in: 15, or: 10 to 20.",
        ),
        ("minutes", "20 to 10", "A sheet cannot take 20 to 10 minutes. Type the smaller number first, from 1 to 240."),
        ("minutes", "0", "A sheet cannot take 0 minutes. Type the smaller number first, from 1 to 240."),
        ("minutes", "500", "A sheet cannot take 500 minutes. Type the smaller number first, from 1 to 240."),
        (
            "licence",
            "All rights reserved",
            "'All rights reserved' is not a licence this directory can use. Type one under which people may copy and adapt "
            "the sheet: CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC-BY-NC-SA-4.0, OGL-UK-3.0.",
        ),
        (
            "next",
            "my-sheet",
            "'My sheet' names itself as the next worksheet. Type the id of another worksheet, or take 'next' out.",
        ),
        ("sections", [], "This list is empty. Type at least 1 of them."),
        (
            "sections",
            [{"title": "A", "blocks": [LINES]}] * 13,
            "The number of things in this list is 13. Type between 1 and 12 of them. "
            "What is over can go into a worksheet of its own, which 'next' leads to.",
        ),
    ],
)
def test_a_wrong_field_is_told_with_what_to_type(field: str, value: object, message: str) -> None:
    assert told(typed(**{field: value})) == [((field,), message)]


@pytest.mark.parametrize("field", ["purpose", "minutes", "author", "licence", "sections"])
def test_a_sheet_cannot_do_without(field: str) -> None:
    sheet = typed()
    del sheet[field]
    assert told(sheet) == [((field,), "missing")]


def test_a_repeated_block_id_is_refused_with_both_blocks() -> None:
    sections = [
        {"title": "One", "blocks": [LINES]},
        {"title": "Two", "blocks": [{"type": "note", "id": "rest", "text": "Rest."}, {**LINES, "prompt": "Why not?"}]},
    ]
    assert told(typed(sections=sections)) == [
        (
            ("sections", 1, "blocks", 1, "id"),
            "Two blocks of 'My sheet' have the id 'why': 'Why?' and 'Why not?'. "
            "Give the new one an id of its own; answers are saved under it.",
        )
    ]


def test_a_block_may_say_which_ids_it_had_before() -> None:
    renamed = {**LINES, "id": "why-now", "formerly": ["why", "reason"]}
    (block,) = worksheet(renamed).blocks
    assert block.formerly == ("why", "reason")
    (block,) = worksheet({**renamed, "formerly": "why"}).blocks
    assert block.formerly == ("why",)


@pytest.mark.parametrize(
    ("first", "second", "where", "message"),
    [
        (
            {},
            {"id": "how", "prompt": "How?", "formerly": ["why"]},
            (1, "formerly", 0),
            "The former id 'why' is the id of 'Why?' on this sheet. "
            "Type an id that no block has any more, or take it out of 'formerly'.",
        ),
        (
            {"formerly": ["when", "why"]},
            {"id": "how"},
            (0, "formerly", 1),
            "The former id 'why' is the id of 'Why?' on this sheet. "
            "Type an id that no block has any more, or take it out of 'formerly'.",
        ),
        (
            {"formerly": "old"},
            {"id": "how", "formerly": ["older", "old"]},
            (1, "formerly", 1),
            "The former id 'old' stands at 'Why?' too. "
            "Old answers can go to one block only. Take it out at the other one.",
        ),
        ({"formerly": ["old", "old"]}, {"id": "how"}, (0, "formerly"), "'old' stands twice in this list. Take one of them out."),
        (
            {"formerly": "Old why"},
            {"id": "how"},
            (0, "formerly", 0),
            "'Old why' cannot be an id. Use small letters a to z, digits and single hyphens, at most 60: old-why.",
        ),
        (
            {"formerly": []},
            {"id": "how"},
            (0, "formerly"),
            "This list is empty. Type at least one value, or take the whole line out.",
        ),
    ],
)  # fmt: skip
def test_a_former_id_must_lead_to_one_block_alone(
    first: dict[str, Any], second: dict[str, Any], where: tuple[int | str, ...], message: str
) -> None:
    sheet = typed({**LINES, **first}, {**LINES, **second})
    assert told(sheet) == [(("sections", 0, "blocks", *where), message)]


def test_every_licence_is_known_by_its_id_and_by_its_id_without_a_version() -> None:
    for known in LICENCES:
        assert licence(known) == licence(known.lower()) == licence(known.rsplit("-", 1)[0]) == known


def test_the_schema_accepts_what_the_model_accepts_and_refuses_another_type() -> None:
    check = jsonschema.Draft202012Validator(Worksheet.model_json_schema())
    sheet = typed(*EVERY_KIND.values(), minutes=15)
    numbers = _with_numbers(sheet)
    assert [error.message for error in check.iter_errors(numbers)] == []
    numbers["sections"][0]["blocks"][0] = {"type": "lnes", "id": "why", "prompt": "Why?"}
    assert list(check.iter_errors(numbers))


def test_the_schema_tells_editors_about_each_field_of_each_block() -> None:
    definitions = Worksheet.model_json_schema()["$defs"]
    for kind in EVERY_KIND:
        (block,) = (
            part for part in definitions.values() if part.get("properties", {}).get("type", {}).get("const") == kind
        )
        assert {"type", "id"} <= set(block["required"])
        assert all(field["description"] for field in block["properties"].values())


def _with_numbers(value: Any) -> Any:
    """The sheet as an editor sees it, to which `rows: 3` is a number."""
    if isinstance(value, dict):
        return {key: _with_numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_numbers(each) for each in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value
