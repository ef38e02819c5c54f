"""What the columns of a spreadsheet are taken for, and the mapping file in which somebody corrects it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imports.csv_table import Row
from generator.imports.report import Origin, Report
from generator.imports.sheet.guessing import How, guessed
from generator.imports.sheet.plan import mapping_text, plan_of, read_plan
from generator.imports.sheet.targets import TARGETS, words_of
from generator.imports.spreadsheet import guess, read_sheet
from generator.problems import InputError

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "data" / "import.md"


def test_the_guide_names_everything_that_a_column_can_become() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert [name for name in TARGETS if f"`{name}`" not in text] == []


def test_contents_count_more_than_a_head_that_says_something_else(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Title,Contact,Info,Flag\nTea,(207) 555-0142,tea@example.org,q\nWalk,207-555-0160,w@example.org,r\n",
                    encoding="utf-8")  # fmt: skip
    guesses = guess(read_sheet(path, Report()), "US")
    assert [(one.target, one.how) for one in guesses] == [
        ("name", How.HEAD), ("phones", How.CONTENTS), ("email", How.CONTENTS), ("leave_out", How.UNKNOWN),
    ]  # fmt: skip


def test_two_columns_never_become_what_only_one_can(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Title,Email,E-mail\nTea,Mrs,a@example.org,b@example.org\n", encoding="utf-8")
    targets = [one.target for one in guess(read_sheet(path, Report()), "US")]
    assert targets == ["name", "more", "email", "more"]


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8), st.text(max_size=40))
def test_the_mapping_file_reads_back_as_it_was_written(heads: list[str], cell: str) -> None:
    columns = {words_of(head): "_".join(head.lower().split()) for head in heads if head.isprintable()}
    names = ["name", *(column for words, column in columns.items() if words and words != "name")]
    guesses = guessed(names, [Row(Origin("x.csv", 2), dict.fromkeys(names, cell))], "US")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.mapping.yaml"
        path.write_text(mapping_text("list.csv", guesses), encoding="utf-8")
        assert read_plan(path, names) == plan_of(guesses)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("columns:\n  - column: Nam\n    becomes: name\n", 2, "no column 'Nam'. Did you mean 'name'"),
        ("columns:\n  - column: name\n    becomes: nmae\n", 3, "can become 'nmae'. Did you mean 'name'"),
        ("columns:\n  - column: tel\n    becomes: phones\n", 1, "No column becomes the name"),
        (
            "columns:\n  - column: name\n    becomes: name\n  - column: tel\n    becomes: name\n",
            5,
            "becomes 'name' already",
        ),
        ("kind: worksheet\ncolumns:\n  - column: name\n    becomes: name\n", 1, "must be group or service"),
        ("colums:\n  - column: name\n", 1, "no field called 'colums'"),
        ("columns:\n  - name\n", 2, "not a column with what it becomes"),
        ("columns:\n  - column: name\n   becomes: name\n", 3, ""),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "list.mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_plan(path, ["name", "tel"])
    assert any(message in str(problem.message) + " " + str(problem.hint) and problem.place.line == line
               for problem in refused.value.problems)  # fmt: skip
