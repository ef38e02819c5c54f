"""A page that comes to MkDocs already made."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.made import PageFile


class ReadyPage(Page):
    """A page whose HTML is already made: no Markdown, no front matter."""

    def __init__(self, made: PageFile, file: File, config: MkDocsConfig) -> None:
        self.made = made
        super().__init__(made.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the name by which MkDocs gives it
        self.markdown, self.meta = "", self.made.meta

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - likewise
        self.content, self.toc = self.made.html, get_toc([])
        self.present_anchor_ids, self.links_to_anchors = set(), {}
