"""Words that hurt or mislead people, each with a gentler one and the reason: a list of our own, one file a language.

>>> [found] = said_otherwise("He suffers from low mood.", "en")
>>> found.words, found.entry.say
('suffers from', 'lives with, has')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_STAR = re.compile(r"[^\W_]+\*?")

# What somebody said, or how they name themselves, is left as they said it.
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)'[^'\n]*'(?!\w)|(?<!\w)‘[^’\n]*’(?!\w)")


@dataclass(frozen=True, slots=True)
class Gentle:
    """One line of the list: what is looked for, what to say in its place, and why."""

    words: str
    say: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """Words in a text as they stand there, and the line of the list they belong to."""

    words: str
    entry: Gentle


def said_otherwise(text: str, language: str, names: Sequence[str] = ()) -> list[Found]:
    """What could be said more gently in a text, from its beginning to its end; each line of the list once.

    Quotes are left as they are, and so are `names`: what a group or an organization calls itself is theirs to choose.
    """
    entries = entries_of(language)
    if not entries or not _may_hold_one(text, language):
        return []
    left = _QUOTED.sub(_blank, text)
    found: dict[str, tuple[int, Found]] = {}
    for match in _pattern(language).finditer(left):
        entry = entries[int(str(match.lastgroup)[1:].partition("_")[0])]
        if not _looks_like_a_name(match) and not _is_in_a_name(match, names):
            found.setdefault(entry.words, (match.start(), Found(match[0], entry)))
    return [row for _, row in sorted(found.values(), key=lambda pair: pair[0])]


@cache
def entries_of(language: str) -> tuple[Gentle, ...]:
    """The list of a language (`en`, `en-GB`); empty where there is none."""
    file = FOLDER / f"{language.partition('-')[0]}.yaml"
    if not file.is_file():
        return ()
    return tuple(
        Gentle(row["words"], row["say"], row["why"]) for row in yaml.safe_load(file.read_text(encoding="utf-8"))
    )


def ways_to_write(entry: Gentle) -> list[str]:
    """The words of a line, one way of writing them each."""
    return [way.strip() for way in entry.words.split(" / ")]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """All ways of writing in one pattern, the longest first, so that the more exact advice wins.

    Most words of a text are passed over for their first letter alone.
    """
    ways = [(way, number) for number, entry in enumerate(entries_of(language)) for way in ways_to_write(entry)]
    branches = (
        rf"(?P<w{number}_{position}>{_words(way)}\b)"
        for position, (way, number) in enumerate(sorted(ways, key=lambda pair: -len(pair[0])))
    )
    firsts = "".join(sorted({re.escape(way[0]) for way, _ in ways}))
    return re.compile(rf"\b(?=[{firsts}])(?:{'|'.join(branches)})", re.IGNORECASE)


def _words(way: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in way.split())


def _may_hold_one(text: str, language: str) -> bool:
    """Whether a telling word of any line stands in the text: a quick look that spares nearly every text the long one."""
    whole, beginnings = _telling_words(language)
    words = set(_WORD.findall(text.lower()))
    return not words.isdisjoint(whole) or any(word.startswith(beginnings) for word in words)


@cache
def _telling_words(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The longest word of each way of writing: whole words, and beginnings of those with a star."""
    ways = (way for entry in entries_of(language) for way in ways_to_write(entry))
    longest = {max(_WORD_OR_STAR.findall(way.lower()), key=len) for way in ways}
    beginnings = {word for word in longest if word.endswith("*")}
    return frozenset(longest - beginnings), tuple(sorted(word.rstrip("*") for word in beginnings))


def _looks_like_a_name(match: re.Match[str]) -> bool:
    """Whether a word begins with a capital that no sentence begins with: the Coalition for the Homeless."""
    first, *others = match[0].split()
    before = match.string[: match.start()].rstrip()
    is_inside = bool(before) and before[-1] not in ".!?:"
    return any(len(word) > 1 and word.istitle() for word in ([first, *others] if is_inside else others))


def _is_in_a_name(match: re.Match[str], names: Sequence[str]) -> bool:
    """Whether the words are part of a name that stands there; names are looked through only once something was found."""
    text, words = match.string.casefold(), match[0].casefold()
    for name in (name.casefold() for name in names if words in name.casefold()):
        at = text.find(name)
        while at >= 0:
            if at <= match.start() and match.end() <= at + len(name):
                return True
            at = text.find(name, at + 1)
    return False


def _blank(match: re.Match[str]) -> str:
    """Something that is no word, so that all else keeps its position and nothing new stands together."""
    return "\x00" * len(match[0])
