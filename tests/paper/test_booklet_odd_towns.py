"""Booklets of towns with nothing, one thing, very much, or texts that mean harm."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks.make_directory import write
from generator.language import Language
from generator.load import load
from generator.paper.booklet import booklet_job, booklet_jobs
from generator.paper.poster import poster_jobs
from generator.paper.press import Press
from generator.views.booklet import Choice
from generator.views.print_page import PAPER
from generator.views.survey import Survey
from tests.paper.paper_reader import boxes_of, in_one_line, pages_of
from tests.paper.tag_check import faults_of
from tests.town import survey as survey_of

THE_DAY = date(2026, 11, 22)
GOALS = "goals:\n  - {id: talk, name: Talk, summary: To talk.}\n"
PRIVATE = f"""\
{GOALS}areas:
  - {{id: north, name: North}}
services:
  - id: refuge
    name: Rose Refuge
    summary: A safe house.
    goals: [talk]
    areas: [north]
    schedule: 24 hours
    joining: contact_first
    location: {{confidential: yes, name: Hidden Villa, city: Quiet Vale, accessibility_note: Ramp behind the oak}}
    contact: {{phones: (207) 555-0131}}
    verified: 2026-11-01
groups:
  - id: tea
    name: Tea
    summary: Tea at four.
    goals: [talk]
    areas: [north]
    schedule: Tuesday 16:00
    location: {{confidential: yes, name: Secret Hall, city: Quiet Vale}}
    verified: 2026-11-01
