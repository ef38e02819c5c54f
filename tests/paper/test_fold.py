"""Fold and staple: the pages of a booklet on sheets, read again by folding them in the mind."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name

from generator.paper.fold import folded, sides

MM = 72 / 25.4
A6, A5 = (105 * MM, 148 * MM), (148 * MM, 210 * MM)
QUARTER, HALF = (4.25 * 72, 5.5 * 72), (5.5 * 72, 8.5 * 72)


def booklet(pages: int, size: tuple[float, float]) -> bytes:
    """Pages that hold nothing but their number, at the middle."""
    with pikepdf.Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=size)
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
            words = f"BT /F 20 Tf {size[0] / 2:.1f} {size[1] / 2:.1f} Td (n{number}) Tj ET"
            page.obj.Contents = pdf.make_stream(words.encode())
        made = BytesIO()
        pdf.save(made)
    return made.getvalue()


def seen_on(content: bytes) -> list[tuple[tuple[float, float], dict[tuple[bool, bool], int]]]:
    """For each side of a sheet its size, and the number that stands at (is right, is upper)."""
    found = []
    with pypdfium2.PdfDocument(content) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            words = text.get_text_range()
            spots: dict[tuple[bool, bool], int] = {}
            for word in re.finditer(r"n(\d+)", words):
                left, bottom, _right, _top = text.get_charbox(word.start())
                spots[left > width / 2, bottom > height / 2] = int(word[1])
            found.append(((width, height), spots))
    return found


def read(sheets: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[int]:
    """The pages in the order in which a reader turns them; each sheet is (front, back), each of these (left, right).

    Lay the sheets on one another, the first at the bottom with its front down, and fold. The right half of a front is the
    upper side of a leaf; behind it, seen through the paper, is the left half of the back.
    """
    to_the_middle = [page for front, back in sheets for page in (front[1], back[0])]
    from_the_middle = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return to_the_middle + from_the_middle


@given(st.integers(1, 40))
def test_folded_sheets_read_in_order(sheets: int) -> None:
    laid = sides(4 * sheets)
    assert read(list(zip(laid[::2], laid[1::2], strict=True))) == list(range(1, 4 * sheets + 1))


@pytest.mark.parametrize(
    ("leaf", "sheet", "rows"),
    [
        (A6, (210 * MM, 297 * MM), [False, True]),
        (QUARTER, (8.5 * 72, 11 * 72), [False, True]),
        (A5, (297 * MM, 210 * MM), [None]),
        (HALF, (11 * 72, 8.5 * 72), [None]),
    ],
)
@pytest.mark.parametrize("pages", [4, 8, 12, 44])
def test_a_printed_stack_reads_in_order_after_folding(
    leaf: tuple[float, float], sheet: tuple[float, float], rows: list[bool | None], pages: int
) -> None:
    seen = seen_on(folded(booklet(pages, leaf)))
    assert all(size == pytest.approx(sheet, abs=0.5) for size, _spots in seen)
    for row in rows:
        laid = []
        for _size, spots in seen:
            at = {right: number for (right, upper), number in spots.items() if row is None or upper is row}
            laid.append((at[False], at[True]))
        assert read(list(zip(laid[::2], laid[1::2], strict=True))) == list(range(1, pages + 1))


def test_what_is_read_from_right_to_left_opens_on_the_other_side() -> None:
    [(_, front), (_, back)] = seen_on(folded(booklet(4, A5), from_right=True))
    assert {right: number for (right, _), number in front.items()} == {False: 1, True: 4}
    assert {right: number for (right, _), number in back.items()} == {False: 3, True: 2}


def test_a_booklet_that_is_no_multiple_of_four_ends_with_empty_pages() -> None:
    [(_, front), (_, back)] = seen_on(folded(booklet(3, A5)))
    assert sorted(front.values()) == [1]
    assert sorted(back.values()) == [2, 3]


def test_a_page_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="100 by 100 mm"):
        folded(booklet(4, (100 * MM, 100 * MM)))


def test_a_viewer_is_told_how_to_print_it() -> None:
    for leaf, edge in [(A6, "/DuplexFlipLongEdge"), (A5, "/DuplexFlipShortEdge")]:
        with pikepdf.open(BytesIO(folded(booklet(4, leaf)))) as pdf:
            assert pdf.Root.ViewerPreferences.Duplex == edge
            assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_the_same_booklet_gives_the_same_bytes() -> None:
    source = booklet(8, A6)
    assert folded(source) == folded(source)
