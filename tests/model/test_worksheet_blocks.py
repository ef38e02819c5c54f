from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from generator.model.blocks import (
    BLOCKS,
    OTHER_FIELDS,
    OTHER_KINDS,
    Checklist,
    CutCards,
    IfThen,
    Item,
    Lines,
    Scale,
    Table,
)
from generator.model.refusals import refusals
from generator.model.worksheet import Worksheet
from tests.worksheets.sheets import EVERY_KIND, told, typed, worksheet


def told_of_block(block: object) -> list[tuple[str, str]]:
    """Where in a block each mistake is, and what is said about it."""
    sheet = typed()
    sheet["sections"][0]["blocks"] = [block]
    return [(".".join(map(str, where[4:])), message) for where, message in told(sheet)]


def but(kind: str, **fields: Any) -> dict[str, Any]:
    """The example of a kind with some fields typed otherwise; None takes a field out."""
    return {key: value for key, value in {**EVERY_KIND[kind], **fields}.items() if value is not None}


def test_there_is_an_example_of_every_kind() -> None:
    assert list(EVERY_KIND) == list(BLOCKS)


@pytest.mark.parametrize("kind", BLOCKS)
def test_an_example_of_every_kind_is_read(kind: str) -> None:
    (block,) = worksheet(EVERY_KIND[kind]).blocks
    assert type(block) is BLOCKS[kind]
    assert block.type == kind
    assert block.hint == EVERY_KIND[kind]["hint"]


def test_what_is_not_typed_has_a_sensible_size() -> None:
    lines, scale, checklist, table = worksheet(
        {"type": "lines", "id": "a", "prompt": "A"},
        {"type": "scale", "id": "b", "prompt": "B", "low": "no", "high": "yes"},
        {"type": "checklist", "id": "c", "prompt": "C", "items": "Only one"},
        {"type": "table", "id": "d", "prompt": "D", "columns": "Step", "rows": "1"},
    ).blocks
    assert isinstance(lines, Lines)
    assert isinstance(scale, Scale)
    assert isinstance(checklist, Checklist)
    assert isinstance(table, Table)
    assert lines.rows == 3
    assert list(scale.numbers) == list(range(11))
    assert checklist.items == (Item(name="Only one"),)
    assert (table.columns[0].name, table.columns[0].width, table.cell_lines) == ("Step", 3, 2)


@pytest.mark.parametrize("spelled", ["cut_cards", "cut-cards", "Cut cards", " CUT_CARDS "])
def test_the_kind_may_be_spelled_as_people_do(spelled: str) -> None:
    (block,) = worksheet(but("cut_cards", type=spelled)).blocks
    assert isinstance(block, CutCards)


ALL = "lines, scale, checklist, cards, ranking, table, tracker, circles, if_then, note, sign, cut_cards"


