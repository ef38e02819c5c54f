"""Finds what a page says that no translator could ever see.

A site is made in a pseudo-language, in which the words of each sentence from the catalogue stand between marks, and the
values that are put into it outside of them: a value may be English that nobody wrapped. Dates, lists and whatever else
`Language` writes by itself get marks too. What is left without marks must be text of the directory, or it escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype
from pydantic import BaseModel

from generator.language import PSEUDO_MARKS, Language, Width
from generator.model.when import Recurrence, typed

BEFORE, AFTER = PSEUDO_MARKS

UNSEEN = {"script", "style"}
"""Elements whose text nobody reads; `template` is no such, since scripts copy it onto the page."""

ATTRIBUTES = {"alt", "aria-description", "aria-label", "aria-roledescription", "label", "placeholder", "title"}

# What data- attributes hold besides sentences: addresses, ids, and names of parts.
MACHINE_DATA = {
    "data-area",
    "data-base",
    "data-copy-from",
    "data-data",
    "data-early",
    "data-ends",
    "data-day",
    "data-facet",
    "data-file",
    "data-formerly",
    "data-geo",
    "data-how",
    "data-id",
    "data-key",
    "data-kind",
    "data-language",
    "data-made",
    "data-maps",
    "data-md-component",
    "data-part",
    "data-root",
    "data-shards",
    "data-until",
    "data-url",
    "data-value",
    "data-week-question",
    "data-worker",
    "data-zone",
}
SHEET_ID = ("form", "data-worksheet")

MACHINE_JSON = {
    "@context",
    "@id",
    "@type",
    "addressCountry",
    "availableLanguage",
    "byDay",
    "contactOption",
    "email",
    "endDate",
    "endTime",
    "eventAttendanceMode",
    "eventStatus",
    "exceptDate",
    "faxNumber",
    "inLanguage",
    "lastReviewed",
    "opens",
    "closes",
    "dayOfWeek",
    "repeatFrequency",
    "scheduleTimezone",
    "startDate",
    "startTime",
    "telephone",
    "duration",
    "url",
}

CALENDAR_WORDS = ("CATEGORIES", "COMMENT", "DESCRIPTION", "LOCATION", "NAME", "SUMMARY", "X-WR-CALDESC", "X-WR-CALNAME")

_MARKED = re.compile(f"{BEFORE}[^{BEFORE}{AFTER}]*{AFTER}")
# Places in a sentence that a script fills in, and addresses.
_PLACE = re.compile(r"\{\w+\}|https?://\S+")
# What may stand between the texts of one line: signs, numbers, and a dash or a dot.
_SEAMS = [re.compile(seam) for seam in (r", ", r": ", r" · ", r" [–-] ", r" \(", r"\)", r"\. ", r"\s*\d[\d\s().-]*")]


def marked(text: str) -> str:
    return f"{BEFORE}{text}{AFTER}"


def without_marks(text: str) -> list[str]:
    """The parts of a text that stand outside of marks and hold a letter."""
    parts = (" ".join(part.split()) for part in _MARKED.sub("\n", text).split("\n"))
    return [part for part in parts if any(letter.isalpha() for letter in part)]


class MarkedLanguage(Language):
    """The pseudo-language, with marks round what comes from CLDR as well."""

    def __init__(self) -> None:
        plain = Language.pseudo()
        super().__init__(plain.code, plain.translations, plain.locale)

    @classmethod
    def pseudo(cls) -> MarkedLanguage:
        return cls()

    def date(self, day: date, form: str = "long") -> str:
        return marked(super().date(day, form))

    def times(self, begins: time, ends: time) -> str:
        return marked(super().times(begins, ends))

    def time(self, at: time) -> str:
        return marked(super().time(at))

    def number(self, value: float) -> str:
        return marked(super().number(value))

    def weekday(self, number: int, width: Width = "wide") -> str:
        return marked(super().weekday(number, width))

    def month(self, number: int, width: Width = "wide") -> str:
        return marked(super().month(number, width))

    def zone_name(self, zone: str) -> str:
        return marked(super().zone_name(zone))

    def language_name(self, code: str) -> str:
        name = super().language_name(code)
        return name if name.startswith(BEFORE) else marked(name)

    # Of a list only what stands between its things is the language's own.
    def and_list(self, things: Iterable[str]) -> str:
        return _between(super().and_list(_holes(things)))

    def or_list(self, things: Iterable[str]) -> str:
        return _between(super().or_list(_holes(things)))


def _holes(things: Iterable[str]) -> list[str]:
    return [f"\x00{thing}\x00" for thing in things]


def _between(text: str) -> str:
    parts = text.split("\x00")
    return "".join(part if number % 2 or not part else marked(part) for number, part in enumerate(parts))


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a directory, however deep; the ids of fixed answers are none."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Recurrence):
        yield typed(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from texts_of(inner)


class Known:
    """The texts that may stand on a page without marks: what somebody typed, whole or line by line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts: set[str] = set()
        for text in texts:
            for part in (text, *text.split("\n\n"), *text.splitlines()):
                self.texts.add(_plain(part))
                self.texts.add(_plain(part.strip().removeprefix("- ")))
            host = re.match(r"https?://(?:www\.)?([^/?#]+)", text)
            if host:
                self.texts.add(host[1].casefold())

    def escaped(self, text: str) -> Iterator[str]:
        """What of a text on the page is neither between marks nor known."""
        for part in _PLACE.sub("\n", _MARKED.sub("\n", text)).split("\n"):
            if not self.knows(part):
                yield " ".join(part.split())

    def knows(self, text: str) -> bool:
        """Whether it is a known text, or a line made from several, such as an address."""
        seams = [(seam.start(), seam.end()) for pattern in _SEAMS for seam in pattern.finditer(text)]
        # A known text may hold a comma itself: go as far as one can from each place that was reached.
        reached, waiting = {0}, [0]
        while waiting:
            at = waiting.pop()
            onward = {
                end for start, end in (*seams, (len(text), len(text))) if start >= at and self._is_one(text[at:start])
            }
            waiting += onward - reached
            reached |= onward
        return len(text) in reached

    def _is_one(self, text: str) -> bool:
        plain = _plain(text)
        if plain in self.texts or not any(letter.isalpha() for letter in plain):
            return True
        return plain.endswith("…") and any(known.startswith(plain[:-1]) for known in self.texts)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.()·–-").casefold()


