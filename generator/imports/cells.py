"""A row's cells as values that the model takes; what does not fit is told to the report.

Nothing is made up: a cell becomes a value, or a part of one, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.imports.csv_table import Row
from generator.imports.lost_breaks import LineBreaks, as_sentences
from generator.imports.plain_text import first_sentences, paragraphs, without_invisible, without_markup
from generator.imports.report import Report
from generator.model.base import Refused
from generator.model.text import LONGEST_LINE, LONGEST_SUMMARY
from generator.model.web import MailAddress, WebAddress
from generator.words import Words, say

_WEB: TypeAdapter[str] = TypeAdapter(WebAddress)
_MAIL: TypeAdapter[str] = TypeAdapter(MailAddress)
_BETWEEN = re.compile(r"[\s,;|]+")
_NO_SCHEME = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[:/?#]\S*)?", re.IGNORECASE)
NO_BREAKS = LineBreaks(())


class Cells:
    """The cells of one row."""

    def __init__(
        self, row: Row, report: Report, breaks: Mapping[str, LineBreaks] | None = None, *, mends: bool = True
    ) -> None:
        """`breaks` tell where an export lost line breaks in a column; without `mends` it is sure to have lost none."""
        self.row = row
        self.origin = row.origin
        self.report = report
        self._breaks = breaks or {}
        self._mends = mends
        self._texts: dict[str, str] = {}

    def text(self, column: str) -> str:
        """Plain paragraphs, without markup and invisible characters; empty if there is nothing."""
        # Of the many columns that are asked for, most say nothing.
        typed = self.row.values.get(column)
        if not typed:
            return ""
        if column not in self._texts:
            self._texts[column] = self._plain(column, typed)
        return self._texts[column]

    def _plain(self, column: str, typed: str) -> str:
        is_plain = typed.isprintable() and "<" not in typed and "&" not in typed
        if is_plain and not self._mends:
            return typed
        seen = without_invisible(typed)
        if seen != typed.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "):
            self.changed(column, say("Invisible characters were taken out."))
        plain = without_markup(seen)
        if plain != seen.strip():
            self.changed(column, say("Markup was made plain text."))
        if not self._mends:
            return plain
        whole, count = self._breaks.get(column, NO_BREAKS).restored(plain)
        if count:
            self.changed(column, say("Line breaks or spaces that were lost between words were put back."))
        return whole.strip()

    def prose(self, column: str) -> str:
        """Paragraphs with an empty line between them."""
        return paragraphs(self.text(column))

    def line(self, column: str, limit: int = LONGEST_LINE) -> str:
        """One line; cut between words if it is longer than a line may be."""
        text = self.text(column)
        if not text:
            return ""
        text = as_sentences(text)
        if len(text) <= limit:
            return text
        self.dropped(column, say("Only the beginning was taken: {n} characters fit, of {all}.", n=limit, all=len(text)))
        return first_sentences(text, limit)

    def summary(self, column: str) -> str:
        """One or two sentences."""
        return self.line(column, LONGEST_SUMMARY)

    def web(self, column: str) -> str:
        """The address of a page, the first one if there are several."""
        typed = without_invisible(self.row[column]).strip()
        if not typed or (valid := _valid(_WEB, typed)) == typed:
            return typed
        found = [piece for piece in _BETWEEN.split(typed) if piece]
        usable = [piece for piece in map(_with_scheme, found) if isinstance(_valid(_WEB, piece), str)]
        if not usable:
            self.dropped(column, _reason(valid))
            return ""
        if len(found) > 1:
            self.dropped(column, say("Only the first address of a page was taken: a contact has one."))
        if usable[0] not in found:
            self.changed(column, say("The beginning http:// was missing and was put in."))
        return usable[0]

    def mail(self, column: str) -> str:
        """A mail address, the first one if there are several."""
        typed = without_invisible(self.row[column]).strip()
        if not typed or (valid := _valid(_MAIL, typed)) == typed:
            return typed
        found = [piece.removeprefix("mailto:") for piece in _BETWEEN.split(typed) if piece]
        usable = [piece for piece in found if isinstance(_valid(_MAIL, piece), str)]
        if not usable:
            self.dropped(column, _reason(valid))
            return ""
        if len(found) > 1:
            self.dropped(column, say("Only the first mail address was taken: a contact has one."))
        elif not typed.startswith(usable[0]):
            self.changed(column, say("Only the mail address itself was taken."))
        return usable[0]

    def dropped(self, column: str, reason: Words) -> None:
        self.report.dropped(self.origin, column, self.row[column], reason)

    def changed(self, column: str, reason: Words) -> None:
        self.report.changed(self.origin, column, self.row[column], reason)

    def guessed(self, column: str, reason: Words) -> None:
        self.report.guessed(self.origin, column, self.row[column], reason)

    def kept(self, column: str, reason: Words) -> None:
        self.report.kept(self.origin, column, self.row[column], reason)


def _with_scheme(text: str) -> str:
    return f"http://{text}" if _NO_SCHEME.fullmatch(text) and "@" not in text else text


def _valid(kind: TypeAdapter[str], text: str) -> str | Refused:
    """The text as the model takes it, or why it does not."""
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        refused: Any = error.errors()[0].get("ctx", {}).get("error")
        return refused if isinstance(refused, Refused) else Refused("import", say("This cannot be used."), Words(""))


def _reason(refused: str | Refused) -> Words:
    return refused.message if isinstance(refused, Refused) else say("This cannot be used.")
