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
from generator.model.text import Line, as_text
from generator.words import say

MOST_ROWS = 30
MOST_ITEMS = 60
MOST_COLUMNS = 6
LONGEST_LABEL = 120

_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Whole:
    """Marks a whole number between two ends, typed in digits: `rows: 3`."""

    low: int
    high: int

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
            raise Refused(
                "whole-number",
                say("The number {seen} does not fit here.", seen=int(text)),
                say("Type a number from {low} to {high}.", low=self.low, high=self.high),
            )
        return int(text)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Letters:
    """Marks a text of at most so many characters."""

    most: int

    def read(self, text: str) -> str:
        if len(text) > self.most:
            raise Refused(
                "too-long",
                say("This text has {length} characters; {limit} fit on the sheet.", length=len(text), limit=self.most),
                say("Shorten it, or move a part of it to the hint."),
            )
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "maxLength": self.most}


@dataclass(frozen=True, slots=True)
class Things:
    """Marks a list of one to `most` things, where one typed alone is a list of one; with `least`, of so many at least."""

    most: int
    least: int = 1

    def listed(self, value: object) -> object:
        things = tuple(value) if isinstance(value, list | tuple) else (value,)
        if not things or things == ("",):
            raise Refused("empty", say("This list is empty."), say("Type at least {least} of them.", least=self.least))
        return things

    def counted(self, things: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.least <= len(things) <= self.most:
            raise Refused(
                "list-length",
                say("The number of things in this list is {n}.", n=len(things)),
                say("Type between {least} and {most} of them.", least=self.least, most=self.most),
            )
        return things

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        counted = core_schema.no_info_after_validator_function(self.counted, handler(source))
        return core_schema.no_info_before_validator_function(self.listed, counted)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "minItems": self.least, "maxItems": self.most}


Label = Annotated[Line, Letters(LONGEST_LABEL)]
"""A few words in a cell, beside a box or above a column: up to 120 characters."""

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
