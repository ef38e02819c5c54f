"""Changes as Markdown that can stand under a pull request: what volunteers typed stays inert text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.comparing.changes import Change, Thing
from generator.comparing.fields import FieldChange
from generator.comparing.second_person import Why
from generator.language import Language
from generator.words import Words, say, say_n

LONGEST = 400
"""So many characters of a value are shown; of a longer one, those round the first difference."""
AROUND = 120
MOST_NAMED = 10
"""So many things are named for one reason; whoever has more looks through all lines anyway."""
SECOND_PERSON = say("This needs a second person: somebody else has to check it before it is taken over.")

_BACKTICKS = re.compile("`+")
# What makes text run backwards or vanish would let a change hide from whoever reviews it.
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def as_markdown(changes: Sequence[Change], language: Language, others: Sequence[str] = ()) -> str:
    """A heading a thing and a line a field; a sentence if nothing changed.

    `others` are files that change too and hold no listings: what they do cannot be told in words.
    """
    count = _count(changes) if changes else say("Nothing changed that a visitor would see.")
    if others and not changes:
        count = say("No listing changes.")
    shown = [language.say(count), "", *_beyond(others, language), *_first(changes, language)]
    shown += _lines(changes, language)
    return "\n".join(shown).rstrip() + "\n"


def inert(text: str) -> str:
    """A text as code: no link, mention, picture or markup in it comes alive, and unseen characters are shown.

    >>> print(inert("@all `x` <b>"))
    `` @all `x` <b> ``
    """
    shown = _UNSEEN.sub(lambda found: "\u23ce" if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text)
    longest = max((len(run) for run in _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    room = " " if "`" in shown or shown != shown.strip() or not shown else ""
    return f"{fence}{room}{shown}{room}{fence}"


def _count(changes: Sequence[Change]) -> Words:
    added = sum(change.before is None for change in changes)
    gone = sum(change.after is None for change in changes)
    changed = len(changes) - added - gone
    return say(
        "{changed}, {added}, {gone}.",
        changed=say_n("{n} thing changed", "{n} things changed", changed),
        added=say_n("{n} added", "{n} added", added),
        gone=say_n("{n} taken out", "{n} taken out", gone),
    )


def _beyond(others: Sequence[str], language: Language) -> Iterator[str]:
    if others:
        words = say_n(
            "A file that holds no listings changes too: {name}. Whoever takes this over has to read it.",
            "{n} files that hold no listings change too, such as {name}. Whoever takes this over has to read them.",
            len(others),
            name=inert(others[0]),
        )
        yield f"> [!CAUTION]\n> **{language.say(words)}**"
        yield ""


def _first(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """What a reviewer must not overlook among many lines, the gravest first."""
    told: dict[Why, list[Change]] = {why: [change for change in changes if why in change.why] for why in Why}
    if any(told[why] for why in Why if why.needs_second_person):
        yield f"> [!CAUTION]\n> **{language.say(SECOND_PERSON)}**"
        yield ""
    for why, found in told.items():
        for change in found[:MOST_NAMED]:
            mark = "CAUTION" if why.needs_second_person else "IMPORTANT"
            yield f"> [!{mark}]\n> **{language.say(why.words(inert(change.thing.name)))}**"
            yield ""
        if len(found) > MOST_NAMED:
            yield language.say(say_n("And so does {n} more.", "And so do {n} more.", len(found) - MOST_NAMED))
            yield ""


def _lines(changes: Sequence[Change], language: Language) -> Iterator[str]:
    for change in changes:
        thing = change.thing
        yield f"### {inert(thing.name)} ({inert(_address(thing))})"
        yield ""
        for words in _remarks(change):
            yield f"- {language.say(words)}"
        for field in change.fields:
            yield from _field(field, language)
        yield ""


def _remarks(change: Change) -> Iterator[Words]:
    if change.before is None:
        yield say("New.")
    elif change.after is None:
        yield say(
            "Taken out. Links to its page will lead nowhere; to keep them, type 'status: ended' in place of removing it."
        )
    elif change.is_moved:
        yield say("Was {old} before. Links to its old page will lead nowhere.", old=inert(_address(change.before)))
    if change.used_by and change.fields:
        yield say_n("{n} listing uses it.", "{n} listings use it.", change.used_by)


def _field(field: FieldChange, language: Language) -> Iterator[str]:
    name = inert(field.path)
    if len(field.before) == 1 == len(field.after):
        was, now = _near_the_difference(field.before[0], field.after[0])
        yield f"- {name}: {inert(was)} → {inert(now)}"
        return
    for words, values in ((say("taken out"), field.before), (say("added"), field.after)):
        for value in values:
            yield f"- {name}, {language.say(words)}: {inert(_short(value))}"


def _near_the_difference(was: str, now: str) -> tuple[str, str]:
    if max(len(was), len(now)) <= LONGEST:
        return was, now
    same = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    start = max(0, same - AROUND)
    return _short(was[start:], "…" if start else ""), _short(now[start:], "…" if start else "")


def _short(text: str, before: str = "") -> str:
    return before + (text if len(text) <= LONGEST else text[:LONGEST] + "…")


def _address(thing: Thing) -> str:
    return f"{thing.section}/{thing.id}" if thing.id else thing.section
