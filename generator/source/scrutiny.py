"""Texts and keys that YAML accepts but takes otherwise than a volunteer means them."""

from __future__ import annotations

import re
from typing import Any

from yaml.error import MarkedYAMLError

from generator.problems import Level
from generator.source import limits
from generator.source.complaints import (
    Complaint,
    bullet,
    curly_quotes,
    invisible_character,
    missing_space_after_dash,
    special_start,
)
from generator.source.line_starts import BULLETS
from generator.source.open_ends import goes_over_names
from generator.source.quoting import CURLY_QUOTES, TypedLine, quoted, shown
from generator.source.text import FORBIDDEN
from generator.words import say

_OPEN_QUOTE = re.compile(r"""\"(?<=[ \[{,]\")[^"\n]*$|'(?<=[ \[{,]')(?:[^'\n]|'')*$""", re.MULTILINE)
"""A quote at the beginning of a text, without another one in its line."""


class Scrutiny:
    """Looks at single texts of a file; `wary` says whether the file holds anything that asks for a look at each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.wary = "\\" in text or _cut_by_a_hash(text) or _has_lone_mark(text) or bool(_OPEN_QUOTE.search(text))

    def of_text(self, event: Any) -> Complaint | None:
        """What is doubtful about a value, if anything."""
        value = event.value
        start = event.start_mark.index
        if event.style and event.start_mark.line < event.end_mark.line:
            self._stop_at_open_quote(event)
        if not value and self._text[start : start + 1] in ("\n", ""):
            return None
        if len(value) > limits.LONGEST_TEXT:
            return Complaint(
                "long-text",
                say("This text has {n} characters; the most is {most}.", n=len(value), most=limits.LONGEST_TEXT),
                say("Shorten it, or look for a missing quote at its end."),
            )
        if self._text.startswith("!", start):
            return self._special_start("tag", start)
        if event.style:
            return _escaped_control_character(value) if event.style == '"' else None
        if not value:
            return self._hash(value, start, event.end_mark.index)
        if value.startswith("-") and value[1:2].isalpha() and self.begins_line(event):
            return missing_space_after_dash(self._rest(start))
        if value[0] in BULLETS and value[1:2] == " " and self.begins_line(event):
            return bullet(self._rest(start))
        if value[0] in CURLY_QUOTES and _is_in_curly_quotes(value):
            return curly_quotes(TypedLine.of(self._line(start)))
        return self._hash(value, start, event.end_mark.index)

    def _stop_at_open_quote(self, event: Any) -> None:
        """A quote that is not closed swallows the lines below down to the next quote, which may be far away.

        Raises the error of a quote that is never closed where a name or an item follows no further to the right.
        """
        first, last = event.start_mark, event.end_mark
        if event.style not in ("'", '"') or not goes_over_names(
            self._line(first.index), self._text[first.index : last.index].split("\n")[1:]
        ):
            return
        raise MarkedYAMLError("while scanning a quoted scalar", first, "found a name before its end", first)

    def of_key(self, event: Any) -> Complaint | None:
        """What keeps a text from being a key, if anything."""
        key = event.value
        start = event.start_mark.index
        if key == "<<":
            return Complaint(
                "merge-key",
                say("The name << would copy values from elsewhere, which is not done here."),
                say("Write the values out in full."),
            )
        if not key:
            return Complaint(
                "key-not-text",
                say("There is no name before this colon."),
                say("Type a name before it, as in: name: Tuesday Talkers"),
            )
        if "\n" in key or len(key) > limits.LONGEST_KEY:
            return Complaint(
                "key-not-text",
                say(
                    "A name before a colon stands on one line and has at most {most} characters; this one is longer.",
                    most=limits.LONGEST_KEY,
                ),
                say("Shorten it, or look for a missing quote or a missing name before it."),
            )
        if not key.isprintable():
            return invisible_character(next(letter for letter in key if not letter.isprintable()))
        if key.startswith("-") and self._text.startswith("-", start):
            return missing_space_after_dash(self._rest(start))
        if key[0] in BULLETS and key[1:2] == " ":
            return bullet(self._rest(start))
        if key[0] in CURLY_QUOTES:
            return Complaint(
                "curly-quotes",
                say("The quotes round the name {key} are curly ones from a word processor.", key=shown(key)),
                say("Delete them; the name before a colon needs no quotes."),
            )
        return None

    def of_complex_key(self, event: Any) -> Complaint:
        """A list or a mapping where a key should be."""
        start = event.start_mark.index
        line = TypedLine.of(self._line(start))
        seen = shown(line.value if line.key else self._rest(start))
        message = say("A name before a colon must be plain text, but '{seen}' is a list or a group.", seen=seen)
        if not line.key:
            return Complaint("key-not-text", message, say("If it is one text, put straight quotes round it."))
        typed = shown(line.typed(quoted(line.value)))
        hint = say("If it is one text, put straight quotes round it: {typed}", typed=typed)
        return Complaint("key-not-text", message, hint)

    def of_mark(self, event: Any, *, is_alias: bool = False) -> Complaint:
        """An anchor, an alias or a tag, which are not used here."""
        rule = "alias" if is_alias else "tag" if event.anchor is None else "anchor"
        return self._special_start(rule, event.start_mark.index)

    def begins_line(self, event: Any) -> bool:
        """Whether nothing but spaces stands before the event in its line."""
        return not self._line_before(event.start_mark.index).strip(" ")

    def typed(self, event: Any) -> str:
        """The rest of the line from where the event starts."""
        return self._rest(event.start_mark.index)

    def _special_start(self, rule: str, start: int) -> Complaint:
        line = TypedLine.of(self._line(start))
        if not line.value.startswith(self._text[start : start + 1]):
            line = TypedLine("", "", "", self._rest(start))
        return special_start(rule, line)

    def _hash(self, value: str, start: int, end: int) -> Complaint | None:
        """Text that is lost because a # begins a note."""
        rest = self._rest(end)
        note = rest.lstrip(" ")
        if not note.startswith("#") or (value and (note == rest or note[1:2] in ("", " ", "#"))):
            return None
        line = TypedLine.of(self._line(start))
        typed = shown(line.typed(quoted(self._rest(start).strip())))
        if note[1:2] in ("", " "):
            return Complaint(
                "hash",
                say("There is only a note here, '{seen}', and no text.", seen=shown(note)),
                say(
                    "Give the note a line of its own. If it is the text, put straight quotes round it: {typed}",
                    typed=typed,
                ),
                Level.WARNING,
            )
        if value:
            message = say("What follows the #, '{seen}', is left out as a note.", seen=shown(note[1:]))
        else:
            message = say(
                "What follows the #, '{seen}', is left out as a note, and nothing is left.", seen=shown(note[1:])
            )
        hint = say(
            "If it is a note, type a space after the #. If not, put straight quotes round all: {typed}", typed=typed
        )
        return Complaint("hash", message, hint)

    def _line_before(self, at: int) -> str:
        return self._text[self._text.rfind("\n", 0, at) + 1 : at]

    def _rest(self, at: int) -> str:
        end = self._text.find("\n", at)
        return self._text[at : end if end >= 0 else len(self._text)].rstrip(" ")

    def _line(self, at: int) -> str:
        return self._line_before(at) + self._rest(at)


def _is_in_curly_quotes(value: str) -> bool:
    return len(value) > 2 and value[-1] in CURLY_QUOTES[value[0]] and value[0] not in value[1:-1]


def _escaped_control_character(value: str) -> Complaint | None:
    found = FORBIDDEN.search(value)
    if found is None:
        return None
    return Complaint(
        "control-character",
        say("A backslash makes an invisible character here, {code}.", code=f"U+{ord(found[0]):04X}"),
        say("Delete it, or put single quotes round the text if the backslash belongs to it."),
    )


def _cut_by_a_hash(text: str) -> bool:
    """Whether a # stands anywhere after a space with no space after it."""
    at = text.find(" #")
    while at >= 0:
        if text[at + 2 : at + 3] not in ("", " ", "\n", "#"):
            return True
        at = text.find(" #", at + 2)
    return False


def _has_lone_mark(text: str) -> bool:
    """Whether an exclamation mark stands alone; libyaml does not tell of that kind of tag."""
    for end in ("! ", "!\n"):
        at = text.find(end)
        while at >= 0:
            if text[at - 1 : at] in ("", *" \n[{,:?-"):
                return True
            at = text.find(end, at + 1)
    return False
