"""The cells of a row by what they become. The report names the columns as the spreadsheet does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.report import Report
from generator.imports.sheet.plan import Plan
from generator.imports.sheet.targets import LEAVE_OUT, MORE, TARGETS
from generator.words import Words, say

_GUARDED = re.compile("'(?=[\\s]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20])")
"""An apostrophe that keeps a spreadsheet from running a cell; it is no part of the text."""
_FORMULA = re.compile(r"=\s*[A-Za-z_.]+\(")
_FAULT = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|ERROR!|#+)")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[;\n|]\s*")
_JOINED = {"description": "\n\n"}


class SheetCells(Cells):
    """One row: cells are asked for by target."""

    def __init__(self, row: Row, plan: Plan, report: Report) -> None:
        self._columns: dict[str, str] = {}
        values: dict[str, str] = {}
        for column, target in plan.columns.items():
            text = row[column]
            if not text or target == LEAVE_OUT:
                continue
            text = _GUARDED.sub("", text, count=1) if text.startswith("'") else text
            reason = _is_fault(text)
            if reason is not None:
                report.dropped(row.origin, column, text, reason)
                continue
            if _FORMULA.match(text):
                report.kept(row.origin, column, text, say("It looks like a formula; it was taken as the text it is."))
            if target == MORE:
                self._columns[f"{MORE} {column}"] = column
                values[f"{MORE} {column}"] = text
                continue
            self._columns.setdefault(target, column)
            if target in values and TARGETS[target].several:
                text = f"{values[target]}{_JOINED.get(target, '; ')}{text}"
            values[target] = text
        super().__init__(Row(row.origin, values), report)

    def each(self, target: str) -> list[str]:
        """The things of a cell that holds several, each once."""
        return list(dict.fromkeys(filter(None, BETWEEN.split(self.text(target)))))

    def more(self) -> list[tuple[str, str]]:
        """What goes into the description with the name of its column before it."""
        return [
            (self._columns[target].replace("_", " ").capitalize(), self.text(target))
            for target in self._columns
            if target.startswith(f"{MORE} ")
        ]

    def fill(self, values: Mapping[str, str]) -> None:
        """Put parts of one cell where cells of their own would be."""
        self.row = Row(self.row.origin, {**self.row.values, **values})
        for target in values:
            self._texts.pop(target, None)

    def head(self, target: str) -> str:
        """The column that becomes this."""
        return self._columns.get(target, target)

    def dropped(self, column: str, reason: Words) -> None:
        self.report.dropped(self.origin, self.head(column), self.row[column], reason)

    def changed(self, column: str, reason: Words) -> None:
        self.report.changed(self.origin, self.head(column), self.row[column], reason)

    def guessed(self, column: str, reason: Words) -> None:
        self.report.guessed(self.origin, self.head(column), self.row[column], reason)

    def kept(self, column: str, reason: Words) -> None:
        self.report.kept(self.origin, self.head(column), self.row[column], reason)


def _is_fault(text: str) -> Words | None:
    """Why a cell says nothing: a spreadsheet put a fault of its own there, or shortened a long number for good."""
    if _FAULT.fullmatch(text):
        return say("The spreadsheet shows a fault of its own here, not a text.")
    if _SCIENTIFIC.fullmatch(text):
        return say("The spreadsheet has rounded a long number here; format the column as text and save it again.")
    return None


def yes_or_no(text: str) -> bool | None:
    """What a cell of yes or no says; None if it says neither.

    >>> yes_or_no("Yes"), yes_or_no("n"), yes_or_no("ask")
    (True, False, None)
    """
    word = text.strip().casefold().rstrip(".!")
    answers: Mapping[str, bool] = {
        **dict.fromkeys(("yes", "y", "true", "x", "1", "\u2713", "\u2714"), True),
        **dict.fromkeys(("no", "n", "false", "0", "-"), False),
    }
    return answers.get(word)


def one_or_several(values: Sequence[str]) -> str | list[str]:
    """One thing alone, or the list of them."""
    return values[0] if len(values) == 1 else list(values)
