"""What is refused, where it is told, and whether the advice helps: each row is typed by a tired volunteer."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from generator.problems import Level
from generator.source import limits
from tests.source.slips import ACCEPTED, MENDABLE, TOLD
from tests.source.typed import read_typed, rules, told


@pytest.mark.parametrize(("typed", "told_as", "advised"), MENDABLE, ids=[typed for typed, _, _ in MENDABLE])
@pytest.mark.parametrize("indent", ["", "groups:\n  - "])
def test_the_advice_can_be_typed(tmp_path: Path, indent: str, typed: str, told_as: str, advised: str) -> None:
    place, rule = told_as.split()
    column = int(place.split(":")[1]) + len(indent.rpartition("\n")[2])
    line = indent.count("\n") + 1
    after = "\n" + " " * len(indent.rpartition("\n")[2]) + "next: x\n"

    document = read_typed(tmp_path, indent + typed + after)
    assert rules(document) == [f"{line}:{column} {rule}"]
    assert str(document.problems[0].hint).endswith(f": {advised}")

    mended = read_typed(tmp_path, indent + advised + after)
    assert told(mended) == []
    assert "next" in str(mended.value)


@pytest.mark.parametrize("name", TOLD)
def test_what_is_refused_is_told_in_plain_words_at_its_place(tmp_path: Path, name: str) -> None:
    typed, expected = TOLD[name]
    document = read_typed(tmp_path, typed)
    seen = "\n".join(told(document))
    starts = [line for line in expected if line[:1].isdigit()]
    for words in expected:
        assert words in seen
    assert all(line.startswith("resources.yaml:") for line in told(document))
    if starts:
        assert len(document.problems) == len(starts)


# Words of the trade that a volunteer should not need.
JARGON = [
    "scalar",
    "mapping",
    "sequence",
    "token",
    "indicator",
    "parse",
    "scan",
    "node",
    "flow",
    "stream",
    "unexpected",
]


@pytest.mark.parametrize("name", TOLD)
def test_no_words_of_the_trade_are_used(tmp_path: Path, name: str) -> None:
    for problem in read_typed(tmp_path, TOLD[name][0]).problems:
        said = f"{problem.message} {problem.hint}".lower()
        assert [word for word in JARGON if word in said] == []


def test_only_a_note_instead_of_a_text_is_a_warning(tmp_path: Path) -> None:
    levels = {
        name: {problem.level for problem in read_typed(tmp_path, typed).problems} for name, (typed, _) in TOLD.items()
    }
    assert levels.pop("a note instead of a text") == {Level.WARNING}
    assert set.union(*levels.values()) == {Level.ERROR}


@pytest.mark.parametrize("typed", ACCEPTED)
def test_what_is_right_is_let_through(tmp_path: Path, typed: str) -> None:
    document = read_typed(tmp_path, typed + "\n")
    assert told(document) == []
    assert document.complete


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        (b"a: b\nc: Ren\xe9\n", "2:7", "this byte is é."),
        (b"a: b\r\nc: \x93x\x94\r\n", "2:4", "this byte is “."),
        ("é: é\n".encode() + b"\xff", "2:1", "this byte is ÿ."),
        (b"a: \x81\n", "1:4", "as text with the encoding UTF-8."),
        (b"\xef\xbb\xbfa: \xe9\n", "1:4", "this byte is é."),
        (b"a: \xed\xa0\x80\n", "1:4", "UTF-8"),
        (b"a: \xc3", "1:4", "UTF-8"),
        ("a: é\n".encode("utf-16"), "1:1", "save it again with the encoding UTF-8."),
        ("a: é\n".encode("utf-16-be"), "1:1", "save it again with the encoding UTF-8."),
        ("a: b\n".encode("utf-32"), "1:1", "save it again with the encoding UTF-8."),
    ],
)
def test_other_encodings_are_told_with_the_byte(tmp_path: Path, data: bytes, place: str, hint: str) -> None:
    document = read_typed(tmp_path, data)
    assert rules(document) == [f"{place} not-utf-8"]
    assert hint in str(document.problems[0].hint)
    assert (document.value, document.complete) == ({}, False)


def test_depth_has_a_limit(tmp_path: Path) -> None:
    deepest = "{a: " * limits.DEEPEST + "x" + "}" * limits.DEEPEST
    assert told(read_typed(tmp_path, deepest)) == []
    document = read_typed(tmp_path, f"before: x\na: {deepest[:-1]}}}\nb: c\n")
    assert rules(document) == [f"2:{4 + 4 * (limits.DEEPEST - 1)} too-deep"]
    assert document.value == {"before": "x"}
    assert rules(read_typed(tmp_path, "a:\n" + "- " * limits.DEEPEST + "x\n")) == [
        f"2:{2 * limits.DEEPEST - 1} too-deep"
    ]


@pytest.mark.parametrize("form", ["a: {}", 'a: "{}"', "a: |\n  {}", "- {}"])
def test_the_length_of_a_text_has_a_limit(tmp_path: Path, form: str) -> None:
    form = form if form.startswith("a") else f"a:\n  {form}"
    longest = "x" * limits.LONGEST_TEXT
    assert told(read_typed(tmp_path, form.format(longest))) == []
    (problem,) = read_typed(tmp_path, form.format(longest + "y")).problems
    assert problem.rule == "long-text"
    assert str(problem.message) == "This text has 100001 characters; the most is 100000."


def test_numbers_of_values_and_lines_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_VALUES", 11)
    assert rules(read_typed(tmp_path, "a: [b, c]\n")) == []
    document = read_typed(tmp_path, "a: [b, c, d, e, f, g]\nh: i\n")
    assert [problem.rule for problem in document.problems] == ["too-large"]
    assert not document.complete
    monkeypatch.setattr(limits, "MOST_LINES", 3)
    assert rules(read_typed(tmp_path, "a: b\n\n")) == []
    assert rules(read_typed(tmp_path, "a: b\n\n\n")) == ["1:1 too-large"]


def test_a_hundred_problems_of_a_file_are_told(tmp_path: Path) -> None:
    typed = "".join(f"k{number}: x: y\n" for number in range(150)) + "a: b\n" * 150
    document = read_typed(tmp_path, typed)
    assert len(document.problems) == limits.MOST_PROBLEMS + 1
    assert document.problems[-1].rule == "more-problems"
    assert len(read_typed(tmp_path, "\tx\n" * 150).problems) == limits.MOST_PROBLEMS + 1


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    typed = """\
        groups:
          - name: Tea: and talk
            phone: 1
            phone: 2
          - name: @home
            tags: [a, b
            note: *x
          -name: Walk
            cost: #5
          - name: "Sing
            about: 'Tis fun
        areas: !x y
        """
    document = read_typed(tmp_path, dedent(typed))
    assert rules(document) == [
        "2:14 colon-in-value",
        "4:5 repeated-key",
        "5:11 special-start",
        "6:11 bracket",
        "7:11 alias",
        "8:3 missing-space",
        "9:10 hash",
        "10:11 open-quote",
        "11:12 open-quote",
        "12:8 tag",
    ]


def test_an_entry_that_is_cut_off_is_left_out(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "l:\n  - a: 1\n  - b: 2\n    c: [d]\n     e: 3\nf: 4\n")
    assert document.value == {"l": [{"a": "1"}]}
    assert not document.complete
    assert document.place(["l", 0, "a"]).line == 2
    document = read_typed(tmp_path, "a: 1\nb: {c: 1}\nd\n")
    assert document.value == {"a": "1", "b": {"c": "1"}}


def test_what_is_refused_is_left_out_and_the_rest_keeps_its_place(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "a: 1\n? [x]\n: 2\na: 3\n<<: 4\nb: 5\nc: {d: 6, d: 7, e: 8}\n")
    assert document.value == {"a": "1", "b": "5", "c": {"d": "6", "e": "8"}}
    assert not document.complete, "nobody can tell what the second 'a' was to say"
    assert (document.place(["b"]).line, document.key_place(["b"]).column) == (6, 1)
    assert document.place(["c", "e"]).column == 20


@pytest.mark.parametrize("mark", ["'", '"'])
@pytest.mark.parametrize("end", ["", "s", ": x"])
def test_an_open_quote_is_told_where_it_was_opened_however_far_the_next_one_is(
    tmp_path: Path, mark: str, end: str
) -> None:
    entries = "".join(f"  - id: a{number}\n    name: Tea\n" for number in range(400))
    typed = f"groups:\n  - id: first\n    name: {mark}Tea\n{entries}  - id: last\n    name: Jo{mark}{end}\n"
    assert rules(read_typed(tmp_path, typed))[0] == "3:11 open-quote"


def test_a_text_in_quotes_may_go_on_further_right(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path, 'groups:\n  - name: "Tea\n      bring: cups\n      - and talk"\n    note: "a\n\n  b"\n'
    )
    assert told(document) == []
    assert document.value == {"groups": [{"name": "Tea bring: cups - and talk", "note": "a\nb"}]}
