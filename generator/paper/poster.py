"""Posters: the week of each area on one sheet, never two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.addresses import Addresses
from generator.language import Language
from generator.model.taxonomy import Area
from generator.paper.booklet import own_sheet
from generator.paper.booklet_words import crisis_foot, full_address, language_tag, short_address
from generator.paper.job import BOOKLETS, Job
from generator.paper.setting import as_set
from generator.paper.sheets import PAPERS, qr_picture
from generator.views.poster import Poster, PosterRow, poster
from generator.views.print_page import poster_path
from generator.views.survey import Survey
from generator.words import say

TEMPLATE = "poster.typ"


def poster_jobs(survey: Survey, site_url: str = "", addresses: Addresses = Addresses()) -> Iterator[Job]:  # noqa: B008
    """A poster for each area in which anything is on, on each paper; the country's own paper first."""
    own = own_sheet(survey.directory.about.country)
    for area in survey.directory.areas:
        held = poster(area, survey)
        if not held.is_empty:
            for sheet in sorted(PAPERS, key=lambda sheet: sheet != own):
                yield poster_job(area, held, survey, sheet, site_url, addresses)


def poster_job(
    area: Area,
    held: Poster,
    survey: Survey,
    sheet: str,
    site_url: str = "",
    addresses: Addresses = Addresses(),  # noqa: B008
) -> Job:
    """The poster of an area on one paper: `a4` or `letter`."""
    about, say_it = survey.directory.about, survey.language.say
    words = poster_words(held, survey, full_address(site_url, addresses, held.page))
    return Job(
        path=poster_path(area.id, sheet),
        template=TEMPLATE,
        words=json.dumps(as_set({"paper": PAPERS[sheet]} | words), ensure_ascii=False),
        title=words["title"],
        language=about.language,
        pictures={"qr": qr_picture(words["href"])} if words["href"] else {},
        day=survey.today,
        author=about.name,
        subject=say_it(say("What is on in {area}, day by day.", area=area.name)),
        of=BOOKLETS,
        label=say("Poster, {paper}", paper={"a4": "A4", "letter": "US Letter"}[sheet]),
    )


def poster_words(held: Poster, survey: Survey, address: str) -> dict[str, Any]:
    """Everything that stands on the poster, whatever the paper."""
    about, say_it = survey.directory.about, survey.language.say
    return {
        "language": language_tag(Language.load(about.language)),
        "title": say_it(say("The week in {area}", area=held.area)),
        "name": about.name,
        "demo": say_it(say("A demonstration. The listings are made up.")) if about.demo else "",
        "days": [{"name": day.name, "rows": [_row(row) for row in day.rows]} for day in held.days],
        "none": say_it(say("No group meets.")),
        "others": {"title": say_it(say("On other days")), "rows": [_row(row) for row in held.others]},
        "doors": {"title": say_it(say("Doors you can drop by")), "rows": [_row(row) for row in held.doors]},
        "more": say_it(say("There is more on the site.")),
        "href": address,
        "address": short_address(address),
        "alt": say_it(say("QR code of {address}", address=address)) if address else "",
        "live": say_it(say("The newest times, how to join, and who can come:")) if address else "",
        "made": say_it(
            say("As of {day}. Times change: please check before you set out.", day=survey.language.date(survey.today))
        ),
        "crisis": crisis_foot(survey),
    }


def _row(row: PosterRow) -> dict[str, str]:
    return {"name": row.name, "starts": row.starts, "often": row.often, "where": row.where}
