"""What is wrong with somebody's input, as values with an address.

Rooms that find mistakes return `Problem`s; only the command line and the MkDocs plugin show them.

    >>> place = Place("resources.yaml", 41, 12)
    >>> problem = Problem(place, Level.ERROR, "phone-number",
    ...     say("Tuesday Talkers: phone {seen!r} is not a phone number.", seen="83"),
    ...     say("Type it with its area code, as in: 020 7946 0000."))
    >>> print(as_text(problem))
    resources.yaml:41:12: Tuesday Talkers: phone '83' is not a phone number. Type it with its area code, as in: 020 7946 0000. (phone-number)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from generator.words import Words, say, say_n

Say = Callable[[Words], str]


class Level(Enum):
    """How much it matters: an error stops a build; a warning does not, but `--strict` counts it; a notice is for the
    maintainers' queue: time brought it about, or it is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the volunteers' files something stands; `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where, how bad, which rule, what was seen, and what to type instead."""

    place: Place
    level: Level
    rule: str
    message: Words
    hint: Words

    @property
    def is_error(self) -> bool:
        return self.level is Level.ERROR


class InputError(Exception):
    """Input that cannot be used at all, with every problem that was found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(as_text(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column; errors before warnings at the same place; each said once."""
    unique = {(p.place, p.rule, str(p.message)): p for p in problems}
    levels = list(Level)
    return sorted(unique.values(), key=lambda p: (p.place, levels.index(p.level), p.rule, str(p.message)))


def as_text(problem: Problem, spoken: Say = str) -> str:
    """`file:line:column: what was seen. What to type. (rule)`, on one line whatever was typed."""
    sentence = f"{spoken(problem.message)} {spoken(problem.hint)}".strip()
    return f"{problem.place}: {_one_line(sentence)} ({problem.rule})"


def as_github(problem: Problem, spoken: Say = str) -> str:
    """A workflow command that marks the line in a pull request on GitHub.

    Source: GitHub Docs, "Workflow commands": in the message `%`, CR and LF are percent-coded, in properties also `:` and `,`.
    """
    properties = {
        "file": problem.place.path,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": problem.rule,
    }
    named = ",".join(f"{name}={_percent_coded(value, ':,')}" for name, value in properties.items())
    text = _one_line(f"{spoken(problem.message)} {spoken(problem.hint)}".strip())
    return f"::{problem.level.value} {named}::{_percent_coded(text)}"


def as_json(problems: Iterable[Problem], spoken: Say = str) -> str:
    """All problems as a JSON list for programs."""
    rows = [
        {
            "path": p.place.path,
            "line": p.place.line,
            "column": p.place.column,
            "level": p.level.value,
            "rule": p.rule,
            "message": spoken(p.message),
            "hint": spoken(p.hint),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def count_in_words(problems: Iterable[Problem]) -> Words:
    """How many errors, warnings and notices there are.

    >>> str(count_in_words([]))
    'No problems found.'
    """
    levels = [problem.level for problem in problems]
    if not levels:
        return say("No problems found.")
    return say(
        "Found {errors}, {warnings} and {notices}.",
        errors=say_n("{n} error", "{n} errors", levels.count(Level.ERROR)),
        warnings=say_n("{n} warning", "{n} warnings", levels.count(Level.WARNING)),
        notices=say_n("{n} notice", "{n} notices", levels.count(Level.NOTICE)),
    )


def _one_line(text: str) -> str:
    """Text from a hostile file may not start a line of its own or steer the terminal."""
    return "".join(_visible(letter) for letter in " ".join(text.split()))


def _visible(letter: str) -> str:
    if letter.isprintable():
        return letter
    return letter.encode("unicode_escape").decode("ascii")


def _percent_coded(text: str, more: str = "") -> str:
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
