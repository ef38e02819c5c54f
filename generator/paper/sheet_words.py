"""The words of a worksheet on paper, as plain JSON: what a template sets, and never code.

Every text is a string, and each blank has the name and the label it has on the web sheet. What is typed in the one can
be opened in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from generator.language import Language
from generator.model.credit import LICENCES
from generator.model.crisis import most_urgent
from generator.model.worksheet import Worksheet
from generator.views.card import minutes
from generator.views.frame import urgent_lines
from generator.views.survey import Survey
from generator.views.worksheet_page import WITH_WHOM
from generator.words import say
from generator.worksheets.blank import Blank, Choices
from generator.worksheets.blocks.view import BlockView
from generator.worksheets.sheet import sheet

BETWEEN = " · "
HARD_SPACE = "\N{NO-BREAK SPACE}"

LONG_WORD = re.compile(r"[^\s/\-–—]{24}")
"""As long as a word on a sheet may be before it breaks anywhere; the same number stands in `page.typ`."""

UNSEEN = ("field", "value", "kind")
"""What is for the form and the template, and not read by anybody."""


def sheet_words(worksheet: Worksheet, survey: Survey, address: str = "") -> dict[str, Any]:
    """Everything that stands on the sheet, whatever the paper; `address` is that of its page, where the site has one."""
    language = survey.language
    made = sheet(worksheet, language)
    written_in = Language.load(made.language or survey.directory.about.language)
    words = {
        "language": _tag(written_in),
        "said_in": _tag(Language.load(language.of_sentences)),
        "directory": survey.directory.about.name,
        "title": worksheet.name,
        "purpose": worksheet.purpose,
        "facts": [minutes(worksheet, language), *(language.say(WITH_WHOM[who]) for who in worksheet.with_whom)],
        "before": _titled(language.say(say("Before you begin")), worksheet.before),
        "upset": worksheet.crisis_note,
        "intro": plain(made.intro),
        "parts": plain(made.parts),
        "after": _titled(language.say(say("And then?")), worksheet.after),
        "next": _next(worksheet, survey),
        "crisis": _crisis(survey),
        "online": _online(worksheet, language, address) if address else None,
        "colophon": _colophon(worksheet, survey),
        "page": language.say(say("Page {page} of {pages}", page="{page}", pages="{pages}")),
    }
    return words | {"long_words": any(LONG_WORD.search(text) for text in _texts(words))}


def _texts(thing: Any) -> Iterator[str]:
    """Everything in the words of a sheet that is read."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, part in thing.items():
            if key not in UNSEEN:
                yield from _texts(part)
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from _texts(part)


def plain(thing: object) -> Any:
    """A view as JSON can hold it; a block says its kind, and a blank the name of its form field and what it is for.

    >>> plain(Blank("steps_2_by-when", "By when?"))
    {'label': 'By when?', 'field': 'steps_2_by-when|By%20when%3F'}
    """
    if isinstance(thing, Blank):
        return {"label": thing.label, "field": _field(thing.name, thing.label)}
    if isinstance(thing, Choices):
        options = [
            {"words": option.words, "value": option.value, "field": _field(thing.name, option.label, thing.label)}
            for option in thing.options
        ]
        return {"label": thing.label, "options": options}
    if isinstance(thing, list | tuple):
        return [plain(part) for part in thing]
    if is_dataclass(thing):
        kind = {"kind": PurePosixPath(thing.template).stem} if isinstance(thing, BlockView) else {}
        return kind | {field.name: plain(getattr(thing, field.name)) for field in fields(thing)}
    return thing


def _field(name: str, *labels: str) -> str:
    # A label may hold any letter, and the address of a link only few of them.
    return "|".join([name, *(quote(label, safe="") for label in labels)])


def _tag(language: Language) -> dict[str, Any]:
    locale = language.locale
    return {"code": locale.language, "region": locale.territory or "", "from_right": language.is_right_to_left}


def _titled(title: str, text: str | None) -> dict[str, str] | None:
    return {"title": title, "text": text} if text else None


def _next(worksheet: Worksheet, survey: Survey) -> dict[str, str] | None:
    following = survey.directory.entry_by_id.get(worksheet.next or "")
    return _titled(survey.language.say(say("Next on the path:")), following.name if following else None)


def _crisis(survey: Survey) -> dict[str, Any] | None:
    """The crisis lines for the box, and for the foot of a page in a long and a short form."""
    # A number is never parted at the end of a line, nor is what to do with it.
    lines = [(line.name, [way.words.replace(" ", HARD_SPACE) for way in line.ways]) for line in urgent_lines(survey)]
    if not lines:
        return None
    say_it = survey.language.say
    in_full = [say_it(say("{line}: {ways}", line=name, ways=BETWEEN.join(ways))) for name, ways in lines]
    return {
        "title": say_it(say("If you need help now")),
        "lead": say_it(say("Help now")),
        "lines": [{"name": name, "ways": BETWEEN.join(ways)} for name, ways in lines],
        "foot": [BETWEEN.join(in_full), BETWEEN.join(way for _, ways in lines for way in ways)],
    }


def _online(worksheet: Worksheet, language: Language, address: str) -> dict[str, str]:
    return {
        "address": address,
        "title": language.say(say("On screen")),
        "words": language.say(say("Fill it in or print it again:")),
        "alt": language.say(say("QR code of “{sheet}” on the web: {address}", sheet=worksheet.name, address=address)),
    }


def _colophon(worksheet: Worksheet, survey: Survey) -> Sequence[str]:
    """Who wrote it, what it builds on, under which licence it may be copied, and how old its words are."""
    language = survey.language
    told = [say("{source}: {relation}", source=one.name, relation=one.relation) for one in worksheet.based_on]
    return [
        *(language.say(say("It builds on {source}", source=source)) for source in told),
        language.say(
            say(
                "Written by {author}. You may copy it under {licence}: {address}",
                author=worksheet.author,
                licence=worksheet.licence,
                address=LICENCES[worksheet.licence],
            )
        ),
        *_dates(worksheet, survey),
    ]


def _dates(worksheet: Worksheet, survey: Survey) -> Sequence[str]:
    # Dates of the words themselves and not of the build, so that a sheet stays the same from day to day.
    language, shown = survey.language, most_urgent(survey.crisis_lines)
    dates = []
    if worksheet.verified:
        dates.append(language.say(say("Sheet checked on {date}.", date=language.date(worksheet.verified))))
    if shown:
        oldest = min(line.checked for line in shown)
        dates.append(language.say(say("Help lines checked on {date}.", date=language.date(oldest))))
    return [" ".join(dates)] if dates else []
