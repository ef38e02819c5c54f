"""The list of words that hurt, and how texts are held against it."""

from __future__ import annotations

import pytest

from generator.gentle_words import Gentle, entries_of, said_otherwise, ways_to_write

LIST = entries_of("en")


def _words(entry: Gentle) -> str:
    return entry.words


@pytest.mark.parametrize("entry", LIST, ids=_words)
def test_every_way_of_writing_is_found_in_a_sentence(entry: Gentle) -> None:
    for way in ways_to_write(entry):
        text = f"Here we speak of {way.replace('*', 's').upper()}, gladly."
        assert [found.words for found in said_otherwise(text, "en")] == [way.replace("*", "s").upper()]


@pytest.mark.parametrize("entry", LIST, ids=_words)
def test_what_is_proposed_is_gentle_itself(entry: Gentle) -> None:
    assert said_otherwise(entry.say, "en") == []
    assert entry.why.endswith(".")
    assert len(entry.why) < 100


def test_no_way_of_writing_stands_in_two_lines() -> None:
    ways = [way for entry in LIST for way in ways_to_write(entry)]
    assert sorted(set(ways)) == sorted(ways)


@pytest.mark.parametrize(
    "text",
    [
        'He says: "I am an addict, and proud of today."',
        "They call themselves “the crazies of Mill Street”.",
        "Some say ‘cutters’ of themselves.",
        "It's a 'crazy quilt' evening.",
    ],
)
def test_quotes_are_left_as_they_are(text: str) -> None:
    assert said_otherwise(text, "en") == []


def test_an_apostrophe_opens_no_quote() -> None:
    assert [found.words for found in said_otherwise("It's for people's rest, not for addicts' tales", "en")] == [
        "addicts"
    ]


def test_a_name_is_left_as_it_is_and_the_rest_of_the_text_is_not() -> None:
    text = "Crazy Quilters sew. It can be crazy."
    assert [found.words for found in said_otherwise(text, "en", ["Crazy Quilters"])] == ["crazy"]


def test_what_has_capitals_inside_a_sentence_is_a_name() -> None:
    assert said_otherwise("Run by the Coalition for the Homeless and Alcoholics Anonymous.", "en") == []
    assert len(said_otherwise("It is late. Addicts meet here, and the homeless.", "en")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "We read the paper and drink addictive coffee.",
        "A convicted hope, an inmatelike room.",
        "The poorer streets and the blindfold game.",
        "Deafening music is not played.",
    ],
)
def test_a_word_inside_another_is_not_meant(text: str) -> None:
    assert said_otherwise(text, "en") == []


def test_words_over_two_lines_are_found() -> None:
    assert len(said_otherwise("people who suffer\n   from it", "en")) == 1


def test_a_language_without_a_list_is_left_alone() -> None:
    assert said_otherwise("suffers from", "pl") == []
    assert len(said_otherwise("suffers from", "en-GB")) == 1
