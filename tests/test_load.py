"""From a file to a directory: nothing is raised, nothing is hidden, nothing is told that only comes of another mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load import Loaded, judge, load
from generator.model.directory import SECTIONS
from generator.problems import Place, as_text, in_order
from generator.source.document import Document, Mapping, Sequence, Value

TODAY = date(2026, 11, 22)
HEAD = "directory: {name: Lantern Bay, area_served: Lantern County, country: US, time_zone: America/New_York}\ncrisis: US\n"


def _load(folder: Path, typed: str) -> Loaded:
    path = folder / "resources.yaml"
    path.write_text(typed, encoding="utf-8")
    return load(path, root=folder, today=TODAY)


def _group(name: str, more: str = "") -> str:
    return f"  - {{id: {name}, name: {name.title()}, summary: A group., contact: {{phones: 988}}, verified: 2026-10-04{more}}}\n"


def test_a_sound_file_gives_a_directory_and_no_problems(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers')}")
    assert loaded.problems == ()
    assert loaded.directory is not None
    assert [group.id for group in loaded.directory.groups] == ["talkers"]
    assert loaded.files == (tmp_path / "resources.yaml",)


def test_warnings_do_not_keep_a_directory_from_being_published(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers', ', status: paused')}")
    assert [problem.rule for problem in loaded.warnings] == ["pause-explained"]
    assert loaded.errors == []
    assert loaded.directory is not None


def test_an_error_in_one_entry_keeps_the_whole_directory_back(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers', ', status: perhaps')}{_group('walkers')}")
    assert loaded.directory is None
    assert len(loaded.errors) == 1


def test_the_place_of_each_entry_is_its_first_line(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers')}services:\n{_group('office')}")
    assert dict(loaded.places) == {"talkers": Place("resources.yaml", 4, 5), "office": Place("resources.yaml", 6, 5)}


def test_places_are_known_even_when_something_is_wrong(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers', ', status: perhaps')}{_group('walkers')}")
    assert set(loaded.places) == {"talkers", "walkers"}


@pytest.mark.parametrize("broken", range(3))
def test_an_entry_that_cannot_be_read_does_not_move_the_problems_of_the_others(tmp_path: Path, broken: int) -> None:
    rows = [_group(f"g{number}", ", goals: nowhere") for number in range(3)]
    rows[broken] = "  - just a line\n"
    loaded = _load(tmp_path, f"{HEAD}groups:\n{''.join(rows)}")
    lines = {problem.place.line for problem in loaded.problems if problem.rule == "known-reference"}
    assert lines == {4, 5, 6} - {4 + broken}


def test_other_mistakes_of_a_broken_entry_are_told_at_once(tmp_path: Path) -> None:
    loaded = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers', ', status: perhaps, goals: nowhere, minimum: 3')}")
    assert {problem.rule for problem in loaded.problems} == {"unknown-value", "known-reference", "unknown-key"}


def test_what_is_missing_only_because_it_was_refused_is_not_told(tmp_path: Path) -> None:
    typed = "  - {id: talkers, name: Talkers, summary: A group., contact: {phones: none}, verified: soon, attending: online, online: [x]}\n"
    loaded = _load(tmp_path, f"{HEAD}groups:\n{typed}")
    assert {problem.rule for problem in loaded.problems} == {"phone-number", "date", "wrong-kind"}


@pytest.mark.parametrize(
    "head",
    ["directory: {name: A}\ncrisis: US\n", "crisis: US\n", "directory: [A]\n", "crisis: XX\n", "directory:\ncrisis:\n"],
)
def test_without_a_sound_head_the_listings_are_still_looked_at(tmp_path: Path, head: str) -> None:
    loaded = _load(tmp_path, f"{head}groups:\n{_group('talkers', ', goals: nowhere')}{_group('talkers')}")
    assert {"known-reference", "unique-id"} <= {problem.rule for problem in loaded.problems}
    assert loaded.directory is None


def test_a_mistake_in_two_files_is_told_in_both(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(f"groups:\n{_group('walkers', ', status: perhaps')}", encoding="utf-8")
    loaded = _load(tmp_path, f"{HEAD}include: more.yaml\ngroups:\n{_group('talkers', ', status: perhaps')}")
    column = _group("walkers", ", status: perhaps").index("perhaps") + 1
    assert [problem.place for problem in loaded.problems] == [
        Place("more.yaml", 2, column),
        Place("resources.yaml", 5, column),
    ]
    assert len(loaded.files) == 2


def test_a_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nothing.yaml", root=tmp_path, today=TODAY)
    assert loaded.directory is None
    assert len(loaded.errors) == 1


@pytest.mark.parametrize("slip", ["", ", langauge: mi"])
def test_the_day_is_asked_for_in_the_directory_s_zone_even_beside_a_slip(tmp_path: Path, slip: str) -> None:
    days = {"Pacific/Auckland": date(2026, 11, 23), "UTC": date(2026, 11, 22)}
    head = HEAD.replace("America/New_York", f"Pacific/Auckland{slip}")
    path = tmp_path / "resources.yaml"
    path.write_text(f"{head}groups:\n{_group('talkers').replace('2026-10-04', '2026-11-23')}", encoding="utf-8")
    loaded = load(path, root=tmp_path, today=days.__getitem__)
    assert loaded.today == date(2026, 11, 23)
    assert [problem.rule for problem in loaded.problems] == (["unknown-key"] if slip else [])


@pytest.mark.parametrize("zone", ["Nowhere/Town", "", "[a, b]", "{a: b}"])
def test_without_a_sound_zone_the_day_is_that_of_greenwich(tmp_path: Path, zone: str) -> None:
    path = tmp_path / "resources.yaml"
    path.write_text(HEAD.replace("America/New_York", zone), encoding="utf-8")
    loaded = load(path, root=tmp_path, today={"UTC": TODAY}.__getitem__)
    assert loaded.today == TODAY
    assert loaded.about is None


def test_the_field_that_is_named_is_the_one_that_was_typed(tmp_path: Path) -> None:
    (problem,) = _load(tmp_path, f"{HEAD}groups:\n{_group('talkers').replace('988', 'call us')}").problems
    assert str(problem.message).startswith("Talkers: phones: 'call us'")


words = st.sampled_from(
    ["", "id", "name", "yes", "2026-11-22", "Tuesday 18:30", "988", "US", "<place>", "<id>", "\u202e", "{0}", "a" * 400]
) | st.text(max_size=12)
fields = sorted(
    {name for kind in SECTIONS.values() for name in kind.model_fields}
    | {"when", "phones", "url", "type", "blocks", "number"}
)
keys = st.sampled_from([*fields, *SECTIONS, "directory", "crisis", "include", "lines", "preset"]) | words
trees = st.recursive(
    words, lambda inside: st.lists(inside, max_size=4) | st.dictionaries(keys, inside, max_size=6), max_leaves=40
)
documents = st.dictionaries(st.sampled_from([*SECTIONS, "directory", "crisis"]) | keys, trees, max_size=8)


@given(documents)
def test_whatever_tree_is_typed_nothing_is_raised(tree: dict[str, Any]) -> None:
    loaded = judge(Document(_valued(tree)), TODAY)
    assert (loaded.directory is None) is bool(loaded.errors)
    assert list(loaded.problems) == in_order(loaded.problems)
    assert all(as_text(problem).isprintable() for problem in loaded.problems)


sound = yaml.safe_load(
    f"""
{HEAD}
goals: [{{id: home, name: Home, summary: A home.}}]
areas: [{{id: north, name: North, neighbors: [south]}}, {{id: south, name: South}}]
organizations: [{{id: house, name: House, contact: {{email: a@example.org}}}}]
locations: [{{id: hall, name: Hall, latitude: "44.1", longitude: "-69.1"}}]
groups:
  - {{id: a, name: A, summary: A., goals: [home], location: hall, areas: [north], verified: "2026-11-01", related: [b],
      schedule: {{when: "Tuesday 18:30", moved: [{{date: "2026-12-22", to: "2026-12-21"}}]}}, contact: {{phones: ["988"]}}}}
