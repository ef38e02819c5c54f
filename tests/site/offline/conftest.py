"""A visitor on the day the site was made, and a host that can fall silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.offline.host import Host, hosted
from tests.site.offline.steps import MADE


@pytest.fixture
def host(built_site: Path) -> Iterator[Host]:
    """The site on a host of its own."""
    with hosted(built_site) as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with as many windows as they like; it is noon of the day the site was made."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.clock.set_fixed_time(MADE)
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The visitor's first window."""
    return context.new_page()
