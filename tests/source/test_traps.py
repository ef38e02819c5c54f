"""YAML guesses what a text means. Each row is a text that PyYAML was seen to guess wrong, and here it stays as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.source.typed import read_typed, rules, told

KEPT = [
    ("18:30", 1110),
    ("9:30", 570),
    ("09:30", "09:30"),
    ("0555567", 187255),
    ("+442079460000", 442079460000),
    ("988", 988),
    ("116123", 116123),
    ("no", False),
    ("off", False),
    ("NO", False),
    ("1.10", 1.1),
    ("yes", True),
    ("on", True),
    ("null", None),
    ("~", None),
    ("Null", None),
    ("1_000", 1000),
    ("0x1F", 31),
    ("0o17", "0o17"),
    ("0b11", 3),
    ("1e3", "1e3"),
    ("1.5e+3", 1500.0),
    (".inf", float("inf")),
    ("=", "="),
]


@pytest.mark.parametrize(("typed", "guessed"), KEPT, ids=[typed for typed, _ in KEPT])
def test_a_text_stays_as_it_was_typed(tmp_path: Path, typed: str, guessed: object) -> None:
    if typed != "=":  # CSafeLoader cannot read this one at all.
        assert yaml.load(f"value: {typed}", Loader=yaml.CSafeLoader) == {"value": guessed}, "the trap is real"
    document = read_typed(tmp_path, f"value: {typed}\nlist:\n  - {typed}\nflow: [{typed}, x]\n{typed}: key\n")
    assert told(document) == []
    assert document.value == {"value": typed, "list": [typed], "flow": [typed, "x"], typed: "key"}


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_no_difference(tmp_path: Path, quote: str) -> None:
    document = read_typed(tmp_path, f"value: {quote}no{quote}\n")
    assert document.value == {"value": "no"}


def test_a_date_stays_text(tmp_path: Path) -> None:
    assert not isinstance(yaml.load("value: 2026-09-01", Loader=yaml.CSafeLoader)["value"], str), "the trap is real"
    assert read_typed(tmp_path, "value: 2026-09-01\n").value == {"value": "2026-09-01"}


def test_an_empty_value_is_the_empty_text(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "phone:\nlist:\n  -\n  - x\nquoted: ''\nend:")
    assert document.value == {"phone": "", "list": ["", "x"], "quoted": "", "end": ""}
    assert told(document) == []


TOLD = [
    ("address: #5 Main St", "1:9 hash", '"#5 Main St"'),
    ("name: Peer: group", "1:11 colon-in-value", '"Peer: group"'),
    ("contact: @handle", "1:10 special-start", '"@handle"'),
    ("phone: 1\nphone: 2", "2:1 repeated-key", "Keep one of the two."),
]


@pytest.mark.parametrize(("typed", "rule", "advice"), TOLD, ids=[rule for _, rule, _ in TOLD])
def test_what_cannot_be_kept_is_told(tmp_path: Path, typed: str, rule: str, advice: str) -> None:
    document = read_typed(tmp_path, typed + "\n")
    assert rules(document) == [rule]
    assert advice in str(document.problems[0].hint)
