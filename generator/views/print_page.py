"""Booklets and posters of the site: on which papers they are, where each stands, and the page that offers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.language import Language
from generator.model.worksheet import Worksheet
from generator.views import paths
from generator.views.papers import Paper
from generator.views.survey import Survey
from generator.words import Words, say

FOLDER = "print"
POSTER_SHEETS = ("a4", "letter")
FOR_THE_PEN = slice(0, 4, 2)
"""Of the PDFs of a worksheet, those of this country's paper that are not for typing: as it is, and in large print."""


@dataclass(frozen=True, slots=True)
class BookletPaper:
    """A size of page, and the sheet on which it is printed to be folded."""

    id: str
    name: Words
    sheet: str
    """`a4` or `letter`."""
    folds: Words | None
    """How the copy to fold is printed and folded; none where it is not for folding."""


FOUR_UP = say(
    "Each sheet holds two copies. Print on both sides and turn on the long edge. Cut all sheets across the middle. "
    "Fold each half, and put two staples into the fold: two booklets."
)
TWO_UP = say("Print on both sides and turn on the short edge. Fold all sheets in the middle, and staple in the fold.")

PAPERS = (
    BookletPaper("a6", say("Pocket booklet, A6"), "a4", FOUR_UP),
    BookletPaper("a5", say("Booklet, A5"), "a4", TWO_UP),
    BookletPaper("large", say("Large print, A4"), "a4", None),
    BookletPaper("quarter-letter", say("Pocket booklet, quarter of US Letter"), "letter", FOUR_UP),
    BookletPaper("half-letter", say("Booklet, half of US Letter"), "letter", TWO_UP),
    BookletPaper("large-letter", say("Large print, US Letter"), "letter", None),
)
PAPER = {paper.id: paper for paper in PAPERS}


@dataclass(frozen=True, slots=True)
class BookletSize:
    """One booklet as it can be had: to read, and to fold."""

    read: Paper
    fold: Paper | None
    how: str
    """How the copy to fold is printed and folded."""
    sheet: str
    """`a4` or `letter`."""


@dataclass(frozen=True, slots=True)
class AreaPapers:
    """What there is of one area."""

    name: str
    path: str
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class SheetPapers:
    """What there is of one worksheet for the pen; its own page has the others."""

    name: str
    path: str
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Everything there is to print."""

    whole: Sequence[BookletSize]
    """The booklets of all listings, for this country's paper."""
    whole_on_other_paper: Sequence[BookletSize]
    areas: Sequence[AreaPapers]
    worksheets: Sequence[SheetPapers]

    @property
    def has_any(self) -> bool:
        return bool(self.whole or self.areas or any(sheet.papers for sheet in self.worksheets))


def print_page(
    survey: Survey, made: Sequence[Paper], of_worksheet: Callable[[Worksheet], Sequence[Paper]]
) -> PrintPage:
    """The page that offers what was `made` of booklets and posters, and of each worksheet."""
    whole = _whole(made, survey.language)
    areas = [
        AreaPapers(area.name, paths.of_area(area.id), papers_of_area(area.id, made)) for area in survey.directory.areas
    ]
    return PrintPage(
        whole=[size for size in whole if size.sheet == whole[0].sheet],
        whole_on_other_paper=[size for size in whole if size.sheet != whole[0].sheet],
        areas=[area for area in areas if area.papers],
        worksheets=[
            SheetPapers(sheet.name, paths.of_entry(sheet), of_worksheet(sheet)[FOR_THE_PEN])
            for sheet in survey.directory.worksheets
        ],
    )


def papers_of_area(area: str, made: Sequence[Paper]) -> list[Paper]:
    """What was made of one area: its poster for this country's paper comes first."""
    posters = [paper for paper in made if paper.path in {poster_path(area, sheet) for sheet in POSTER_SHEETS}]
    known = {booklet_path(area, paper.id, fold=fold) for paper in PAPERS for fold in (False, True)}
    return [*posters[:1], *(paper for paper in made if paper.path in known), *posters[1:]]


def _whole(made: Sequence[Paper], language: Language) -> list[BookletSize]:
    """The booklets of all listings, in the order in which they were made: this country's paper first."""
    at = {paper.path: paper for paper in made}
    known = {booklet_path("", paper.id, fold=False): paper for paper in PAPERS}
    return [
        BookletSize(
            read=paper,
            fold=at.get(booklet_path("", size.id, fold=True)),
            how=language.say(size.folds) if size.folds else "",
            sheet=size.sheet,
        )
        for paper in made
        if (size := known.get(paper.path))
    ]


def booklet_path(area: str, paper: str, *, fold: bool) -> str:
    """Where a booklet stands in the site.

    >>> booklet_path("harbor", "a6", fold=True)
    'print/booklet-harbor-a6-fold.pdf'
    """
    parts = ["booklet", *([area] if area else []), paper, *(["fold"] if fold else [])]
    return f"{FOLDER}/{'-'.join(parts)}.pdf"


def poster_path(area: str, sheet: str) -> str:
    """Where the poster of an area stands.

    >>> poster_path("harbor", "a4")
    'print/week-harbor-a4.pdf'
    """
    return f"{FOLDER}/week-{area}-{sheet}.pdf"
