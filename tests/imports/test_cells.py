"""Text, numbers and addresses in single cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.ids import ids_for
from generator.imports.language_names import language_codes
from generator.imports.lost_breaks import LineBreaks, as_sentences, with_spaces
from generator.imports.phone_cells import read_numbers
from generator.imports.plain_text import (
    cut_paragraphs,
    first_sentences,
    paragraphs,
    without_invisible,
    without_markup,
    wrapped,
)
from generator.imports.postal import Towns
from generator.imports.report import Happened, Origin, Report
from generator.model.text import LONGEST_ID, Prose, slug

PROSE: TypeAdapter[str] = TypeAdapter(Prose)


def cell(column: str, text: str) -> tuple[Cells, Report]:
    report = Report()
    return Cells(Row(Origin("services.csv", 2), {column: text}), report), report


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("<p>Tea</p><p>Talk</p>", "Tea\n\nTalk"),
        ("Tea<br/>Talk<BR>Cake", "Tea\nTalk\nCake"),
        ("<ul><li>Tea</li><li>Talk</li></ul>", "- Tea\n- Talk"),
        ('Ask <a href="https://example.org/a">here</a>.', "Ask here (https://example.org/a)."),
        ("<a href='mailto:a@example.org'>a@example.org</a>", "a@example.org"),
        ("Tea &amp; talk&nbsp;&#8211; &eacute;", "Tea & talk\u00a0– é"),
        ("&lt;b&gt; stays text", "<b> stays text"),
        ("5 < 6 and 7 > 6 & more; a<b", "5 < 6 and 7 > 6 & more; a<b"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)
def test_layout_becomes_paragraphs_and_the_rest_stays_text(typed: str, plain: str) -> None:
    assert without_markup(typed) == plain


@pytest.mark.parametrize("piece", ["<a href=", "<p", "<a ", "&", "<br"])
def test_markup_without_an_end_is_kept_as_the_text_it_is(piece: str) -> None:
    # Long enough that looking for each end anew would take minutes.
    typed = piece * 20_000
    assert without_markup(typed).strip() == typed.strip()


@given(st.text(max_size=200))
def test_what_is_left_after_cleaning_is_text_the_model_takes(text: str) -> None:
    plain = wrapped(paragraphs(without_invisible(text)))
    if plain.strip():
        assert PROSE.validate_python(plain)


@given(st.text(st.sampled_from("Ab. !?\"'(),…\n"), max_size=120), st.integers(20, 60))
def test_first_sentences_are_the_beginning_and_fit(text: str, limit: int) -> None:
    whole = " ".join(text.split())
    start = first_sentences(text, limit)
    assert len(start) <= limit
    assert whole.startswith(start.removesuffix("…").rstrip())
    assert (start == whole) == (len(whole) <= limit)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Dr. Lee sees you on Mondays. Bring cake. And more of the same.", "Dr. Lee sees you on Mondays."),
        ("We help veterans of the U.S. Army. All of them are welcome here.", "We help veterans of the U.S. Army."),
        ("Open 9 a.m. to 5 p.m. Closed on holidays, and on all weekends.", "Open 9 a.m. to 5 p.m. Closed on…"),
        ("Come in! (Ring twice.) And then wait until somebody comes to you.", "Come in! (Ring twice.)"),
        ("Anybody who wants to come is welcome at any time of the day", "Anybody who wants to come is welcome…"),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmütze", "Donaudampfschifffahrtsgesellschaftskap…"),
    ],
)
def test_a_text_is_cut_between_sentences_or_else_between_words(text: str, start: str) -> None:
    assert first_sentences(text, 39) == start


def test_a_long_text_is_cut_between_paragraphs_and_sentences() -> None:
    assert cut_paragraphs("One.\n\nTwo is here. And more.\n\nThree.", 20) == "One.\n\nTwo is here."


@pytest.mark.parametrize(
    ("text", "whole", "count"),
    [
        ("TelephonePlease call.", "Telephone\nPlease call.", 1),
        ("Telephone\n\n    Walk-inCome early.", "Telephone\n\nWalk-in\nCome early.", 1),
        ("Telephone18005297374", "Telephone\n18005297374", 1),
        ("Online through Example.orgCall us.", "Online through Example.org\nCall us.", 1),
        ("Online through Example.org", "Online through Example.org", 0),
        ("OnlineShop is a name", "Online\nShop is a name", 1),
        ("McDonald and LaSalle stay.", "McDonald and LaSalle stay.", 0),
    ],
)
def test_lost_breaks_are_put_back_where_a_line_stands_alone_elsewhere(text: str, whole: str, count: int) -> None:
    breaks = LineBreaks(["Telephone\n\n    Walk-in\n Online", "Online through Example.org", "Mc", "La"])
    assert breaks.restored(text) == (whole, count)


@pytest.mark.parametrize(
    "text",
    [
        "Visit http://a.example/b.Html now",
        "See www.example.Org here",
        "Node.js and U.S.Army",
        "e.g.This",
        "Example.Com/x a",
    ],
)
def test_no_space_is_put_into_addresses_and_short_forms(text: str) -> None:
    assert with_spaces(text) == (text, 0)


def test_lines_become_sentences() -> None:
    assert as_sentences("Telephone\n\n  Walk-in:\nnow\n") == "Telephone. Walk-in: now"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("(312) 938-2106", [{"number": "(312) 938-2106"}]),
        ("312-346-9766 x 715", [{"number": "312-346-9766 x 715"}]),
        ('"+1 312 938 2106"', [{"number": "+1 312 938 2106"}]),
        ("(618) 453-3217; (618) 536-7711", [{"number": "(618) 453-3217"}, {"number": "(618) 536-7711"}]),
        ("(618) 394-7300 or (877) 342-7891", [{"number": "(618) 394-7300"}, {"number": "(877) 342-7891"}]),
        ("217-525-5297 (LAWS)", [{"number": "217-525-5297", "description": "LAWS"}]),
        ("844-RIGHTS-9 (844-744-4879)", [{"number": "844-744-4879", "description": "844-RIGHTS-9"}]),
        ("1-800-LAW-REP-4", [{"number": "1-800-529-7374", "description": "1-800-LAW-REP-4"}]),
        ("988", [{"number": "988"}]),
    ],
)
def test_numbers_are_read_where_they_are_certain(text: str, numbers: list[dict[str, str]]) -> None:
    assert list(read_numbers(text, "US").numbers) == numbers


@pytest.mark.parametrize(
    "text", ["no phone", "N/A", "555-0142", "ask at the desk (3rd floor)", "CALL-US-NOW-PLEASE", "312-938-2106 or ask"]
)
def test_what_leaves_a_doubt_is_no_number(text: str) -> None:
    read = read_numbers(text, "US")
    assert read.numbers == ()
    assert read.refusal is not None


@pytest.mark.parametrize(
    ("typed", "address", "happened"),
    [
        ("https://example.org/a", "https://example.org/a", []),
        ("www.example.org", "http://www.example.org", [Happened.CHANGED]),
        ("https://a.example.org, https://b.example.org", "https://a.example.org", [Happened.DROPPED]),
        ("javascript:alert(1)", "", [Happened.DROPPED]),
        ("see our page", "", [Happened.DROPPED]),
        ("https://user:pass@example.org", "", [Happened.DROPPED]),
    ],
)
def test_pages_are_safe_addresses_or_told(typed: str, address: str, happened: list[Happened]) -> None:
    cells, report = cell("url", typed)
    assert cells.web("url") == address
    assert [line.happened for line in report.lines] == happened


@pytest.mark.parametrize(
    ("typed", "address", "happened"),
    [
        ("a@example.org", "a@example.org", []),
        ("mailto:a@example.org", "a@example.org", [Happened.CHANGED]),
        ("a@example.org; b@example.org", "a@example.org", [Happened.DROPPED]),
        ("a at example", "", [Happened.DROPPED]),
    ],
)
def test_mail_addresses_are_whole_or_told(typed: str, address: str, happened: list[Happened]) -> None:
    cells, report = cell("email", typed)
    assert cells.mail("email") == address
    assert [line.happened for line in report.lines] == happened


def test_invisible_characters_go_and_that_is_told_once() -> None:
    cells, report = cell("name", "Tea\u202e and\x00 talk")
    assert (cells.line("name"), cells.line("name")) == ("Tea and talk", "Tea and talk")
    assert [str(line.reason) for line in report.lines] == ["Invisible characters were taken out."]


def test_languages_are_codes_and_what_is_none_is_told() -> None:
    assert language_codes("Spanish, polish; American Sign Language and es / Elvish") == (
        ["es", "pl", "ase"],
        ["Elvish"],
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("11 East Adams StreetSuite 500Chicago", ("11 East Adams Street", "Suite 500", "Chicago")),
        ("17th N. State13th Floor, Suite #1380Chicago", ("17th N. State", "13th Floor, Suite #1380", "Chicago")),
        ("25 East Jackson Blvd.Chicago", ("25 East Jackson Blvd.", "", "Chicago")),
        ("1 Main Street, Oak Park", ("1 Main Street", "", "Oak Park")),
        ("P.O. Box 726Homewood", ("P.O. Box 726Homewood", "", "")),
        ("1 Oak Park", ("1 Oak Park", "", "")),
        ("PO Box 5LaSalle", ("PO Box 5LaSalle", "", "")),
        ("12 Main StreetSuite", ("12 Main StreetSuite", "", "")),
    ],
)
def test_a_town_is_told_apart_only_if_it_is_known(text: str, parts: tuple[str, str, str]) -> None:
    assert Towns(["Chicago", "Oak Park", "Salle"], []).parted(text) == parts


def test_a_name_in_which_three_addresses_end_is_a_town() -> None:
    glued = ["1 A StreetJoliet", "2 B StreetJoliet", "3 C StreetJoliet"]
    assert Towns([], glued).parted("4 D StreetJoliet") == ("4 D Street", "", "Joliet")
    assert Towns([], glued[:2] * 5).parted("4 D StreetJoliet") == ("4 D StreetJoliet", "", "")


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=40)), max_size=12))
def test_ids_are_safe_and_each_its_own(records: list[tuple[str, str]]) -> None:
    ids = ids_for(records)
    assert len(set(ids)) == len(records)
    assert all(slug(made) == made and len(made) <= LONGEST_ID for made in ids)


def test_ids_carry_the_mark_of_the_export_where_names_are_shared() -> None:
    uuids = ["ac148810-d857-441c-9679-408f346de14b", "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610"]
    assert ids_for([("Desk", uuids[0]), ("Desk", uuids[1]), ("Line", "7")]) == [
        "desk-ac148810",
        "desk-d9d5e0f5",
        "line",
    ]
    assert ids_for([("Desk", ""), ("Desk", "")]) == ["desk", "desk-2"]
    assert ids_for([("Desk", "1")], taken={"desk"}) == ["desk-1"]
