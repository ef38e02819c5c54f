"""New listings: a valid block in the right place, or nothing; ids that nobody else has and that lead nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.files import Files, NothingChanged
from generator.editing.new_listing import add, check_id, free_id
from generator.model.base import Refused
from generator.model.text import RESERVED_IDS
from tests.town import HEAD, TODAY

TEA: dict[str, Any] = {"id": "tea", "name": "Tea", "summary": "Tea.", "contact": {"email": "tea@example.org"}}


def files(folder: Path, text: str, **more: str) -> Files:
    (folder / "resources.yaml").write_text(HEAD + text, encoding="utf-8")
    for name, content in more.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return Files.read(folder / "resources.yaml", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "groups:\n",
        "groups: [] # none yet\n",
        "groups: []\n",
        "groups: []\nservices: []",
        "groups:\n- id: a\n  name: A\n  summary: A.\n  contact: {email: a@example.org}\n",
        "groups:\n    -   id: a\n        name: A\n        summary: A.\n        contact: {email: a@example.org}",
        "groups:\n  - id: a\n    name: A\n    summary: A.\n    contact:\n      email: a@example.org\n    # about a\n# about services\nservices: []\n",
        "groups:\n  - {id: a, name: A, summary: A., contact: {email: a@example.org}}\n\n\n# the end\n",
        "groups:\n  - id: a\n    name: A\n    contact: {email: a@example.org}\n    summary: |\n      A.\n\nservices:\n",
    ],
)
def test_a_listing_is_added_to_whatever_the_list_looks_like(tmp_path: Path, text: str) -> None:
    found = files(tmp_path, text)
    path, data = add(found, "groups", TEA)
    assert path.name == "resources.yaml"
    before = yaml.load(HEAD + text, Loader=yaml.BaseLoader)
    after = yaml.load(data.decode(), Loader=yaml.BaseLoader)
    assert after.pop("groups") == [*(before.pop("groups", None) or []), TEA]
    assert after == before
    typed, added = (HEAD + text).replace("groups: []", "groups:").split("\n"), data.decode().split("\n")
    assert [line for line in typed if line.strip() and line not in added] == []


def test_it_goes_to_the_file_in_which_the_list_ends(tmp_path: Path) -> None:
    row = "  - id: {id}\n    name: {id} group\n    summary: S.\n    contact: {{email: {id}@example.org}}\n"
    one, other = (f"groups:\n{row.format(id=f'{name}-1')}{row.format(id=f'{name}-2')}" for name in "ab")
    found = files(tmp_path, "include: [a.yaml, b.yaml]\n", a=one, b=other)
    path, data = add(found, "groups", TEA)
    assert path.name == "b.yaml"
    assert data.decode().startswith(other)


def test_what_the_check_would_refuse_is_not_added(tmp_path: Path) -> None:
    found = files(tmp_path, "")
    with pytest.raises(NothingChanged) as refused:
        add(found, "groups", {**TEA, "contact": {"phones": "83"}})
    assert [problem.rule for problem in refused.value.problems] == ["phone-number"]


def test_a_list_in_brackets_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(NothingChanged, match="brackets"):
        add(
            files(tmp_path, "groups: [{id: a, name: A, summary: A., contact: {email: a@example.org}}]\n"), "groups", TEA
        )


def test_nobody_writes_into_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NothingChanged) as refused:
        files(tmp_path, "groups:\n\t- id: a\n")
    assert refused.value.problems


@given(typed=st.text(max_size=80))
def test_a_free_id_can_always_be_an_id(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    found = files(tmp_path_factory.mktemp("town"), "")
    assert check_id(found, free_id(found, typed)) == free_id(found, typed)


@pytest.mark.parametrize(
    "typed", ["../a", "a/b", "a\\b", "..", ".", "", " ", "A", "a--b", "-a", "é", "a" * 61, "a.b", "a\nb", *RESERVED_IDS]
)
def test_tricks_are_no_ids(tmp_path: Path, typed: str) -> None:
    with pytest.raises(Refused):
        check_id(files(tmp_path, ""), typed)


def test_an_id_of_another_listing_is_refused_with_a_free_one(tmp_path: Path) -> None:
    found = files(
        tmp_path, "groups:\n  - id: tea\n    name: Tea\n    summary: T.\n    contact: {email: a@example.org}\n"
    )
    with pytest.raises(Refused, match="tea-2"):
        check_id(found, "tea")
    assert found.loaded.today == date(2026, 11, 22)
