"""Spreadsheets of any kind: what their columns mean, and what becomes of their cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.csv_text import table
from generator.exports.listings_csv import COLUMNS, files
from generator.imports.entries import Entry
from generator.imports.imported import Imported, write
from generator.imports.report import Happened
from generator.imports.sheet.known import Known
from generator.imports.sheet.plan import Plan
from generator.imports.sheet.targets import OUR_OWN, TARGETS
from generator.imports.spreadsheet import import_csv
from generator.language import Language
from generator.load import load
from generator.model.directory import Directory
from generator.problems import InputError
from generator.views.survey import Survey
from tests.imports.conftest import TODAY

ROOT = Path(__file__).resolve().parents[2]
Sheet = Callable[..., Imported]

PLACE: dict[str, Any] = {"country": "US", "time_zone": "America/New_York", "area_served": "Town", "language": "en-US"}


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """`sheet(["name", "when"], ["Tea", "Tuesday 18:00"])` writes a CSV file with one row and imports it."""

    def run(heads: Sequence[str], *rows: Sequence[str], **options: Any) -> Imported:
        text = io.StringIO()
        csv.writer(text).writerows([heads, *rows])
        path = tmp_path / "list.csv"
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
        return import_csv(path, name="Town", today=TODAY, **{**PLACE, **options})

    return run


@pytest.fixture(scope="module")
def demo() -> Directory:
    """The directory of Lantern Bay."""
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory
    return loaded.directory


def only(made: Imported) -> Entry:
    (entry,) = [entry for entry in made.entries if entry.section in ("groups", "services")]
    return entry


def told(made: Imported, happened: Happened) -> list[tuple[str, str]]:
    return [(line.field, line.original) for line in made.report.lines if line.happened is happened]


@pytest.mark.parametrize(
    ("head", "cell", "field", "value"),
    [
        ("Day/Time", "Tuesdays 6.30pm-8pm", "schedule", "Tuesday 18:30-20:00"),
        ("Opening hours", "Mon-Fri 9am-5pm; Sat 10am-noon", "schedule", ["Monday to Friday 09:00-17:00", "Saturday 10:00-12:00"]),
        ("Telephone", "(207) 555-0142 or 207-555-0160", "contact", {"phones": ["(207) 555-0142", "207-555-0160"]}),
        ("Web", "www.example.org/tea", "contact", {"website": "http://www.example.org/tea"}),
        ("E-mail address", "mailto:desk@example.org", "contact", {"email": "desk@example.org"}),
        ("Text", "Text HELLO to (207) 555-0143", "contact", {"text": "HELLO to (207) 555-0143"}),
        ("Fee", "No charge", "cost", "free"),
        ("Cost", "sliding scale", "cost", "sliding_scale"),
        ("Languages", "English, Spanish", "languages", ["en", "es"]),
        ("Format", "Zoom", "attending", "online"),
        ("Also known as", "Tea Club; The Cuppa", "alternate_names", ["Tea Club", "The Cuppa"]),
        ("Min age", "18+", "eligibility", {"minimum_age": 18}),
        ("Who is it for?", "Anybody over 60.", "eligibility", "Anybody over 60."),
        ("Wheelchair access", "Yes", "location", {"accessibility_note": "Wheelchair access: Yes"}),
        ("accessibility", "step_free; Hearing loop", "location", {"accessibility": ["step_free", "hearing_loop"]}),
        ("Status", "temporarily closed", "status", "paused"),
        ("Joining", "drop in", "joining", "drop_in"),
        ("Zip", "04991", "location", {"postal_code": "04991"}),
        ("Time zone", "Europe/London", "schedule", None),
    ],
)  # fmt: skip
def test_a_cell_becomes_the_field_that_its_head_means(
    sheet: Sheet, head: str, cell: str, field: str, value: Any
) -> None:
    made = sheet(["Group", head, "Notes"], ["Tea", cell, "Come in."])
    assert only(made).fields.get(field) == value


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Times", "Most Tuesdays, ring first"),
        ("Times", "Tuesday evenings"),
        ("When", "every 2 weeks on Thursday 17:30"),
        ("When", "Tuesday 25:00"),
    ],
)
def test_hours_that_are_not_certain_are_quoted_and_told(sheet: Sheet, head: str, cell: str) -> None:
    made = sheet(["Name", head], ["Tea", cell])
    assert "schedule" not in only(made).fields
    assert only(made).fields["description"] == f"Days and times: {cell}\n"
    assert told(made, Happened.KEPT_AS_TEXT) == [(head.lower(), cell)]


def test_day_and_times_in_columns_of_their_own_come_together(sheet: Sheet) -> None:
    made = sheet(["Name", "Day", "Start", "End"], ["Tea", "Tuesday", "18:30:00", "20:00:00"])
    assert only(made).fields["schedule"] == "Tuesday 18:30-20:00"


@pytest.mark.parametrize("fault", ["#REF!", "#N/A", "########", "2.07555E+09"])
def test_faults_of_a_spreadsheet_are_told_and_not_taken(sheet: Sheet, fault: str) -> None:
    made = sheet(["Name", "Phone", "Notes"], ["Tea", fault, "Hot."])
    assert "contact" not in only(made).fields
    assert told(made, Happened.DROPPED) == [("phone", fault)]


def test_a_formula_is_the_text_it_is(sheet: Sheet) -> None:
    made = sheet(["Name", "Notes"], ['=HYPERLINK("https://evil.example.org")', "'=1+1"])
    assert only(made).fields["name"] == '=HYPERLINK("https://evil.example.org")'
    assert only(made).fields["description"] == "Notes: =1+1\n"
    assert told(made, Happened.KEPT_AS_TEXT) == [("name", '=HYPERLINK("https://evil.example.org")')]


def test_markup_becomes_plain_text_and_is_told(sheet: Sheet) -> None:
    made = sheet(["Name", "Description"], ["Tea", f"<p>One <b>two</b></p>\n<p>Three &amp; {'four ' * 60}</p>"])
    assert str(only(made).fields["description"]).startswith("One two\n\nThree & four four")
    assert told(made, Happened.CHANGED)[0][0] == "description"


def test_the_address_of_a_confidential_place_does_not_come_over(sheet: Sheet) -> None:
    made = sheet(["Name", "Street", "City", "Zip", "Confidential"], ["Tea", "1 Secret Road", "Town", "04991", "yes"])
    assert only(made).fields["location"] == {"city": "Town", "confidential": "yes"}
    assert "Secret" not in "".join([*made.files.values(), *(line.original for line in made.report.lines)])


def test_a_full_name_stays_out_and_a_first_name_comes_over(sheet: Sheet) -> None:
    made = sheet(
        ["Name", "Contact", "Phone"], ["Tea", "Rosa", "(207) 555-0142"], ["Walk", "Sam Smith", "(207) 555-0160"]
    )
    tea, walk = (entry.fields["contact"] for entry in made.entries)
    assert tea == {"name": "Rosa", "phones": "(207) 555-0142"}
    assert walk == {"phones": "(207) 555-0160"}


def test_names_lead_to_what_the_directory_has_and_only_to_that(sheet: Sheet) -> None:
    known = Known(
        goals={"coping": "Ways to cope"},
        areas={"harbor": "The Harbor"},
        organizations={"house": "Corner House"},
        locations={"mill": "Old Mill"},
        streets={"mill": "1 Mill Street"},
    )
    made = sheet(
        ["Name", "Goals", "Areas", "Run by", "Venue", "Address"],
        ["Tea", "ways to cope; Coping", "the harbor; Harborside", "Corner house", "Old Mill", "1 mill street"],
        ["Walk", "", "", "New House", "Old Mill", "2 Mill Street"],
        known=known,
    )
    tea, walk = [entry.fields for entry in made.entries if entry.section == "services"]
    assert (tea["goals"], tea["areas"], tea["organization"], tea["location"]) == ("coping", "harbor", "house", "mill")
    assert told(made, Happened.DROPPED) == [("goals", "Coping"), ("areas", "Harborside")]
    assert walk["location"] == {"name": "Old Mill", "address": "2 Mill Street"}
    assert [entry.fields for entry in made.entries if entry.section == "organizations"] == [
        {"id": "new-house", "name": "New House"}
    ]


def test_several_columns_of_notes_keep_their_heads(sheet: Sheet) -> None:
    made = sheet(["Name", "Notes", "Comments"], ["Tea", "Hot.", "Bring a cup."])
    assert only(made).fields["description"] == "Notes: Hot.\n\nComments: Bring a cup.\n"


def test_a_row_with_nothing_but_a_name_is_told_as_a_heading(sheet: Sheet) -> None:
    made = sheet(["Name", "Phone"], ["MONDAY", ""], ["Tea", "(207) 555-0142"])
    assert only(made).fields["name"] == "Tea"
    assert told(made, Happened.DROPPED) == [("", "name: MONDAY")]


def test_ids_stay_when_rows_change_places(sheet: Sheet) -> None:
    heads = ["Name", "City", "Phone"]
    rows = [["Tea", "Elm", "(207) 555-0142"], ["Tea", "Oak", "(207) 555-0160"], ["Walk", "Elm", "(207) 555-0161"]]
    there = {entry.id for entry in sheet(heads, *rows).entries}
    assert there == {"tea-elm", "tea-oak", "walk"}
    assert {entry.id for entry in sheet(heads, *rows[::-1]).entries} == there


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_separators_and_line_breaks_in_cells(tmp_path: Path, encoding: str, mark: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(
        [["Name", "Description", "Phone"], ["Café", f"One{mark} two.\n\nThree: “four”.", "(207) 555-0142"]]
    )
    path = tmp_path / "list.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    entry = only(import_csv(path, name="Town", today=TODAY, **PLACE))
    assert entry.fields["name"] == "Café"
    assert entry.fields["summary"] == f"One{mark} two. Three: “four”.".replace("\t", "")


@pytest.mark.parametrize(
    "lead", ["Helplist 2026,,\n,,\n", '"Helplist, 2026",,\nsecond title\n', "\ufeffsep=,\n\n", "\n\n"]
)
def test_titles_above_the_heads_are_passed_over_and_rows_keep_their_numbers(tmp_path: Path, lead: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{lead}Name,Day,Phone\nTea,Tuesday,83\n", encoding="utf-8")
    made = import_csv(path, name="Town", today=TODAY, **PLACE)
    assert only(made).fields["schedule"] == "Tuesday"
    assert [line.origin.row for line in made.report.lines if line.field == "phone"] == [4]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1 Mill St, Elm, ME 04991", {"address": "1 Mill St", "city": "Elm", "state_province": "ME", "postal_code": "04991"}),
        ("Mill Street, behind the church", {"address": "Mill Street, behind the church"}),
        ("12, 34, 56 04991", {"address": "12, 34, 56 04991"}),
    ],
)  # fmt: skip
def test_an_address_in_one_cell_is_told_apart_where_its_form_is_plain(
    sheet: Sheet, typed: str, place: dict[str, str]
) -> None:
    made = sheet(["Name", "Address"], ["Tea", typed])
    assert only(made).fields["location"] == place
    assert (told(made, Happened.CHANGED) == [("address", typed)]) == ("city" in place)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no table"),
        (b"name\n", "no table"),
        (b"just a line\nand another\n", "no table"),
        (b"PK\x03\x04rest", "one for Excel"),
        (b"%PDF-1.7", "one for PDF"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        import_csv(path, name="Town", today=TODAY, **PLACE)


def test_a_column_that_the_mapping_does_not_name_is_left_out_and_told(sheet: Sheet) -> None:
    made = sheet(
        ["Who", "Tel", "Secret"],
        ["Tea", "988", "x"],
        mapping=Plan({"who": "name", "tel": "phones", "secret": "leave_out"}),
    )
    assert only(made).fields["name"] == "Tea"
    assert [str(note) for note in made.report.notes] == [
        "The column 'secret' was left out. Rows with something there: 1."
    ]


def test_our_own_published_columns_are_all_known() -> None:
    assert {name for name in COLUMNS if name not in TARGETS} == set(OUR_OWN)


def test_our_own_published_table_comes_back_without_a_mapping(demo: Directory, tmp_path: Path) -> None:
    (made,) = files(Survey(demo, TODAY, Language.load("en")), "")
    path = tmp_path / "listings.csv"
    path.write_bytes(made.content)
    back = import_csv(path, name="Town", today=TODAY, **PLACE)
    out = tmp_path / "out"
    write(back, out)
    loaded = load(out / "resources.yaml", root=out, today=TODAY)
    assert loaded.directory, loaded.errors
    assert not [line for line in back.report.lines if line.happened is Happened.CHANGED]
    there = {listing.id: listing for listing in loaded.directory.listings}
    assert there.keys() == {listing.id for listing in demo.listings if listing.status != "ended"}
    quoted = {line.origin.id for line in back.report.lines if line.happened is Happened.KEPT_AS_TEXT}
    for listing in demo.listings:
        if listing.id not in there:
            continue
        found = there[listing.id]
        assert type(found) is type(listing)
        for field in ("name", "alternate_names", "summary", "verified", "status", "joining", "application_process"):
            assert getattr(found, field) == getattr(listing, field), (listing.id, field)
        assert found.eligibility.minimum_age == listing.eligibility.minimum_age
        assert (found.cost and found.cost.kind) == (listing.cost and listing.cost.kind)
        if listing.id not in quoted:
            assert [str(line) for line in found.schedule] == [str(line) for line in listing.schedule]


TEXTS = st.text(min_size=1, max_size=40)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_whatever_is_in_the_cells_the_directory_is_right_or_the_row_is_told(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_bytes(table(["Name", "When", "Phone", "Notes"], rows))
        try:
            made = import_csv(path, name="Town", today=TODAY, **PLACE)
        except InputError as refused:
            assert "No listing could be made" in str(refused) or "no table" in str(refused)
            return
        out = Path(folder) / "out"
        write(made, out)
        errors = load(out / "resources.yaml", root=out, today=TODAY).errors
        assert not errors, errors
        gone = {line.origin.row for line in made.report.lines if line.happened is Happened.DROPPED}
        assert gone | made.report.rows["list.csv"].used >= set(range(2, 2 + made.report.rows["list.csv"].rows))


@pytest.mark.parametrize(("country", "is_told"), [("FR", True), ("US", False)])
def test_a_country_whose_help_lines_nobody_knows_is_told(sheet: Sheet, country: str, is_told: bool) -> None:
    imported = sheet(["name", "when"], ["Tea", "Tuesday 18:00"], country=country)
    notes = [str(note) for note in imported.report.notes]
    assert any(note.startswith(f"No crisis lines are known here for {country}") for note in notes) is is_told