def texts_on(page: str) -> Iterator[tuple[str, str]]:
    """Everything a page says to somebody who looks or listens, each with the place where it stands."""
    soup = BeautifulSoup(page, "html.parser")
    for node in soup.find_all(string=True):
        if isinstance(node, Comment | Doctype) or not node.parent:
            continue
        if node.parent.name == "script" and node.parent.get("type") == "application/ld+json":
            yield from texts_in_json(json.loads(node))
        elif node.parent.name not in UNSEEN and not node.find_parent(translate="no"):
            # One paragraph of somebody's may be spread over lines.
            yield f"<{node.parent.name}>", str(node)
    for tag in soup.find_all(True):
        yield from _in_attributes(tag)


def _in_attributes(tag: Tag) -> Iterator[tuple[str, str]]:
    for name, value in tag.attrs.items():
        is_sentence = name in ATTRIBUTES or (name.startswith("data-") and name not in MACHINE_DATA)
        if tag.name == "meta" and tag.get("name") == "description":
            is_sentence |= name == "content"
        if is_sentence and (tag.name, name) != SHEET_ID:
            yield f"<{tag.name} {name}>", str(value)
    for address in (str(tag.get(name, "")) for name in ("href", "src", "action")):
        if address.startswith(("mailto:", "sms:")):
            yield f"<{tag.name} href>", _query(address)


def _query(address: str) -> str:
    from urllib.parse import parse_qsl

    return "\n".join(value for _, value in parse_qsl(address.partition("?")[2]))


def texts_in_json(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """The words in structured data, without what only machines read."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in MACHINE_JSON:
                yield from texts_in_json(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in_json(inner, key)
    elif isinstance(value, str):
        yield f"JSON {key}", value


def texts_in_calendar(calendar: str) -> Iterator[tuple[str, str]]:
    """The words in an .ics file (RFC 5545): lines unfolded, letters unescaped."""
    for line in calendar.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name.partition(";")[0] in CALENDAR_WORDS:
            for text in re.split(r"(?<!\\),", value) if name == "CATEGORIES" else [value]:
                yield f"calendar {name}", re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)
