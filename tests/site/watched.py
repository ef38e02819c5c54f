"""A visitor whose every window is watched: fixtures for the tests of pages that keep what somebody writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.visitor import overhear


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with as many windows as they like, in the town's own time."""
    with browser.new_context(reduced_motion="reduce", timezone_id="America/New_York") as context:
        context.set_default_timeout(10_000)
        yield context


@pytest.fixture
def said() -> list[str]:
    """What pages complained about in the browser's console; a test that provokes it clears the list."""
    return []


@pytest.fixture
def page(context: BrowserContext, said: list[str]) -> Iterator[Page]:
    """The visitor's first window; a test fails if it complained."""
    page = context.new_page()
    overhear(page, said)
    yield page
    assert said == []
