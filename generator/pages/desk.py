"""What every page kind works with: the survey, the templates, the addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import Addresses
from generator.made import PageFile
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.pages.environment import Templates
from generator.views.papers import Paper
from generator.views.survey import Survey
from generator.views.ways import Way
from generator.words import Words, say

# What search engines and link previews show of a description.
LONGEST_DESCRIPTION = 155


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk at which pages are written."""

    survey: Survey
    templates: Templates
    addresses: Addresses
    site_url: str
    json_ld: Callable[[Listing, str], str]
    """The schema.org data of a listing whose page has this address; made in the exports' room."""
    sheet: Callable[[Worksheet], str]
    """The HTML of a worksheet to fill in; made in the worksheets' room."""
    find_folder: str = ""
    """Where the finder's index stands, from the site's root and with a slash at the end: `assets/find/3f2a9c/`."""
    find_shards: tuple[str, ...] = ()
    """The first word of each words file in there, in order."""
    papers: Callable[[Worksheet], Sequence[Paper]] = lambda _worksheet: ()
    """The PDFs of a worksheet, that for the paper of this country first; none where no PDFs are made."""
    suggest: Callable[[Entry], Sequence[Way]] = lambda _entry: ()
    """The ways in which a visitor can tell of a change to a listing."""
    exported: Callable[[], Mapping[str, bytes]] = dict
    """The files for other programs, by their paths."""
    made_apart: Callable[[], Iterable[PageFile]] = tuple
    """Pages of the last listings, in order, that another process made meanwhile."""
    listings_apart: int = 0
    """Of how many listings these are."""
    booklets: Sequence[Paper] = ()
    """The PDFs of the listings, likewise."""

    def say(self, words: Words) -> str:
        return self.survey.language.say(words)

    def page(
        self,
        path: str,
        kind: str,
        title: str,
        description: str,
        /,
        *,
        json_ld: str = "",
        entry_id: str = "",
        keywords: tuple[str, ...] = (),
        search_boost: float = 1.0,
        early: tuple[str, ...] = (),
        early_words: str = "",
        is_unlisted: bool = False,
        **values: object,
    ) -> PageFile:
        """A page made from the template of its kind; `values` are what the template names."""
        html = self.templates.render(f"{kind}.html.jinja", path, title=title, page_url=self.full_url(path), **values)
        # In a browser's tabs and history the sheets of one list would be all alike.
        number = getattr(values.get("sheet"), "number", 1)
        if number > 1:
            title = self.say(say("{title}, page {number}", title=title, number=number))
        return PageFile(
            path,
            kind,
            title,
            shortened(description),
            html,
            json_ld,
            entry_id,
            keywords,
            search_boost,
            early,
            early_words,
            is_unlisted,
        )

    def full_url(self, path: str) -> str:
        """The page's address with the site's own, or nothing while nobody knows where the site will stand."""
        return self.site_url.rstrip("/") + "/" + self.addresses.url(path) if self.site_url else ""


def shortened(text: str, limit: int = LONGEST_DESCRIPTION) -> str:
    """The text up to a whole word within the limit.

    >>> shortened("Tea and talk for everybody", 12)
    'Tea and…'
    """
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
