"""Problems on the screen, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from generator.language import Language
from generator.problems import Level, Problem, as_github, as_json, as_text
from generator.words import say_n

FORMATS = ("text", "github", "json")

# Of each kind of notice a person wants to see a few; the rest is a number.
MOST_NOTICES = 10


def show(problems: Sequence[Problem], form: str, speaker: Language) -> None:
    """All of them, in one of FORMATS."""
    if form == "json":
        click.echo(as_json(problems, speaker.say))
    else:
        line = as_github if form == "github" else as_text
        for problem in problems:
            click.echo(line(problem, speaker.say))


def show_shortly(problems: Sequence[Problem], speaker: Language) -> None:
    """All problems, but of each kind of notice only the first few: a new directory has one for each listing."""
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.rule] += problem.level is Level.NOTICE
        if problem.level is not Level.NOTICE or seen[problem.rule] <= MOST_NOTICES:
            click.echo(as_text(problem, speaker.say))
    for rule, count in seen.items():
        if count > MOST_NOTICES:
            more = say_n(
                "{n} more notice of this kind ({rule}); --all shows it.",
                "{n} more notices of this kind ({rule}); --all shows them.",
                count - MOST_NOTICES,
                rule=rule,
            )
            click.echo(speaker.say(more))
