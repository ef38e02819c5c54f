"""The text of a listing: its summary, and paragraphs for all that has no field of its own or does not fit there."""

from __future__ import annotations

from collections.abc import Callable

from generator.imports.cells import Cells
from generator.imports.lost_breaks import as_sentences
from generator.imports.plain_text import cut_paragraphs, first_sentences, paragraphs, wrapped
from generator.model.text import LONGEST_PROSE, LONGEST_SUMMARY
from generator.problems import Say
from generator.words import Words, say

Label = Callable[[str], Words]
"""Makes a paragraph of a text that says what it is about: `lambda text: say("More on waiting: {text}", text=text)`."""


class WordsKept:
    """Gathers the paragraphs of one listing."""

    def __init__(self, cells: Cells, spoken: Say) -> None:
        self._cells = cells
        self._spoken = spoken
        self._further: list[str] = []

    def short(self, column: str, label: Label) -> str:
        """The cell as one or two sentences; if it is longer, the rest of it goes into the description."""
        line = as_sentences(self._cells.text(column))
        start = self.fitting(line, label)
        if start != line:
            self._cells.changed(column, say("Only its beginning fits; the rest stands in the description."))
        return start

    def fitting(self, line: str, label: Label) -> str:
        """The beginning of a line that fits into a summary; the rest becomes a paragraph."""
        start = first_sentences(line, LONGEST_SUMMARY)
        if start != line:
            self.add(line.removeprefix(start.removesuffix("…")).strip(), label)
        return start

    def add(self, text: str, label: Label) -> None:
        """A paragraph of its own."""
        self._further.append(self._spoken(label(text)))

    def summary(self, name: str) -> str:
        """The first sentences of the description; the name where there is none, since a listing needs a summary."""
        whole = as_sentences(self._cells.text("description"))
        if whole:
            return first_sentences(whole, LONGEST_SUMMARY)
        self._cells.guessed("description", say("There is no description: the name stands as summary."))
        return first_sentences(name, LONGEST_SUMMARY)

    def description(self, summary: str) -> str:
        """What the summary does not say, and the paragraphs that came in."""
        whole = paragraphs(self._cells.text("description"))
        own = [whole] if whole and as_sentences(self._cells.text("description")) != summary else []
        text = "\n\n".join([*own, *self._further])
        if len(text) > LONGEST_PROSE:
            reason = say("Only the beginning was taken: {n} characters fit, of {all}.", n=LONGEST_PROSE, all=len(text))
            self._cells.report.dropped(self._cells.origin, "description", text, reason)
            text = cut_paragraphs(text, LONGEST_PROSE)
        return wrapped(text) if text else ""
