"""Worksheets as PDFs: which there are of each, what they are called, and the jobs that print them.

>>> [variant.file("my-goal") for variant in variants("GB")][:3]
['my-goal-a4.pdf', 'my-goal-a4-fill.pdf', 'my-goal-a4-large.pdf']
>>> variants("US")[0].file("my-goal")
'my-goal-letter.pdf'
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import segno

from generator.addresses import Addresses
from generator.model.worksheet import Worksheet
from generator.paper.job import Job
from generator.paper.sheet_words import sheet_words
from generator.views import paths
from generator.views.survey import Survey
from generator.words import say

TEMPLATE = "sheet.typ"

LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where offices print on US Letter, by the Unicode CLDR; everywhere else it is A4."""

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Each paper by its short name in a file's name, with the name it has in a template."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to have a sheet: on which paper, in which size of letters, for the pen or for the keyboard."""

    paper: str
    large: bool
    fillable: bool

    def file(self, worksheet_id: str) -> str:
        """Its file name, without a folder."""
        marks = [self.paper, *(["large"] if self.large else []), *(["fill"] if self.fillable else [])]
        return f"{worksheet_id}-{'-'.join(marks)}.pdf"

    def path(self, worksheet_id: str) -> str:
        """Where it stands in the site."""
        return f"{paths.FOLDER[Worksheet.kind]}/{worksheet_id}/{self.file(worksheet_id)}"


def variants(country: str) -> tuple[Variant, ...]:
    """All of them; the paper of the country comes first."""
    own = "letter" if country in LETTER_COUNTRIES else "a4"
    papers = sorted(PAPERS, key=lambda paper: paper != own)
    return tuple(
        Variant(paper, large, fillable) for paper in papers for large in (False, True) for fillable in (False, True)
    )


LABELS = {
    Variant("a4", large=False, fillable=False): say("A4, to print"),
    Variant("a4", large=False, fillable=True): say("A4, to type into"),
    Variant("a4", large=True, fillable=False): say("A4 in large print"),
    Variant("a4", large=True, fillable=True): say("A4 in large print, to type into"),
    Variant("letter", large=False, fillable=False): say("US Letter, to print"),
    Variant("letter", large=False, fillable=True): say("US Letter, to type into"),
    Variant("letter", large=True, fillable=False): say("US Letter in large print"),
    Variant("letter", large=True, fillable=True): say("US Letter in large print, to type into"),
}
"""What the link to each says."""


def sheet_jobs(survey: Survey, site_url: str = "", addresses: Addresses = Addresses()) -> Iterator[Job]:  # noqa: B008
    """The jobs of every worksheet of a directory; the QR code needs to know where the site will stand."""
    for worksheet in survey.directory.worksheets:
        yield from jobs_of(worksheet, survey, site_url, addresses)


def jobs_of(worksheet: Worksheet, survey: Survey, site_url: str, addresses: Addresses) -> Iterator[Job]:
    """One worksheet in every variant."""
    about = survey.directory.about
    address = f"{site_url}{addresses.url(paths.of_entry(worksheet))}" if site_url else ""
    words = sheet_words(worksheet, survey, address)
    pictures = {"qr": qr_picture(address)} if address else {}
    language = worksheet.languages[0] if len(worksheet.languages) == 1 else about.language
    for variant in variants(about.country):
        page = {"paper": PAPERS[variant.paper], "large": variant.large}
        yield Job(
            path=variant.path(worksheet.id),
            template=TEMPLATE,
            words=json.dumps(page | words, ensure_ascii=False),
            title=worksheet.name,
            language=language,
            fillable=variant.fillable,
            pictures=pictures,
            author=about.name,
            subject=worksheet.purpose,
            typed_size=18 if variant.large else 11,
            of=worksheet.id,
            label=LABELS[variant],
        )


@cache
def qr_picture(address: str) -> str:
    """The QR code of an address as SVG: error level M, and two modules of white around, to which the page adds its own."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()
