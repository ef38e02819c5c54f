"""What the generator hands to whoever builds the site: pages without a frame, and plain files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page: its place in the source tree and the HTML that belongs between the theme's header and footer."""

    path: str
    """As in MkDocs: `groups/tuesday-talkers.md`."""
    kind: str
    """home, goal, area, group, service, worksheet, week, help-now, list ..."""
    title: str
    description: str
    """One sentence for search engines and link previews, plain text."""
    html: str
    """The body: escaped, with its one h1, links relative to the page."""
    json_ld: str = ""
    """schema.org data as JSON that is safe inside a script element, or nothing."""
    entry_id: str = ""
    """Id of the listing the page is about, if it is about one."""
    keywords: tuple[str, ...] = ()
    """Other words people type when they look for this; searched, never shown."""
    search_boost: float = 1.0
    """How much it counts in search; 0 keeps it out."""

    early: tuple[str, ...] = ()
    """Scripts the page asks for before anything else, by their paths in the site."""
    early_words: str = ""
    """What the page's own script has to know before the page is there: the first word of each words file."""

    is_unlisted: bool = False
    """Whether no page leads to it and search engines are asked to leave it alone."""

    @property
    def meta(self) -> dict[str, object]:
        """The page's front matter, as MkDocs and its kin understand it."""
        search: dict[str, object] = {"boost": self.search_boost} if self.search_boost else {"exclude": True}
        meta: dict[str, object] = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "search": search,
        }
        if self.is_unlisted:
            meta["unlisted"] = True
        # Material's search looks through tags as well.
        return {**meta, "tags": list(self.keywords)} if self.keywords else meta


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file that is published as it is."""

    path: str
    content: bytes
