"""How a worksheet lies on paper, judged by the letters and lines that other programs find in the finished PDFs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.paper.sheets import Variant
from tests.paper.sheet_pdf import ALL, DEMO_IDS, MM, PRINTS, Letter, Mark, Pdf, demo, job, printed
from tests.worksheets.sheets import EVERY_KIND, worksheet

PAPERS = {"a4": (210 * MM, 297 * MM), "letter": (8.5 * 72, 11 * 72)}
# What a cheap printer may leave white.
EDGE = 12 * MM

every_sheet = pytest.mark.parametrize("sheet", DEMO_IDS)
every_print = pytest.mark.parametrize("variant", PRINTS, ids=lambda variant: variant.file("x")[2:-4])
in_every_way = pytest.mark.parametrize("variant", ALL, ids=lambda variant: variant.file("x")[2:-4])
large_ones = pytest.mark.parametrize(
    "variant", [one for one in PRINTS if one.large], ids=lambda one: one.file("x")[2:-4]
)


@every_sheet
@in_every_way
def test_a_sheet_has_the_size_of_its_paper_and_weighs_little(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    assert made.size(0) == pytest.approx(PAPERS[variant.paper], abs=0.1)
    assert len(made.content) < (80_000 if variant.fillable else 60_000)


@every_sheet
@in_every_way
def test_a_sheet_for_the_pen_and_one_for_the_keyboard_have_the_same_pages(sheet: str, variant: Variant) -> None:
    other = Variant(variant.paper, variant.large, not variant.fillable)
    assert len(demo(sheet, variant)) == len(demo(sheet, other))


@every_sheet
@every_print
def test_no_letter_and_no_line_comes_near_the_edge(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    for page in range(len(made)):
        width, height = made.size(page)
        things: list[Mark] = [*made.letters(page), *made.marks(page)]
        assert min(thing.left for thing in things) > EDGE
        assert max(thing.right for thing in things) < width - EDGE
        assert min(thing.bottom for thing in things) > EDGE * 0.7
        assert max(thing.top for thing in things) < height - EDGE


@every_sheet
@every_print
def test_every_page_says_something_and_the_last_one_is_not_nearly_empty(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    for page in range(len(made)):
        assert len(made.body(page)) > 10
    last = len(made) - 1
    top, foot = made.size(last)[1] - EDGE, made.foot(last)
    lowest = min(letter.bottom for letter in made.body(last))
    assert (top - lowest) / (top - foot) > 0.28


@every_sheet
@every_print
def test_no_heading_and_no_question_stands_alone_at_the_foot_of_a_page(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    for page in range(len(made)):
        lowest = min(
            (letter for letter in made.body(page) if _asks(letter, variant)), key=lambda it: it.bottom, default=None
        )
        if lowest is None:
            continue
        room = hand(variant) * 0.7
        drawn_below = [mark for mark in made.marks(page) if made.foot(page) + 1 < mark.bottom < lowest.bottom - room]
        words_below = [letter for letter in made.body(page) if letter.top < lowest.bottom - 4]
        assert drawn_below or words_below, f"page {page + 1} ends with a heading"


def _asks(letter: Letter, variant: Variant) -> bool:
    """Whether a letter belongs to a heading or a question, by its size; captions in tables are smaller."""
    return letter.bold and letter.size > (18.2 if variant.large else 11.2)


@every_sheet
@large_ones
def test_large_print_has_no_small_letters(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    for page in range(len(made)):
        sizes = sorted(letter.size for letter in made.letters(page))
        assert sizes[0] >= 16
    first = sorted(letter.size for letter in demo(sheet, variant).body(0))
    assert first[len(first) // 2] >= 16.5


@every_sheet
@every_print
def test_the_help_lines_stand_on_every_page_and_once_in_the_body(sheet: str, variant: Variant) -> None:
    made = demo(sheet, variant)
    for page in range(len(made)):
        foot = made.foot(page)
        below = [letter for letter in made.letters(page) if letter.top < foot]
        assert "".join(letter.text for letter in below).startswith("Helpnow")
        # One line of help, one line with the page; each has its own baseline.
        assert "Call911" in "".join(letter.text for letter in below)
        digits = {round(letter.bottom, 0) for letter in below if letter.text in "HCE"}
        assert len({round(base / 4) for base in digits}) <= 2
    body = "".join(letter.text for page in range(len(made)) for letter in made.body(page))
    assert "Ifyouneedhelpnow" in body
    assert "TextHOMEto741741" in body.partition("Ifyouneedhelpnow")[2]


def hand(variant: Variant) -> float:
    """From one line to write on to the next, in points."""
    return (13 if variant.large else 9.5) * MM


@every_print
@pytest.mark.parametrize("rows", [2, 6, 9, 30])
def test_lines_to_write_on_are_as_far_apart_as_a_hand_needs(variant: Variant, rows: int) -> None:
    block = {**EVERY_KIND["lines"], "rows": str(rows)}
    made = printed(job(worksheet(block), variant))
    distances = [distance for page in range(len(made)) for distance in _distances(made, page, variant)]
    apart = [distance for distance in distances if distance == pytest.approx(hand(variant), abs=0.05)]
    # Lines that go on overleaf have no line above them there.
    assert rows - len(made) <= len(apart) <= rows - 1
    assert _rules(made, variant) >= rows


def _long_rules(made: Pdf, page: int, variant: Variant) -> list[float]:
    width = made.size(page)[0] - 2 * 20 * MM
    foot = made.foot(page)
    found = {round(mark.bottom, 2) for mark in made.marks(page) if mark.is_rule and mark.right - mark.left > width}
    return sorted((at for at in found if at > foot + 1), reverse=True)


def _distances(made: Pdf, page: int, variant: Variant) -> list[float]:
    return [above - below for above, below in pairwise(_long_rules(made, page, variant))]


def _rules(made: Pdf, variant: Variant) -> int:
    return sum(len(_long_rules(made, page, variant)) for page in range(len(made)))
