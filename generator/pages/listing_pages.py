"""A page for each peer group and service, with its data for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made import PageFile
from generator.model.listing import Listing
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.calendar_links import calendar_link, of_listing
from generator.views.listing_page import listing_page
from generator.views.search_words import search_words


def pages(desk: Desk) -> Iterator[PageFile]:
    listings = desk.survey.directory.listings
    yield from (page_of(listing, desk) for listing in listings[: len(listings) - desk.listings_apart])
    yield from desk.made_apart()


def page_of(listing: Listing, desk: Desk) -> PageFile:
    """The page of one listing. It asks the desk for nothing that is made during the build."""
    path = paths.of_entry(listing)
    return desk.page(
        path,
        "listing",
        listing.name,
        listing.summary,
        view=listing_page(listing, desk.survey),
        calendar=calendar_link(of_listing(listing), desk.site_url),
        suggest=desk.suggest(listing),
        entry_id=listing.id,
        keywords=search_words(listing, desk.survey.directory),
        json_ld=desk.json_ld(listing, desk.full_url(path)),
        search_boost=2.0 if desk.survey.is_offered(listing) else 0.5,
    )
