"""Booklets of the listings: on which papers, what they are called, and the jobs that print them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.addresses import Addresses
from generator.model.taxonomy import Area
from generator.paper.booklet_words import booklet_words
from generator.paper.job import BOOKLETS, Job
from generator.paper.setting import as_set
from generator.paper.sheets import LETTER_COUNTRIES, qr_picture
from generator.views.booklet import Booklet, Choice, booklet
from generator.views.print_page import PAPERS, BookletPaper, booklet_path
from generator.views.survey import Survey
from generator.words import say

TEMPLATE = "booklet.typ"

FEWEST = 5
"""An area with fewer listings has no booklet of its own."""
MOST = 500
"""More do not go into a pocket, and their pages would take longer than all the rest of the site. `waypost booklet` makes one
of any part, of whatever size."""


def papers_of(country: str) -> list[BookletPaper]:
    """All papers, those of this country first.

    >>> [paper.id for paper in papers_of("US")][:2]
    ['quarter-letter', 'half-letter']
    """
    own = own_sheet(country)
    return sorted(PAPERS, key=lambda paper: paper.sheet != own)


def own_sheet(country: str) -> str:
    """The sheets that offices have there: `a4` or `letter`."""
    return "letter" if country in LETTER_COUNTRIES else "a4"


def booklet_jobs(survey: Survey, site_url: str = "", addresses: Addresses = Addresses()) -> Iterator[Job]:  # noqa: B008
    """The booklets of the site: all listings on every paper, and a pocket booklet for each area that has enough.

    Where there are too many for a pocket, there is none of all.
    """
    papers = papers_of(survey.directory.about.country)
    if len(survey.public_listings) <= MOST:
        yield from _jobs(papers, Choice(), survey, site_url, addresses)
    for area in areas_with_a_booklet(survey):
        yield from _jobs(papers[:1], Choice(area=area.id), survey, site_url, addresses)


def areas_with_a_booklet(survey: Survey) -> list[Area]:
    """The areas that have enough listings for one, where there is more than one area."""
    areas = survey.directory.areas
    return [area for area in areas if len(areas) > 1 and FEWEST <= len(survey.by_area[area.id]) <= MOST]


def _jobs(
    papers: Iterable[BookletPaper], choice: Choice, survey: Survey, site_url: str, addresses: Addresses
) -> Iterator[Job]:
    """The booklet of one choice on these papers, to read and to fold."""
    held = booklet(survey, choice)
    words = as_set(booklet_words(held, survey, site_url, addresses))
    for paper in papers:
        yield _job(held, words, choice, paper, survey, fold=False)
        if paper.folds:
            yield _job(held, words, choice, paper, survey, fold=True)


def booklet_job(
    survey: Survey,
    choice: Choice,
    paper: BookletPaper,
    *,
    fold: bool = False,
    site_url: str = "",
    addresses: Addresses = Addresses(),  # noqa: B008
) -> Job:
    """One booklet. Raises `NotThere` where the choice names what the directory does not have."""
    held = booklet(survey, choice)
    words = as_set(booklet_words(held, survey, site_url, addresses))
    return _job(held, words, choice, paper, survey, fold=fold)


def _job(
    held: Booklet, words: dict[str, Any], choice: Choice, paper: BookletPaper, survey: Survey, *, fold: bool
) -> Job:
    about = survey.directory.about
    title = survey.language.said_list([about.name, *held.chosen])
    page = {"paper": paper.id, "fold": fold, "title": as_set(title)}
    home = words["href"]
    return Job(
        path=booklet_path(choice.area, paper.id, fold=fold),
        template=TEMPLATE,
        words=json.dumps(page | words, ensure_ascii=False),
        title=title,
        language=about.language,
        fold=fold,
        pictures={"qr": qr_picture(home)} if home else {},
        day=survey.today,
        author=about.name,
        subject=survey.language.say(say("Peer groups and services in {area}.", area=about.area_served)),
        of=BOOKLETS,
        label=say("{paper}, to fold", paper=paper.name) if fold else paper.name,
    )
