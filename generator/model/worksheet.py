"""Self-help worksheets: questions and tools to fill in, on paper or on screen.

>>> minutes("10 to 20"), str(minutes("15"))
(Minutes(low=10, high=20), '15')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from generator.model.base import Part, Refused
from generator.model.blocks import AnyBlock, Block
from generator.model.blocks.limits import Location, Passage, Things, refuse_at
from generator.model.choice import Choice, Dimension, Kind
from generator.model.credit import Licence, Source
from generator.model.entry import Entry
from generator.model.text import Id, Line, Several, Summary, as_text
from generator.reading_grade import grade, has_enough_words
from generator.words import say

LONGEST_MINUTES = 240
MOST_SECTIONS = 12
MOST_BLOCKS = 20
MOST_SOURCES = 12

_SECOND_SECTION = say("What is over can go into a second section.")
_SECOND_SHEET = say("What is over can go into a worksheet of its own, which 'next' leads to.")

_MINUTES = re.compile(r"(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?(?:\s*min(?:ute)?s?)?", re.IGNORECASE)


class WithWhom(Choice):
    """Who sits at the table while a sheet is filled in."""

    ALONE = "alone"
    SOMEBODY = "somebody"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long a sheet takes most people, in minutes; both ends are the same where one number was typed."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def minutes(value: object) -> Minutes:
    """A time in minutes: `15`, `10 to 20` or `10-20`."""
    if isinstance(value, Minutes):
        return value
    text = str(value) if type(value) is int else as_text(value).strip()
    found = _MINUTES.fullmatch(text)
    if not found:
        raise Refused(
            "minutes",
            say("'{seen}' is not a number of minutes.", seen=text[:40]),
            say("Type one number or two, as in: 15, or: 10 to 20."),
        )
    low, high = int(found[1]), int(found[2] or found[1])
    if not 1 <= low <= high <= LONGEST_MINUTES:
        raise Refused(
            "minutes",
            say("A sheet cannot take {seen} minutes.", seen=text[:40]),
            say("Type the smaller number first, from 1 to {most}.", most=LONGEST_MINUTES),
        )
    return Minutes(low, high)


MinutesTyped = Annotated[
    Minutes, BeforeValidator(minutes), WithJsonSchema({"type": ["integer", "string"], "examples": [15, "10 to 20"]})
]


class Section(Part):
    """A part of a sheet under a heading of its own."""

    title: Line
    """The heading."""
    intro: Passage | None = None
    """A few words before the first question."""
    blocks: Annotated[tuple[AnyBlock, ...], Things(MOST_BLOCKS, more=_SECOND_SECTION)]
    """What there is to read, fill in, tick or cut out. Each block has a type and an id."""


class Worksheet(Entry):
    """Something to fill in that helps a person find out what matters to them and what to do next.

    ```yaml
    worksheets:
      - id: my-goal
        name: My goal
        summary: One goal in your own words, and why it matters.
        purpose: It helps you turn a wish into something you can begin.
        minutes: 15 to 25
        author: Waypost contributors
        licence: CC0-1.0
        sections:
          - title: The goal
            blocks:
              - type: lines
                id: goal
                prompt: My goal, in my own words
                rows: 3
    ```
    """

    kind: ClassVar[Kind] = Kind.WORKSHEET

    purpose: Summary
    """What it is good for, in one or two plain sentences."""
    minutes: MinutesTyped
    """How long it takes most people: 15, or: 10 to 20."""
    author: Line
    """Who wrote it: a first name, a group or an organization."""
    licence: Licence
    """Under which licence people may copy it: CC0-1.0, CC-BY-4.0."""
    based_on: Annotated[tuple[Source, ...], Things(MOST_SOURCES)] = ()
    """Sources it builds on: name, url, and what was taken from each."""
    dimensions: Several[Dimension] = ()
    """Which of the four dimensions of recovery it belongs to: health, home, purpose, community."""
    with_whom: Several[WithWhom] = (WithWhom.ALONE,)
    """With whom it is filled in: alone, somebody, group."""
    before: Summary | None = None
    """What to have at hand, or to do first."""
    after: Summary | None = None
    """What one can do once it is filled in."""
    next: Id | None = None
    """Id of the worksheet that follows on the path."""
    crisis_note: Summary | None = None
    """Words for the case that a sheet stirs things up: whom to turn to, and that one may stop."""
    intro: Passage | None = None
    """The first words on the sheet, to the person who fills it in."""
    sections: Annotated[tuple[Section, ...], Things(MOST_SECTIONS, more=_SECOND_SHEET)]
    """The parts of the sheet, each with a title and its blocks."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks from top to bottom."""
        return tuple(block for _, block in self.placed_blocks())

    def placed_blocks(self) -> Iterator[tuple[Location, Block]]:
        """Each block with its place in the sheet: `("sections", 0, "blocks", 2)`."""
        for s, section in enumerate(self.sections):
            for b, block in enumerate(section.blocks):
                yield ("sections", s, "blocks", b), block

    def running_words(self) -> Iterator[tuple[Location, str]]:
        """The sentences people read, each with its place: not names, labels, options or sources."""
        for field in ("summary", "description", "purpose", "before", "after", "crisis_note", "intro"):
            if text := getattr(self, field):
                yield (field,), text
        for s, section in enumerate(self.sections):
            if section.intro:
                yield ("sections", s, "intro"), section.intro
        for place, block in self.placed_blocks():
            for field in ("prompt", "hint", "text"):
                if text := getattr(block, field, None):
                    yield (*place, field), text

    def reading_grade(self, own_language: str) -> float | None:
        """The school grade of the sheet; None for one that is not in English or has only a few words.

        `own_language` is that of the directory, in which a sheet is written where it names no other.
        """
        texts = [text for _, text in self.running_words()]
        in_english = all(tag.partition("-")[0] == "en" for tag in self.languages or (own_language,))
        return grade(texts) if in_english and has_enough_words(texts) else None

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        first: dict[str, Block] = {}
        repeated: list[tuple[Location, Refused]] = []
        for place, block in self.placed_blocks():
            if block.id in first:
                refused = Refused(
                    "block-id",
                    say(
                        "Two blocks of '{sheet}' have the id '{id}': '{first}' and '{second}'.",
                        sheet=self.name,
                        id=block.id,
                        first=_called(first[block.id]),
                        second=_called(block),
                    ),
                    say("Give the new one an id of its own; answers are saved under it."),
                )
                repeated.append(((*place, "id"), refused))
            first.setdefault(block.id, block)
        if repeated:
            raise refuse_at(repeated)
        return self

    @model_validator(mode="after")
    def _each_former_id_leads_to_one_block(self) -> Self:
        now = {block.id: block for block in self.blocks}
        before: dict[str, Block] = {}
        refusals: list[tuple[Location, Refused]] = []
        for place, block in self.placed_blocks():
            for row, former in enumerate(block.formerly):
                if former in now or former in before:
                    refusals.append(((*place, "formerly", row), _taken(former, now, before)))
                before.setdefault(former, block)
        if refusals:
            raise refuse_at(refusals)
        return self

    @model_validator(mode="after")
    def _leads_on(self) -> Self:
        if self.next == self.id:
            refused = Refused(
                "next-sheet",
                say("'{name}' names itself as the next worksheet.", name=self.name),
                say("Type the id of another worksheet, or take 'next' out."),
            )
            raise refuse_at([(("next",), refused)])
        return self


def _taken(former: str, now: Mapping[str, Block], before: Mapping[str, Block]) -> Refused:
    if former in now:
        return Refused(
            "former-id",
            say("The former id '{id}' is the id of '{block}' on this sheet.", id=former, block=_called(now[former])),
            say("Type an id that no block has any more, or take it out of 'formerly'."),
        )
    return Refused(
        "former-id",
        say("The former id '{id}' stands at '{block}' too.", id=former, block=_called(before[former])),
        say("Old answers can go to one block only. Take it out at the other one."),
    )


def _called(block: Block) -> str:
    """What a curator would recognise the block by."""
    return block.prompt or block.type
