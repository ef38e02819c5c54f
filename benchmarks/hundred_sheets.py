"""A hundred different worksheets, made from those that are shipped: other names, other questions, other intros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from generator.fonts import STYLES as FACES
from generator.fonts import truetype
from generator.language import Language
from generator.load import load
from generator.model.directory import Directory
from generator.model.worksheet import Section, Worksheet
from generator.paper.sheet_words import sheet_words
from generator.paper.sheets import qr_picture
from generator.views.frame import urgent_lines
from generator.views.survey import Survey
from generator.worksheets.render import render_sheet

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
SITE = "https://example.org/our-town/"
STYLES = ("tokens.css", "base.css", "sheet.css", "sheet-blocks.css", "print.css")


def demonstration() -> Survey:
    """The directory of this repository, as it is on the day of the benchmark."""
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    if loaded.directory is None:
        raise SystemExit("resources.yaml cannot be read: run waypost check")
    return Survey(loaded.directory, TODAY, Language.load(loaded.directory.about.language))


def hundred(survey: Survey, count: int = 100) -> Survey:
    """A directory with so many worksheets, of which no two have a heading or a question in common."""
    shipped = survey.directory.worksheets
    made = tuple(_other(shipped[number % len(shipped)], number) for number in range(count))
    directory: Directory = survey.directory.model_copy(update={"worksheets": made})
    return Survey(directory, survey.today, survey.language)


def _other(worksheet: Worksheet, number: int) -> Worksheet:
    def section(one: Section) -> Section:
        blocks = tuple(
            block.model_copy(update={"prompt": f"{block.prompt} ({number})"} if block.prompt else {})
            for block in one.blocks
        )
        return one.model_copy(update={"title": f"{one.title}, {number}", "blocks": blocks})

    return worksheet.model_copy(
        update={
            "id": f"{worksheet.id}-{number}",
            "name": f"{worksheet.name}, {number}",
            "next": None,
            "sections": tuple(map(section, worksheet.sections)),
        }
    )


def web_sheets(survey: Survey) -> Iterator[tuple[str, str]]:
    """The same sheets as pages of HTML: what the web sheet is made of, with the crisis lines, the QR code and the credits.

    Each is one document with its own form, without the site round it, and refers to no style: the styles are read once.
    """
    lines = "".join(
        f"<li>{escape(line.name)}: {escape(' / '.join(way.words for way in line.ways))}</li>"
        for line in urgent_lines(survey)
    )
    for worksheet in survey.directory.worksheets:
        address = f"{SITE}worksheets/{worksheet.id}/"
        head = f'<meta charset="utf-8"><title>{escape(worksheet.name)}</title>'
        body = (
            f'<main><h1>{escape(worksheet.name)}</h1><p class="wp-lede">{escape(worksheet.purpose)}</p>'
            f"{_paragraphs(worksheet.intro, worksheet.before, worksheet.crisis_note)}"
            f"{render_sheet(worksheet, survey.language)}"
            f"{_paragraphs(worksheet.after)}"
            f'<section style="border:1.2pt solid;padding:4mm"><h2>If you need somebody now</h2><ul>{lines}</ul></section>'
            f'<div class="wp-qr">{qr_picture(address)}</div>'
            f"{_paragraphs(address, *sheet_words(worksheet, survey, address)['colophon'])}</main>"
        )
        language = survey.directory.about.language
        yield worksheet.id, f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'


def _paragraphs(*texts: str | None) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


@cache
def styles() -> str:
    """The site's own styles for sheets and for print, with the faces of its font and a page of A4."""
    folder = ROOT / "theme_overrides" / "assets" / "stylesheets"
    faces = "".join(
        "@font-face{font-family:'Atkinson Hyperlegible';"
        f"font-weight:{700 if 'Bold' in style else 400};font-style:{'italic' if 'Italic' in style else 'normal'};"
        f"src:url('{truetype(style).resolve().as_uri()}')}}"
        for style in FACES
    )
    # WeasyPrint has no element to ask where it makes the foot of a page, so the words stand in the style itself.
    site = "".join((folder / name).read_text(encoding="utf-8") for name in STYLES)
    site = site.replace(
        "attr(data-foot)", '"In danger or thinking of ending your life? Call 911, or call or text 988."'
    )
    return f"{faces}{re.sub(r'@charset[^;]*;', '', site)}@page{{size:A4;margin:18mm}}body{{font:11pt 'Atkinson Hyperlegible'}}"
