"""Visitors somewhere in the world at some moment, with the settings their browsers may have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
TOWN = "America/New_York"
"""The time zone of the demonstration's town."""

Visit = Callable[..., Page]


def overhear(page: Page, said: list[str]) -> None:
    """Write down what this page complains about from now on."""
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type in {"error", "warning"} else None)


@contextmanager
def visits(browser: Browser, site_url: str) -> Iterator[Visit]:
    """Open pages as `visit(address, at="2026-11-22T10:00-05:00", zone="Europe/London")`.

    The clock stands still at that moment; a test moves it with `page.clock`, or lets timers run while the time of day
    stays (`timers=True`). A test fails in which a page complained.
    """
    contexts = []
    said: list[str] = []

    def visit(
        address: str, at: str = "2026-11-22T10:00:00-05:00", zone: str = TOWN, timers: bool = False, **settings: Any
    ) -> Page:
        context = browser.new_context(timezone_id=zone, reduced_motion="reduce", **settings)
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        overhear(page, said)
        moment = datetime.fromisoformat(at)
        if timers:
            page.clock.set_fixed_time(moment)
        elif settings.get("java_script_enabled", True):
            page.clock.install(time=moment - timedelta(hours=1))
            page.clock.pause_at(moment)
        page.goto(site_url + address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert said == []


@dataclass(frozen=True)
class Typed:
    """What somebody typed of a listing, read without any code of ours."""

    areas: frozenset[str]
    how: frozenset[str]


@cache
def typed_listings() -> dict[str, Typed]:
    """The groups and services of the demonstration, by id."""
    # Of plain values only: BaseLoader makes nothing but texts, lists and mappings.
    read = yaml.load((ROOT / "resources.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {entry["id"]: _typed(entry) for entry in (*read["groups"], *read["services"])}


def _typed(entry: dict[str, Any]) -> Typed:
    ways = _several(entry.get("attending"))
    if not ways:
        ways = [way for way, key in (("in_person", "location"), ("online", "online")) if entry.get(key)]
    if "hybrid" in ways:
        ways += ["in_person", "online"]
    return Typed(frozenset(_several(entry.get("areas"))), frozenset(ways))


def _several(typed: Any) -> list[str]:
    return [typed] if isinstance(typed, str) else list(typed or [])
