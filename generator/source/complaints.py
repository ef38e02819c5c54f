"""Sentences about quotes and dashes, for what the parser refuses and for what it accepts in another meaning."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Level, Place, Problem
from generator.source.quoting import CURLY_QUOTES, TypedLine, quoted, shown
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem without its place."""

    rule: str
    message: Words
    hint: Words
    level: Level = Level.ERROR

    def at(self, place: Place) -> Problem:
        """The problem at its place."""
        return Problem(place, self.level, self.rule, self.message, self.hint)


def special_start(rule: str, line: TypedLine) -> Complaint:
    """A value that begins with a character that YAML keeps for itself."""
    typed = shown(line.typed(quoted(line.value)))
    return Complaint(
        rule,
        say("A text cannot start with {letter} unless it stands in quotes.", letter=line.value[:1]),
        say("Put straight quotes round it: {typed}", typed=typed),
    )


def missing_space_after_dash(seen: str) -> Complaint:
    """A list item whose dash sticks to its text."""
    return Complaint(
        "missing-space",
        say("There is no space after the dash in '{seen}'.", seen=shown(seen)),
        say("Type a space after it: {typed}", typed=shown(f"- {seen[1:]}")),
    )


def bullet(seen: str) -> Complaint:
    """A list item that begins with a long dash or a dot."""
    return Complaint(
        "bullet",
        say("A list needs plain dashes, and this line begins with {sign}.", sign=seen[:1]),
        say("Type a dash and a space instead: {typed}", typed=shown(f"- {seen[1:].lstrip()}")),
    )


def invisible_character(letter: str) -> Complaint:
    """A space that is no plain space, or a character without a shape, beside a name."""
    return Complaint(
        "invisible-character",
        say("An invisible character, {code}, stands here.", code=f"U+{ord(letter):04X}"),
        say("Delete it, and type plain spaces instead."),
    )


def missing_space_after_colon(key: str, value: str) -> Complaint:
    """A key whose colon sticks to its text."""
    return Complaint(
        "missing-space",
        say("There is no space after the colon in '{seen}'.", seen=shown(f"{key}:{value}")),
        say("Type a space after it: {typed}", typed=shown(f"{key}: {value}")),
    )


def curly_quotes(line: TypedLine) -> Complaint:
    """Quotes from a word processor, which YAML takes for letters."""
    typed = shown(line.typed(quoted(out_of_curly_quotes(line.value))))
    return Complaint(
        "curly-quotes",
        say("The quotes in {seen} are curly ones from a word processor.", seen=shown(line.value)),
        say(
            "If visitors should see them, type straight ones outside them; if not, type straight ones instead: {typed}",
            typed=typed,
        ),
    )


def out_of_curly_quotes(value: str) -> str:
    """The text that stands in curly quotes.

    >>> out_of_curly_quotes("“Peer: group”")
    'Peer: group'
    """
    return value[1:].rstrip("".join([*CURLY_QUOTES, *CURLY_QUOTES.values()]))
