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
SHOWN_OF_A_WORKSHEET = 4


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


@dataclass(frozen=True, slots=True)
class AreaPapers:
    """What there is of one area."""

    name: str
    booklets: Sequence[BookletSize]
    posters: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class SheetPapers:
    """What there is of one worksheet; its own page has the others."""

    name: str
    path: str
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Everything there is to print."""

    whole: Sequence[BookletSize]
    areas: Sequence[AreaPapers]
    worksheets: Sequence[SheetPapers]

    @property
    def has_any(self) -> bool:
        return bool(self.whole or self.areas or any(sheet.papers for sheet in self.worksheets))


def print_page(
    survey: Survey, made: Sequence[Paper], of_worksheet: Callable[[Worksheet], Sequence[Paper]]
) -> PrintPage:
    """The page that offers what was `made` of booklets and posters, and of each worksheet."""
    areas = [of_area(area.id, area.name, made, survey.language) for area in survey.directory.areas]
    return PrintPage(
        whole=_sizes("", made, survey.language),
        areas=[area for area in areas if area.booklets or area.posters],
        worksheets=[
            SheetPapers(sheet.name, paths.of_entry(sheet), of_worksheet(sheet)[:SHOWN_OF_A_WORKSHEET])
            for sheet in survey.directory.worksheets
        ],
    )


def of_area(area: str, name: str, made: Sequence[Paper], language: Language) -> AreaPapers:
    """What was made of one area."""
    posters = [poster_path(area, sheet) for sheet in POSTER_SHEETS]
    return AreaPapers(name, _sizes(area, made, language), [paper for paper in made if paper.path in posters])


def papers_of_area(area: str, made: Sequence[Paper]) -> list[Paper]:
    """The same in one row, for the area's own page: its poster for this country's paper comes first."""
    posters = [paper for paper in made if paper.path in {poster_path(area, sheet) for sheet in POSTER_SHEETS}]
    known = {booklet_path(area, paper.id, fold=fold) for paper in PAPERS for fold in (False, True)}
    return [*posters[:1], *(paper for paper in made if paper.path in known), *posters[1:]]


def _sizes(area: str, made: Sequence[Paper], language: Language) -> list[BookletSize]:
    """The booklets of an area, or of all, in the order in which they were made."""
    at = {paper.path: paper for paper in made}
    known = {booklet_path(area, paper.id, fold=False): paper for paper in PAPERS}
    return [
        BookletSize(
            read=paper,
            fold=at.get(booklet_path(area, size.id, fold=True)),
            how=language.say(size.folds) if size.folds else "",
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
