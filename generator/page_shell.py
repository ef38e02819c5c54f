"""The frame round pages that differ in their words alone, drawn once and filled for each of them.

The theme's template would draw the same header and footer ten thousand times. Here each kind of page has them drawn
once, with marks where a page's own words belong; its pages are put together from the pieces. Whether that is right is
not taken for granted: the first and the last page of a kind, and one with awkward words, are drawn both ways. If they
differ in a byte, as with a template that looks at more than these words, that kind is drawn page by page.
"""

from __future__ import annotations

import copy
import posixpath
import re
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from jinja2 import Template
from markupsafe import escape

from generator.made import PageFile
from generator.ready_page import ReadyPage
from generator.views.frame import Frame

FEW = 3
"""As many pages of a kind are drawn one by one: testing a shell would take longer."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What differs between pages of one kind; all is text but the last two, which are JSON and HTML already."""

    title: str
    description: str
    address: str
    edit_url: str
    json_ld: str
    html: str

    def escaped(self) -> dict[str, str]:
        """As they stand in a page."""
        plain = {name: str(escape(getattr(self, name))) for name in ("title", "description", "address", "edit_url")}
        return {**plain, "json_ld": self.json_ld, "html": self.html}


SLOTS = tuple(field.name for field in fields(OwnWords))

_ODD = "<b>&\"'</b> {{ 1 }} \u202e%s \\ " + "long " * 60
AWKWARD = OwnWords(
    _ODD, _ODD, f"https://example.org/?a&b={_ODD}", f"https://example.org/#{_ODD}", '"&"', f"<h1>{_ODD}</h1>"
)
"""Words that a template has to treat just as it treats all others."""


class Shells(Template):
    """The template of all ready-made pages. MkDocs calls it as it would call the theme's own.

    `template` is the theme's, `frame` what stands round a page, `edit_url` where the listing with an id can be edited.
    """

    def __new__(cls, *_: object) -> Shells:
        # A template is otherwise made from its source; this one has none.
        return object.__new__(cls)

    def __init__(
        self,
        template: Template,
        pages: Iterable[ReadyPage],
        frame: Callable[[PageFile], Frame],
        edit_url: Callable[[str], str],
    ) -> None:
        self._template = template
        self._frame = frame
        self._edit_url = edit_url
        self._groups: dict[Key, list[ReadyPage]] = defaultdict(list)
        for page in pages:
            self._groups[self._key(page)].append(page)
        self._shells: dict[Key, _Shell | None] = {}

    def render(self, context: Mapping[str, Any]) -> str:
        """The page of this context, whole."""
        page, key = context["page"], self._key(context["page"])
        if key not in self._shells:
            self._shells[key] = self._tried(self._groups[key], context) if self._is_worth_it(key) else None
        shell, words = self._shells[key], self._words(page)
        return shell.filled(words) if shell else self._drawn(page, words, context)

    def drawn_one_by_one(self) -> list[str]:
        """The kinds of pages of which the template shows more than these words."""
        return sorted({str(key[0]) for key, shell in self._shells.items() if shell is None and self._is_worth_it(key)})

    def _key(self, page: ReadyPage) -> Key:
        """What pages of one shell have in common: above all the folder that their links begin from."""
        made = page.made
        above = posixpath.dirname(posixpath.dirname(page.file.dest_uri)) if page.file.use_directory_urls else ""
        folder = above or posixpath.dirname(page.file.dest_uri)
        there = bool(made.title), bool(made.description), bool(self._edit(made)), bool(made.json_ld)
        return made.kind, folder, page.file.url.count("/"), made.early, made.early_words, made.is_unlisted, there

    def _is_worth_it(self, key: Key) -> bool:
        # The frame links to pages at the top itself, and says on them that one is there.
        return bool(key[1]) and len(self._groups[key]) > FEW

    def _words(self, page: ReadyPage) -> OwnWords:
        made = page.made
        address = page.canonical_url or ""
        return OwnWords(made.title, made.description, address, self._edit(made), made.json_ld, page.html)

    def _edit(self, made: PageFile) -> str:
        return self._edit_url(made.entry_id) if made.entry_id else ""

    def _tried(self, group: Sequence[ReadyPage], context: Mapping[str, Any]) -> _Shell | None:
        first, last = group[0], group[-1]
        shell = _Shell.of(lambda words: self._drawn(first, words, context), self._words(first))
        awkward = OwnWords(*(getattr(AWKWARD, name) if getattr(self._words(first), name) else "" for name in SLOTS))
        trials = ((first, self._words(first)), (last, self._words(last)), (last, awkward))
        return (
            shell if all(shell.filled(words) == self._drawn(page, words, context) for page, words in trials) else None
        )

    def _drawn(self, page: ReadyPage, words: OwnWords, context: Mapping[str, Any]) -> str:
        """The page as the theme's template draws it with these words."""
        worded = copy.copy(page)
        worded.title, worded.content = words.title, words.html
        worded.meta = {**page.meta, "title": words.title, "description": words.description}
        worded.canonical_url = words.address or None
        frame = replace(self._frame(page.made), json_ld=words.json_ld, edit_url=words.edit_url)
        return self._template.render({**context, "page": worded, "waypost": frame})


class _Shell:
    """The pieces of one kind of page, and the names of what belongs between them."""

    def __init__(self, pieces: Sequence[str], slots: Sequence[str]) -> None:
        self._pieces = pieces
        self._slots = slots

    @classmethod
    def of(cls, draw: Callable[[OwnWords], str], words: OwnWords) -> _Shell:
        """Cut from a page that has a mark for each of its words. Nobody can have typed what the marks are."""
        secret = f"wp{secrets.token_hex(8)}"
        marks = OwnWords(*(f"{secret}{name}" if getattr(words, name) else "" for name in SLOTS))
        found = re.split(f"{secret}({'|'.join(SLOTS)})", draw(marks))
        return cls(found[::2], found[1::2])

    def filled(self, words: OwnWords) -> str:
        escaped = words.escaped()
        parts = [self._pieces[0]]
        for slot, piece in zip(self._slots, self._pieces[1:], strict=True):
            parts += escaped[slot], piece
        return "".join(parts)