"""


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def a_group(number: int, name: str, **fields: str) -> str:
    rows = {
        "summary": f"Summary {number}.",
        "goals": "[talk]",
        "schedule": "Tuesday 18:30",
        "verified": "2026-11-01",
        **fields,
    }
    lines = "".join(f"    {key}: {value}\n" for key, value in rows.items())
    return f"  - id: group-{number}\n    name: {name}\n{lines}"


def test_a_town_without_listings_says_so(press: Press, tmp_path: Path) -> None:
    made = press.print(booklet_job(survey_of("", tmp_path), Choice(), PAPER["a6"]))
    text = in_one_line(" ".join(pages_of(made)))
    assert "There are no listings to print yet." in text
    assert "All names" not in text
    assert faults_of(made) == []


@pytest.mark.parametrize("paper", ["a6", "large"])
def test_one_listing_makes_a_booklet(press: Press, tmp_path: Path, paper: str) -> None:
    survey = survey_of(GOALS + "groups:\n" + a_group(1, "Tea"), tmp_path)
    made = press.print(booklet_job(survey, Choice(), PAPER[paper]))
    pages = pages_of(made)
    [number] = [number for number, page in enumerate(pages, start=1) if "Summary 1." in page]
    assert any(page.startswith("All names") and f"Tea {number}" in in_one_line(page) for page in pages)
    assert faults_of(made) == []


def test_a_town_where_nothing_meets_has_no_timetable(press: Press, tmp_path: Path) -> None:
    survey = survey_of(GOALS + "groups:\n" + a_group(1, "Tea", schedule="by appointment"), tmp_path)
    text = in_one_line(" ".join(pages_of(press.print(booklet_job(survey, Choice(), PAPER["a6"])))))
    assert "By appointment" in text
    assert "The week" not in text.split("All names")[0]


def test_no_private_place_is_told_on_any_paper(press: Press, tmp_path: Path) -> None:
    survey = survey_of(PRIVATE, tmp_path)
    jobs = [*booklet_jobs(survey), *poster_jobs(survey)]
    assert len(jobs) > 10
    for job in jobs:
        text = in_one_line(" ".join(pages_of(press.print(job))))
        if not job.fold:
            assert "Tea" in text
            assert "Address given when you call" in text
        assert not re.search("Hidden Villa|Secret Hall|Quiet Vale|behind the oak", text), job.path
        assert not re.search("Hidden Villa|Secret Hall|Quiet Vale|behind the oak", job.words), job.path


def letters_of(text: str) -> str:
    """The text without spaces, since a line may break within it."""
    return "".join(text.split())


HOSTILE = [
    '#panic("x") *b* $x$ @ref',
    "<script>alert(1)</script> & <b>",
    r"\input{x} \u{41} \\ %",
    "= Not a heading",
    "#set page(width: 1pt)",
    "``` raw ``` ~ -- ---",
    "sys.inputs.words {name} {{ name }}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_code_is_printed_as_it_is(press: Press, tmp_path: Path, text: str) -> None:
    typed = "'" + text.replace("'", "''") + "'"
    listing = a_group(1, typed, summary=typed, application_process=typed)
    survey = survey_of(f"{GOALS}areas:\n  - id: north\n    name: {typed}\ngroups:\n{listing}", tmp_path)
    job = booklet_job(survey, Choice(), PAPER["a5"])
    made = press.print(job)
    assert letters_of(" ".join(pages_of(made))).count(letters_of(text)) >= 4
    assert faults_of(made) == []
    for poster in poster_jobs(survey):
        assert letters_of(text) in letters_of(pages_of(press.print(poster))[0])


def test_a_word_without_end_stays_on_the_page(press: Press, tmp_path: Path) -> None:
    word = "Wooo" + "o" * 70
    survey = survey_of(GOALS + "groups:\n" + a_group(1, word, summary=f"{word} {word}"), tmp_path)
    for paper in ("a6", "large", "quarter-letter"):
        made = press.print(
            booklet_job(survey, Choice(), PAPER[paper], site_url="https://example.org/" + "x" * 60 + "/")
        )
        for (width, height), boxes in boxes_of(made):
            assert all(
                left >= 0 and right <= width and bottom >= 0 and top <= height for left, bottom, right, top in boxes
            )


def test_letters_that_no_font_has_cost_one_word_and_not_the_booklet(press: Press, tmp_path: Path) -> None:
    survey = survey_of(GOALS + "groups:\n" + a_group(1, "茶话会 Tea", summary="Tea 🙂 for all."), tmp_path)
    text = in_one_line(" ".join(pages_of(press.print(booklet_job(survey, Choice(), PAPER["a6"])))))
    assert "[…] Tea" in text
    assert "Tea for all." in text


def test_five_hundred_listings_are_all_in_the_index_with_true_pages(press: Press, tmp_path: Path) -> None:
    folder = tmp_path / "town"
    write(500, folder)
    loaded = load(folder / "resources.yaml", root=folder, today=THE_DAY)
    assert loaded.directory
    survey = Survey(loaded.directory, THE_DAY, Language.load("en-US"))
    pages = pages_of(press.print(booklet_job(survey, Choice(), PAPER["a6"], site_url="https://example.org/")))
    first = next(number for number, page in enumerate(pages) if page.startswith("All names"))
    index = in_one_line(" ".join(page.split("\nHelp now")[0] for page in pages[first:]))
    assert len(survey.public_listings) == 500
    for listing in survey.public_listings:
        number = re.search(rf"{re.escape(listing.name)} (\d+)", index)
        assert number, listing.name
        assert in_one_line(listing.summary) in in_one_line(pages[int(number[1]) - 1]), listing.name


def test_a_town_too_large_for_a_pocket_has_booklets_of_its_areas_only(tmp_path: Path) -> None:
    """501 listings, of which one area has 500, and the other 4: too many, just not too many, and too few."""
    areas = "areas:\n  - {id: north, name: North}\n  - {id: south, name: South}\n"
    listings = [a_group(n, f"Group {n}", areas="[north]") for n in range(500)]
    town = f"{GOALS}{areas}groups:\n{''.join(listings)}{a_group(500, 'Last', areas='[south]')}"
    assert {job.path.split("/booklet-")[1].partition("-")[0] for job in booklet_jobs(survey_of(town, tmp_path))} == {
        "north"
    }
    one_less = town.replace(listings[0], "")
    assert any("/booklet-quarter-letter" in job.path for job in booklet_jobs(survey_of(one_less, tmp_path)))
