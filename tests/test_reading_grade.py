from __future__ import annotations

import pytest

from generator.reading_grade import grade, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("I", 1), ("the", 1), ("make", 1), ("people", 2), ("little", 2), ("helped", 1), ("wanted", 2), ("needed", 2),
        ("matters", 2), ("values", 2), ("because", 2), ("worksheet", 2), ("everybody", 4), ("family", 3), ("times", 1),
        ("faces", 2), ("honesty", 3), ("appointment", 3), ("recovery", 4), ("whole", 1), ("here", 1), ("somebody", 3),
        ("something", 2), ("some", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_a_dictionary_does(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_grade_is_that_of_published_examples() -> None:
    # Wikipedia, "Flesch-Kincaid readability tests": 6 words and 6 syllables; 13 words and 24 syllables.
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59)
    platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert grade([platypus]) == pytest.approx(0.39 * 13 + 11.8 * 24 / 13 - 15.59)


def test_a_text_ends_its_sentence_without_a_full_stop() -> None:
    assert grade(["My goal", "My week"]) == grade(["My goal. My week."])


def test_hard_words_and_long_sentences_raise_the_grade() -> None:
    easy = "You can stop. You can rest."
    hard = "Discontinuation of participation remains permissible whenever circumstances necessitate recuperation."
    assert grade([easy]) < 3 < 12 < grade([hard])
