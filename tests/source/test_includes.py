"""Further files: which are read, where they may be, and how their lists join those of the first file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import Place
from generator.source import limits, read
from tests.source.typed import read_twice, read_typed, rules, told, write


def test_lists_of_included_files_are_joined_in_the_order_of_names(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path,
        "name: Town\ngroups:\n  - first\ninclude: [listings/*.yaml, areas.yaml]\n",
        listings_b="groups: [b1, b2]\n",
        listings_a="groups:\n  - a\nservices:\n  - s\n",
        areas="areas: [north]\n",
    )
    assert told(document) == []
    assert document.complete
    assert document.value == {
        "name": "Town",
        "groups": ["first", "a", "b1", "b2"],
        "services": ["s"],
        "areas": ["north"],
    }
    names = ["resources.yaml", "listings/a.yaml", "listings/b.yaml", "areas.yaml"]
    assert document.files == tuple(tmp_path / name for name in names)


def test_values_of_included_files_keep_their_places(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path,
        "# note\ngroups:\n  - name: first\ninclude:\n  - listings/*.yaml\nlast: x\n",
        listings_a="groups:\n  - name: A\n    phone: 1\n",
        listings_b="\n\ngroups: [{name: B}, plain]\nareas:\n- north\n",
    )
    expected = {
        ("groups", 0, "name"): "resources.yaml:3:11",
        ("last",): "resources.yaml:6:7",
        ("groups", 1): "listings/a.yaml:2:5",
        ("groups", 1, "phone"): "listings/a.yaml:3:12",
        ("groups", 1, "missing"): "listings/a.yaml:2:5",
        ("groups", 2, "name"): "listings/b.yaml:3:17",
        ("groups", 3): "listings/b.yaml:3:21",
        ("areas", 0): "listings/b.yaml:5:3",
    }
    assert {where: str(document.place(where)) for where in expected} == expected
    assert document.key_place(["areas"]) == Place("listings/b.yaml", 4, 1)
    assert document.key_place(["groups"]) == Place("resources.yaml", 2, 1)
    assert document.key_place(["groups", 2, "name"]) == Place("listings/b.yaml", 3, 11)


def test_an_empty_list_in_one_file_gives_way_to_the_other(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path, "groups:\nservices: [s]\ninclude: [more/*.yaml]\n", more_a="groups: [a]\nservices:\n"
    )
    assert told(document) == []
    assert document.value == {"groups": ["a"], "services": ["s"]}
    assert document.place(["groups", 0]) == Place("more/a.yaml", 1, 10)


@pytest.mark.parametrize(("mine", "theirs"), [("x", "y"), ("x", "x"), ("{a: b}", "{c: d}"), ("[a]", "b"), ("b", "[a]")])
def test_any_other_value_given_twice_is_refused_with_both_places(tmp_path: Path, mine: str, theirs: str) -> None:
    document = read_typed(tmp_path, f"include: [more/a.yaml]\n\nkind: {mine}\n", more_a=f"# note\nkind: {theirs}\n")
    (problem,) = document.problems
    assert problem.place == Place("more/a.yaml", 2, 1)
    assert problem.rule == "repeated-key"
    assert str(problem.message) == "'kind' was given in resources.yaml, line 3, already."
    assert not document.complete


def test_a_file_is_included_once_and_the_first_one_never(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path, "include: ['*.yaml', a.yaml, '?.yaml', '**/*.yaml']\nl: [0]\n", a="l: [1]\n", b_c="l: [2]\n"
    )
    assert told(document) == []
    assert document.value == {"l": ["0", "1", "2"]}


def test_one_name_needs_no_list(tmp_path: Path) -> None:
    assert read_typed(tmp_path, "include: a.yaml\n", a="x: y\n").value == {"x": "y"}


def test_patterns_count_from_the_folder_of_the_first_file(tmp_path: Path) -> None:
    path = write(tmp_path, "town/resources.yaml", "include: [more/*.yaml]\n")
    write(tmp_path, "town/more/a.yaml", "x: [1]\n")
    write(tmp_path, "more/b.yaml", "x: [2]\n")
    document = read_twice(path, tmp_path)
    assert document.value == {"x": ["1"]}
    assert document.place(["x"]) == Place("town/more/a.yaml", 1, 4)


def test_hidden_files_are_left_out_unless_they_are_named(tmp_path: Path) -> None:
    write(tmp_path, "more/.a.yaml", "x: [hidden]\n")
    write(tmp_path, ".git/a.yaml", "x: [git]\n")
    write(tmp_path, "more/b.yaml", "x: [b]\n")
    assert read_typed(tmp_path, "include: ['**/*.yaml']\n").value == {"x": ["b"]}
    assert read_typed(tmp_path, "include: ['more/.a.yaml', 'more/b.yaml']\n").value == {"x": ["hidden", "b"]}


def test_folders_within_folders_are_searched(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path, "include: ['l/**/[ab].yaml']\n", l_a="x: [1]\n", l_m_n_b="x: [2]\n", l_m_c="x: [3]\n"
    )
    assert document.value == {"x": ["1", "2"]}


def test_the_key_can_have_another_name(tmp_path: Path) -> None:
    path = write(tmp_path, "resources.yaml", "include: [a.yaml]\nmore: [b.yaml]\n")
    write(tmp_path, "b.yaml", "include: [kept]\n")
    document = read(path, root=tmp_path, include_key="more")
    assert document.value == {"include": ["a.yaml", "kept"]}


REFUSED = [
    ("../a.yaml", "not inside the project folder"),
    ("more/../../a.yaml", "not inside the project folder"),
    ("/etc/passwd", "not inside the project folder"),
    ("~/a.yaml", "not inside the project folder"),
    ("C:/a.yaml", "not inside the project folder"),
    ("more\\a.yaml", "backslashes"),
    ("more//a.yaml", "not the name of a file"),
    ("./a.yaml", "not the name of a file"),
    ("'**/**/a.yaml'", "not the name of a file"),
    ("a/" * 30 + "a.yaml", "not the name of a file"),
    ("nothing/*.yaml", "No file is called nothing/*.yaml"),
    ("More/a.yaml", "No file is called More/a.yaml"),
    ("more", "No file is called more"),
    ("'a\\0'", "has backslashes"),
    ('"a\\u200Bb"', "not the name of a file"),
]


@pytest.mark.parametrize(("pattern", "seen"), REFUSED, ids=[pattern[:20] for pattern, _ in REFUSED])
def test_a_pattern_that_leads_nowhere_or_outside_is_refused(tmp_path: Path, pattern: str, seen: str) -> None:
    root = tmp_path / "town"
    write(tmp_path, "a.yaml", "secret: x\n")
    write(root, "more/a.yaml", "x: [1]\n")
    path = write(root, "resources.yaml", f"include:\n  - more/a.yaml\n  - {pattern}\n")
    document = read_twice(path, root)
    assert rules(document) == ["3:5 include"]
    assert seen in str(document.problems[0].message)
    assert document.value == {"x": ["1"]}
    assert not document.complete


def test_a_folder_is_told_how_to_be_included(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "include: [more]\n", more_a="x: y\n")
    assert str(document.problems[0].hint) == "That is a folder; for all files in it, type: more/*.yaml"


@pytest.mark.parametrize("typed", ["", "{a: b}", "[[a.yaml]]", "['']", "[a.yaml, {b: c}]"])
def test_something_else_than_names_is_refused(tmp_path: Path, typed: str) -> None:
    document = read_typed(tmp_path, f"a: b\ninclude: {typed}\n", a="x: y\n")
    assert rules(document) == ["2:1 include"]
    assert document.value == {"a": "b"}


def test_an_empty_list_includes_nothing(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "a: b\ninclude: []\n")
    assert (told(document), document.value) == ([], {"a": "b"})


def test_an_included_file_cannot_include_others(tmp_path: Path) -> None:
    document = read_typed(tmp_path, "include: [a.yaml]\n", a="x: [1]\ninclude: [b.yaml]\ny: z\n", b="x: [2]\n")
    assert told(document) == [
        "a.yaml:2:1: A file that is included cannot include others. Name the further files in resources.yaml. (include)"
    ]
    assert document.value == {"x": ["1"], "y": "z"}
    assert document.place(["y"]) == Place("a.yaml", 3, 4)


def test_links_may_not_lead_out_of_the_project_folder(tmp_path: Path) -> None:
    root = tmp_path / "town"
    write(tmp_path, "outside/secret.yaml", "secret: x\n")
    write(root, "real/a.yaml", "x: [1]\n")
    (root / "file.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "inside").symlink_to(root / "real")
    (root / "circle").symlink_to("circle")
    (root / "up").symlink_to(root)
    path = write(
        root, "resources.yaml", "include: ['*.yaml', 'folder/*.yaml', 'inside/*.yaml', 'real/*', '**/a.yaml']\n"
    )
    document = read_twice(path, root)
    assert [(problem.rule, str(problem.message)) for problem in document.problems] == [
        ("include", "file.yaml is a link that leads out of the project folder."),
        ("include", "folder is a link that leads out of the project folder."),
    ]
    assert document.value == {"x": ["1"]}, "the same file by a link and by its name counts once"


def test_a_root_that_is_a_link_is_as_good(tmp_path: Path) -> None:
    write(tmp_path, "town/resources.yaml", "include: [a.yaml]\n")
    write(tmp_path, "town/a.yaml", "x: y\n")
    (tmp_path / "link").symlink_to(tmp_path / "town")
    document = read_twice(tmp_path / "link" / "resources.yaml", tmp_path / "link")
    assert (told(document), document.value) == ([], {"x": "y"})


def test_problems_of_all_files_are_told_in_order(tmp_path: Path) -> None:
    document = read_typed(
        tmp_path,
        "b: 1\nb: 2\ninclude: [more/*.yaml, gone.yaml]\nc: x: y\n",
        more_a="x: [1\n",
        more_b=b"\xff\xfe",
        more_c="c: 1\nc: 2\ny: [c]\n",
        more_d="- list\n",
    )
    assert [
        (problem.place.path, *rule.split()) for problem, rule in zip(document.problems, rules(document), strict=True)
    ] == [
        ("more/a.yaml", "1:4", "bracket"),
        ("more/b.yaml", "1:1", "not-utf-8"),
        ("more/c.yaml", "1:1", "repeated-key"),
        ("more/c.yaml", "2:1", "repeated-key"),
        ("more/d.yaml", "1:1", "not-a-mapping"),
        ("resources.yaml", "2:1", "repeated-key"),
        ("resources.yaml", "3:24", "include"),
        ("resources.yaml", "4:5", "colon-in-value"),
    ]
    assert document.value == {"b": "1", "c": "x: y", "x": "[1", "y": ["c"]}
    assert not document.complete


@pytest.mark.parametrize("spoilt", ["a: b\n c: d\n", "\ta: b\n", "<<<<<<< HEAD\n", "a: 'b\n\n"])
def test_a_first_file_that_cannot_be_read_to_its_end_still_names_the_others(tmp_path: Path, spoilt: str) -> None:
    document = read_typed(tmp_path, f"{spoilt}include:\n- more/*.yaml\n\n# note\nz: y\n", more_a="x: [1]\nx: [2]\n")
    assert "more/a.yaml" in [problem.place.path for problem in document.problems]
    assert document.value["x"] == ["1"]
    assert document.place(["x", 0]) == Place("more/a.yaml", 1, 5)
    assert "include" not in document.value


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    write(tmp_path, "folder/x", "")
    os.mkfifo(tmp_path / "pipe")
    for name, rule, seen in [
        ("gone.yaml", "no-file", "There is no such file."),
        ("folder", "unreadable-file", "This is a folder, not a file."),
        ("pipe", "unreadable-file", "This is not a file."),
        ("folder/x/y", "unreadable-file", "This file cannot be opened: Not a directory"),
        ("nul\0byte", "unreadable-file", "This file cannot be opened: embedded null byte"),
    ]:
        document = read_twice(tmp_path / name, tmp_path)
        (problem,) = document.problems
        assert (problem.rule, str(problem.message)) == (rule, seen)
        assert "\0" not in problem.place.path
        assert (document.value, document.complete) == ({}, False)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(name: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr("generator.source.reading._open_without_waiting", refused)
    document = read_typed(tmp_path, "a: b\n")
    assert rules(document) == ["1:1 unreadable-file"]


def test_limits_of_size_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 100)
    assert rules(read_typed(tmp_path, "a: " + "b" * 97)) == []
    assert rules(read_typed(tmp_path, "a: " + "b" * 98)) == ["1:1 too-large"]
    monkeypatch.setattr(limits, "LARGEST_TOGETHER", 120)
    document = read_typed(tmp_path, "include: [a.yaml, b.yaml]\n", a="a: " + "b" * 80, b="c: " + "d" * 40)
    assert told(document) == [
        "b.yaml:1:1: With this file, the directory is larger than 120 bytes. "
        "Take out what does not belong in a directory of listings. (too-large)"
    ]
    monkeypatch.setattr(limits, "MOST_FILES", 2)
    document = read_typed(tmp_path, "include: ['?.yaml']\n", a="a: b", b="c: d")
    assert rules(document) == ["1:11 too-large"]
    assert document.value == {"a": "b"}


def test_a_name_that_no_disk_can_hold_is_no_file(tmp_path: Path) -> None:
    document = read(write(tmp_path, "resources.yaml", f"include: [{'w' * 300}]\n"), root=tmp_path)
    [problem] = document.problems
    assert "No file is called" in str(problem.message)
