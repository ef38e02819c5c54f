"""A page that people wrote, as the finder sees it: a title, headings and text."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"script", "style", "template", "svg"}


@dataclass(frozen=True, slots=True)
class Article:
    """A hand-written page. `path` is its place in the source tree, as in `learn/hope.md`."""

    path: str
    title: str
    html: str
    summary: str = ""
    """One sentence about it, plain text; it stands under the title where the page is found."""
    keywords: tuple[str, ...] = ()
    """Words that lead here before anywhere else."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The words of an article."""

    headings: str
    text: str


def text_of(html: str) -> ArticleText:
    """The words that readers see, those of headings apart.

    >>> text_of("<h1>Hope</h1><h2>A start</h2><p>Small &amp; slow.</p><script>x</script>")
    ArticleText(headings='A start', text='Hope Small & slow.')
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return ArticleText(_joined(reader.headings), _joined(reader.text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.text: list[str] = []
        self._in_heading = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the parser
        self._in_heading += tag in _HEADINGS
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._in_heading -= tag in _HEADINGS
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if self._unseen <= 0:
            (self.headings if self._in_heading > 0 else self.text).append(data)


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
