"""A page for each worksheet: what it is good for, the sheet itself, and who can help with it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.made import PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.search_words import search_words
from generator.views.worksheet_page import sheet_names, worksheet_page


def pages(desk: Desk) -> Iterator[PageFile]:
    for worksheet in desk.survey.directory.worksheets:
        yield desk.page(
            paths.of_entry(worksheet),
            "worksheet",
            worksheet.name,
            worksheet.summary,
            view=worksheet_page(worksheet, desk.survey),
            sheet=Markup(desk.sheet(worksheet)),  # noqa: S704 - made and escaped by the worksheets' own templates
            sheets=sheet_names(desk.survey),
            papers=desk.papers(worksheet),
            suggest=desk.suggest(worksheet),
            entry_id=worksheet.id,
            keywords=search_words(worksheet, desk.survey.directory),
            search_boost=1.5,
        )
