from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from generator.language import Language
from generator.model.worksheet import Worksheet
from generator.worksheets.render import render_sheet
from tests.spoken import Known
from tests.worksheets.sheets import EVERY_KIND, shipped, worksheet

ENGLISH = Language.load("en")
HOSTILE = "</textarea><script>f()</script><img src=x onerror=f()>\"' onfocus='f() {{ 7*7 }} {% x %} &amp;"

every_kind = pytest.mark.parametrize("kind", EVERY_KIND)


def soup(sheet: Worksheet, language: Language = ENGLISH) -> BeautifulSoup:
    return BeautifulSoup(render_sheet(sheet, language), "html.parser")


def drawn(kind: str) -> BeautifulSoup:
    return soup(worksheet(EVERY_KIND[kind]))


def controls(page: BeautifulSoup) -> list[Tag]:
    return list(page.select("input, textarea"))


def spoken(control: Tag, page: BeautifulSoup) -> str:
    """What a screen reader says for a control, by the order of the accessible name computation."""
    if control.get("aria-label"):
        return str(control["aria-label"])
    label = page.select_one(f'label[for="{control.get("id")}"]') or control.find_parent("label")
    return " ".join(label.get_text(" ").split()) if label else ""


def fields(page: BeautifulSoup) -> list[str]:
    """The names of the blanks in order, a group of radio buttons once."""
    return list(dict.fromkeys(str(control["name"]) for control in controls(page)))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("lines", ["why"]),
        ("scale", ["sure"]),
        ("checklist", ["bring_patience", "bring_humor", "bring__other"]),
        ("cards", ["sort_calm", "sort_fun", "sort__own-1_word", "sort__own-1"]),
        ("ranking", ["top_1", "top_1__scale", "top_2", "top_2__scale"]),
        ("table", ["steps_1_step", "steps_1_days", "steps_2_step", "steps_2_days"]),
        (
            "tracker",
            ["week_walk_mon", "week_walk_tue", "week_walk__note", "week_rest_mon", "week_rest_tue", "week_rest__note",
             "week__own-1", "week__own-1_mon", "week__own-1_tue", "week__own-1__note"],
        ),
        ("circles", ["people_close", "people_farther"]),
        ("if_then", ["plans_1__if", "plans_1__then", "plans_2__if", "plans_2__then"]),
        ("note", []),
        ("sign", ["signed_name", "signed_date"]),
        ("cut_cards", ["cards__own-1"]),
    ],
)  # fmt: skip
def test_answers_are_named_after_the_block_and_its_words(kind: str, names: list[str]) -> None:
    assert fields(drawn(kind)) == names


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        ("lines", ["Why does it matter?"]),
        ("scale", ["1", "2", "3", "4", "5"]),
        ("checklist", ["Patience", "Humor a good laugh", "Something else"]),
        ("cards", ["Calm: A lot", "Calm: Some", "Fun: A lot", "Fun: Some", "My own word 1", "My own word 1: A lot",
                   "My own word 1: Some"]),
        ("ranking", ["Value 1", "0", "1", "2", "3", "Value 2", "0", "1", "2", "3"]),
        ("table", ["Row 1: Step", "Row 1: Days", "Row 2: Step", "Row 2: Days"]),
        ("circles", ["Close I can call them", "Farther"]),
        ("if_then", ["If (plan 1)", "then I will (plan 1)", "If (plan 2)", "then I will (plan 2)"]),
        ("sign", ["Name", "Date"]),
        ("cut_cards", ["My own card 1"]),
    ],
)  # fmt: skip
def test_a_screen_reader_says_what_each_blank_is_for(kind: str, labels: list[str]) -> None:
    page = drawn(kind)
    assert [spoken(control, page) for control in controls(page)] == labels


