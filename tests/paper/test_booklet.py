"""The booklet of the demonstration, read as a reader reads it: by its words, its page numbers and its tags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from generator.model.choice import Kind
from generator.model.place import Location
from generator.paper.booklet import booklet_job, booklet_jobs
from generator.paper.press import Press
from generator.site_files import Site
from generator.views.booklet import Choice, NotThere
from generator.views.print_page import PAPER, PAPERS
from generator.views.survey import Survey
from tests.paper.paper_reader import in_one_line, pages_of
from tests.paper.tag_check import faults_of

URL = "https://example.org/lantern-bay/"


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.fixture(scope="module")
def survey(demo_site: Site) -> Survey:
    return demo_site.survey


@pytest.fixture(scope="module")
def made(press: Press, survey: Survey) -> Mapping[str, bytes]:
    """The whole booklet on each paper."""
    return {paper.id: press.print(booklet_job(survey, Choice(), paper, site_url=URL)) for paper in PAPERS}


@pytest.fixture(scope="module")
def pages(made: Mapping[str, bytes]) -> list[str]:
    return pages_of(made["a6"])


def page_with(pages: Sequence[str], name: str) -> int:
    """The number of the one page on which these words stand."""
    found = [number for number, page in enumerate(pages, start=1) if name in in_one_line(page)]
    assert len(found) == 1, (name, found)
    return found[0]


def lines_from(pages: Sequence[str], title: str) -> str:
    """The text from the page with this title on, in one line, without the foot of its pages."""
    first = next(number for number, page in enumerate(pages) if page.startswith(title))
    return in_one_line(" ".join(re.sub(r"\nHelp now .*$", "", page, flags=re.DOTALL) for page in pages[first:]))


def test_every_public_listing_is_told_once(pages: list[str], survey: Survey) -> None:
    text = in_one_line(" ".join(pages))
    for listing in survey.public_listings:
        assert text.count(in_one_line(listing.summary)) == 1, listing.id
        assert listing.name in in_one_line(pages[page_with(pages, in_one_line(listing.summary)) - 1])


def test_every_name_in_the_index_leads_to_its_page(pages: list[str], survey: Survey) -> None:
    index = lines_from(pages, "All names")
    for listing in survey.public_listings:
        number = re.search(rf"{re.escape(listing.name)} (\d+)", index)
        assert number, listing.name
        assert int(number[1]) == page_with(pages, in_one_line(listing.summary))


def test_every_goal_leads_to_its_listings(pages: list[str], survey: Survey) -> None:
    index = lines_from(pages, "What matters to you")
    for goal in survey.directory.goals:
        part = index[index.index(goal.name) :]
        for listing in survey.public_listings:
            if goal.id in listing.goals:
                number = page_with(pages, in_one_line(listing.summary))
                assert f"{listing.name} {number}" in part, (goal.id, listing.id)


def test_the_contents_and_the_bookmarks_tell_true_pages(made: Mapping[str, bytes], pages: list[str]) -> None:
    [contents] = [page for page in pages if page.startswith("Contents")]
    rows = re.findall(r"^(.+?) ?\.[. ]+ ?(\d+)$", contents, flags=re.MULTILINE)
    assert len(rows) > 8
    for title, number in rows:
        # An area may begin below the end of the one before it; its name has a line of its own there.
        there = pages[int(number) - 1]
        assert in_one_line(there).startswith(title) or title in there.splitlines(), title
    with pikepdf.open(BytesIO(made["a6"])) as pdf, pdf.open_outline() as outline:
        marks = [str(mark.title) for mark in outline.root]
    assert [title for title, _ in rows] == [mark for mark in marks if mark in dict(rows)]


def test_a_listing_has_three_lines_at_least_on_each_page_that_it_stands_on(pages: list[str], survey: Survey) -> None:
    parted = 0
    bodies = [page.replace("\u200b", "").split("\nHelp now")[0].splitlines() for page in pages]
    for listing in survey.public_listings:
        at = page_with(pages, in_one_line(listing.summary)) - 1
        name = bodies[at].index(listing.name)
        if any(f"/{listing.id}" in line for line in bodies[at][name:]):
            continue
        parted += 1
        end = next(number for number, line in enumerate(bodies[at + 1]) if f"/{listing.id}" in line)
        assert len(bodies[at]) - name >= 3, listing.id
        assert end + 1 >= 3, listing.id
    assert parted, "no listing goes over a page, so nothing was tried"


def test_the_timetable_leads_to_the_right_pages(pages: list[str]) -> None:
    week = lines_from(pages, "The week")
    number = page_with(pages, "Tuesday Talkers Tea and talk")
    assert re.search(rf"6:30 PM Tuesday Talkers · Old Town {number}\b", week)


def test_each_page_ends_with_help_on_one_line(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        last = [line for line in page.split("\n") if "Help now Call 911" in line]
        assert len(last) == 1, number
        assert re.search(r"Help now Call 911 · Call 988 · Text 988 · Text HOME to 741741", last[0]), last


def test_help_is_told_in_the_body_too(made: Mapping[str, bytes], pages: list[str], survey: Survey) -> None:
    text = in_one_line(pages[1] + pages[2])
    for line in survey.crisis_lines:
        assert line.name in text, line.id


def test_each_page_says_its_number(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        assert page.strip().endswith(str(number))


def test_no_page_is_empty(made: Mapping[str, bytes]) -> None:
    for paper, content in made.items():
        for number, page in enumerate(pages_of(content), start=1):
            body = re.sub(r"Help now Call 911.*", "", page, flags=re.DOTALL)
            assert len(body.split()) > 8, (paper, number, body)


def test_private_addresses_stay_private(made: Mapping[str, bytes], survey: Survey) -> None:
    hidden = [
        (listing, place)
        for listing in survey.public_listings
        if (place := survey.directory.location_of(listing)) and place.confidential
    ]
    assert hidden
    for content in made.values():
        text = in_one_line(" ".join(pages_of(content)))
        for listing, place in hidden:
            told = text[text.index(in_one_line(listing.summary)) :][:900]
            assert "Address given when you call" in told
            for secret in _telling(place):
                assert secret not in told.split("Peer group · ")[0].split("Service · ")[0], listing.id


def _telling(place: Location) -> list[str]:
    """What may be typed of a confidential place, and must not be told."""
    return [text for text in (place.name, place.accessibility_note) if text]


def test_it_is_tagged_on_every_paper(made: Mapping[str, bytes]) -> None:
    for paper, content in made.items():
        assert faults_of(content) == [], paper


@pytest.mark.parametrize("paper", [paper.id for paper in PAPERS if paper.folds])
def test_a_copy_to_fold_has_a_multiple_of_four_pages_and_only_notes_more(
    press: Press, survey: Survey, made: Mapping[str, bytes], paper: str
) -> None:
    # As it is before it is laid out on sheets.
    job = booklet_job(survey, Choice(), PAPER[paper], fold=True, site_url=URL)
    before = pages_of(press.print(replace(job, fold=False)))
    assert len(before) % 4 == 0
    whole = pages_of(made[paper])
    added = len(before) - len(whole)
    assert 0 <= added < 4
    # The contents tell another page for the last part; all else stands where it stands in the other booklet.
    same = [page for page in before[: len(whole) - 1] if not page.startswith("Contents")]
    assert same == [page for page in whole[:-1] if not page.startswith("Contents")]
    for page in before[len(whole) - 1 : -1]:
        assert page.split("Help now")[0].strip() in ("Notes", "")
    assert in_one_line(before[-1]).startswith("If something here is wrong")


def test_a_part_can_be_chosen(press: Press, survey: Survey) -> None:
    choice = Choice(area="harbor", kind=Kind.GROUP)
    text = in_one_line(" ".join(pages_of(press.print(booklet_job(survey, choice, PAPER["a5"])))))
    wanted = {listing.id for listing in survey.by_area["harbor"] if listing.kind is Kind.GROUP}
    for listing in survey.public_listings:
        assert (listing.summary in text) == (listing.id in wanted), listing.id
    assert "Peer groups · The Harbor" in text


def test_listings_can_be_chosen_by_hand(press: Press, survey: Survey) -> None:
    choice = Choice(ids=("work-club", "tuesday-talkers"))
    text = in_one_line(" ".join(pages_of(press.print(booklet_job(survey, choice, PAPER["a6"])))))
    told = [listing.id for listing in survey.public_listings if listing.summary in text]
    assert sorted(told) == ["tuesday-talkers", "work-club"]


@pytest.mark.parametrize("choice", [Choice(area="moon"), Choice(goal="fame"), Choice(ids=("nobody",))])
def test_a_choice_of_what_is_not_there_is_refused(survey: Survey, choice: Choice) -> None:
    with pytest.raises(NotThere):
        booklet_job(survey, choice, PAPER["a6"])


def test_the_site_has_a_booklet_for_each_area_with_enough_listings(survey: Survey) -> None:
    paths = [job.path for job in booklet_jobs(survey)]
    assert len(paths) == len(set(paths))
    for area in survey.directory.areas:
        is_there = f"print/booklet-{area.id}-quarter-letter.pdf" in paths
        assert is_there == (len(survey.by_area[area.id]) >= 5)
    assert paths[0] == "print/booklet-quarter-letter.pdf"


def test_it_has_the_same_bytes_each_time(made: Mapping[str, bytes], survey: Survey) -> None:
    again = Press().print(booklet_job(survey, Choice(), PAPER["a6"], site_url=URL))
    assert again == made["a6"]
