"""A page's body as Markdown, as somebody might have typed it: the same words, links and lists, without our markup.

>>> as_markdown('<div class="x"><h2>When</h2><p>On <b>Mondays</b>.</p><ul><li><a href="../">All</a></li></ul></div>')
'## When\\n\\nOn **Mondays**.\\n\\n- [All](../)\\n'
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "figure",
        "form",
        "fieldset",
        "table",
        "tr",
        "details",
    ]
)
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
UNSEEN = frozenset({"svg", "script", "style", "template", "noscript"})
MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*"}
_SIGNS = re.compile(r"([\\`*_\[\]#])")


def as_markdown(html: str) -> str:
    """The body's Markdown."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._unseen = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in HEADINGS:
            self._blocks.append([f"{HEADINGS[tag]} "])
        elif tag == "li":
            self._blocks.append(["- "])
        elif tag in BLOCKS:
            self._blocks.append([])
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._add("[")
        elif tag in MARKS:
            self._add(MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen -= 1
        elif tag in HEADINGS or tag in BLOCKS:
            self._blocks.append([])
        elif tag == "a" and self._links:
            self._add(f"]({self._links.pop()})")
        elif tag in MARKS:
            self._add(MARKS[tag])

    def handle_data(self, data: str) -> None:
        self._add(_SIGNS.sub(r"\\\1", escape(data, quote=False)))

    def _add(self, text: str) -> None:
        if not self._unseen:
            self._blocks[-1].append(text)

    def text(self) -> str:
        lines = [re.sub(r"\s+", " ", "".join(parts)).strip() for parts in self._blocks]
        written = [line for line in lines if line.strip("-# ")]
        pairs = zip(["", *written], written, strict=False)
        close = [("\n" if line.startswith("- ") and last.startswith("- ") else "\n\n") + line for last, line in pairs]
        return "".join(close).strip() + "\n"
