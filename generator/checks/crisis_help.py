"""Help in a crisis is there, works in this country, and was checked within the last year.

The crisis lines stand on every page and on every printed sheet. They are what must not be wrong: a line that closed last
spring, or a number that cannot be called from here, fails a person at the worst moment.

## Passes

```yaml
crisis:
  preset: US
  lines:
    - id: county-crisis-team
      name: County crisis team
      kind: crisis
      summary: Comes to you when you are in a crisis.
      phones: (207) 555-0199
      checked: 2026-11-20
```

## Is told

```yaml
crisis:
  preset: US
  lines:
    - id: county-crisis-team
      name: County crisis team
      kind: crisis
      summary: Comes to you when you are in a crisis.
      phones: (207) 555-0199
      checked: 2025-06-01
```

A directory without any crisis line is refused; so is one with the lines of another country, and a line that says it was
checked on a day still to come.

## How to mend it

Look at the line's own page, and type today's date as `checked`. Ask the people of a local line by their office number; never
call an emergency number or a crisis line to test it. The national lines come with this program;
if they are old, install its newest version.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject, Where
from generator.crisis.presets import preset
from generator.model.crisis import PRESETS, CrisisLine
from generator.model.day import Span
from generator.problems import Level
from generator.words import Words, say

ID = "crisis-help"
LEVEL = Level.NOTICE

GOOD_FOR = Span(12, "month")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding where help is missing or from elsewhere, and for each line that nobody has checked for a year."""
    if not subject.has_head:
        return
    crisis, country = subject.directory.crisis, subject.directory.about.country
    if crisis.preset and crisis.preset != country:
        yield Finding(
            ("crisis", "preset"),
            say(
                "The crisis lines are those of {preset}, but the directory is for {country}.",
                preset=crisis.preset,
                country=country,
            ),
            _lines_of(country),
            Level.ERROR,
        )
        return
    national = preset(crisis.preset) if crisis.preset else ()
    if not crisis.lines_for(national):
        yield Finding(
            ("crisis", "hide"),
            say("Every crisis line is hidden, so there is no help in a crisis."),
            say("Take at least one id out of 'hide'."),
            Level.ERROR,
        )
    known = ", ".join(line.id for line in national)
    for hidden in crisis.unknown_hidden(national):
        yield Finding(
            ("crisis", "hide", crisis.hide.index(hidden)),
            say("No national crisis line has the id '{id}'.", id=hidden),
            say("Type one of these, or take it out: {known}.", known=known) if known else say("Take it out."),
            Level.ERROR,
        )
    for index, line in enumerate(crisis.lines):
        yield from _age(("crisis", "lines", index, "checked"), line, subject)
    old = [line for line in national if line.id not in crisis.hide and _is_old(line, subject)]
    if old:
        yield Finding(
            ("crisis", "preset"),
            say("The national crisis lines that come with this program were last checked on {day}.",
                day=min(line.checked for line in old)),
            say("Install the newest version of the program, and look at each line's own page meanwhile."),
        )  # fmt: skip


def _age(where: Where, line: CrisisLine, subject: Subject) -> Iterator[Finding]:
    if line.checked > subject.today:
        yield Finding(
            where,
            say("It cannot have been checked on {day}: that day is still to come.", day=line.checked),
            say("Type the day on which somebody really checked it, as in: {today}.", today=subject.today),
            Level.ERROR,
        )
    elif _is_old(line, subject):
        yield Finding(
            where,
            say("It was last checked on {day}, more than a year ago.", day=line.checked),
            say(
                "Look at its own page, and never call an emergency number to test it; then type 'checked: {today}'.",
                today=subject.today,
            ),
        )


def _is_old(line: CrisisLine, subject: Subject) -> bool:
    return GOOD_FOR.after(line.checked) <= subject.today


def _lines_of(country: str) -> Words:
    if country in PRESETS:
        return say("Type 'preset: {country}', or put right the country under 'directory'.", country=country)
    return say("Take 'preset' out and type the lines of {country} under 'lines'.", country=country)
