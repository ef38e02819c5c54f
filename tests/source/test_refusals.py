"""What is refused, where it is told, and whether the advice helps: each row is typed by a tired volunteer."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from generator.problems import Level
from generator.source import limits
from tests.source.typed import read_typed, rules, told

MENDABLE = [
    # What is typed, its problems, and the line that is to be typed instead.
    ("name: Peer: group", "1:11 colon-in-value", 'name: "Peer: group"'),
    ("name: Note:", "1:11 colon-in-value", 'name: "Note:"'),
    ('name: The "Hope": group', "1:17 colon-in-value", "name: 'The \"Hope\": group'"),
    ("name: Peer: group # every week", "1:11 colon-in-value", 'name: "Peer: group"'),
    ("name: @handle", "1:7 special-start", 'name: "@handle"'),
    ("name: `tea`", "1:7 special-start", 'name: "`tea`"'),
    ("name: %50 off", "1:7 special-start", 'name: "%50 off"'),
    ("name: , then", "1:7 special-start", 'name: ", then"'),
    ("name: ] then", "1:7 special-start", 'name: "] then"'),
    ("name: ? who", "1:7 special-start", 'name: "? who"'),
    ("name: > 18 years", "1:7 special-start", 'name: "> 18 years"'),
    ("name: >18 years", "1:7 special-start", 'name: ">18 years"'),
    ("name: | then", "1:7 special-start", 'name: "| then"'),
    ("name: [Online] Peer group", "1:7 special-start", 'name: "[Online] Peer group"'),
    ("name: {Online} Peer group", "1:7 special-start", 'name: "{Online} Peer group"'),
    ("name: *Bold", "1:7 alias", 'name: "*Bold"'),
    ("name: *Bold* text", "1:7 alias", 'name: "*Bold* text"'),
    ("name: *Bold text", "1:7 alias", 'name: "*Bold text"'),
    ("name: &friends meet", "1:7 anchor", 'name: "&friends meet"'),
    ("name: & friends", "1:7 anchor", 'name: "& friends"'),
    ("name: !Important news", "1:7 tag", 'name: "!Important news"'),
    ("name: ! Important", "1:7 tag", 'name: "! Important"'),
    ("name: !!str x", "1:7 tag", 'name: "!!str x"'),
    ("name: !!!", "1:7 tag", 'name: "!!!"'),
    ("name: #5 Main St", "1:6 hash", 'name: "#5 Main St"'),
    ("name: Main St, Suite #200", "1:7 hash", 'name: "Main St, Suite #200"'),
    ("name: Tea #hope #talk", "1:7 hash", 'name: "Tea #hope #talk"'),
    ('name: "Recovery" group', "1:7 text-after-quote", "name: '\"Recovery\" group'"),
    ("name: 'Hope' group", "1:7 text-after-quote", "name: \"'Hope' group\""),
    ("name: 'Tis the season", "1:7 open-quote", 'name: "\'Tis the season"'),
    ("name: “Peer: group”", "1:7 curly-quotes", 'name: "Peer: group"'),
    ("name: “Peer group”", "1:7 curly-quotes", 'name: "Peer group"'),
    ("name: ‘Peer group’", "1:7 curly-quotes", 'name: "Peer group"'),
    ("name: „Peer group“", "1:7 curly-quotes", 'name: "Peer group"'),
    ('name: "C:\\docs"', "1:10 backslash", "name: 'C:\\docs'"),
    ('name: "\\ud800"', "1:8 backslash", "name: '\\ud800'"),
    ("name: [a, b", "1:7 bracket", 'name: "[a, b"'),
    ("name: {a: b", "1:7 bracket", 'name: "{a: b"'),
    ("name: {a:}", "1:9 missing-space", 'name: "{a:}"'),
    ("name: {{title}}", "1:8 key-not-text", 'name: "{{title}}"'),
    ("name: - x", "1:7 list-beside-name", 'name: "- x"'),
    ("name:Peer group", "1:5 missing-space", "name: Peer group"),
]


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


TOLD = {
    "a key twice": (
        "a: 1\nb: 2\na: 3\n",
        ["3:1: 'a' is typed twice, in line 1 and in line 3. Keep one of the two. (repeated-key)"],
    ),
    "a key three times": ("a: 1\na: 2\na: 3\n", ["in line 1 and in line 2.", "in line 1 and in line 3."]),
    "a key twice in one line": ("x: {a: 1, b: 2, a: 3}\n", ["1:17: 'a' is typed twice, in line 1 and in line 1."]),
    "a quoted and a plain key": ("a: 1\n'a': 2\n", ["2:1: 'a' is typed twice"]),
    "a forgotten dash": (
        "l:\n  - id: a\n    name: x\n\n    id: b\n    name: y\n",
        [
            "5:5: 'id' is typed twice, in line 2 and in line 5. Keep one of the two. If a new entry begins here, type a dash"
        ],
    ),
    "a second document": ("a: b\n---\nc: d\n", ["2:1: A line of three dashes starts a second document here."]),
    "a second empty document": ("a: b\n---\n", ["2:1: A line of three dashes"]),
    "a list": ("- a\n- b\n", ["1:1: This file is a list without a name."]),
    "a text": ("# note\n  Hello\n", ["2:3: This file does not begin with a name and a colon."]),
    "nothing": ("", ["1:1: There is nothing in this file."]),
    "only notes": ("# note\n\n", ["1:1: There is nothing in this file."]),
    "only dashes": ("---\n", ["1:1: There is nothing in this file."]),
    "a merge key": ("a: b\n<<: *usual\n", ["2:1: The name << would copy values from elsewhere"]),
    "a merge key in quotes": ("'<<': {a: b}\n", ["1:1: The name << would copy"]),
    "a list as a key": (
        "? [a, b]\n: c\nd: e\n",
        ["1:3: A name before a colon must be plain text, but '[a, b]' is a list"],
    ),
    "a list as a plain key": ("[a, b]: c\n", ["1:1: A name before a colon must be plain text"]),
    "an empty key": ('"": x\n', ["1:1: There is no name before this colon."]),
    "no key": (": x\n", ["1:1: There is no name before this colon."]),
    "an alias as a key": ("*a : x\n", ["1:1: A text cannot start with * unless it stands in quotes."]),
    "an anchor at a key": ("&a b: x\n", ["1:1: A text cannot start with &"]),
    "an anchor at a list": ("a: &b\n  - c\n", ["1:4: A text cannot start with &"]),
    "a tag at a list": (
        "a: ! [b]\nb: !set {c}\n",
        ["1:4: A text cannot start with !", "2:4: A text cannot start with !"],
    ),
    "a tag at nothing": ("a: !\nb: !x\n", ["1:4: A text cannot start with !", "2:4: A text cannot start with !"]),
    "a long key": (f"? {'k' * 201}\n: x\n", ["1:3: A name before a colon stands on one line and has at most 200"]),
    "a key of two lines": ("? |\n  a\n  b\n: x\n", ["1:3: A name before a colon stands on one line"]),
    "an unusual space": (
        "a:\n \u00a0b: c\n",
        [r"2:2: An invisible character, U+00A0, stands in or beside the name '\xa0b'."],
    ),
    "curly quotes at a key": ("“name”: x\n", ["1:1: The quotes round the name “name” are curly"]),
    "a tab in front": ("a:\n\tb: c\n", ["2:1: There is a tab here, made by the Tab key. Delete it and type spaces"]),
    "a tab behind spaces": ("a:\n  \tb: c\n", ["2:3: There is a tab here"]),
    "a tab in a text": ("a: b\tc\nd:\te\n", ["1:5: There is a tab here", "2:3: There is a tab here"]),
    "a tab in a long text": ("a: |\n  b\tc\n\td\n", ["2:4: There is a tab here", "3:1: There is a tab here"]),
    "a control character": ("a: b\x07c\n", ["1:5: There is an invisible character here, U+0007."]),
    "a line separator": ("a: b\u2028c\n\ufeffb: c\x85\n", ["1:5: ", "2:1: ", "2:6: "]),
    "an escaped control character": (
        'a: "b\\0"\nb: "\\x1b"\n',
        ["1:4: A backslash makes an invisible", "2:4: A backslash"],
    ),
    "a merge conflict": (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> theirs\nf: g\n",
        ["2:1: Two people changed the same lines, and git left both versions here, down to line 6. Keep the lines"],
    ),
    "two merge conflicts": (
        "<<<<<<< a\nb: c\n=======\n>>>>>>> d\nx: y\n<<<<<<< a\n||||||| e\n=======\n>>>>>>> d\n",
        ["1:1: Two people changed the same lines, and git left both versions here, down to line 4.", "6:1: Two people"],
    ),
    "the rest of a merge conflict": (
        "a: b\n=======\n",
        ["2:1: git left the mark ======= here when two people's changes met."],
    ),
    "a directive": (
        "# note\n%YAML 1.2\n%TAG ! x\n---\na: b\n",
        ["2:1: The line '%YAML 1.2' begins", "3:1: The line '%TAG ! x'"],
    ),
    "an unknown directive": ("%SPAM\n---\na: b\n", ["1:1: The line '%SPAM' begins with a percent sign."]),
    "a directive in the middle": ("a: b\n%YAML 1.1\n", ["2:1: A text cannot start with % unless it stands in quotes."]),
    "a line too far to the right": (
        "l:\n  - name: x\n     phone: 1\n",
        [
            "3:6: This line starts in column 6, where no line above it starts. Start it in column 5, right below 'name' in line 2."
        ],
    ),
    "a line too far to the left": ("l:\n  - name: x\n   phone: 1\n", ["3:4: This line starts in column 4,"]),
    "a line under the dash": ("l:\n  - name: x\n  phone: 1\n", ["3:3: ", "column 5, right below 'name' in line 2."]),
    "a dash too far to the left": (
        "l:\n  - x\n - y\n",
        ["3:2: This line starts in column 2,", "column 3, right below '-'"],
    ),
    "a first line too far to the right": ("  a: b\nc: d\n", ["2:1: This line starts in column 1,"]),
    "no colon": ("a: b\nc\nd: e\n", ["2:1: The line 'c' has no name with a colon."]),
    "no colon at the end": ("a: b\n\nc\n\n", ["3:1: The line 'c' has no name with a colon."]),
    "no colon at the beginning": ("a\nb: c\n", ["1:1: The line 'a' has no name with a colon."]),
    "a web address alone": (
        "a: b\nhttps://example.org\n",
        ["2:1: The line 'https://example.org' has no name with a colon."],
    ),
    "no space after the dash": (
        "l:\n  -north\n  -south\n",
        ["2:3: There is no space after the dash in '-north'. ", ": - north"],
    ),
    "no space after a later dash": (
        "l:\n  - north\n  -south\n",
        ["3:3: There is no space after the dash in '-south'."],
    ),
    "no space after a dash and a key": ("l:\n  -name: x\n", ["2:3: There is no space after the dash in '-name: x'."]),
    "a colon in the second line of a text": (
        "a: one\n  and two: three\nb: c\n",
        [
            "2:10: The text of 'a' in line 1 goes on here and has a colon in it. Put a straight quote before its first word"
        ],
    ),
    "a colon in the third line of a text": (
        "a: one\n  two\n  three: four\n",
        ["3:8: The text of 'a' in line 1 goes on here"],
    ),
    "a quote that is closed by the next one": (
        'a: "b\nc: "d"\n',
        ['1:4: The quote " is opened here and never closed.'],
    ),
    "a quote that is never closed": ('a: "b\nc: d\n', ['1:4: The quote " is opened here and never closed.']),
    "a bracket that is closed much later": (
        "a: [b\nc: d\ne: [f]\n",
        ["1:4: The bracket [ is opened here and never closed."],
    ),
    "a missing comma": ('a: ["b" "c"]\n', ["1:9: Something between [ and ] is not separated by a comma."]),
    "a note instead of a text": (
        "a: # later\nb: c\n",
        ["1:3: There is only a note here, '# later', and no text. Give the note a line of its own."],
    ),
}


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


ACCEPTED = [
    'a: Tea & talk, 50% off! *really* fine; it\'s "here"',
    "a: C# and F#",
    "a: b # a note",
    "a: b   ## a banner",
    "a: 'x' #note",
    "a: http://example.org/#top",
    "a: 12:30-13:00",
    "a: -5",
    "a: -- well",
    "a: “Hope” and “Talk”",
    "a: She said “hello”",
    "a: ''\nb: \"\"",
    "a:\n  # a note in between\n  b: c",
    "a: |\n  # not a note\n  - not a list: at all\n  <<: *x",
    "a: >-\n  folded\n  text",
    "a: 'it''s'\nb: \"\\u00e9\\n\\t\"",
    "? a\n: b",
    "a: [b, c,]\nd: {e: f, }",
    "# a\tnote with a tab\na: b",
    "a: b\n  - c",
    "a: x =======",
]


@pytest.mark.parametrize("typed", ACCEPTED)
def test_what_is_right_is_let_through(tmp_path: Path, typed: str) -> None:
    document = read_typed(tmp_path, typed + "\n")
    assert told(document) == []
    assert document.complete


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        (b"a: b\nc: caf\xe9\n", "2:7", "this byte is é."),
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
