"""The one seam: every page and file of the site, from a directory and a date.

What builds the site (the MkDocs plugin today, another generator tomorrow) asks here for the pages, puts each body into
its theme's frame, and adds nothing of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from urllib.parse import quote, urlsplit

from generator.addresses import Addresses
from generator.apart import apart, here
from generator.changed import History
from generator.exports import EXPORTS
from generator.exports.jsonld import json_ld
from generator.finder import Article, finder
from generator.fonts import font_files
from generator.language import Language
from generator.made import AssetFile, PageFile
from generator.model.directory import Directory
from generator.offline.worker import with_worker
from generator.pages import PAGE_KINDS
from generator.pages.desk import Desk
from generator.pages.environment import Templates
from generator.pages.listing_pages import page_of
from generator.paper.booklet import booklet_jobs
from generator.paper.job import BOOKLETS, Job
from generator.paper.poster import poster_jobs
from generator.paper.sheets import sheet_jobs
from generator.paper.works import Printed, Works
from generator.problems import Place
from generator.suggesting.ways import Suggesting
from generator.views.frame import Frame, frame
from generator.views.open_data import SHOWN
from generator.views.papers import Paper, size_in_words
from generator.views.survey import Survey
from generator.worksheets.render import render_sheet

SiteFile = PageFile | AssetFile

MANY = 500
"""From so many listings on, a second process makes a part of the site."""

HERE = 0.6
"""The part of the listings' pages that the first process makes, which has the other pages to make as well."""

NOT_FOUND = "not-found"
"""The kind of the page that a host shows in place of one that is not there."""

__all__ = ["NOT_FOUND", "Article", "AssetFile", "PageFile", "Site", "SiteFile", "Works", "site_files"]


@dataclass(frozen=True)
class Site:
    """One directory on one day, ready to be made into pages."""

    directory: Directory
    today: date
    site_url: str = ""
    """Where the site will stand, with a trailing slash; empty if nobody knows yet."""
    folders: bool = True
    """True for addresses such as groups/x/, false for groups/x.html."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each entry stands in the files, by its id."""
    edit_template: str = ""
    """Address at which a line can be edited, with {path} and {line} in it."""
    suggesting: Suggesting = field(default_factory=Suggesting)
    """Where people send a change of a listing, and what each says now."""
    language_code: str = ""
    """Language of the generator's own sentences, where it is not the directory's."""
    works: Works | None = None
    """What prints worksheets and booklets; without it the site has none on paper."""
    history: History = field(default_factory=dict)
    """When entries came and changed, as far as that is known."""

    @cached_property
    def language(self) -> Language:
        return Language.load(self.language_code or self.directory.about.language)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.folders)

    @cached_property
    def survey(self) -> Survey:
        return Survey(self.directory, self.today, self.language, self.history)

    def files(self, articles: Sequence[Article] = ()) -> Iterator[SiteFile]:
        """Every page and asset, pages of one kind after another, in the order of the directory; the worker comes last.

        `articles` are the hand-written pages, which the finder finds too; whoever builds the site publishes them.
        """
        return with_worker(self._files(articles), self.survey, self.addresses)

    def _files(self, articles: Sequence[Article]) -> Iterator[SiteFile]:
        templates = Templates(self.language, self.addresses)
        first_desk = Desk(
            self.survey,
            templates,
            self.addresses,
            self.site_url,
            json_ld=lambda listing, url: json_ld(listing, self.survey, url),
            sheet=lambda worksheet: render_sheet(worksheet, self.language),
            suggest=lambda entry: self.suggesting.ways(entry, self.survey),
        )
        # Nothing of this waits for the finder or for the printing, and it is about half of all there is to do.
        listings = self.directory.listings
        second = listings[int(len(listings) * HERE) :] if len(listings) >= MANY else ()

        def work() -> Iterator[SiteFile]:
            for export in EXPORTS:
                yield from export.files(self.survey, self.site_url, self.addresses)
            yield from (page_of(listing, first_desk) for listing in second)

        made_apart = apart(work) if second else here(work)
        find = finder(self.survey, self.addresses, articles)
        printed = self.printed()
        papers = self._papers(printed)
        desk = replace(
            first_desk,
            find_folder=find.folder,
            find_shards=find.shards,
            papers=lambda worksheet: papers.get(worksheet.id, ()),
            booklets=papers.get(BOOKLETS, ()),
            exported=lambda: {file.path: file.content for file in _assets(made_apart()) if file.path in SHOWN},
            made_apart=lambda: (file for file in made_apart() if isinstance(file, PageFile)),
            listings_apart=len(second),
        )
        for kind in PAGE_KINDS:
            yield from kind.pages(desk)
        yield from _assets(made_apart())
        yield from find.files
        yield from font_files()
        yield from (AssetFile(paper.job.path, paper.content) for paper in printed)

    def printed(self, wanted: Callable[[Job], bool] = lambda _job: True) -> Sequence[Printed]:
        """The wanted PDFs of worksheets and booklets; what is amiss with others, `told` says."""
        if self.works is None:
            return ()
        kinds = (sheet_jobs, booklet_jobs, poster_jobs)
        jobs = (job for kind in kinds for job in kind(self.survey, self.site_url, self.addresses))
        return self.works.printed(job for job in jobs if wanted(job))

    def told(self) -> Iterator[str]:
        """What there is to say of the PDFs, sentence by sentence."""
        return map(self.language.say, self.works.told() if self.works else ())

    def _papers(self, printed: Sequence[Printed]) -> Mapping[str, Sequence[Paper]]:
        """The PDFs by the page that offers them."""
        rows: dict[str, list[Paper]] = {}
        for paper in printed:
            job = paper.job
            words = self.language.say(job.label) if job.label else job.title
            size = size_in_words(len(paper.content), self.language)
            rows.setdefault(job.of, []).append(Paper(job.path, words, size))
        return rows

    def edit_url(self, entry_id: str) -> str:
        """Where the entry's own lines can be changed, or nothing if the site does not say."""
        place = self.places.get(entry_id)
        if not place or not self.edit_template:
            return ""
        return self.edit_template.replace("{path}", quote(place.path)).replace("{line}", str(place.line))

    def frame(self, path: str, kind: str, problems: Sequence[str] = (), page: PageFile | None = None) -> Frame:
        """What the theme puts round a page: name, crisis lines, navigation, the way out."""
        addresses = (
            self.addresses if kind != NOT_FOUND else Addresses(self.folders, urlsplit(self.site_url).path or "/")
        )
        return frame(
            self.survey,
            addresses,
            path,
            kind,
            problems=problems,
            json_ld=page.json_ld if page else "",
            edit_url=self.edit_url(page.entry_id) if page and page.entry_id else "",
            early=page.early if page else (),
            early_words=page.early_words if page else "",
            is_unlisted=page.is_unlisted if page else False,
        )


def _assets(files: Iterable[SiteFile]) -> Iterator[AssetFile]:
    """The files before the first page."""
    for file in files:
        if isinstance(file, PageFile):
            return
        yield file


def site_files(directory: Directory, today: date, **options: object) -> Iterator[SiteFile]:
    """Every page and file of the site; `options` are the further fields of `Site`."""
    return Site(directory, today, **options).files()  # type: ignore[arg-type]
