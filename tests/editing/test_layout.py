"""A file laid out anew says what it said, and every note stands where it stood."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.editing.formatting import formatted
from generator.editing.layout import laid_out
from generator.editing.typed_file import TypedFile
from generator.source import read
from generator.source.outline import NoOutline
from tests.editing.odd_typing import TypedText, typed_files

ROOT = Path(__file__).resolve().parents[2]
OWN = [ROOT / "resources.yaml", *sorted((ROOT / "listings").rglob("*.yaml"))]
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yaml"))
READABLE = [path for path in CASES if not read(path, root=path.parent, include_key="no").problems]
MANY = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@MANY
@given(typed_files())
def test_the_meaning_is_the_same_for_every_yaml_program(typed: TypedText) -> None:
    assert _by_pyyaml(laid_out(typed.text)) == _by_pyyaml(typed.text)


@MANY
@given(typed_files())
def test_what_is_laid_out_is_not_laid_out_again(typed: TypedText) -> None:
    once = laid_out(typed.text)
    assert laid_out(once) == once


@MANY
@given(typed_files())
def test_every_note_is_there_once_and_beside_or_above_its_field(typed: TypedText) -> None:
    text = laid_out(typed.text)
    lines = text.split("\n")
    spans = _spans(text)
    for note, (number, key) in typed.beside.items():
        (row,) = (row for row, line in enumerate(lines) if line.endswith(note))
        assert lines[row].strip() != note, "it stands behind something"
        first, last = spans[number, key]
        assert first <= row <= last
    for note, (number, key) in typed.above.items():
        (row,) = (row for row, line in enumerate(lines) if line.strip() == note)
        below = next(
            at for at in range(row + 1, len(lines)) if lines[at].strip() and not lines[at].lstrip().startswith("#")
        )
        assert below == (
            spans[number, key][0] if key else min(first for (n, _), (first, _) in spans.items() if n == number)
        )
    assert text.count("#") == typed.text.count("#")


@MANY
@given(typed_files(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_line_ends_and_byte_order_mark_stay_and_our_reader_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, typed: TypedText, end: str, has_mark: bool
) -> None:
    mark = b"\xef\xbb\xbf" if has_mark else b""
    before = mark + typed.text.replace("\n", end).encode()
    after = formatted(TypedFile.of(before), "groups.yaml").data
    assert after.startswith(mark + (b"" if has_mark else after[:1]))
    assert after.count(b"\n") == after.count(end.encode())
    folder = tmp_path_factory.mktemp("typed")
    values = []
    for data in (before, after):
        (folder / "groups.yaml").write_bytes(data)
        document = read(folder / "groups.yaml", root=folder)
        values.append((document.value, [problem.rule for problem in document.problems]))
    assert values[0] == values[1]


def test_most_cases_can_be_read() -> None:
    assert len(READABLE) > len(CASES) / 2


@pytest.mark.parametrize("path", [*OWN, *READABLE], ids=lambda path: path.name)
def test_every_file_of_ours_that_can_be_read_keeps_its_meaning(path: Path) -> None:
    text = TypedFile.read(path).text
    once = laid_out(text)
    assert laid_out(once) == once
    assert _by_pyyaml(once) == _by_pyyaml(text)
    assert once.count("#") == text.count("#")


def test_fields_stand_in_the_order_of_the_model_and_sections_in_that_of_the_file() -> None:
    typed = """
groups:
- cost: free
  contact: {email: a@example.org, name: Jo}
  verified: 2026-11-01
  name: Tea
  id: tea
directory:
    country: US
    name: Town
"""
    assert laid_out(typed) == (
        "directory:\n  name: Town\n  country: US\n\n"
        "groups:\n  - id: tea\n    name: Tea\n    contact: {name: Jo, email: a@example.org}\n    cost: free\n"
        "    verified: 2026-11-01\n"
    )


def test_the_blocks_of_a_worksheet_are_ordered_by_their_kind() -> None:
    typed = "worksheets:\n  - sections:\n      - blocks:\n          - prompt: What?\n            id: a\n            type: lines\n        title: T\n    id: x\n"
    assert re.findall(r"(\w+):", laid_out(typed)) == [
        "worksheets",
        "id",
        "sections",
        "title",
        "blocks",
        "type",
        "id",
        "prompt",
    ]


def test_the_first_lines_for_editors_stay_first() -> None:
    typed = "# yaml-language-server: $schema=x.json\ngroups:\n  - id: a\ndirectory:\n  name: Town\n"
    assert laid_out(typed).startswith("# yaml-language-server: $schema=x.json\n\ndirectory:")


def test_a_note_at_the_end_of_a_list_stays_there() -> None:
    typed = "groups:\n  - id: a\n    name: A\n    # of a\n  # of the groups\n# of the services\nservices:\n  - id: b\n"
    assert laid_out(typed) == (
        "groups:\n  - id: a\n    name: A\n    # of a\n  # of the groups\n\n# of the services\nservices:\n  - id: b\n"
    )


def test_a_line_of_spaces_below_a_text_with_a_given_step_stays_part_of_it() -> None:
    typed = "groups:\n- is: |2\n      deep\n    less\n     \n- is: |1\n   a\n\n"
    assert _by_pyyaml(laid_out(typed)) == _by_pyyaml(typed)


def test_what_is_not_yaml_is_refused() -> None:
    for typed in ("groups: [", "a: &b c\nd: *b\n", "a: 1\n---\nb: 2\n", "? [a]\n: b\n"):
        with pytest.raises(NoOutline):
            laid_out(typed)


def _by_pyyaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _spans(text: str) -> dict[tuple[int, str], tuple[int, int]]:
    """First and last row of each field of each listing, by PyYAML's own marks."""
    found = {}
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(root, yaml.MappingNode)
    for _, rows in root.value:
        for listing in rows.value:
            number = next(int(value.value.split("-")[1]) for key, value in listing.value if key.value == "id")
            for key, value in listing.value:
                found[number, key.value] = (key.start_mark.line, max(key.start_mark.line, value.end_mark.line))
    return found
