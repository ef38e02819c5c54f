"""A worksheet's page: what it is good for, whom it thanks, where it leads, and who can help with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.credit import LICENCES
from generator.model.worksheet import WithWhom, Worksheet
from generator.views import paths
from generator.views.card import Card, cards, minutes
from generator.views.listing_page import Named
from generator.views.prose import Block, blocks
from generator.views.survey import Survey
from generator.words import Words, say

EASY_GRADE = 4
PLAIN_GRADE = 8

WITH_WHOM: dict[WithWhom, Words] = {
    WithWhom.ALONE: say("By yourself"),
    WithWhom.SOMEBODY: say("With somebody you trust"),
    WithWhom.GROUP: say("In a group"),
}


@dataclass(frozen=True, slots=True)
class Credit:
    """A source, and what was taken from it."""

    name: str
    url: str
    relation: str


@dataclass(frozen=True, slots=True)
class SheetName:
    """What a worksheet is called, and where it is."""

    id: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class WorksheetPage:
    """A worksheet with everything round the sheet itself."""

    id: str
    name: str
    kind_path: str
    purpose: str
    minutes: str
    reading: str
    """How easily it reads, in a few words; nothing where that cannot be told."""
    with_whom: Sequence[str]
    before: str
    after: str
    intro: Sequence[Block]
    description: Sequence[Block]
    author: str
    licence: str
    licence_url: str
    credits: Sequence[Credit]
    crisis_note: str
    next: Named | None
    goals: Sequence[Named]
    helpers: Sequence[Card]


def sheet_names(survey: Survey) -> tuple[SheetName, ...]:
    """All worksheets: answers that somebody kept or saved say by an id only which one they are of."""
    return tuple(SheetName(sheet.id, sheet.name, paths.of_entry(sheet)) for sheet in survey.directory.worksheets)


def worksheet_page(sheet: Worksheet, survey: Survey) -> WorksheetPage:
    """The page of a worksheet on the survey's day."""
    directory, language = survey.directory, survey.language
    following = directory.entry_by_id.get(sheet.next or "")
    named = survey.leads_to.get(sheet.id, ())
    helpers = [*named, *(other for other in survey.related(sheet) if other not in named)]
    return WorksheetPage(
        id=sheet.id,
        name=sheet.name,
        kind_path=paths.of_kind(Kind.WORKSHEET),
        purpose=sheet.purpose,
        minutes=minutes(sheet, language),
        reading=reading(sheet, survey),
        with_whom=[language.say(WITH_WHOM[who]) for who in sheet.with_whom],
        before=sheet.before or "",
        after=sheet.after or "",
        intro=blocks(sheet.intro),
        description=blocks(sheet.description),
        author=sheet.author,
        licence=sheet.licence,
        licence_url=LICENCES[sheet.licence],
        credits=[Credit(source.name, source.url or "", source.relation) for source in sheet.based_on],
        crisis_note=sheet.crisis_note or "",
        next=Named(following.name, paths.of_entry(following)) if following else None,
        goals=[
            Named(directory.goal_by_id[goal].name, paths.of_goal(goal))
            for goal in sheet.goals
            if goal in directory.goal_by_id
        ],
        helpers=cards(helpers[:3], survey),
    )


def reading(sheet: Worksheet, survey: Survey) -> str:
    """How easily the sheet reads, by school grade; nothing for other languages than English and for a few words."""
    found = sheet.reading_grade(survey.directory.about.language)
    if found is None:
        return ""
    if round(found) <= EASY_GRADE:
        words = say("Plain language: grade {grade} or easier", grade=EASY_GRADE)
    elif round(found) <= PLAIN_GRADE:
        words = say("Plain language: about grade {grade}", grade=round(found))
    else:
        words = say("Reading level: about grade {grade}", grade=round(found))
    return survey.language.say(words)
