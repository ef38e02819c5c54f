"""A visitor on the day of the build, at ten in the morning of the town, whose every window is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.find.steps import DESK, PHONE, TEN_IN_THE_MORNING
from tests.site.visitor import overhear


@pytest.fixture
def said() -> list[str]:
    """What pages complained about in the browser's console; a test that provokes it clears the list."""
    return []


@pytest.fixture
def visit(browser: Browser, said: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a window with the settings a visitor's browser may have; a test fails if a page complained."""
    with ExitStack() as opened:

        def window(**settings: Any) -> Page:
            context = opened.enter_context(
                browser.new_context(
                    **{"viewport": DESK, "reduced_motion": "reduce", "timezone_id": "America/New_York", **settings}
                )
            )
            page = context.new_page()
            page.clock.set_fixed_time(TEN_IN_THE_MORNING)
            overhear(page, said)
            return page

        yield window
    assert said == []


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """A window on a desk."""
    return visit()


@pytest.fixture
def phone(visit: Callable[..., Page]) -> Page:
    """A window on a phone."""
    return visit(viewport=PHONE, has_touch=True)
