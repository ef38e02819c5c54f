"""The page that offers what there is to print."""

from __future__ import annotations

import json
from pathlib import Path

from generator.views.papers import Paper
from generator.views.print_page import papers_of_area, print_page
from tests.town import survey
from tests.worksheets.sheets import typed

TOWN = "areas:\n  - {id: north, name: North}\n  - {id: south, name: South}\n"
MADE = [
    Paper("print/booklet-a6.pdf", "Pocket", "90 kB"),
    Paper("print/booklet-a6-fold.pdf", "Pocket, to fold", "80 kB"),
    Paper("print/booklet-large.pdf", "Large", "99 kB"),
    Paper("print/booklet-north-a6.pdf", "Pocket", "30 kB"),
    Paper("print/booklet-north-a6-fold.pdf", "Pocket, to fold", "28 kB"),
    Paper("print/week-north-a4.pdf", "Poster, A4", "20 kB"),
    Paper("print/week-north-letter.pdf", "Poster, US Letter", "20 kB"),
]


def test_a_booklet_stands_beside_its_copy_to_fold(tmp_path: Path) -> None:
    page = print_page(survey(TOWN, tmp_path), MADE, lambda _worksheet: ())
    assert [(one.read.size, one.fold.size if one.fold else "") for one in page.whole] == [
        ("90 kB", "80 kB"),
        ("99 kB", ""),
    ]
    assert "two booklets" in page.whole[0].how
    assert page.whole[1].how == ""


def test_booklets_for_other_paper_than_the_first_stand_apart(tmp_path: Path) -> None:
    other = Paper("print/booklet-half-letter.pdf", "Half", "70 kB")
    page = print_page(survey(TOWN, tmp_path), [*MADE, other], lambda _worksheet: ())
    assert [one.read.path for one in page.whole] == ["print/booklet-a6.pdf", "print/booklet-large.pdf"]
    assert [one.read for one in page.whole_on_other_paper] == [other]


def test_a_worksheet_is_offered_for_the_pen_as_it_is_and_in_large_print(tmp_path: Path) -> None:
    names = ["A4", "A4, to type into", "A4, large", "A4, large, to type into", "Letter", "Letter, to type into"]
    papers = [Paper(f"{name}.pdf", name, "30 kB") for name in names]
    with_a_sheet = survey(f"{TOWN}worksheets: [{json.dumps(typed())}]\n", tmp_path)
    [sheet] = print_page(with_a_sheet, MADE, lambda _worksheet: papers).worksheets
    assert [paper.words for paper in sheet.papers] == ["A4", "A4, large"]


def test_an_area_has_its_own_and_one_without_any_is_left_out(tmp_path: Path) -> None:
    [north] = print_page(survey(TOWN, tmp_path), MADE, lambda _worksheet: ()).areas
    assert north.name == "North"
    assert [paper.words for paper in north.papers] == [
        "Poster, A4",
        "Pocket",
        "Pocket, to fold",
        "Poster, US Letter",
    ]


def test_where_nothing_was_made_the_page_says_so(tmp_path: Path) -> None:
    assert not print_page(survey(TOWN, tmp_path), (), lambda _worksheet: ()).has_any
    assert papers_of_area("north", ()) == []
