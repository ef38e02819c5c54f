"""Words: as the index folds them, slips of the finger, and what is marked in a text."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from generator.finder.forms import forms
from tests.finder.engine.driver import Engine, engine_parts

FORMS = "texts => texts.map(text => engine.formsOf(text))"


def known_letters() -> list[str]:
    """Every letter that this Python's Unicode knows; a newer browser may know more."""
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    return [letter for letter in letters if unicodedata.category(letter) not in {"Cn", "Co"}]


def test_every_letter_is_folded_as_in_the_index(engine: Engine) -> None:
    text = " ".join(f"a{letter}b" for letter in known_letters())
    expected, said = forms(text), engine.run(FORMS, [text])[0]
    wrong = [pair for pair in zip(expected, said, strict=False) if pair[0] != pair[1]]
    assert wrong[:9] == []
    assert len(said) == len(expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café “Ñandú”: 2nd", ["cafe", "nandu", "2nd"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("can't—won't", ["can", "t", "won", "t"]),
        ("İstanbul ﬁre ½", ["istanbul", "fire", "1", "2"]),
        ("  ", []),
        ("😀!?", []),
    ],
)
def test_words_are_small_letters_without_accents(engine: Engine, text: str, words: list[str]) -> None:
    assert engine.run(FORMS, [text]) == [words]


def distance(a: str, b: str) -> int:
    """Optimal string alignment, straight from its definition."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            options = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                options.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(options)
    return table[len(a), len(b)]


@pytest.mark.parametrize("most", [0, 1, 2])
def test_slips_are_counted_as_damerau_does(engine: Engine, most: int) -> None:
    die = random.Random(most)
    # Few letters and short words, so that near ones are many.
    pairs = [
        ("".join(die.choices("abc", k=die.randint(0, 6))), "".join(die.choices("abc", k=die.randint(0, 6))))
        for _ in range(4000)
    ]
    said = engine.run("([pairs, most]) => pairs.map(([a, b]) => engine.isWithin(a, b, most))", [pairs, most])
    assert said == [distance(a, b) <= most for a, b in pairs]


def slipped(word: str, die: random.Random) -> str:
    """The word with one slip of the finger, anywhere from the second letter on or by changing the first two round."""
    at = die.randrange(0, len(word) - 1)
    letter = die.choice("abcdefghijklmnopqrstuvwxyz")
    return die.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[: at + 1] + word[at + 2 :],
            word[: at + 1] + letter + word[at + 1 :],
            word[: at + 1] + letter + word[at + 2 :],
        ]
    )


def test_a_slip_leads_back_to_the_word(engine: Engine) -> None:
    known = [
        "anxiety",
        "depression",
        "counseling",
        "grief",
        "housing",
        "veterans",
        "wheelchair",
        "work",
        "jobs",
        "sleep",
    ]
    die = random.Random(5)
    typed = [(word, slipped(word, die)) for word in known for _ in range(40)]
    said = engine.run(
        "([typed, known]) => typed.map(word => engine.meantBy(word, known, 1))", [[one for _, one in typed], known]
    )
    for (word, wrong), meant in zip(typed, said, strict=True):
        assert word in meant, wrong
        assert all(distance(wrong, one) <= 1 for one in meant)


def test_another_first_letter_of_a_short_word_is_another_word(engine: Engine) -> None:
    meant = "typed => engine.meantBy(typed, ['loss', 'house', 'sleep', 'friends'], 1)"
    assert engine.run(meant, "boss") == []
    assert engine.run(meant, "lsos") == ["loss"]
    assert engine.run(meant, "griends") == ["friends"]


HIGHLIGHT = "([text, used]) => engine.highlight(text, [{ typed: '', used }])"


@pytest.mark.parametrize(
    ("text", "used", "marked"),
    [
        ("Sleeping well, and Sleep", ["sleep", "sleeping"], ["Sleeping", "Sleep"]),
        ("Café Ñandú", ["cafe"], ["Café"]),
        ("Cafe\u0301 talks", ["cafe"], ["Cafe\u0301"]),
        ("unsleeping", ["sleep"], []),
        ("a <b>job</b>", ["job"], ["job"]),
        ("can't", ["can", "t"], ["can", "t"]),
        ("ﬁre", ["fire"], ["ﬁre"]),
        ("nothing here", [], []),
        ("", ["x"], []),
    ],
)
def test_matches_are_marked_and_the_text_stays_as_it_was(
    engine: Engine, text: str, used: list[str], marked: list[str]
) -> None:
    parts = engine.run(HIGHLIGHT, [text, used])
    assert "".join(part["text"] for part in parts) == text
    assert [part["text"] for part in parts if part["isMatch"]] == marked
    assert all(part["text"] for part in parts)


def test_the_engine_knows_no_page() -> None:
    """So that it can be judged without one; only the page's language is asked for, where there is a page."""
    outside = (
        "document.",
        "window.",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "fetch(",
        "location.",
        "navigator.",
    )
    named = {
        (part.name, word): line.strip()
        for part in engine_parts()
        for line in part.read_text(encoding="utf-8").splitlines()
        for word in outside
        if word in line
    }
    assert list(named) == [("12-directory.js", "document.")]


def test_no_two_parts_give_the_same_name_to_different_things() -> None:
    """The parts share one scope, in which a second function of the same name would take the place of the first."""
    known: dict[str, Path] = {}
    for part in sorted(engine_parts()[0].parent.glob("*.js")):
        for line in part.read_text(encoding="utf-8").splitlines():
            words = line.removeprefix("async ").split("(")[0].split()
            if len(words) == 2 and words[0] in {"function", "function*"}:
                assert words[1] not in known, f"{words[1]} is in {part.name} and in {known[words[1]].name}"
                known[words[1]] = part
    assert "choose" in known
