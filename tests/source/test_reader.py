"""Values as typed, and where they stand; PyYAML's own tree of nodes is the judge of both."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import Place
from generator.source import Document, Mapping, Sequence, read
from tests.source.typed import Path_, paths, read_typed, told, value_at, write

REAL = """\
# A directory.
directory:
  name: Our Town
  "quoted key": 'it''s here'

groups:
  - id: tea      # every week
    name: Tea and talk
    description: >
      We meet for tea.

      All are welcome: really.
    when:
    - Tuesday 18:30
    - {day: Friday, from: "9:00", note: }
    tags: [tea, talk, "quiet, please"]
    phone:
    steps: |
      one
        two
  -
    id: walk
    name: Long
      walk
  - - nested
    - list
goals: []
areas: {}
"""


def test_a_directory_is_read_as_texts_lists_and_mappings(tmp_path: Path) -> None:
    document = read_typed(tmp_path, REAL)
    assert told(document) == []
    assert document.complete
    assert document.value == {
        "directory": {"name": "Our Town", "quoted key": "it's here"},
        "groups": [
            {
                "id": "tea",
                "name": "Tea and talk",
                "description": "We meet for tea.\nAll are welcome: really.\n",
                "when": ["Tuesday 18:30", {"day": "Friday", "from": "9:00", "note": ""}],
                "tags": ["tea", "talk", "quiet, please"],
                "phone": "",
                "steps": "one\n  two\n",
            },
            {"id": "walk", "name": "Long walk"},
            ["nested", "list"],
        ],
        "goals": [],
        "areas": {},
    }


def test_every_value_and_key_stands_where_pyyaml_says(tmp_path: Path) -> None:
    document = read_typed(tmp_path, REAL)
    seen = 0
    for where, key, node in _nodes(yaml.compose(REAL, Loader=yaml.CBaseLoader)):
        assert document.place(where) == _place(node), where
        assert document.key_place(where) == _place(key), where
        seen += 1
    assert seen == len(list(paths(document.value)))


def _nodes(node: Any, where: Path_ = (), key: Any = None) -> Iterator[tuple[Path_, Any, Any]]:
    """Each node of PyYAML's tree with its path, and the node of its key (of itself where it has none)."""
    yield where, key or node, node
    if isinstance(node, yaml.MappingNode):
        for inner_key, inner in node.value:
            yield from _nodes(inner, (*where, inner_key.value), inner_key)
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from _nodes(inner, (*where, index))


def _place(node: Any) -> Place:
    return Place("resources.yaml", node.start_mark.line + 1, node.start_mark.column + 1)


def test_a_missing_value_stands_where_the_nearest_one_around_it_stands(tmp_path: Path) -> None:
    document = read_typed(tmp_path, REAL)
    assert document.place(["groups", 1, "phone", "kind"]) == document.place(["groups", 1])
    assert document.key_place(["groups", 0, "tags", 7]) == document.key_place(["groups", 0, "tags"])
    assert document.place(["directory", "name", 0]) == document.place(["directory", "name"])
    assert document.place(["groups", -1]) == document.place(["groups"])
    assert document.place(["groups", "0"]) == document.place(["groups"])
    assert document.place(["nothing"]) == document.place([]) == Place("resources.yaml", 2, 1)
    assert document.key_place(["nothing"]) == Place("resources.yaml", 2, 1)


def test_a_document_made_by_hand_has_no_places() -> None:
    document = Document(Mapping({"groups": Sequence([Mapping({"name": "A"})])}))
    assert document.value == {"groups": [{"name": "A"}]}
    assert document.place(["groups", 0, "name"]) == Place("")


def test_values_are_light(tmp_path: Path) -> None:
    value = read_typed(tmp_path, REAL).value
    first, second = value_at(value, ("groups", 0)), value_at(value, ("groups", 1))
    assert isinstance(first, Mapping)
    assert isinstance(first["tags"], Sequence)
    assert not hasattr(first, "__dict__")
    assert not hasattr(first["tags"], "__dict__")
    assert first.places.itemsize * len(first.places) == 4 * 2 * len(first), "two small numbers an entry"
    assert next(iter(first)) is next(iter(second)), "a name that comes back is held once"


@pytest.mark.parametrize(
    "typed",
    [
        b"\xef\xbb\xbfname: Ren\xc3\xa9\nb: c\n",
        b"name: Ren\xc3\xa9\r\nb: c\r\n",
        b"name: Ren\xc3\xa9\rb: c\r",
        b"---\nname: Ren\xc3\xa9\nb: c\n...\n",
        b"\xef\xbb\xbf# note\r\n\r\nname: Ren\xc3\xa9\r\nb: c",
    ],
)
def test_what_editors_put_around_lines_is_accepted(tmp_path: Path, typed: bytes) -> None:
    document = read_typed(tmp_path, typed)
    assert told(document) == []
    assert document.value == {"name": "René", "b": "c"}
    assert document.place(["b"]).column == 4
    assert typed.decode("utf-8-sig").splitlines()[document.place(["b"]).line - 1] == "b: c"


def test_windows_line_ends_are_line_feeds_in_texts(tmp_path: Path) -> None:
    document = read_typed(tmp_path, b"a: |\r\n  one\r\n  two\r\nb: 'x\r\n\r\n  y'\r\n")
    assert document.value == {"a": "one\ntwo\n", "b": "x\ny"}


@pytest.mark.parametrize("typed", ["[new?, old]", "['a', x?]", "[what? now, b]", "[-, b]", "[a#b, 'c' , http://x.org]"])
def test_brackets_hold_plain_texts(tmp_path: Path, typed: str) -> None:
    document = read_typed(tmp_path, f"tags: {typed}\n")
    assert told(document) == []
    assert document.value == yaml.load(f"tags: {typed}\n", Loader=yaml.CBaseLoader)


def test_without_libyaml_the_other_parser_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.source import events

    assert events.fastest_events() is events.libyaml_events
    monkeypatch.setattr(events, "_HAS_LIBYAML", False)
    assert events.fastest_events() is events.python_events
    path = write(tmp_path, "resources.yaml", REAL)
    assert read(path, root=tmp_path).value["goals"] == []


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path, enabled: bool) -> None:
    path = write(tmp_path, "resources.yaml", "a: [b\n")
    was_enabled = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        read(path, root=tmp_path)
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if was_enabled else gc.disable()


def test_files_are_named_from_the_root_with_forward_slashes(tmp_path: Path) -> None:
    path = write(tmp_path, "towns/our town/resources.yaml", "a: [b\n")
    (problem,) = read(path, root=tmp_path).problems
    assert problem.place == Place("towns/our town/resources.yaml", 1, 4)
    (problem,) = read(path, root=tmp_path / "elsewhere").problems
    assert problem.place.path == path.as_posix()


def test_a_relative_path_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "resources.yaml", "include: [more/*.yaml]\n")
    write(tmp_path, "more/a.yaml", "a: b\n")
    monkeypatch.chdir(tmp_path)
    document = read(Path("resources.yaml"), root=Path())
    assert document.value == {"a": "b"}
    assert document.files == (Path("resources.yaml"), Path("more/a.yaml"))
    assert document.place(["a"]) == Place("more/a.yaml", 1, 4)