@every_kind
def test_prompt_and_hint_are_there_and_bound_to_what_they_help_with(kind: str) -> None:
    page = drawn(kind)
    assert EVERY_KIND[kind]["prompt"] in page.get_text()
    hint = page.find(id=f"sheet-hint-{EVERY_KIND[kind]['id']}")
    assert isinstance(hint, Tag)
    assert hint.get_text() == EVERY_KIND[kind]["hint"]
    described = [str(tag["aria-describedby"]).split() for tag in page.select("[aria-describedby]")]
    # A list of cards to cut and a note have nothing to fill in that a hint could describe.
    assert any(hint["id"] in ids for ids in described) or kind in {"note", "cut_cards"}


every_sheet = pytest.mark.parametrize(
    "sheet", [worksheet(*EVERY_KIND.values()), *shipped().values()], ids=["every kind", *shipped()]
)


@every_sheet
def test_every_control_can_be_told_apart(sheet: Worksheet) -> None:
    page = soup(sheet)
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    named = [control for control in controls(page) if control.get("type") != "radio"]
    names = [str(control["name"]) for control in named]
    assert len(names) == len(set(names))
    answers = [(str(c["name"]), str(c["value"])) for c in controls(page) if c.get("type") == "radio"]
    assert len(answers) == len(set(answers))
    blocks = {block.id for block in sheet.blocks}
    assert {name.split("_")[0] for name in fields(page)} <= blocks
    for control in controls(page):
        assert spoken(control, page), control
        assert "." not in str(control["name"]), "a full stop would divide the name of a PDF field"


@every_sheet
def test_every_reference_leads_somewhere(sheet: Worksheet) -> None:
    page = soup(sheet)
    ids = {str(tag["id"]) for tag in page.select("[id]")}
    for attribute in ("for", "aria-describedby", "aria-labelledby"):
        for tag in page.select(f"[{attribute}]"):
            assert set(str(tag[attribute]).split()) <= ids


@every_sheet
def test_tables_and_groups_have_their_headings(sheet: Worksheet) -> None:
    page = soup(sheet)
    for table in page.select("table"):
        width = len(table.select("thead th"))
        assert {len(row.select("th, td")) for row in table.select("tbody tr")} == {width}
        assert all(head["scope"] == "col" for head in table.select("thead th"))
        assert all(head["scope"] == "row" for head in table.select("tbody th"))
        assert table["aria-labelledby"]
    for fieldset in page.select("fieldset"):
        assert fieldset.find(True).name == "legend"  # type: ignore[union-attr]
    for radio in page.select("input[type=radio]"):
        assert radio.find_parent(["fieldset", "table"])


