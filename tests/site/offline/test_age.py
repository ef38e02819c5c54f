"""A page says when it may no longer be true, and a wrong clock frightens nobody."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.offline.host import Host
from tests.site.offline.steps import A_DAY, GROUP, HELP, MADE, WEEK, keep_pages, notices

OLD = "This page is from Sunday, November 22, 2026. Times may have changed since. Call before you go."
AWAY = (
    "You are without signal. This page is from Sunday, November 22, 2026; times may have changed. Call before you go."
)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (MADE, []),
        (MADE + 6 * A_DAY, []),
        (MADE + 8 * A_DAY, [OLD]),
        (MADE + 400 * A_DAY, [OLD]),
        (MADE - 2 * A_DAY, []),
        (datetime(1970, 1, 2), []),  # noqa: DTZ001
    ],
    ids=[
        "the same day",
        "six days later",
        "eight days later",
        "a year later",
        "two days before",
        "a clock that was reset",
    ],
)
def test_a_page_says_when_it_is_older_than_a_week(
    page: Page, context: BrowserContext, host: Host, now: datetime, said: list[str]
) -> None:
    context.clock.set_fixed_time(now)
    page.goto(host.url + GROUP)
    assert notices(page) == said


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
def test_the_age_is_the_same_wherever_it_is_read(browser: object, host: Host, zone: str) -> None:
    for days, said in [(6, []), (8, [OLD])]:
        with browser.new_context(timezone_id=zone) as context:  # type: ignore[attr-defined]
            context.clock.set_fixed_time(MADE + days * A_DAY)
            page = context.new_page()
            page.goto(host.url + GROUP)
            assert notices(page) == said


def test_a_page_left_open_for_long_says_it_when_one_comes_back_to_it(
    page: Page, context: BrowserContext, host: Host
) -> None:
    page.goto(host.url + GROUP)
    assert notices(page) == []
    context.clock.set_fixed_time(MADE + 9 * A_DAY)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert notices(page) == [OLD]


def test_a_page_says_when_the_signal_goes_and_when_it_is_back(page: Page, context: BrowserContext, host: Host) -> None:
    page.goto(host.url + HELP)
    assert notices(page) == []
    context.set_offline(True)
    expect(page.get_by_text(AWAY)).to_be_visible()
    assert notices(page) == [AWAY]
    context.set_offline(False)
    expect(page.get_by_text(AWAY)).to_be_hidden()


@pytest.mark.parametrize("day", ["", "yesterday", "<b>", "99999-99-99"])
def test_a_page_without_a_day_says_nothing_of_it(page: Page, context: BrowserContext, host: Host, day: str) -> None:
    def nameless(path: str, content: bytes) -> bytes:
        return content.replace(b'data-made="2026-11-22"', f'data-made="{day}"'.encode())

    host.change = nameless
    context.clock.set_fixed_time(MADE + 400 * A_DAY)
    page.goto(host.url + GROUP)
    assert notices(page) == []


@pytest.mark.parametrize("address", ["", WEEK])
def test_pages_that_tell_their_own_age_are_not_told_it_twice(
    page: Page, context: BrowserContext, host: Host, address: str
) -> None:
    context.clock.set_fixed_time(MADE + 10 * A_DAY)
    page.goto(host.url + address)
    expect(page.locator("main [data-old]")).to_be_visible()
    assert notices(page) == []


def test_a_copy_on_a_stick_tells_its_age_and_not_the_signal(
    page: Page, context: BrowserContext, built_site: Path
) -> None:
    address = (built_site / "groups" / "tuesday-talkers" / "index.html").as_uri()
    page.goto(address)
    context.set_offline(True)
    assert notices(page) == []
    context.clock.set_fixed_time(MADE + 8 * A_DAY)
    page.goto(address)
    assert notices(page) == [OLD]


def test_the_timetable_says_its_age_once(page: Page, context: BrowserContext, host: Host) -> None:
    keep_pages(page, host.url)
    context.clock.set_fixed_time(MADE + 3 * A_DAY)
    host.answers = "never"
    page.goto(host.url + WEEK)
    expect(page.locator("[data-signal] p:visible")).to_have_count(1)
    expect(page.locator("main [data-old]")).to_be_hidden()
