"""Whatever a file holds, reading it tells problems and raises nothing; and what is told as right is right.

The judge is PyYAML's BaseLoader, which also keeps each scalar as text: where nothing is refused, its tree must be ours.
"""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.problems import as_github, as_json, as_text
from generator.source import Document, limits
from tests.source.slips import ACCEPTED, TOLD
from tests.source.test_reader import REAL
from tests.source.typed import paths, read_twice, rules, told, value_at, write

SIGNS = [
    *"-:#&*!|>%@`?,[]{}'\"\\ \n\r\t~=<\0é“\x85\u2028\ufeff",
    "\n  ",
    "- ",
    ": ",
    " #",
    "---\n",
    "...\n",
    "<<<<<<<",
    "\n\n",
    "\r\n",
]
SIGNS += [
    "a",
    "b: c\n",
    "  - d\n",
    "!!str ",
    "&x ",
    "*x",
    "<<: ",
    "? ",
    "|\n",
    ">-\n",
    '"',
    "\\u00",
    "\\x4",
    "include: [x]\n",
]
SOURCES = [REAL, *[typed for typed, _ in TOLD.values()], *ACCEPTED]


def read_here(typed: str | bytes) -> Document:
    """Read by both parsers, which must tell the same; and all of it can be shown."""
    with tempfile.TemporaryDirectory() as folder:
        document = read_twice(write(Path(folder), "resources.yaml", typed), Path(folder), is_nonsense=True)
    for problem in document.problems:
        shown = as_text(problem)
        assert "\n" not in shown
        assert shown.isprintable()
        assert shown.encode()
        assert as_github(problem).startswith("::")
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.rule
        assert str(problem.hint)
    assert as_json(document.problems).encode()
    return document


def misread(typed: str | bytes) -> list[str]:
    """Where our reading of what is not refused differs from PyYAML's, or a value is said to stand where it does not."""
    document = read_here(typed)
    if document.problems:
        return []
    wrong = [] if document.complete else ["not complete, though nothing is refused"]
    text = typed.decode("utf-8-sig") if isinstance(typed, bytes) else typed.removeprefix("\ufeff")
    expected: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    expected.pop("include", None)
    if document.value != expected:
        return [*wrong, f"{document.value} and not {expected}"]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for where in paths(document.value):
        place, value = document.place(where), value_at(document.value, where)
        seen = lines[place.line - 1][place.column - 1 :]
        is_bare = isinstance(value, str) and value and seen[:1] not in ("'", '"', "|", ">")
        if is_bare and not seen.startswith(value.split("\n")[0].split(" ")[0]):
            wrong.append(f"{value!r} is not at {place}")
    return wrong


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert misread(data) == []


@given(st.text(max_size=120))
def test_any_text(typed: str) -> None:
    assume(typed.isprintable() or "\n" in typed)
    assert misread(typed.encode("utf-8", "replace")) == []


@settings(max_examples=400)
@given(st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
def test_any_signs(typed: str) -> None:
    assert misread(typed.encode()) == []


@settings(max_examples=400)
@given(st.data())
def test_real_files_with_slips(data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(SOURCES), label="source")
    for _ in range(data.draw(st.integers(1, 4), label="slips")):
        start = data.draw(st.integers(0, len(typed)), label="start")
        end = min(len(typed), start + data.draw(st.integers(0, 6), label="length"))
        slip = data.draw(st.sampled_from(SIGNS) | st.just(typed[end : end + 9]), label="slip")
        typed = typed[:start] + slip + typed[end:]
    assert misread(typed.encode()) == []


@given(st.data())
def test_real_bytes_with_slips(data: st.DataObject) -> None:
    typed = REAL.encode()
    start = data.draw(st.integers(0, len(typed)))
    slip = data.draw(st.binary(max_size=4))
    assert misread(typed[:start] + slip + typed[start + data.draw(st.integers(0, 4)) :]) == []


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff"), max_size=30
)
KEYS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc", "Zs"]), min_size=1, max_size=12
)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


OUR_OWN = {"bullet", "control-character", "curly-quotes", "invisible-character", "key-not-text", "merge-key"}
OUR_OWN |= {"missing-space", "too-deep"}


@settings(max_examples=300)
@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4), st.sampled_from([None, True, False]), st.integers(20, 120))
def test_trees_that_pyyaml_writes_are_read_as_they_were(tree: dict[str, Any], flow: bool | None, width: int) -> None:
    typed = yaml.safe_dump(tree, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)
    assume("include" not in tree)
    document = read_here(typed)
    assert misread(typed) == []
    # PyYAML writes right YAML, so that only rules of our own can refuse it.
    refused = {problem.rule for problem in document.problems}
    assert refused <= OUR_OWN
    if not refused:
        assert document.value == tree


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    names = "abcdefghijklmnop"
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    document = read_here(bomb)
    assert rules(document)[:2] == ["1:4 anchor", "2:4 anchor"]
    assert len(document.problems) == limits.MOST_PROBLEMS + 1
    assert len(list(paths(document.value))) < 200


@pytest.mark.parametrize(
    ("opening", "rule"),
    [
        ("a: " + "[" * 100_000, "too-deep"),
        ("{a: " * 100_000, "too-deep"),
        ("a: " + "[\n" * 100_000, "too-deep"),
        ("a:\n" + "- " * 100_000, "too-deep"),
        ("? " * 100_000, "key-not-text"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(1_000)), "too-deep"),
    ],
    ids=["brackets", "braces", "brackets in lines", "dashes", "questions", "lines"],
)
def test_depth_is_refused_without_following_it(tmp_path: Path, opening: str, rule: str) -> None:
    document = read_here(opening)
    assert rules(document)[0].endswith(rule)
    assert not document.complete


@pytest.mark.parametrize(
    "typed", ["a: {}", 'a: "{}"', "a: '{}", "a: |\n  {}", "{}: x", "# {}", "- {}", "[{}", "{}", '"{}', "&{} x", "!{} x"]
)
def test_huge_texts_are_refused(typed: str) -> None:
    document = read_here(typed.replace("{}", "x" * 1_000_000))
    assert document.problems
    assert all(len(as_text(problem)) < 400 for problem in document.problems)


def test_problems_quote_no_more_than_a_line_of_text() -> None:
    long = "x" * 5_000
    typed = [
        f"a: {long}: {long}",
        f"a: @{long}",
        f"a: [{long}",
        f"a: '{long}' {long}",
        f"{long}",
        f"a: “{long}”",
        f"a: #{long}",
    ]
    for line in typed:
        for problem in read_here(f"{line}\nb: c\n").problems:
            assert len(as_text(problem)) < 400


def test_the_same_bytes_tell_the_same() -> None:
    for typed, _ in TOLD.values():
        assert told(read_here(typed)) == told(read_here(typed))
