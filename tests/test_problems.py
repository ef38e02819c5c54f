"""Problems as people, GitHub and programs read them; what a hostile file holds cannot break out of its line."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import (
    InputError,
    Level,
    Place,
    Problem,
    as_github,
    as_json,
    as_text,
    count_in_words,
    in_order,
)
from generator.words import say

HINT = say("Type it with its area code.")


def problem(
    seen: str = "83",
    path: str = "resources.yaml",
    line: int = 1,
    level: Level = Level.ERROR,
    rule: str = "phone-number",
) -> Problem:
    return Problem(Place(path, line, 7), level, rule, say("'{seen}' is no number.", seen=seen), HINT)


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    expected = "resources.yaml:41:7: '83' is no number. Type it with its area code. (phone-number)"
    assert as_text(problem(line=41)) == expected


@given(st.text())
def test_whatever_was_typed_a_problem_stays_on_one_line_and_steers_no_terminal(seen: str) -> None:
    for shown in (as_text(problem(seen)), as_github(problem(seen))):
        assert len(shown.splitlines()) == 1
        assert shown.isprintable()


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_github_gets_the_whole_sentence_and_the_whole_path(seen: str) -> None:
    shown = as_github(problem(seen, path=f"listings/{seen}.yaml"))
    command, _, message = shown.removeprefix("::").partition("::")
    level, _, properties = command.partition(" ")
    assert level == "error"
    assert unquote(message) == f"'{seen}' is no number. Type it with its area code."
    named = dict(one.split("=", 1) for one in properties.split(","))
    assert unquote(named["file"]) == f"listings/{seen}.yaml"
    assert (named["line"], named["col"]) == ("1", "7")


def test_a_program_gets_each_part_by_its_name() -> None:
    [row] = json.loads(as_json([problem("é\n</script>", line=3, level=Level.WARNING)]))
    assert row == {
        "path": "resources.yaml",
        "line": 3,
        "column": 7,
        "level": "warning",
        "rule": "phone-number",
        "message": "'é\n</script>' is no number.",
        "hint": "Type it with its area code.",
    }


def test_problems_stand_by_file_and_line_with_errors_first_at_one_place() -> None:
    later = problem(line=12)
    warning = problem(line=2, level=Level.WARNING, rule="a-rule")
    error = problem(line=2, rule="z-rule")
    other_file = problem(path="listings/a.yaml", line=90)
    assert in_order([later, warning, error, other_file]) == [other_file, error, warning, later]


def test_the_same_problem_is_told_once() -> None:
    assert len(in_order([problem(), problem(), problem("84")])) == 2


def test_unusable_input_names_every_problem() -> None:
    with pytest.raises(InputError) as raised:
        raise InputError([problem(line=9), problem(line=2)])
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["2", "9"]


def test_levels_are_counted_apart() -> None:
    found = [problem(), problem(line=2), problem(level=Level.NOTICE)]
    assert str(count_in_words(found)) == "Found 2 errors, 0 warnings and 1 notice."