@pytest.mark.parametrize(
    ("block", "where", "message"),
    [
        ("Why?", "", "There is no block here. A block has at least a 'type' and an 'id', each on a line of its own."),
        ({"id": "why"}, "", f"This block does not say what kind it is. Type one of these as 'type': {ALL}."),
        (but("lines", type=["lines"]), "", f"This block does not say what kind it is. Type one of these as 'type': {ALL}."),
        (but("lines", type="line"), "type", "'line' is not a kind of block. Did you mean 'lines'?"),
        (but("lines", type="survey"), "type", f"'survey' is not a kind of block. Type one of these as 'type': {ALL}."),
        (but("lines", promt="x"), "promt", "There is no field called 'promt' here. Did you mean 'prompt'?"),
        (
            but("sign", pile="x"),
            "pile",
            "There is no field called 'pile' here. Take it out, or use one of these: type, id, prompt, hint, formerly, fields.",
        ),
        (but("lines", id="My why"), "id", "'My why' cannot be an id. Use small letters a to z, digits and single hyphens, at most 60: my-why."),
        (but("lines", id=None), "id", "missing"),
        (but("lines", prompt=None), "prompt", "missing"),
        (
            but("lines", prompt="why " * 90),
            "prompt",
            "This text has 359 characters; 300 fit on the sheet. Shorten it, or put a block of 'type: note' above it for the rest.",
        ),
        (but("lines", rows="many"), "rows", "'many' is not a whole number. Type a number from 1 to 30."),
        (but("lines", rows="2.5"), "rows", "'2.5' is not a whole number. Type a number from 1 to 30."),
        (but("lines", rows="200"), "rows", "The number 200 does not fit here. Type a number from 1 to 30. What is over can go into a block of its own."),
        (but("lines", rows="9" * 5000), "rows", f"'{'9' * 40}' is not a whole number. Type a number from 1 to 30."),
        (
            but("scale", min="5", max="3"),
            "max",
            "This scale goes from 5 to 3. Type a larger number as max, or leave both out for 0 to 10.",
        ),
        (but("scale", max="100"), "max", "The number 100 does not fit here. Type a number from 1 to 10."),
        (
            but("scale", low="not " * 40),
            "low",
            "This text has 159 characters; 120 fit on the sheet. Shorten it, or move a part of it to the hint.",
        ),
        (but("checklist", items=[]), "items", "This list is empty. Type at least 1 of them."),
        (
            but("checklist", items=[str(n) for n in range(61)]),
            "items",
            "The number of things in this list is 61. Type between 1 and 60 of them. What is over can go into a block of its own.",
        ),
        (but("checklist", items=["Calm", "Fun", "calm"]), "items.2", "'calm' stands twice in this list. Take one of them out."),
        (but("cards", choices=["A lot"]), "choices", "The number of things in this list is 1. Type between 2 and 5 of them."),
        (but("cards", row_title=None), "row_title", "missing"),
        (but("ranking", rows="11"), "rows", "The number 11 does not fit here. Type a number from 1 to 10."),
        (but("ranking", scale={"low": "far", "high": "near"}), "scale.title", "missing"),
        (but("table", rows=None), "", "This table needs either a number of rows or their names. Type 'rows: 4' for empty rows, or a list of 'row_names'."),
        (
            but("table", row_title="Part"),
            "",
            "Only one of 'row_names' and 'row_title' is typed. Type both, as in: 'row_title: Part of my life', or neither.",
        ),
        (but("table", columns=["Step", "Step"]), "columns.1", "'Step' stands twice in this list. Take one of them out."),
        (
            but("table", columns=list("abcdefg")),
            "columns",
            "The number of things in this list is 7. Type between 1 and 6 of them.",
        ),
        (
            but("table", columns=[{"name": "Step", "cell": "wods"}]),
            "columns.0.cell",
            "'wods' is not one of the answers here. Did you mean 'words'? You can type: words, number.",
        ),
        (
            but("tracker", row_names=None, own_rows=None),
            "",
            "This tracker has no rows. Type a list of 'row_names', or 'own_rows: 3' for empty rows.",
        ),
        (
            but("tracker", columns=[str(n) for n in range(1, 32)]),
            "columns",
            "The number of things in this list is 31. Type between 1 and 14 of them.",
        ),
        (but("circles", rings=["Close"]), "rings", "The number of things in this list is 1. Type between 2 and 4 of them."),
        (but("circles", alt=None), "alt", "missing"),
        (but("if_then", then_words=""), "then_words", "Nothing is typed here. Type a value, or take the whole line out. If the text begins with #, put quotes round it."),
        (but("note", text=None), "text", "missing"),
        (but("sign", fields=["A", "B", "C", "D", "E"]), "fields", "The number of things in this list is 5. Type between 1 and 4 of them."),
        (
            but("lines", prompt="why " * 5000),
            "prompt",
            "This text has 19999 characters; 300 fit on the sheet. Shorten it, or put a block of 'type: note' above it for the rest.",
        ),
        (
            but("note", text="Rest. " * 600),
            "text",
            "This text has 3599 characters; 3000 fit on the sheet. Shorten it, or put a part of it into a note further down.",
        ),
        (
            but("table", rows="200"),
            "rows",
            "The number 200 does not fit here. Type a number from 1 to 30. What is over can go into a block of its own.",
        ),
        (
            but("table", row_names=["Home"], row_title="Part"),
            "rows",
            "This table has a number of rows and names for them as well. Take 'rows' out: there is a row for each of the names.",
        ),
        (
            but("checklist", items="Rest, a walk,"),
            "items",
            "'Rest, a walk,' is one text with commas, where a list belongs. "
            "Type square brackets round it: [Rest, a walk]. A single one goes on a line of its own, after a hyphen.",
        ),
        (but("checklist", items=["Rest", ""]), "items.1", "Nothing is typed here. Type a word, or take the whole line out."),
        (
            but("checklist", items=["Rest", {"asking": "what would help?"}]),
            "items.1",
            "'asking: what would help?' has a colon in it. Put straight quotes round it: \"asking: what would help?\".",
        ),
        (
            but("checklist", items=[{"name": "Rest", "hint": "sleep", "pauses": ""}]),
            "items.0.pauses",
            "'pauses' stands by itself after a comma. "
            "If it belongs to the text before it, put straight quotes round both: hint: \"sleep, pauses\".",
        ),
        (
            {"type": "lines", "id": "why", "prompt": "If it rains", "then": "", "rows": "2"},
            "then",
            "'then' stands by itself after a comma. "
            "If it belongs to the text before it, put straight quotes round both: prompt: \"If it rains, then\".",
        ),
        (but("cut_cards", columns="1"), "columns", "The number 1 does not fit here. Type a number from 2 to 4."),
    ],
)  # fmt: skip
def test_a_wrong_block_is_told_where_and_how_to_mend_it(block: object, where: str, message: str) -> None:
    assert told_of_block(block) == [(where, message)]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("textarea", "lines"), ("Checkboxes", "checklist"), ("rating", "scale"), ("chekclist", "checklist"), ("date", "sign")],
)  # fmt: skip
def test_another_word_for_a_kind_of_block_is_understood(seen: str, meant: str) -> None:
    block = {"type": seen, "id": "a", "prompt": "A"}
    assert told_of_block(block) == [("type", f"'{seen}' is not a kind of block. Did you mean '{meant}'?")]


