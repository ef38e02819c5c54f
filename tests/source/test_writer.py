"""What is written is read back as it was, whatever the text."""

from __future__ import annotations

import io
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.source.reader import read
from generator.source.text import FORBIDDEN
from generator.source.writer import in_line, written

# Every kind of letter, with those that mean something in YAML coming up often.
LETTERS = st.one_of(
    st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from(list("\n\n  \t:#-'\"\\[]{}&*!|>%@`,?~<=“’"))
)
TEXTS = st.text(LETTERS, max_size=60).filter(lambda text: not FORBIDDEN.search(text))
KEYS = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def read_back(text: str) -> Any:
    """The values of a file, which must be without any problem."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "resources.yaml")
        path.write_text(text, encoding="utf-8", newline="")
        document = read(path, root=Path(folder))
    assert [str(problem.message) for problem in document.problems] == []
    return document.value


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
@example({"a": "#"})
@example({"a": "- b"})
@example({"a": "one\n\n  two\nthree\n"})
@example({"a": "\n one"})
@example({"a": "one\n   \ntwo"})
@example({"a": "one\n\n"})
@example({"a": "=======\n%YAML 1.2\n---\n<<<<<<< mine\n"})
@example({"a": ["", [], {}, [["x"]], [{"b": [{"c": "d: e"}]}]]})
@example({"a": "“Tea”"})
@example({"a": "'it''s \"it\""})
@example({"a": "\\x00 \\"})
@example({"a": "don't: # \\ \" '\ttab"})
def test_any_text_is_read_back_as_it_was(values: dict[str, Any]) -> None:
    assert read_back(written(values)) == values


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_other_programs_read_the_same_text_too(values: dict[str, Any]) -> None:
    assert yaml.safe_load(io.StringIO(written(values))) == values


@given(TEXTS, st.text(max_size=40))
def test_a_note_changes_no_value(text: str, note: str) -> None:
    values = {"services": [{"id": "tea", "name": text}]}
    notes = {("services", 0, "id"): note, ("services", 0, "name"): note, ("services",): note}
    assert read_back(written(values, notes=notes, heading=note)) == values


def test_a_file_looks_as_a_volunteer_would_type_it() -> None:
    values: dict[str, Any] = {
        "services": [
            {
                "id": "night-line",
                "name": "Night line",
                "summary": "Talk: all night, & free #1",
                "description": "First paragraph.\n\nSecond: with a colon.\n",
                "contact": {"phones": ["(312) 555-0142", {"number": "988", "type": "voice"}]},
                "minimum_age": 18,
                "peer_workers": True,
                "verified": date(2026, 10, 4),
                "languages": ["no"],
            }
        ],
        "groups": [],
    }
    assert (
        written(values, notes={("services", 0, "id"): "HSDS service 12"}, heading="Made by an import.\nCheck it.")
        == """\
# Made by an import.
# Check it.

services:
  - id: night-line # HSDS service 12
    name: Night line
    summary: "Talk: all night, & free #1"
    description: |
      First paragraph.

      Second: with a colon.
    contact:
      phones:
        - (312) 555-0142
        - number: "988"
          type: voice
    minimum_age: 18
    peer_workers: yes
    verified: 2026-10-04
    languages:
      - "no"
groups: []
"""
    )


@pytest.mark.parametrize(
    "text", ["1100", "18:30", "0x1F", "1e3", "2026-09-01", "yes", "NULL", ".5", "+1", "1_000", "on"]
)
def test_a_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    assert in_line(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["\x00", "a\x1bb", "a\u2028b", "\ud800", "a\rb"])
def test_what_no_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        written({"name": text})


@pytest.mark.parametrize("key", ["", "a b:", "<<", "- a", "naïve", "a\nb"])
def test_a_key_that_is_no_plain_word_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="name of a field"):
        written({key: "text"})
