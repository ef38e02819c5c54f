"""Letters that the fonts for paper have, that they have under another name, and that they lack."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.paper import press as press_room
from generator.paper.letters import fitted, fitted_words, left_out, undrawable
from generator.paper.press import Press, Unprintable
from tests.paper.conftest import SPECIMEN, TEMPLATES


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("English", "“Fish & chips” – £5… that’s café"),
        ("Spanish", "¿Mañana? ¡Sí, señor! Güe, ÁÉÍÓÚ ª º"),
        ("Polish", "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ"),
        ("French", "Œuvre, ça, où, naïf, « oui »"),
        ("German", "Größe, Übung, ÄÖ"),
        ("Portuguese", "Não, põe, à, ê"),
        ("Romanian", "țară, știu, înainte, câmp, ăsta"),
        ("Czech", "Příliš žluťoučký kůň"),
        ("Hungarian", "Árvíztűrő tükörfúrógép"),
    ],
)
def test_what_is_written_in_these_languages_can_be_drawn(language: str, words: str) -> None:
    assert undrawable(words) == []


def test_a_letter_whose_mark_has_its_place_can_be_drawn() -> None:
    assert undrawable("Tŷ, İstanbul") == []


def test_a_letter_whose_mark_would_stand_on_the_next_one_cannot_be_drawn() -> None:
    # The face has "w" and the circumflex, but not where one stands on the other: "dŵr" would be read as "dwr̂".
    assert undrawable("dŵr") == ["ŵ"]


@pytest.mark.parametrize(
    ("words", "lacking"),
    [("да, да", ["д", "а"]), ("中文", ["中", "文"]), ("tea ☕ ☕", ["☕"]), ("سلام", ["س", "ل", "ا", "م"])],
)
def test_each_letter_that_no_font_has_is_named_once(words: str, lacking: list[str]) -> None:
    assert undrawable(words) == lacking


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_fitting_twice_changes_nothing_more(text: str) -> None:
    assert fitted(fitted(text)) == fitted(text)


@pytest.fixture(scope="module")
def press() -> Press:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press_room, "TEMPLATES", TEMPLATES)
        return Press()


ALL_LETTERS = [
    chr(code)
    for code in (
        *range(0x20, 0x250),
        *range(0x300, 0x340),
        *range(0x2000, 0x2065),
        0x20AC,
        0x2122,
        0x2190,
        0xFB01,
        0xFEFF,
    )
]


@pytest.mark.usefixtures("own_templates")
def test_the_compiler_agrees_on_every_letter_of_europe(press: Press) -> None:
    """What we call drawable Typst can set, letter by letter, and what we call undrawable it cannot."""
    drawable = [letter for letter in ALL_LETTERS if not undrawable(f"a{letter}b")]
    assert len(drawable) > 300
    press.compiled(replace(SPECIMEN, words=_saying(" ".join(f"a{fitted(letter)}b" for letter in drawable))))
    whole = (
        letter for letter in ALL_LETTERS if not unicodedata.combining(letter) and not unicodedata.decomposition(letter)
    )
    lacking = [letter for letter in whole if undrawable(f"a{letter}b")]
    for letter in lacking[:: max(1, len(lacking) // 25)]:
        with pytest.raises(Unprintable, match="could not be displayed"):
            press.compiled(replace(SPECIMEN, words=_saying(f"a{letter}b")))


def _saying(body: str) -> str:
    return json.dumps({"title": "A specimen", "body": body}, ensure_ascii=False)


@pytest.mark.parametrize("ascii_only", [True, False])
def test_letters_are_found_however_the_json_writes_them(ascii_only: bool) -> None:
    words, lacking = fitted_words(json.dumps({"a": ["x", {"b": "中 020\u2011123"}]}, ensure_ascii=ascii_only))
    assert lacking == ["中"]
    assert json.loads(words) == {"a": ["x", {"b": "中 020-123"}]}


def test_the_sentence_names_the_sheet_the_letter_and_a_way_out() -> None:
    said = str(left_out(SPECIMEN, ["中", "☕"]))
    assert said.startswith("A specimen: no PDF was made")
    assert "中 (U+4E2D)" in said
    assert "write the words in other letters" in said
