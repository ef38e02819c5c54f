"""What a curator typed stands on the paper, letter for letter, whatever it is made of."""

from __future__ import annotations

import json
from typing import Any

import pytest
import segno

from generator.model.worksheet import Worksheet
from generator.paper.sheets import Variant
from tests.paper.sheet_pdf import DEMO_IDS, MM, PRINTS, SITE, demo, job, named, printed, squeezed, survey
from tests.worksheets.sheets import EVERY_KIND, worksheet

A4, LARGE = Variant("a4", large=False, fillable=False), Variant("a4", large=True, fillable=False)
MARKUP = (
    r'#panic("x") *b* _i_ `c` $x^2$ @ref <label> \textbf{a} \ // c /* d */ [z] ~ -- ... = h + n - m '
    "<script>alert(1)</script> </w:t> &amp; %s {0} {{ 7*7 }} ${x} 'q' \"q\""
)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaen"

every_sheet = pytest.mark.parametrize("sheet", DEMO_IDS)
every_print = pytest.mark.parametrize("variant", PRINTS, ids=lambda variant: variant.file("x")[2:-4])
both_sizes = pytest.mark.parametrize("variant", [A4, LARGE], ids=["a4", "a4-large"])


@every_sheet
@every_print
def test_every_word_of_a_sheet_is_on_the_paper(sheet: str, variant: Variant) -> None:
    typed = survey().directory.entry_by_id[sheet]
    assert isinstance(typed, Worksheet)
    text = demo(sheet, variant).text
    lacking = [words for words in named(typed) if squeezed(words) not in text]
    assert not lacking


@both_sizes
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_word_of_every_kind_of_block_is_on_the_paper(kind: str, variant: Variant) -> None:
    typed = worksheet(EVERY_KIND[kind])
    text = printed(job(typed, variant)).text
    assert [words for words in named(typed) if squeezed(words) not in text] == []


@every_sheet
def test_who_made_it_from_what_and_when_is_on_the_paper(sheet: str) -> None:
    typed = survey().directory.entry_by_id[sheet]
    assert isinstance(typed, Worksheet)
    assert typed.verified
    text = demo(sheet, A4).text
    wanted = [typed.author, typed.licence, f"{SITE}worksheets/{sheet}/", survey().language.date(typed.verified)]
    wanted += [part for source in typed.based_on for part in (source.name, source.relation)]
    assert [words for words in wanted if squeezed(words) not in text] == []


def everything(words: str) -> Worksheet:
    """A sheet of every kind of block with these words in all its questions, hints and names."""

    def filled(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: filled(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [filled(part, name) for part in value]
        if name in ("type", "id", "cell", "rows", "columns", "own_rows", "own_cards", "min", "max", "width"):
            return f"{value} {words}"[:120] if name == "columns" and not value.isdigit() else value
        return f"{value} {words}"[: 300 if name in ("prompt", "hint") else 120]

    blocks = [filled(block) for block in EVERY_KIND.values()]
    return worksheet(*blocks, purpose=words, crisis_note=words, intro=words, before=words, after=words)


@both_sizes
@pytest.mark.parametrize("words", [MARKUP, LONG_WORD, "x" * 40, "Zażółć gęślą jaźń, ¿Qué? Ñandú"])
def test_hostile_words_print_as_they_were_typed(words: str, variant: Variant) -> None:
    typed = everything(words)
    text = printed(job(typed, variant)).text
    assert [one for one in named(typed) if squeezed(one) not in text] == []


@both_sizes
def test_words_longer_than_their_column_break_and_stay_on_the_page(variant: Variant) -> None:
    made = printed(job(everything(LONG_WORD), variant))
    for page in range(len(made)):
        width = made.size(page)[0]
        assert min(letter.left for letter in made.letters(page)) > 12 * MM
        assert max(letter.right for letter in made.letters(page)) < width - 12 * MM


def _changed(kind: str, variant: Variant, **changes: Any) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = json.loads(job(worksheet(EVERY_KIND[kind]), variant).words)["parts"]
    parts[0]["blocks"][0].update(changes)
    return parts


@both_sizes
def test_a_question_of_five_thousand_words_flows_over_the_pages(variant: Variant) -> None:
    words = " ".join(f"word{number}" for number in range(5000))
    asked = {"id": "why", "prompt": words, "hint": ""}
    made = printed(job(worksheet(EVERY_KIND["lines"]), variant), parts=_changed("lines", variant, asked=asked))
    assert squeezed(words) in _body(made)
    assert len(made) > 5


@both_sizes
def test_a_table_of_two_hundred_rows_has_its_head_on_every_page(variant: Variant) -> None:
    [part] = _changed("table", variant)
    first = part["blocks"][0]["rows"][0]
    rows = [{**first, "name": f"Row number {number}."} for number in range(200)]
    parts = _changed("table", variant, rows=rows, row_title="What", widths=[3, 5, 1])
    made = printed(job(worksheet(EVERY_KIND["table"]), variant), parts=parts)
    assert all(f"Rownumber{number}." in made.text for number in range(200))
    with_rows = [page for page in range(len(made)) if "Rownumber" in _on(made, page)]
    assert len(with_rows) > 5
    assert all("WhatStepDays" in _on(made, page) for page in with_rows)


def _on(made: Any, page: int) -> str:
    return "".join(letter.text for letter in made.body(page))


def _body(made: Any) -> str:
    return "".join(_on(made, page) for page in range(len(made)))


@pytest.mark.parametrize("variant", PRINTS, ids=lambda variant: variant.file("x")[2:-4])
def test_the_code_on_the_paper_is_that_of_the_sheets_own_page(variant: Variant) -> None:
    made, address = demo("my-goal", variant), f"{SITE}worksheets/my-goal/"
    links: list[tuple[int, Any]] = [
        (number, one.get_object()) for number, sheet in enumerate(made.pypdf.pages) for one in sheet.get("/Annots", [])
    ]
    [(page, place)] = [(page, link["/Rect"]) for page, link in links if link.get("/A", {}).get("/URI") == address]
    left, bottom, right, top = map(float, place)
    assert min(right - left, top - bottom) >= 19 * MM

    wanted = segno.make(address, error="m", micro=False).matrix
    modules = len(wanted) + 4
    scale = 8
    seen = made.pdfium[page].render(scale=scale).to_pil().convert("L")
    height, step = made.size(page)[1], (right - left) / modules

    def is_dark(row: int, column: int) -> bool:
        x, y = left + (column + 2.5) * step, height - top + (row + 2.5) * step
        return bool(seen.getpixel((round(x * scale), round(y * scale))) < 128)

    assert [[is_dark(row, column) for column in range(len(wanted))] for row in range(len(wanted))] == [
        [bool(module) for module in line] for line in wanted
    ]