services: [{{id: b, name: B, summary: B., organization: house, eligibility: {{minimum_age: "18"}}, cost: {{kind: free}}}}]
worksheets:
  - {{id: w, name: W, summary: W., purpose: W., minutes: "5", author: W, licence: CC0-1.0,
      sections: [{{title: W, blocks: [{{type: lines, id: l, prompt: W}}]}}]}}
"""
)


def _ways(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(way for step, value in inside for way in _ways(value, (*path, step)))]


def _with(tree: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    copy: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = _with(tree[path[0]], path[1:], value)
    return copy


@given(st.sampled_from(_ways(sound)[1:]), trees, st.sampled_from(_ways(sound)[1:]), trees)
def test_any_two_values_of_a_sound_directory_may_be_anything(
    one: tuple[str | int, ...], first: Any, other: tuple[str | int, ...], second: Any
) -> None:
    tree = _with(sound, one, first)
    if other[: len(one)] != one:
        tree = _with(tree, other, second)
    loaded = judge(Document(_valued(tree)), TODAY)
    assert (loaded.directory is None) is bool(loaded.errors)


def test_the_sound_directory_is_sound() -> None:
    assert judge(Document(_valued(sound)), TODAY).errors == []


def _valued(tree: Any) -> Any:
    """The tree as the reader would give it, without places."""
    if isinstance(tree, dict):
        return Mapping({key: _valued(value) for key, value in tree.items()})
    if isinstance(tree, list):
        return Sequence([_valued(value) for value in tree])
    value: Value = tree
    return value