def test_every_other_word_leads_to_a_kind_and_a_field_that_exist() -> None:
    assert set(OTHER_KINDS.values()) <= set(BLOCKS)
    assert not set(OTHER_KINDS) & set(BLOCKS)
    fields = {field for kind in BLOCKS.values() for field in kind.model_fields}
    assert {field for meant in OTHER_FIELDS.values() for field in meant} <= fields


@pytest.mark.parametrize(
    ("kind", "seen", "meant"),
    [("lines", "question", "prompt"), ("cards", "options", "choices"), ("note", "description", "text")],
)
def test_a_field_under_another_name_is_told_once(kind: str, seen: str, meant: str) -> None:
    block = but(kind, **{meant: None, seen: EVERY_KIND[kind][meant]})
    assert told_of_block(block) == [(seen, f"There is no field called '{seen}' here. Did you mean '{meant}'?")]


def test_the_kind_may_stand_under_the_wrong_name() -> None:
    block = {"kind": "lines", "id": "why", "prompt": "Why?"}
    assert told_of_block(block) == [("kind", "The kind of a block stands after 'type:'. Type it as: type: lines")]


def test_an_if_then_plan_may_be_called_one() -> None:
    (block,) = worksheet(but("if_then", type="if-then plan")).blocks
    assert isinstance(block, IfThen)


def test_all_mistakes_of_a_sheet_are_told_at_once() -> None:
    sheet = typed(but("lines", rows="0"), but("scale", low=None), but("note", typ="note"))
    with pytest.raises(ValidationError) as caught:
        Worksheet.model_validate(sheet)
    wheres = {each.where[3:] for each in refusals(caught.value, Worksheet)}
    assert wheres == {(0, "rows"), (1, "low"), (2, "typ")}


ANYTHING = some.recursive(
    some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
)


@given(some.sampled_from(list(EVERY_KIND)), some.data())
def test_whatever_is_typed_into_a_field_is_read_or_refused(kind: str, data: some.DataObject) -> None:
    field = data.draw(some.sampled_from([*EVERY_KIND[kind], "unknown"]))
    block = but(kind, **{field: data.draw(ANYTHING)})
    try:
        Worksheet.model_validate(typed(block))
    except ValidationError as error:
        assert list(refusals(error, Worksheet))
