"""The days in a line: weekdays, `1st and 3rd Tuesday`, `15th of every month`, every so many weeks, single dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from generator.model.base import Refused
from generator.model.day import day
from generator.model.when.hours import several_lines
from generator.model.when.recurrence import EVERY_WEEKDAY, MOST_MONTHS_APART, MOST_WEEKS_APART
from generator.model.when.tokens import Kind, Token, example, refused
from generator.model.when.vocabulary import (
    EACH,
    FILLERS,
    NUMBERS,
    OF,
    ORDINALS,
    RHYTHMS,
    TO,
    UNITS,
    WEEKDAYS,
)
from generator.words import Words, say

T = TypeVar("T")

SECOND_TO_LAST = -2
MOST_WEEKS, MOST_DAYS = 5, 31


@dataclass(slots=True)
class DayPattern:
    """What a line says of the days, clause by clause."""

    weekdays: list[int] = field(default_factory=list)
    in_month: list[tuple[int, int]] = field(default_factory=list)
    """A week of the month and a weekday: the 1st Tuesday is (1, 1)."""
    month_days: list[int] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    rhythm: tuple[int, str] | None = None
    """Every so many weeks or months, where the line says so."""
    of_month: bool = False


class DayReader:
    """Reads the pieces of a line from the left, a clause at a time."""

    def __init__(self, line: str, typed: Sequence[Token]) -> None:
        self._line, self._typed, self._at = line, typed, 0
        self._pattern = DayPattern()

    def read(self) -> DayPattern:
        """The pattern of the whole line; raises `Refused` at the first piece that makes no sense where it stands."""
        while self._at < len(self._typed):
            if not any(clause() for clause in self._clauses()):
                raise self._not_understood()
        return self._pattern

    def _clauses(self) -> Sequence[Callable[[], bool]]:
        return (
            self._filler,
            self._every_day,
            self._rhythm,
            self._of_month,
            self._ordinals,
            self._weekdays,
            self._dates,
        )

    def _filler(self) -> bool:
        return self._take(lambda token: token.kind is Kind.COMMA or token.word in FILLERS) is not None

    def _every_day(self) -> bool:
        if self._take(lambda token: token.kind is Kind.EVERY_DAY) is None:
            return False
        self._pattern.weekdays += EVERY_WEEKDAY
        return True

    def _rhythm(self) -> bool:
        """`every 2nd week`, `every other Tuesday`, `fortnightly`, or a mere `every`."""
        if (found := self._take(lambda token: token.word in RHYTHMS)) is not None:
            self._counted(found, *RHYTHMS[found.word])
            return True
        first = self._take(lambda token: token.word in EACH or token.word == "alternate")
        if first is None:
            return False
        if first.word == "alternate" or self._take(lambda token: token.word == "other") is not None:
            self._every_so_many(first, 2)
        elif (counted := self._take(self._is_counted_unit)) is not None:
            self._every_so_many(counted, self._number(counted))
        elif (unit := self._take(lambda token: token.word in UNITS)) is not None:
            self._counted(unit, *UNITS[unit.word])
        elif self._could_be_weeks_or_month():
            raise self._refuse(
                say("'{seen}' can mean every so many weeks, or once in each month.", seen=self._line),
                say("Type: every 2nd week on Tuesday, or: 2nd Tuesday of the month."),
            )
        return True

    def _every_so_many(self, token: Token, number: int) -> None:
        """A number of weeks or months stands behind, or weekdays, which count in weeks."""
        unit = self._take(lambda token: token.word in UNITS)
        self._counted(token, *_times(number, UNITS[unit.word] if unit else (1, "week")))

    def _counted(self, token: Token, number: int, unit: str) -> None:
        if self._pattern.rhythm not in {None, (1, unit)}:
            raise self._refuse(say("'{seen}' says twice how often it is.", seen=self._line), several_lines())
        most = MOST_WEEKS_APART if unit == "week" else MOST_MONTHS_APART
        if not 1 <= number <= most:
            raise self._refuse(
                say(
                    "'{seen}': '{number}' is not a number of weeks or months this file can use.",
                    seen=self._line,
                    number=token.text,
                ),
                say(
                    "Type 1 to {weeks} weeks or 1 to {months} months.", weeks=MOST_WEEKS_APART, months=MOST_MONTHS_APART
                ),
            )
        self._pattern.rhythm = (number, unit)

    def _is_counted_unit(self, token: Token) -> bool:
        counts = token.kind in {Kind.NUMBER, Kind.ORDINAL} or token.word in NUMBERS or token.word in ORDINALS
        return counts and self._at + 1 < len(self._typed) and self._typed[self._at + 1].word in UNITS

    def _could_be_weeks_or_month(self) -> bool:
        """Whether a single `2nd Tuesday` stands here with nothing behind it that speaks of months."""
        numbers = [self._number(token) for token in self._typed[self._at :] if _is_ordinal(token)]
        months = any(token.word in {"month", "months", "monthly", "quarter", "quarterly"} for token in self._typed)
        return len(numbers) == 1 and numbers[0] > 1 and not months and _is_ordinal(self._typed[self._at])

    def _of_month(self) -> bool:
        """`of the month`, `of every 2nd month`, `in each quarter`."""
        if self._take(lambda token: token.word in OF) is None:
            return False
        self._take(lambda token: token.word in {"the", "a"})
        if self._take(lambda token: token.word == "month") is None:
            before = self._pattern.rhythm
            self._pattern.rhythm = None
            if not self._rhythm() or self._pattern.rhythm is None:
                raise self._not_understood()
            if before not in {None, (1, "month")}:
                raise self._refuse(say("'{seen}' says twice how often it is.", seen=self._line), several_lines())
        self._pattern.of_month = True
        return True

    def _ordinals(self) -> bool:
        """`1st and 3rd Tuesday`, `last Friday`, `15th`, `last day`."""
        numbers = self._list(_is_ordinal, self._number)
        if not numbers:
            return False
        while numbers and self._weekdays_of(numbers):
            numbers = self._list(_is_ordinal, self._number) if self._and(_is_ordinal) else []
        if not numbers:
            return True
        if self._take(lambda token: token.word == "day") is None and min(numbers) < 0:
            raise self._refuse(
                say("'{seen}' does not say the last what.", seen=self._line),
                say("Type a weekday or 'day' after it, as in: last Friday, or: last day of the month."),
            )
        if SECOND_TO_LAST in numbers or not all(number <= MOST_DAYS for number in numbers) or 0 in numbers:
            raise self._refuse(
                say("'{seen}': a month has no such day.", seen=self._line),
                say("Type 1st to 31st, or: last day of the month."),
            )
        self._pattern.month_days += numbers
        return True

    def _weekdays_of(self, numbers: Sequence[int]) -> bool:
        """The weekdays behind `1st and 3rd`, if there are any."""
        named = self._list(_is_weekdays, lambda token: WEEKDAYS[token.word])
        if any(len(days) > 1 for days in named):
            raise self._refuse(
                say("'{seen}' does not say which day of the week.", seen=self._line),
                say("Type the day's name, as in: last Friday of the month."),
            )
        if named and (max(numbers) > MOST_WEEKS or 0 in numbers):
            raise self._refuse(
                say("'{seen}': a month has at most five of each weekday.", seen=self._line),
                say("Type 1st to 5th, or last."),
            )
        self._pattern.in_month += [(week, day) for week in numbers for (day,) in named]
        return bool(named)

    def _weekdays(self) -> bool:
        """`Monday`, `Mon, Wed and Fri`, `Monday to Friday`, `weekdays`."""
        found = bool(self._pattern.weekdays)
        if found:
            return False
        while (first := self._take(_is_weekdays)) is not None:
            found = True
            days = WEEKDAYS[first.word]
            here = self._at
            if self._take(lambda token: token.kind is Kind.DASH or token.word in TO) is not None:
                last = self._take(_is_weekdays)
                if last is None or len(days) > 1 or len(WEEKDAYS[last.word]) > 1 or days == WEEKDAYS[last.word]:
                    self._at = here
                    raise self._not_understood()
                days = tuple((days[0] + step) % 7 for step in range((WEEKDAYS[last.word][0] - days[0]) % 7 + 1))
            self._pattern.weekdays += days
            if not self._and(_is_weekdays):
                break
        return found

    def _dates(self) -> bool:
        found = self._list(lambda token: token.kind is Kind.DATE, lambda token: self._date(token.text))
        self._pattern.dates += found
        return bool(found)

    def _date(self, text: str) -> date:
        try:
            return day("-".join(part.zfill(2) for part in text.split("-")))
        except Refused as cause:
            raise self._refuse(cause.message, cause.hint) from None

    def _number(self, token: Token) -> int:
        if token.kind is Kind.ORDINAL and token.text.lower().endswith("last"):
            return SECOND_TO_LAST
        return ORDINALS.get(token.word) or NUMBERS.get(token.word) or token.number

    def _list(self, belongs: Callable[[Token], bool], value: Callable[[Token], T]) -> list[T]:
        """As many pieces of this sort as stand here, with commas or "and" between them."""
        found: list[T] = []
        while (token := self._take(belongs)) is not None:
            found.append(value(token))
            if not self._and(belongs):
                break
        return found

    def _and(self, belongs: Callable[[Token], bool]) -> bool:
        """Step over a comma, an "and" or both, if something that belongs to the list stands behind."""
        behind = self._at
        while behind < len(self._typed) and self._typed[behind].kind in {Kind.COMMA, Kind.AND}:
            behind += 1
        if behind == self._at or behind == len(self._typed) or not belongs(self._typed[behind]):
            return False
        self._at = behind
        return True

    def _take(self, belongs: Callable[[Token], bool]) -> Token | None:
        """The next piece, if it belongs; the reader then stands behind it."""
        if self._at < len(self._typed) and belongs(self._typed[self._at]):
            self._at += 1
            return self._typed[self._at - 1]
        return None

    def _not_understood(self) -> Refused:
        if self._at == len(self._typed):
            return self._refuse(say("'{seen}' breaks off.", seen=self._line), example())
        token = self._typed[self._at]
        if token.kind is Kind.AND:
            return self._refuse(say("'{seen}' says two things at once.", seen=self._line), several_lines())
        return self._refuse(
            say("'{seen}': '{word}' makes no sense where it stands.", seen=self._line, word=token.text), example()
        )

    def _refuse(self, message: Words, hint: Words) -> Refused:
        return refused(message, hint)


def _is_ordinal(token: Token) -> bool:
    return token.kind is Kind.ORDINAL or token.word in ORDINALS


def _is_weekdays(token: Token) -> bool:
    return token.word in WEEKDAYS


def _times(number: int, unit: tuple[int, str]) -> tuple[int, str]:
    return number * unit[0], unit[1]