@every_sheet
def test_nothing_is_sent_and_nothing_runs(sheet: Worksheet) -> None:
    page = soup(sheet)
    (form,) = page.select("form")
    assert "action" not in form.attrs
    assert form["method"] == "dialog"
    assert form["autocomplete"] == "off"
    assert [button["type"] for button in page.select("button:not([disabled])")] == []
    assert page.select("script, style, link, iframe, object, img, [style], [src], [href]") == []
    assert [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")] == []


def hostile(value: Any, key: str = "") -> Any:
    """The same block with something nasty after each of its texts."""
    if isinstance(value, dict):
        return {name: hostile(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [hostile(each) for each in value]
    return value if key in {"type", "id", "cell"} or value.isdigit() else f"{value} {HOSTILE}"


def test_the_form_says_under_which_older_ids_answers_were_saved() -> None:
    blocks = [
        {**EVERY_KIND["lines"], "formerly": ["reason", "because"]},
        {**EVERY_KIND["scale"], "formerly": "certain"},
    ]
    (form,) = soup(worksheet(*blocks)).select("form")
    assert form["data-formerly"] == "reason=why because=why certain=sure"
    (form,) = drawn("lines").select("form")
    assert "data-formerly" not in form.attrs


@every_kind
def test_hostile_text_stays_text(kind: str) -> None:
    block = hostile(EVERY_KIND[kind])
    page = soup(worksheet(block, sections=[{"title": f"T {HOSTILE}", "intro": f"I {HOSTILE}", "blocks": [block]}]))
    plain, wild = drawn(kind), page
    intro = page.select_one(".wp-part-words")
    assert isinstance(intro, Tag)
    assert intro.get_text().strip() == f"I {HOSTILE}"
    intro.decompose()
    # The same elements with the same attributes as for harmless words: nothing got out of its place.
    assert [(tag.name, sorted(tag.attrs)) for tag in wild.find_all(True)] == [
        (tag.name, sorted(tag.attrs)) for tag in plain.find_all(True)
    ]
    assert f"{EVERY_KIND[kind]['prompt']} {HOSTILE}" in page.get_text()


@every_kind
def test_every_word_of_the_generator_is_in_the_catalogue(kind: str) -> None:
    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from texts(each)
        elif isinstance(value, str):
            yield from value.replace("- ", "\n").splitlines()

    page = soup(worksheet(EVERY_KIND[kind]), Language.pseudo())
    said = [str(text).strip() for text in page.find_all(string=True)]
    said += [str(tag["aria-label"]) for tag in page.select("[aria-label]")]
    typed = Known([*texts(EVERY_KIND[kind]), "First part"])
    assert [part for text in said for part in typed.escaped(text)] == []


def test_a_table_with_one_row_is_named_by_its_columns_alone() -> None:
    page = soup(worksheet({**EVERY_KIND["table"], "rows": "1"}))
    assert [spoken(control, page) for control in controls(page)] == ["Step", "Days"]


def test_a_table_with_named_rows_says_them() -> None:
    block = {
        "type": "table",
        "id": "parts",
        "prompt": "P",
        "row_title": "Part",
        "row_names": ["Home", "Work"],
        "columns": ["Good"],
    }
    page = soup(worksheet(block))
    assert [head.get_text() for head in page.select("thead th")] == ["Part", "Good"]
    assert [spoken(control, page) for control in controls(page)] == ["Home: Good", "Work: Good"]
    assert fields(page) == ["parts_home_good", "parts_work_good"]


def test_many_cards_stand_in_two_columns_without_losing_one() -> None:
    words = [f"Word {number}" for number in range(1, 24)]
    page = soup(worksheet({**EVERY_KIND["cards"], "items": words, "own_rows": "0"}))
    columns = [[head.get_text() for head in table.select("tbody th")] for table in page.select("table")]
    assert len(columns) == 2
    assert columns[0] + columns[1] == words
    assert len(columns[0]) - len(columns[1]) == 1


def test_paper_gets_as_many_lines_as_the_screen_gets_rows() -> None:
    page = drawn("lines")
    (box,) = page.select("textarea")
    assert box["rows"] == "4"
    assert len(page.select(".wp-rules > i")) == 4


def test_the_scale_of_a_ranking_is_told_in_a_sentence_and_named_for_each_line() -> None:
    page = drawn("ranking")
    assert "How near?: 0 is far, 3 is near." in page.get_text()
    assert [group["aria-label"] for group in page.select("[role=group]")] == [
        "Value 1: How near?",
        "Value 2: How near?",
    ]


def test_paragraphs_and_lists_of_a_note_are_told_apart() -> None:
    page = drawn("note")
    assert [item.get_text() for item in page.select("li")] == ["Skip a part", "Come back"]
    assert "Take your time." in [paragraph.get_text() for paragraph in page.select("p")]


def test_a_sheet_in_another_language_says_so() -> None:
    (form,) = soup(worksheet(languages=["es"])).select("form")
    assert form["lang"] == "es"
    (form,) = soup(worksheet(languages=["es", "en"])).select("form")
    assert "lang" not in form.attrs


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = worksheet(*EVERY_KIND.values())
    assert render_sheet(sheet, ENGLISH) == render_sheet(sheet, Language.load("en"))
