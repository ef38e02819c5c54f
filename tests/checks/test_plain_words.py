from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]

HARD = (
    "Completion of individual components remains voluntary, and participants may subsequently reconsider previously "
    "documented considerations whenever additional observations necessitate modification of established priorities."
)
MORE_HARD = "Participants acknowledging difficulties frequently require additional encouragement, acknowledgement and reassurance."
PLAIN = "You may stop at any time. Take a walk. Drink some tea. Come back when you like, or do not come back at all."


def sheet(intro: str, more: str = "") -> str:
    return f"""worksheets:
  - id: week
    name: My week
    summary: {PLAIN if intro == PLAIN else MORE_HARD}
    purpose: It helps.
    minutes: 10
    author: A
    licence: CC0-1.0
    intro: {intro}
    {more}
    sections: [{{title: T, blocks: [{{type: lines, id: good, prompt: Which of these helped you to get through the week?}}]}}]
"""


def test_a_hard_sheet_is_told_at_its_hardest_text(told: Told) -> None:
    (problem,) = told("plain-words", sheet(HARD))
    assert problem.place.line == 9
    assert "'Completion of individual components remains voluntary, and p…'" in str(problem.message)
    assert "grade 8 or below" in str(problem.hint)


@pytest.mark.parametrize(("intro", "more"), [(PLAIN, ""), (HARD, "languages: [es]"), (HARD, "languages: [en, es]")])
def test_plain_sheets_and_sheets_in_other_languages_are_let_pass(intro: str, more: str, told: Told) -> None:
    assert told("plain-words", sheet(intro, more)) == []


def test_english_of_any_country_is_judged(told: Told) -> None:
    assert len(told("plain-words", sheet(HARD, "languages: en-GB"))) == 1


def test_a_sheet_of_few_words_is_not_judged(told: Told) -> None:
    typed = sheet(HARD).replace(HARD, "Documentation.").replace(MORE_HARD, "Considerations.")
    assert told("plain-words", typed) == []


def test_a_sheet_of_many_short_texts_is_judged_by_the_hardest_of_them(told: Told) -> None:
    words = "Documentation necessitates"  # shorter than what is usually named, and hard enough
    blocks = ", ".join(f"{{type: lines, id: b{n}, prompt: {words[: 24 - n % 2]}}}" for n in range(20))
    typed = sheet(HARD).replace(HARD, "So.").replace(MORE_HARD, "So.").replace("It helps.", "'(1) ***'")
    (problem,) = told(
        "plain-words",
        typed.replace(
            "[{type: lines, id: good, prompt: Which of these helped you to get through the week?}]", f"[{blocks}]"
        ),
    )
    assert "Documentation" in str(problem.message)


def test_a_text_of_signs_alone_has_no_grade(told: Told) -> None:
    # It is long enough to be the hardest, and there is nothing in it that could be hard.
    (problem,) = told("plain-words", sheet(HARD).replace("It helps.", "'" + "* " * 20 + "'"))
    assert "Completion" in str(problem.message)
