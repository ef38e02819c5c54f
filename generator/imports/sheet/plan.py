"""The mapping file: which column of a spreadsheet becomes what. A person reads and corrects it.

kind: group # what a row is where no column says it: group or service
columns:
  - column: group name
    becomes: name # likely, by its head. For example: Tuesday Talkers
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.imports.sheet.guessing import Guess, How
from generator.imports.sheet.targets import LEAVE_OUT, TARGETS, words_of
from generator.problems import InputError, Level, Problem, Say
from generator.source import Document, read
from generator.source.writer import Path as Where
from generator.source.writer import Writable, written
from generator.words import Words, say

ENDING = ".mapping.yaml"
KINDS = ("group", "service")
RULE = "mapping"
LONGEST_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """What each column becomes, and what a row is where no column says it."""

    columns: Mapping[str, str]
    kind: str = "service"

    def of(self, target: str) -> list[str]:
        """The columns that become this, in the order of the spreadsheet."""
        return [column for column, name in self.columns.items() if name == target]


def plan_of(guesses: Sequence[Guess]) -> Plan:
    """The plan if every guess is right. A row is a group where the head of its name says so."""
    columns = {guess.column: guess.target for guess in guesses}
    name = next((words_of(guess.column) for guess in guesses if guess.target == "name"), "")
    return Plan(columns, "group" if {"group", "meeting"} & set(name.split()) else "service")


def is_certain(guesses: Sequence[Guess]) -> bool:
    """Whether nobody needs to be asked: every column is called as here, and there is a name."""
    return all(guess.how is How.NAME for guess in guesses) and any(guess.target == "name" for guess in guesses)


def mapping_text(file: str, guesses: Sequence[Guess], spoken: Say = str) -> str:
    """The file, with what stands in each column for example."""
    plan = plan_of(guesses)
    rows: list[Writable] = [{"column": _shown(guess.column), "becomes": guess.target} for guess in guesses]
    notes: dict[Where, str] = {("kind",): spoken(say("what a row is where no column says it: group or service"))}
    for number, guess in enumerate(guesses):
        how = spoken(guess.how.words)
        if guess.examples:
            example = " ".join(guess.examples[0].split())[:LONGEST_EXAMPLE]
            how = spoken(say("{how}. For example: {example}", how=how, example=example))
        notes["columns", number, "becomes"] = how
    heading = [
        spoken(
            say(
                "What each column of {file} becomes. Correct what is wrong, then run the same command again.", file=file
            )
        ),
        spoken(say("It can become:")),
        *(f"  {target.name}: {spoken(target.means)}" for target in TARGETS.values()),
    ]
    return written({"kind": plan.kind, "columns": rows}, notes=notes, heading="\n".join(heading))


def read_plan(path: Path, columns: Sequence[str]) -> Plan:
    """The mapping that somebody typed, for a spreadsheet with these columns; raises `InputError` with every mistake."""
    document = read(path, root=path.parent, include_key="")
    reading = _Reading(document, {words_of(column): column for column in columns})
    plan = reading.plan()
    problems = [*document.problems, *reading.problems]
    if any(problem.is_error for problem in problems):
        raise InputError(problems)
    return plan


class _Reading:
    def __init__(self, document: Document, columns: Mapping[str, str]) -> None:
        self._document = document
        self._columns = columns
        self.problems: list[Problem] = []

    def plan(self) -> Plan:
        root = self._document.value
        for key in root:
            if key not in ("kind", "columns"):
                self._tell((key,), say("There is no field called '{seen}' here.", seen=key[:LONGEST_EXAMPLE]),
                           say("A mapping has 'kind' and 'columns'."))  # fmt: skip
        kind = root.get("kind", "service")
        if kind not in KINDS:
            self._tell(("kind",), say("The kind must be group or service."), say("Type one of the two."))
        found: dict[str, str] = {}
        rows = root.get("columns", "")
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            self._row(number, row, found)
        if "name" not in found.values():
            self._tell(("columns",), say("No column becomes the name, and no listing can do without one."),
                       say("Type 'becomes: name' under the column that holds the names."))  # fmt: skip
        for column in self._columns.values():
            found.setdefault(column, LEAVE_OUT)
        return Plan({column: found[column] for column in self._columns.values()}, str(kind))

    def _row(self, number: int, row: object, found: dict[str, str]) -> None:
        where = ("columns", number)
        if not isinstance(row, dict) or set(row) != {"column", "becomes"}:
            self._tell(where, say("This is not a column with what it becomes."),
                       say("Type two lines, as in: - column: Phone, and below it: becomes: phones"))  # fmt: skip
            return
        typed, target = str(row["column"]), str(row["becomes"]).strip()
        column = self._columns.get(words_of(typed))
        if column is None:
            near = get_close_matches(words_of(typed), list(self._columns), n=1)
            hint = say("Did you mean '{near}'?", near=near[0]) if near else say("Take these two lines out.")
            self._tell(
                (*where, "column"), say("The spreadsheet has no column '{seen}'.", seen=typed[:LONGEST_EXAMPLE]), hint
            )
            return
        if target not in TARGETS:
            near = get_close_matches(target, list(TARGETS), n=1)
            hint = (
                say("Did you mean '{near}'?", near=near[0])
                if near
                else say("You can type: {known}.", known=", ".join(TARGETS))
            )
            self._tell((*where, "becomes"), say("No column can become '{seen}'.", seen=target[:LONGEST_EXAMPLE]), hint)
            return
        if not TARGETS[target].several and target in found.values():
            self._tell((*where, "becomes"), say("Another column becomes '{target}' already.", target=target),
                       say("Type 'more' or 'leave_out' under one of the two."))  # fmt: skip
        found[column] = target

    def _tell(self, where: tuple[str | int, ...], message: Words, hint: Words) -> None:
        place = self._document.key_place(where) if len(where) == 1 else self._document.place(where)
        self.problems.append(Problem(place, Level.ERROR, RULE, message, hint))


def _shown(column: str) -> str:
    return column.replace("_", " ")
