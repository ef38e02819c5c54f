"""How much fits on a sheet: numbers, lengths and lists with an upper end, and refusals that name the very spot.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(Annotated[int, Whole(1, 30)]).validate_python("12")
12
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, core_schema

from generator.model.base import Refused
from generator.model.text import Line, Prose, as_text
from generator.words import Words, say

MOST_ROWS = 30
MOST_ITEMS = 60
MOST_COLUMNS = 6
LONGEST_LABEL = 120
LONGEST_PROMPT = 300
LONGEST_PASSAGE = 3000

GO_ON = say("What is over can go into a block of its own.")

_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Marks a whole number between two ends, typed in digits: `rows: 3`."""

    low: int
    high: int
    more: Words | None = None
    """What somebody can do who needs a larger number."""

    def read(self, value: object) -> int:
        text = str(value) if type(value) is int else as_text(value).strip()
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER):
            raise Refused(
                "whole-number",
                say("'{seen}' is not a whole number.", seen=text[:40]),
                say("Type a number from {low} to {high}.", low=self.low, high=self.high),
            )
        if not self.low <= int(text) <= self.high:
            hint = say("Type a number from {low} to {high}.", low=self.low, high=self.high)
            if self.more and int(text) > self.high:
                hint = say("{hint} {more}", hint=hint, more=self.more)
            raise Refused("whole-number", say("The number {seen} does not fit here.", seen=int(text)), hint)
        return int(text)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Marks a text of at most so many characters, and says where the rest may go.

    It looks before the text's own kind does, since only a sheet knows where on a sheet there is more room.
    """

    most: int
    hint: Words

    def read(self, value: object) -> object:
        length = len(" ".join(value.split())) if isinstance(value, str) else 0
        if length > self.most:
            raise Refused(
                "too-long",
                say("This text has {length} characters; {limit} fit on the sheet.", length=length, limit=self.most),
                self.hint,
            )
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "maxLength": self.most}


@dataclass(frozen=True, slots=True, eq=False)
class Things:
    """Marks a list of one to `most` things, where one typed alone is a list of one; with `least`, of so many at least."""

    most: int
    least: int = 1
    more: Words | None = None
    """What somebody can do who has more of them."""

    def listed(self, value: object) -> object:
        things = tuple(value) if isinstance(value, list | tuple) else (value,)
        if not things or things == ("",):
            raise Refused("empty", say("This list is empty."), say("Type at least {least} of them.", least=self.least))
        if isinstance(value, str) and len(several := [part.strip() for part in value.split(",") if part.strip()]) > 1:
            raise Refused(
                "commas",
                say("'{seen}' is one text with commas, where a list belongs.", seen=value[:40]),
                say("Type square brackets round it: [{several}]. A single one goes on a line of its own, after a hyphen.",
                    several=", ".join(several)[:80]),
            )  # fmt: skip
        return things

    def counted(self, things: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.least <= len(things) <= self.most:
            hint = say("Type between {least} and {most} of them.", least=self.least, most=self.most)
            if self.more and len(things) > self.most:
                hint = say("{hint} {more}", hint=hint, more=self.more)
            raise Refused("list-length", say("The number of things in this list is {n}.", n=len(things)), hint)
        return things

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        counted = core_schema.no_info_after_validator_function(self.counted, handler(source))
        return core_schema.no_info_before_validator_function(self.listed, counted)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "minItems": self.least, "maxItems": self.most}


Label = Annotated[Line, Letters(LONGEST_LABEL, say("Shorten it, or move a part of it to the hint."))]
"""A few words in a cell, beside a box or above a column: up to 120 characters."""

Ask = Annotated[Line, Letters(LONGEST_PROMPT, say("Shorten it, or put a block of 'type: note' above it for the rest."))]
"""A question, an invitation or a hint: up to 300 characters."""

Passage = Annotated[Prose, Letters(LONGEST_PASSAGE, say("Shorten it, or put a part of it into a note further down."))]
"""A few paragraphs to read on the sheet: up to 3,000 characters, which is about a page."""

Location = tuple[int | str, ...]


def refuse_at(refusals: Iterable[tuple[Location, Refused] | InitErrorDetails]) -> ValidationError:
    """Refusals with the place of each, counted from the value at hand; raise it inside a validator.

    Pydantic puts the place of the value itself in front, so the reader finds the very line.
    """
    details = [_detail(*refusal) if isinstance(refusal, tuple) else refusal for refusal in refusals]
    return ValidationError.from_exception_data("worksheet", details)


def _detail(location: Location, refused: Refused) -> InitErrorDetails:
    return {"type": "value_error", "loc": location, "input": None, "ctx": {"error": refused}}


def _named_once(things: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[str] = set()
    repeated: list[tuple[Location, Refused]] = []
    for index, thing in enumerate(things):
        name = thing.name.casefold()
        if name in seen:
            refused = Refused(
                "repeated", say("'{value}' stands twice in this list.", value=thing.name), say("Take one of them out.")
            )
            repeated.append(((index,), refused))
        seen.add(name)
    if repeated:
        raise refuse_at(repeated)
    return things


NamedOnce = AfterValidator(_named_once)
"""Marks a list of things with names, each of which may stand there once."""
