"""The finder as plain pages: what there is by each answer, and rows that say at a glance when, where, for how much.

A visitor's script works on the same rows; without one, these pages are all there is, and enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.model.choice import Joining, Kind
from generator.model.entry import Entry
from generator.views import paths
from generator.views.facets import Facet, FacetValue, facets, values_of
from generator.views.rows import RowGroup, Rows
from generator.views.sheets import SHEET, SheetLink
from generator.views.survey import Survey
from generator.words import say

FIRST = 30
"""As many rows as the finder shows before somebody asks for more."""

OPEN_AT_ONCE = ("when", "kind", "goal", "how")
"""The questions whose answers stand open on a wide screen."""

QUICK = (("when", "now"), ("when", "today"), ("how", "online"), ("cost", "free"), ("join", Joining.DROP_IN.value))
"""The answers most wanted, one tap away."""

ELSEWHERE = ("when", "kind", "goal", "area")
"""The questions whose answers have their pages in other parts of the site."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, with the page of all that have it and how many these are."""

    id: str
    name: str
    path: str
    count: str
    """Empty where the number depends on the hour."""


@dataclass(frozen=True, slots=True)
class Question:
    """A facet as a visitor meets it: a question with its answers."""

    key: str
    name: str
    answers: Sequence[Answer]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Quick:
    """An answer of one of the questions, offered above the list."""

    key: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Finder:
    """The page on which everything is found."""

    area: str
    questions: Sequence[Question]
    quick: Sequence[Quick]
    areas: Sequence[str]
    """Names of areas and postal codes, to be typed as where one is."""
    groups: Sequence[RowGroup]
    count: str
    is_more: bool
    """Whether these rows are only the first."""
    updated: str


@dataclass(frozen=True, slots=True)
class RowSheet:
    """One sheet of the rows with one answer."""

    number: int
    path: str
    count: str
    groups: Sequence[RowGroup]
    sheets: Sequence[SheetLink]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Everything with one answer, on as many sheets as it takes."""

    name: str
    question: Question
    answer: Answer
    chosen: str
    """What to add to the address of the finder, so that this answer is chosen there."""
    sheets: Sequence[RowSheet]


def finder(survey: Survey) -> Finder:
    """The finder as it stands before anybody asked for anything."""
    language, rows = survey.language, Rows(survey)
    found = rows.in_order(survey.public_entries)
    questions = _questions(survey)
    return Finder(
        area=survey.directory.about.area_served,
        questions=questions,
        quick=list(_quick(questions)),
        areas=[name for area in survey.directory.areas for name in (area.name, *area.postal_codes)],
        groups=rows.grouped(found[:FIRST]),
        count=language.say(say("Found: {count}", count=language.number(len(found)))),
        is_more=len(found) > FIRST,
        updated=language.date(survey.today),
    )


def answer_pages(survey: Survey) -> Iterator[AnswerPage]:
    """A page for each answer that has no page elsewhere."""
    language, rows = survey.language, Rows(survey)
    for question in _questions(survey):
        if question.key in ELSEWHERE:
            continue
        for answer in question.answers:
            there = [
                entry for entry in survey.public_entries if answer.id in values_of(entry, survey).get(question.key, ())
            ]
            yield AnswerPage(
                name=language.say(say("Find support: {name}", name=answer.name)),
                question=question,
                answer=answer,
                chosen=f"#{question.key}={quote(answer.id)}",
                sheets=_sheets(rows.in_order(there), question.key, answer.id, rows, survey),
            )


def _sheets(found: Sequence[Entry], key: str, value: str, rows: Rows, survey: Survey) -> list[RowSheet]:
    language = survey.language
    last = max(1, -(-len(found) // SHEET))
    words = say("Found: {count}", count=language.number(len(found)))
    made = []
    for number in range(1, last + 1):
        count = say("{listings}, page {number} of {count}", listings=words, number=number, count=last)
        part = found[(number - 1) * SHEET : number * SHEET]
        made.append(
            RowSheet(
                number=number,
                path=paths.of_answer(key, value, number),
                count=language.say(count if last > 1 else words),
                groups=rows.grouped(part),
                sheets=[SheetLink(n, paths.of_answer(key, value, n), n == number) for n in range(1, last + 1)]
                if last > 1
                else [],
                previous=paths.of_answer(key, value, number - 1) if number > 1 else "",
                next=paths.of_answer(key, value, number + 1) if number < last else "",
            )
        )
    return made


def _questions(survey: Survey) -> list[Question]:
    found = facets(survey)
    counts = Counter(
        (key, value)
        for entry in survey.public_entries
        for key, values in values_of(entry, survey).items()
        for value in values
    )
    return [
        Question(
            key=facet.key,
            name=facet.name,
            answers=[
                Answer(value.id, value.name, _path(facet.key, value.id), _count(counts, facet, value, survey))
                for value in facet.values
            ],
            is_open=facet.key in OPEN_AT_ONCE,
        )
        for facet in found
    ]


def _count(counts: Counter[tuple[str, str]], facet: Facet, value: FacetValue, survey: Survey) -> str:
    return "" if facet.key == "when" else survey.language.number(counts[facet.key, value.id])


def _path(key: str, value: str) -> str:
    match key:
        case "when":
            return paths.WEEK
        case "kind":
            return paths.of_kind(Kind(value))
        case "goal":
            return paths.of_goal(value)
        case "area":
            return paths.of_area(value)
    return paths.of_answer(key, value)


def _quick(questions: Sequence[Question]) -> Iterator[Quick]:
    known = {(question.key, answer.id): answer for question in questions for answer in question.answers}
    for key, value in QUICK:
        if (key, value) in known:
            yield Quick(key, known[key, value])
