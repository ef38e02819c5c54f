"""A page that comes to MkDocs already made."""

from __future__ import annotations

from dataclasses import replace
from zlib import compress, decompress

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.made import PageFile


class ReadyPage(Page):
    """A page whose HTML is already made: no Markdown, no front matter. `content` stays empty; its template asks for `html`."""

    def __init__(self, made: PageFile, file: File, config: MkDocsConfig) -> None:
        # MkDocs wants all pages before it draws the first. Folded up, those of a large town take a quarter of the room.
        self._folded = compress(made.html.encode(), level=1)
        self.made = replace(made, html="")
        super().__init__(made.title, file, config)

    @property
    def html(self) -> str:
        """The body, unfolded each time."""
        return decompress(self._folded).decode()

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the name by which MkDocs gives it
        self.markdown, self.meta = "", self.made.meta

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - likewise
        self.content, self.toc = "", get_toc([])
        self.present_anchor_ids, self.links_to_anchors = set(), {}
