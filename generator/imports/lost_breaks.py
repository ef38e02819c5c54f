"""Line breaks that an export lost, put back where that is certain.

Some programs write the lines of a form into one cell with nothing between them. A break was lost where a text that stands
alone on a line elsewhere in the same column is followed by a capital letter or a digit at once:

>>> breaks = LineBreaks(["Telephone\\n\\n    Walk-in", "TelephonePlease call.Bring your letter.", "TelephoneX"])
>>> breaks.restored("TelephonePlease call.Bring your letter.")
('Telephone\\nPlease call. Bring your letter.', 2)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST, LONGEST = 4, 80
"""Characters of a text that is looked for at the beginning of lines."""

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
# A sentence that ends in a word and another that begins at once. Inside addresses of pages this would be no seam.
_SENTENCE_SEAM = re.compile(r"(?:(?<=[a-z]{2}[.!?])|(?<=[a-z]\)[.!?]))(?=[A-Z][a-z]*[\s,'’-])")
_ADDRESS = re.compile(r"\S*(?:/|@|www\.)\S*$")


class LineBreaks:
    """What stands alone on a line somewhere in a column, and so what a lost break can be told by."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = {line.strip() for text in texts for line in text.splitlines()}
        self._alone = {line for line in lines if SHORTEST <= len(line) <= LONGEST}

    def restored(self, text: str) -> tuple[str, int]:
        """The text with its breaks, and how many were put back."""
        lines: list[str] = []
        count = 0
        for line in text.splitlines():
            start = self._start_of_two(line.lstrip())
            if start:
                count += 1
                lines += [start, line.lstrip()[len(start) :]]
            else:
                lines.append(line)
        whole, spaces = with_spaces("\n".join(lines))
        return whole, count + spaces

    def _start_of_two(self, line: str) -> str:
        """The longest beginning of a line that stands alone elsewhere, if another line goes on right behind it."""
        if line.strip() in self._alone and not _SEAM.search(line.strip()):
            return ""
        seams = [seam.start() for seam in _SEAM.finditer(line[: LONGEST + 1])]
        return max((line[:at] for at in seams if line[:at] in self._alone), key=len, default="")


def with_spaces(text: str) -> tuple[str, int]:
    """The text with a space between sentences that run into one another, and how many were put in.

    >>> with_spaces("Call us.Then come. See www.example.Org/Page.Html and Example.org")
    ('Call us. Then come. See www.example.Org/Page.Html and Example.org', 1)
    """
    pieces: list[str] = []
    done = 0
    for seam in _SENTENCE_SEAM.finditer(text):
        word = text[max(text.rfind(" ", 0, seam.start()), text.rfind("\n", 0, seam.start())) + 1 : seam.start()]
        if not _ADDRESS.search(word):
            pieces.append(text[done : seam.start()])
            done = seam.start()
    return " ".join([*pieces, text[done:]]), len(pieces)


def as_sentences(text: str) -> str:
    """Lines as one line of sentences.

    >>> as_sentences("Telephone\\n\\n  Walk-in\\nPlease come early.")
    'Telephone. Walk-in. Please come early.'
    """
    if text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    lines = [" ".join(line.split()) for line in text.splitlines()]
    *most, last = [line for line in lines if line] or [""]
    return " ".join([*(line if line.endswith((".", "!", "?", ":", ";", ",")) else f"{line}." for line in most), last])
