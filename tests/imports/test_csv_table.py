"""CSV files as programs of all kinds write them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.imports import csv_table
from generator.imports.csv_table import Table, read_table
from generator.imports.report import Report
from generator.problems import InputError


def table(tmp_path: Path, data: bytes) -> tuple[Table, list[str]]:
    """The table in these bytes, and what was said of the file."""
    path = tmp_path / "services.csv"
    path.write_bytes(data)
    report = Report()
    found = read_table(path, report)
    return found, [str(note) for note in report.notes]


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("id,name\n1,Café\n".encode(), None),
        ("\ufeffid,name\r\n1,Café\r\n".encode(), None),
        ("id,name\r1,Café\r".encode(), None),
        ("id,name\n1,Café\n".encode("cp1252"), "services.csv is not in UTF-8; it was read as Windows-1252. Look at the accents."),
        ("id,name\n1,Café\n".encode("utf-16"), "services.csv is in UTF-16 and was read so."),
        ("id;name\n1;Café\n".encode(), None),
        ("id\tname\n1\tCafé\n".encode(), None),
        ('"id" , "Name "\n"1","Café"\n'.encode(), None),
        ("ID,Name\n\n1,Café\n,\n".encode(), None),
    ],
)  # fmt: skip
def test_each_way_to_write_a_table_gives_the_same_row(tmp_path: Path, data: bytes, note: str | None) -> None:
    found, notes = table(tmp_path, data)
    assert [dict(row.values) for row in found.rows] == [{"id": "1", "name": "Café"}]
    assert notes == ([note] if note else [])


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    found, notes = table(tmp_path, b"id,name\n1,Caf\x81\n")
    assert found.rows[0]["name"] == "Caf\N{REPLACEMENT CHARACTER}"
    assert "Characters that do not exist there: 1." in notes[0]


def test_a_cell_may_hold_line_breaks_commas_quotes_and_formulas(tmp_path: Path) -> None:
    found, _ = table(tmp_path, b'id,name,fees\n1,"Tea, ""talk""\n\nand cake","=HYPERLINK(""x"")"\n2,@SUM(A1),+1\n')
    assert found.rows[0]["name"] == 'Tea, "talk"\n\nand cake'
    assert [row["fees"] for row in found.rows] == ['=HYPERLINK("x")', "+1"]


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    found, _ = table(tmp_path, b'id,name\n1,"two\nlines"\n\n2,B\n')
    assert [row.origin.row for row in found.rows] == [2, 4]


def test_a_short_row_has_empty_cells_and_a_long_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "services.csv"
    path.write_bytes(b"id,name,fees\n1,Tea\n2,Talk,none,more,,and more\n")
    report = Report()
    found = read_table(path, report)
    assert [row["fees"] for row in found.rows] == ["", "none"]
    assert [str(note) for note in report.notes] == [
        "services.csv: rows that end before the last column: 1, the first of them row 2; what is not there was taken as empty."
    ]
    assert [(line.origin.row, line.original, str(line.reason)) for line in report.lines] == [
        (3, "more | and more", "These cells stand beyond the last column.")
    ]


def test_a_column_that_stands_twice_is_told(tmp_path: Path) -> None:
    found, notes = table(tmp_path, b"id,name,name\n1,Tea,Talk\n")
    assert found.rows[0]["name"] == "Tea"
    assert notes == ["services.csv: the column 'name' stands twice; the first one was read."]


def test_a_quotation_mark_without_an_end_is_told(tmp_path: Path) -> None:
    _, notes = table(tmp_path, b'id,name\n1,"Tea\n2,Talk\n')
    assert notes == ["services.csv: a quotation mark is not closed, so rows after it may have run together."]


def test_a_cell_of_any_length_is_read_and_the_limit_of_others_stays(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    found, _ = table(tmp_path, b"id,name\n1," + b"x" * 300_000 + b"\n")
    assert len(found.rows[0]["name"]) == 300_000
    assert csv.field_size_limit() == before


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "LARGEST_FILE", 10)
    with pytest.raises(InputError, match="This file has 21 bytes; 10 can be read"):
        table(tmp_path, b"id,name\n1,Tea and tal")


def test_a_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "services.csv").mkdir()
    with pytest.raises(InputError, match=r"services.csv:1:1: This file cannot be read"):
        read_table(tmp_path / "services.csv", Report())
