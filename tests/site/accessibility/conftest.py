"""The pages that stand for all, and a window to walk through them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.accessibility.kinds import of_every_kind

MEASURES = Path(__file__).with_name("measures.js")


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> tuple[str, ...]:
    """The address of a page of every kind, below `site_url`."""
    return of_every_kind(built_site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of somebody who wants no motion; its pages have `measures.js` at hand."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(path=MEASURES)
        yield context.new_page()
