"""Page kinds, one a file; each turns views into pages through its template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.made import AssetFile, PageFile
from generator.pages import (
    area_pages,
    data_page,
    find_pages,
    goal_pages,
    help_now_page,
    home_page,
    keepers_page,
    list_pages,
    listing_pages,
    no_signal_page,
    plan_page,
    print_page,
    week_page,
    worksheet_pages,
)
from generator.pages.desk import Desk


class PageKind(Protocol):
    """A module that makes the pages of one kind."""

    def pages(self, desk: Desk) -> Iterator[PageFile | AssetFile]: ...


PAGE_KINDS: Sequence[PageKind] = (
    home_page,
    help_now_page,
    week_page,
    goal_pages,
    area_pages,
    list_pages,
    find_pages,
    listing_pages,
    worksheet_pages,
    plan_page,
    print_page,
    keepers_page,
    data_page,
    no_signal_page,
)
