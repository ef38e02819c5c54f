"""Copies to print, fold and staple: the pages of a booklet laid out on sheets that come from any printer.

A booklet is stapled in its fold, so each sheet carries four pages: the outermost one the last and the first on its front,
the second and the last but one on its back. Pages the size of half a sheet stand side by side. Pages the size of a quarter
stand so twice, one copy over the other: cut across the middle, the stack is two booklets.

>>> sides(8)
[(8, 1), (2, 7), (6, 3), (4, 5)]

Such a copy has no tags: it is for paper, and its pages stand in the order of the sheets. The tagged booklet is beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

PAGES_A_SHEET = 4
MM = 72 / 25.4
INCH = 72.0
# Half a millimetre: what two programs may differ by when they turn millimetres into points.
NEAR = 1.5
TICK = 4 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper in points, as it lies when its pages stand upright, and how often each page is on a side of it."""

    width: float
    height: float
    copies: int

    @property
    def flip(self) -> Name:
        """On which edge a printer turns the sheet so that the back stands as the front does."""
        return Name.DuplexFlipShortEdge if self.width > self.height else Name.DuplexFlipLongEdge


A4, LETTER = (210 * MM, 297 * MM), (8.5 * INCH, 11 * INCH)
SHEETS = {
    (105 * MM, 148 * MM): Sheet(A4[0], A4[1], 2),
    (148 * MM, 210 * MM): Sheet(A4[1], A4[0], 1),
    (LETTER[0] / 2, LETTER[1] / 2): Sheet(LETTER[0], LETTER[1], 2),
    (LETTER[1] / 2, LETTER[0]): Sheet(LETTER[1], LETTER[0], 1),
}
"""For each size of page the sheet it is folded from."""


def sides(pages: int) -> list[tuple[int, int]]:
    """The numbers of the left and the right page on each side of the sheets, fronts and backs in turn, outermost first.

    `pages` is a multiple of four. What is beyond the last page of a booklet stays empty.
    """
    found = []
    for first in range(1, pages // 2, 2):
        last = pages + 1 - first
        found += [(last, first), (first + 1, last - 1)]
    return found


def folded(booklet: bytes, *, from_right: bool = False) -> bytes:
    """The booklet on sheets to be folded; one that is read from right to left has its fold on the right.

    Raises `ValueError` for a page of a size that is not folded from any sheet.
    """
    with pikepdf.open(BytesIO(booklet)) as source, Pdf.new() as made:
        sheet = _sheet_of(source)
        pages = [made.copy_foreign(_as_picture(page)) for page in source.pages]
        for left, right in sides(-(-len(pages) // PAGES_A_SHEET) * PAGES_A_SHEET):
            pair = (right, left) if from_right else (left, right)
            _add_side(made, sheet, [pages[number - 1] if number <= len(pages) else None for number in pair])
        for key in ("/Title", "/Author", "/Subject", "/Producer", "/CreationDate", "/ModDate"):
            if key in source.docinfo:
                made.docinfo[key] = source.docinfo[key]
        if "/Lang" in source.Root:
            made.Root.Lang = source.Root.Lang
        # Shrunk to the margins of a printer, the fold would not lie in the middle of the pages.
        made.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), Duplex=sheet.flip, DisplayDocTitle=True)
        packed = BytesIO()
        made.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    return packed.getvalue()


def _sheet_of(source: Pdf) -> Sheet:
    box = source.pages[0].mediabox
    width, height = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
    for (known_width, known_height), sheet in SHEETS.items():
        if abs(width - known_width) < NEAR and abs(height - known_height) < NEAR:
            return sheet
    raise ValueError(f"A page of {width / MM:.0f} by {height / MM:.0f} mm is not folded from any sheet.")


def _as_picture(page: pikepdf.Page) -> Object:
    picture = page.as_form_xobject()
    if "/StructParents" in picture:
        del picture["/StructParents"]
    return picture


def _add_side(made: Pdf, sheet: Sheet, pair: list[Object | None]) -> None:
    """A side with both pages at the middle of the sheet, and marks at its edges where to fold and to cut."""
    row_height = sheet.height / sheet.copies
    drawn, pictures = [], Dictionary()
    for place, picture in enumerate(pair):
        if picture is None:
            continue
        name = f"/P{place}"
        pictures[name] = picture
        box = picture.BBox
        width, height = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
        x = sheet.width / 2 + (place - 1) * width - float(box[0])
        for row in range(sheet.copies):
            y = row * row_height + (row_height - height) / 2 - float(box[1])
            drawn.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q")
    drawn.append(_marks(sheet))
    page = made.add_blank_page(page_size=(round(sheet.width, 3), round(sheet.height, 3)))
    page.obj.Resources = Dictionary(XObject=pictures)
    page.obj.Contents = made.make_stream("\n".join(drawn).encode())
    page.obj.MediaBox = Array([0, 0, round(sheet.width, 3), round(sheet.height, 3)])


def _marks(sheet: Sheet) -> str:
    middle = sheet.width / 2
    lines = [(middle, 0.0, middle, TICK), (middle, sheet.height - TICK, middle, sheet.height)]
    for row in range(1, sheet.copies):
        y = row * sheet.height / sheet.copies
        lines += [(0.0, y, TICK, y), (sheet.width - TICK, y, sheet.width, y)]
    drawn = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S" for x1, y1, x2, y2 in lines)
    return f"q 0.4 w 0.5 G [2 2] 0 d {drawn} Q"
