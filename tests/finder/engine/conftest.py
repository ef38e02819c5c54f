"""One engine for all tests of a file: it keeps nothing but what it was given last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.finder.engine.driver import Engine


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine in an empty page of a device in Tokyo: nothing may depend on where the device is."""
    with browser.new_context(timezone_id="Asia/Tokyo") as context:
        yield Engine(context.new_page())
